"""Positions in a text and the ranges between them: half-open code points, everywhere.

What counts differently (UTF-8 bytes, UTF-16 units, lines and columns) is converted here, by name, at the edges.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Position = int
"""How many code points of a text lie before a place in it."""


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points of one text."""

    start: Position
    end: Position

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies in it."""
        return self.end <= self.start

    def holds(self, position: Position) -> bool:
        """Tell whether a position lies in it."""
        return self.start <= position < self.end

    def meets(self, other: Sequence[Position]) -> bool:
        """Tell whether it shares a code point with another range."""
        return self.start < other[1] and other[0] < self.end

    def within(self, start: Position, end: Position) -> Span:
        """Return the part of it between two positions, which may be empty."""
        low = max(self.start, start)
        return Span(low, max(low, min(self.end, end)))


def spans_of(pairs: Iterable[Sequence[Position]] | None) -> list[Span]:
    """Return the spans that a document holds as pairs, in the order of the text."""
    spans = [Span(pair[0], pair[1]) for pair in pairs or ()]
    if len(spans) > 1:
        spans.sort()
    return spans


def pairs_of(spans: Iterable[Sequence[Position]]) -> list[list[Position]]:
    """Return spans as a document holds them."""
    return [[span[0], span[1]] for span in spans]


def united(spans: Iterable[Sequence[Position]]) -> list[Span]:
    """Return what the spans cover, in order, without overlaps; those that touch become one."""
    result: list[Span] = []
    for start, end in sorted((span[0], span[1]) for span in spans):
        if end <= start:
            continue
        if result and start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(end, result[-1].end))
        else:
            result.append(Span(start, end))
    return result


def are_held(position: Position, spans: Iterable[Sequence[Position]]) -> bool:
    """Tell whether a position lies in one of the spans."""
    return any(start <= position < end for start, end in spans)


def utf8_offset(text: str, position: Position) -> int:
    """Return how many bytes of UTF-8 lie before a position; a lone surrogate counts three."""
    return len(text[:position].encode("utf-8", "surrogatepass"))


def position_of_utf8(text: str, offset: int) -> Position:
    """Return the position of a byte of UTF-8; a byte inside a code point gives that code point's start."""
    data = text.encode("utf-8", "surrogatepass")
    while 0 < offset < len(data) and data[offset] & 0xC0 == 0x80:
        offset -= 1
    return len(data[: max(offset, 0)].decode("utf-8", "surrogatepass"))


def utf16_offset(text: str, position: Position) -> int:
    """Return how many UTF-16 units lie before a position."""
    before = text[:position]
    return len(before) + sum(character > "\uffff" for character in before)


def position_of_utf16(text: str, offset: int) -> Position:
    """Return the position of a UTF-16 unit; the second of a pair gives its code point's start."""
    units = 0
    for position, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if units + width > offset:
            return position
        units += width
    return len(text)


def line_starts(text: str) -> list[Position]:
    """Return where the lines of a text begin; lines end at a line feed only."""
    starts = [0]
    found = text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return starts


def line_and_column(starts: Sequence[Position], position: Position) -> tuple[int, int]:
    """Return a position's line and column, both counted from 1, given where the lines begin."""
    line = bisect_right(starts, position)
    return line, position - starts[line - 1] + 1
