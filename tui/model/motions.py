"""Where a cursor goes: by character, word, sentence, paragraph and turn. Pure functions from a position to a position.

Forwards a motion ends at the beginning of what comes next, at the text's last character where nothing does; backwards
it first goes to the beginning of what the cursor is in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.model.graphemes import floor
from tui.model.reading import Reading
from tui.model.text import Position, Span
from tui.model.words import words

Parts = Callable[[int], Iterable[Sequence[Position]]]
"""The parts of a paragraph, given its index: ranges in order."""


def right(reading: Reading, position: Position) -> Position:
    """Return the next character's beginning."""
    after = reading.behind(position)
    index = reading.index_of(position)
    if index < 0:
        return position
    if after < reading.paragraphs[index].end:
        return after
    return reading.paragraphs[index + 1].start if index + 1 < len(reading.paragraphs) else position


def left(reading: Reading, position: Position) -> Position:
    """Return the previous character's beginning."""
    index = reading.index_of(position)
    if index < 0:
        return position
    if position > reading.paragraphs[index].start:
        return floor(reading.text, position - 1)
    return reading.last_stand(reading.paragraphs[index - 1].end) if index else position


def next_word(reading: Reading, position: Position) -> Position:
    """Return the beginning of the next word."""
    return _next(reading, position, lambda index: words(reading.text, *reading.paragraphs[index][:2]))


def previous_word(reading: Reading, position: Position) -> Position:
    """Return the beginning of this word, or of the one before."""
    return _previous(reading, position, lambda index: words(reading.text, *reading.paragraphs[index][:2]))


def next_sentence(reading: Reading, position: Position) -> Position:
    """Return the beginning of the next sentence, whoever says it."""
    return _next(reading, position, reading.sentences_of)


def previous_sentence(reading: Reading, position: Position) -> Position:
    """Return the beginning of this sentence, or of the one before."""
    return _previous(reading, position, reading.sentences_of)


def next_paragraph(reading: Reading, position: Position) -> Position:
    """Return the beginning of the next paragraph."""
    return _next(reading, position, lambda index: [reading.paragraphs[index][:2]])


def previous_paragraph(reading: Reading, position: Position) -> Position:
    """Return the beginning of this paragraph, or of the one before."""
    return _previous(reading, position, lambda index: [reading.paragraphs[index][:2]])


def next_turn(reading: Reading, position: Position) -> Position:
    """Return the beginning of the next turn's words."""
    index = reading.index_of(position)
    here = reading.paragraph_at(position).turn
    later = (paragraph.start for paragraph in reading.paragraphs[max(index, 0) :] if paragraph.turn > here)
    return next(later, _last(reading, position))


def previous_turn(reading: Reading, position: Position) -> Position:
    """Return the beginning of this turn's words, or of the turn's before."""
    first = _turn_start(reading, reading.index_of(position))
    if first < 0:
        return position
    if reading.paragraphs[first].start >= position and first:
        first = _turn_start(reading, first - 1)
    return reading.paragraphs[first].start


def next_participants_sentence(reading: Reading, position: Position) -> Position | None:
    """Return where the next sentence begins that a participant says after a position; `None`: there is none."""
    for index in range(max(reading.index_of(position), 0), len(reading.paragraphs)):
        if reading.is_participants(reading.paragraphs[index]):
            for start, _ in reading.sentences_of(index):
                if start >= position:
                    return start
    return None


def first(ranges: Iterable[Sequence[Position]], after: Position) -> Span | None:
    """Return the first of the ranges, which are in order, that begins after a position."""
    return next((Span(start, end) for start, end in ranges if start > after), None)


def last(ranges: Sequence[Sequence[Position]], before: Position) -> Span | None:
    """Return the last of the ranges, which are in order, that begins before a position."""
    return next((Span(start, end) for start, end in reversed(ranges) if start < before), None)


def turn_start(reading: Reading, number: int) -> Position:
    """Return where the words of a turn begin, of the nearest that says anything; turns count from 1."""
    found = min(reading.paragraphs, key=lambda paragraph: abs(paragraph.turn + 1 - number), default=None)
    return 0 if found is None else found.start


def at_share(reading: Reading, percent: float) -> Position:
    """Return where the sentence begins that lies so far into the text, 0 to 100."""
    there = reading.stand(int(len(reading.text) * min(max(percent, 0), 100) / 100))
    return reading.stand(reading.sentence_at(there).start) if reading.paragraphs else there


def _next(reading: Reading, position: Position, parts: Parts) -> Position:
    index = reading.index_of(position)
    while 0 <= index < len(reading.paragraphs):
        for start, _ in parts(index):
            if start > position:
                return reading.stand(start)
        index += 1
    return _last(reading, position)


def _previous(reading: Reading, position: Position, parts: Parts) -> Position:
    index = reading.index_of(position)
    while index >= 0:
        before = [start for start, _ in parts(index) if start < position]
        if before:
            return reading.stand(before[-1])
        index -= 1
    return reading.paragraphs[0].start if reading.paragraphs else position


def _last(reading: Reading, position: Position) -> Position:
    return reading.last_stand(reading.paragraphs[-1].end) if reading.paragraphs else position


def _turn_start(reading: Reading, index: int) -> int:
    """Return the index of the first paragraph of the turn that a paragraph belongs to."""
    while index > 0 and reading.paragraphs[index - 1].turn == reading.paragraphs[index].turn:
        index -= 1
    return index
