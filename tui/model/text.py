"""Positions in a text and the ranges between them: half-open code points, everywhere."""

from __future__ import annotations

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
