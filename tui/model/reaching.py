"""How far a selection or an end of a unit goes with a motion: to whole words, sentences, paragraphs, turns.

Of the two ends of a range one stays and one moves; both are characters that the range includes. Where the moving end
lies behind the other it goes to the last character of what it reaches, else to the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.motions import Parts
from tui.model.reading import Reading
from tui.model.text import Position, Span
from tui.model.words import words


def words_of(reading: Reading) -> Parts:
    """Return what gives the words of a paragraph."""
    return lambda index: words(reading.text, *reading.paragraphs[index][:2])


def sentences_of(reading: Reading) -> Parts:
    """Return what gives the sentences of a paragraph."""
    return reading.sentences_of


def paragraphs_of(reading: Reading) -> Parts:
    """Return what gives a paragraph as a whole."""
    return lambda index: [reading.paragraphs[index][:2]]


def turns_of(reading: Reading) -> Parts:
    """Return what gives the whole turn that a paragraph belongs to."""

    def whole(index: int) -> Sequence[Sequence[Position]]:
        turn = reading.turn_of(reading.paragraphs[index])
        return [] if turn is None else [reading.transcript.trimmed(turn.speech, turn.end)]

    return whole


def reached(
    reading: Reading, fixed: Position, moving: Position, parts: Parts, *, forwards: bool
) -> tuple[Position, Position]:
    """Return both ends after a motion by some parts: the one that stays, made to hold its whole word, and the other."""
    if forwards:
        start = _start_after(reading, moving, parts) if moving < fixed else None
        if start is None or start > fixed:
            start = max(fixed, _last_after(reading, max(moving, fixed - 1), parts))
        return rounded(reading, fixed, start)
    last = _last_before(reading, moving, parts) if moving > fixed else None
    if last is None or last < fixed:
        last = min(fixed, _start_before(reading, min(moving, fixed + 1), parts))
    return rounded(reading, fixed, last)


def rounded(reading: Reading, fixed: Position, moving: Position) -> tuple[Position, Position]:
    """Return two ends moved outwards to where the words end that they lie in."""
    if moving >= fixed:
        return word_at(reading, fixed).start, reading.last_stand(word_at(reading, moving).end)
    return reading.last_stand(word_at(reading, fixed).end), word_at(reading, moving).start


def end_reached(
    reading: Reading, span: Span, at: Position, parts: Parts, *, is_start: bool, forwards: bool
) -> Position:
    """Return where the end in hand of a span goes, which never passes the span's other end nor cuts a word there.

    Args:
        reading: The transcript as it is read.
        span: The span whose end is in hand.
        at: The character at that end.
        parts: What the motion goes by.
        is_start: Whether it is the beginning that is in hand.
        forwards: Whether the motion goes on in the text.
    """
    if is_start and forwards:
        to = _start_after(reading, at, parts)
        return at if to is None or to >= span.end else to
    if is_start:
        return _start_before(reading, at, parts)
    if forwards:
        return _last_after(reading, at, parts)
    last = _last_before(reading, at, parts)
    return at if last is None or last < span.start else last


def end_rounded(reading: Reading, span: Span, position: Position, *, is_start: bool) -> Position:
    """Return where the end in hand of a span lies on whole words, brought to a position short of the other end."""
    if is_start:
        return word_at(reading, min(position, reading.last_stand(span.end))).start
    return reading.last_stand(word_at(reading, max(position, reading.stand(span.start))).end)


def word_at(reading: Reading, position: Position) -> Span:
    """Return the word at a position; between words, the character there."""
    index = reading.index_of(position)
    found = words_of(reading)(index) if index >= 0 else ()
    here = (Span(start, end) for start, end in found if start <= position < end)
    return next(here, Span(position, reading.behind(position)))


def _start_after(reading: Reading, position: Position, parts: Parts) -> Position | None:
    """Return the first beginning of a part after a position."""
    for index in range(max(reading.index_of(position), 0), len(reading.paragraphs)):
        for start, _ in parts(index):
            if start > position:
                return reading.stand(start)
    return None


def _last_after(reading: Reading, position: Position, parts: Parts) -> Position:
    """Return the first last character of a part after a position; at the end of the text, the position."""
    for index in range(max(reading.index_of(position), 0), len(reading.paragraphs)):
        for _, end in parts(index):
            last = reading.last_stand(end)
            if last > position:
                return last
    return position


def _start_before(reading: Reading, position: Position, parts: Parts) -> Position:
    """Return the last beginning of a part before a position; at the beginning of the text, the position."""
    for index in range(reading.index_of(position), -1, -1):
        before = [start for start, _ in parts(index) if start < position]
        if before:
            return reading.stand(before[-1])
    return position


def _last_before(reading: Reading, position: Position, parts: Parts) -> Position | None:
    """Return the nearest last character of a part before a position."""
    for index in range(reading.index_of(position), -1, -1):
        before = [last for _, end in parts(index) if (last := reading.last_stand(end)) < position]
        if before:
            return before[-1]
    return None
