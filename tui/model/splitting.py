"""Where a unit can be split, shown apart from its text: its words, which of them begin a sentence or another span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model.reading import Reading
from tui.model.text import Position, Span
from tui.model.words import without


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a unit with the marks that cling to it, as it stands between white space."""

    span: Span
    begins_sentence: bool
    begins_span: bool


def words_to_split(reading: Reading, spans: Iterable[Sequence[Position]]) -> list[Word]:
    """Return the words of a unit in order, time stamps left out; it can be split before each but the first."""
    text = reading.text
    found: list[Word] = []
    for start, end in spans:
        begins_span = True
        for low, high in without([(start, end)], reading.transcript.stamps_within(start, end)):
            for word in _between_white_space(text, low, high):
                sentence = reading.sentence_at(word.start).start
                # a mark before the first word of a sentence, as a quotation mark, belongs to it
                begins = sentence >= low and not text[sentence : word.start].strip()
                found.append(Word(word, begins or begins_span, begins_span))
                begins_span = False
    return found


def next_split(words: Sequence[Word], at: int, by: int, *, sentence: bool) -> int:
    """Return the number of the word before which to split next, by a word or a sentence on (1) or back (-1)."""
    to = at + by
    while sentence and 0 < to < len(words) and not words[to].begins_sentence:
        to += by
    return to if 0 < to < len(words) else at


def first_split(words: Sequence[Word]) -> int:
    """Return where splitting begins: before the second sentence, else in the middle; 0 where there is one word."""
    second = next((number for number, word in enumerate(words) if number and word.begins_sentence), 0)
    return second or len(words) // 2


def _between_white_space(text: str, start: Position, end: Position) -> list[Span]:
    found = []
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        low = at
        while at < end and not text[at].isspace():
            at += 1
        found.append(Span(low, at))
    return found
