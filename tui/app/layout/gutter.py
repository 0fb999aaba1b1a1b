"""The gutter left of the text: which unit stands in which lane of which line.

A unit keeps one lane from its first line to its last, the lines between its spans included. One's own units take lanes
from the left, colleagues' from the right; where no lane is free, a `+` says that there is more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.app.layout.wrap import Wrapping
from tui.model.text import Span

LANES = 3

LETTER, BAR, GAP, MORE, NOT_RELEVANT = "letter", "bar", "gap", "more", "not relevant"


class Marked(NamedTuple):
    """A unit as the gutter needs it: its spans in order, whether it is one's own, whether it is relevant."""

    id: str
    spans: Sequence[Span]
    is_own: bool = True
    is_relevant: bool = True


class Mark(NamedTuple):
    """What stands in a lane of a line: the kind of mark, and whose."""

    kind: str
    unit: str
    is_own: bool


@dataclass(slots=True)
class Gutter:
    """The marks of a transcript by line and lane, and where each unit begins and ends."""

    lanes: int
    marks: dict[int, list[Mark | None]] = field(default_factory=dict)
    first_lines: dict[str, int] = field(default_factory=dict)

    def on(self, line: int, *, is_top: bool = False) -> Sequence[Mark | None]:
        """Return what stands in the lanes of a line; on the top line in view every unit shows its letter."""
        marks = self.marks.get(line)
        if marks is None:
            return (None,) * self.lanes
        if not is_top:
            return marks
        return [mark._replace(kind=LETTER) if mark is not None and mark.kind in (BAR, GAP) else mark for mark in marks]


def gutter_of(units: Iterable[Marked], wrapping: Wrapping, lanes: int = LANES) -> Gutter:
    """Return the gutter for units in the order of the text."""
    gutter = Gutter(lanes)
    free_from = [0] * lanes
    waiting: list[tuple[int, Marked]] = []
    for unit in units:
        lines = _lines(unit.spans, wrapping)
        if not lines:
            continue
        first, last = lines[0][0], lines[-1][1]
        gutter.first_lines[unit.id] = first
        if not unit.is_relevant:
            waiting.append((first, unit))
            continue
        order = range(lanes) if unit.is_own else range(lanes - 1, -1, -1)
        lane = next((each for each in order if free_from[each] <= first), None)
        if lane is None:
            waiting.append((first, unit))
            continue
        free_from[lane] = last + 1
        for line, kind in _kinds(lines):
            _row(gutter, line)[lane] = Mark(kind, unit.id, unit.is_own)
    for line, unit in waiting:
        _squeeze_in(gutter, line, unit)
    return gutter


def _lines(spans: Sequence[Span], wrapping: Wrapping) -> list[tuple[int, int]]:
    """Return the first and the last line of each span."""
    return [(wrapping.line_of(start), wrapping.line_of(max(start, end - 1))) for start, end in spans]


def _kinds(lines: Sequence[tuple[int, int]]) -> Iterable[tuple[int, str]]:
    """Yield the lines of a unit: its letter, bars, and what says that it goes on further down."""
    below = lines[0][0]
    for first, last in lines:
        for line in range(below, first):
            yield line, GAP
        for line in range(max(first, below), last + 1):
            yield line, LETTER if line == lines[0][0] else BAR
        below = max(below, last + 1)


def _squeeze_in(gutter: Gutter, line: int, unit: Marked) -> None:
    """Put one mark for a unit that has no lane: where one is free, from the right, else over one that is no letter.

    What is not relevant needs no lane, since its text shows it; of a fourth unit a `+` tells.
    """
    row = _row(gutter, line)
    mark = Mark(MORE if unit.is_relevant else NOT_RELEVANT, unit.id, unit.is_own)
    for lane in range(gutter.lanes - 1, -1, -1):
        taken = row[lane]
        if taken is None or taken.kind == MORE:
            row[lane] = mark if taken is None else taken
            return
    lane = next((lane for lane in range(gutter.lanes - 1, -1, -1) if _kind(row[lane]) != LETTER), gutter.lanes - 1)
    if unit.is_relevant:
        row[lane] = mark


def _kind(mark: Mark | None) -> str:
    return mark.kind if mark is not None else ""


def _row(gutter: Gutter, line: int) -> list[Mark | None]:
    return gutter.marks.setdefault(line, [None] * gutter.lanes)
