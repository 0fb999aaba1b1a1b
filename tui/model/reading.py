"""A transcript as it is read: its paragraphs in order, each of one turn, and their sentences.

A cursor stands on speech: inside a paragraph, at the beginning of a character. What lies between (labels, white space)
is nowhere to stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.model.graphemes import ceiling, floor
from tui.model.sources import Transcript
from tui.model.text import Position, Span
from tui.model.turns import Turn
from tui.model.words import without

_LINE = re.compile(r"[^\n]+")


class Paragraph(NamedTuple):
    """A paragraph of one turn's speech: half-open code points, and the turn's index from 0."""

    start: Position
    end: Position
    turn: int


class Reading:
    """The paragraphs of a transcript, and where positions lie among them; sentences are found when asked for."""

    def __init__(self, transcript: Transcript, within: Span | None = None) -> None:
        """Find the paragraphs; `within`: only those that begin in some lines of the text."""
        self.transcript = transcript
        low, high = within or (0, len(transcript.text))
        turns = transcript.turns if within is None else transcript.turns.touching(low, high)
        self.text = transcript.text
        self.language: str | None = transcript.source.get("language")
        self.paragraphs: list[Paragraph] = [
            Paragraph(start, end, turn.number - 1)
            for turn in turns
            for start, end in transcript.paragraphs(turn)
            if low <= start < high
        ]
        self.outside: list[Span] = list(_outside(transcript, turns, low, high))
        """What stands in no turn: a heading, remarks. It is shown, but nobody says it."""
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self._sentences: dict[int, list[Span]] = {}

    def index_of(self, position: Position) -> int:
        """Return the index of the paragraph at a position, of the one before it where it lies between two; -1: none."""
        return max(bisect_right(self._starts, position) - 1, 0) if self.paragraphs else -1

    def paragraph_at(self, position: Position) -> Paragraph:
        """Return the paragraph at a position; an empty one where nothing was said in the whole source."""
        return self.paragraphs[self.index_of(position)] if self.paragraphs else Paragraph(0, 0, 0)

    def turn_of(self, paragraph: Paragraph) -> Turn | None:
        """Return the turn a paragraph belongs to."""
        return self.transcript.turns[paragraph.turn] if len(self.transcript.turns) else None

    def is_participants(self, paragraph: Paragraph) -> bool:
        """Tell whether a participant says a paragraph."""
        turn = self.turn_of(paragraph)
        return turn is not None and turn.is_participants

    def stand(self, position: Position) -> Position:
        """Return the place to stand nearest to a position: inside a paragraph, where a character begins.

        A position on a turn's label belongs to what is said in the turn.
        """
        index = self.index_of(position)
        paragraph = self.paragraph_at(position)
        if position >= paragraph.end and 0 <= index < len(self.paragraphs) - 1:
            following = self.paragraphs[index + 1]
            if position >= self.transcript.turns[following.turn].start:
                return following.start
        if paragraph.end <= paragraph.start:
            return paragraph.start
        return max(paragraph.start, floor(self.text, min(max(position, paragraph.start), paragraph.end - 1)))

    def last_stand(self, end: Position) -> Position:
        """Return where the last character before a position begins."""
        return self.stand(max(0, end - 1))

    def behind(self, position: Position) -> Position:
        """Return where the character at a position ends."""
        return ceiling(self.text, position + 1) if position < len(self.text) else position

    def sentences_of(self, index: int) -> list[Span]:
        """Return the sentences of a paragraph, those of time stamps alone left out."""
        found = self._sentences.get(index)
        if found is None:
            start, end, _ = self.paragraphs[index]
            from tui.model.sentences import sentences  # only keys ask for them, and its patterns take time to compile

            split = sentences(self.text, start, end, self.language)
            found = [span for span in split if self._says_something(span)] or split
            self._sentences[index] = found
        return found

    def sentence_at(self, position: Position) -> Span:
        """Return the sentence at a position, the one before it where it lies between two."""
        index = self.index_of(position)
        if index < 0:
            return Span(0, 0)
        found = self.sentences_of(index)
        return next((span for span in reversed(found) if span.start <= position), found[0])

    def _says_something(self, span: Span) -> bool:
        stamps = self.transcript.stamps_within(*span)
        return not stamps or any(self.text[start:end].strip() for start, end in without([span], stamps))


def _outside(transcript: Transcript, turns: Sequence[Turn], low: Position, high: Position) -> Iterator[Span]:
    """Yield the lines of a part of a text that stand before, between and behind its turns."""
    befores = [low, *(turn.end for turn in turns)]
    afters = [*(turn.start for turn in turns), high]
    for before, after in zip(befores, afters, strict=True):
        if not transcript.text[before:after].strip():
            continue
        for line in _LINE.finditer(transcript.text, before, after):
            start, end = transcript.trimmed(*line.span())
            if start < end:
                yield Span(start, end)


@lru_cache(maxsize=8)
def reading_of(transcript: Transcript) -> Reading:
    """Return the reading of a transcript; it is made once."""
    return Reading(transcript)
