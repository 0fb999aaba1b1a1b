"""The gutter left of the text: which unit stands in which lane of which line.

A unit keeps one lane from its first line to its last, the lines between its spans included. One's own units take lanes
from the left, colleagues' from the right; where no lane is free, a `+` says that there is more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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


class _Held(NamedTuple):
    """A unit in its lane: its first and its last line, and the lines of its spans."""

    first: int
    last: int
    unit: Marked
    lines: Sequence[tuple[int, int]]

    def mark(self, line: int) -> Mark:
        """Return what stands on one of its lines: its letter, a bar, or what says that it goes on further down."""
        held = line == self.first or any(low <= line <= high for low, high in self.lines)
        return Mark(LETTER if line == self.first else BAR if held else GAP, self.unit.id, self.unit.is_own)


class Gutter:
    """Which unit has which lane of a transcript from where to where; marks are made for the lines that are drawn."""

    def __init__(self, lanes: int) -> None:
        """Begin with nothing marked."""
        self.lanes = lanes
        self.first_lines: dict[str, int] = {}
        """Where each unit begins."""
        self.places: dict[str, tuple[Marked, Sequence[tuple[int, int]]]] = {}
        """The units with the first and the last line of each of their spans."""
        self._held: list[list[_Held]] = [[] for _ in range(lanes)]
        self._firsts: list[list[int]] = [[] for _ in range(lanes)]
        self._free_from = [0] * lanes
        self._from_left = range(lanes)
        self._from_right = range(lanes - 1, -1, -1)
        self._waiting: dict[int, list[Marked]] = {}
        self._made: dict[int, Sequence[Mark | None]] = {}

    def on(self, line: int, *, is_top: bool = False) -> Sequence[Mark | None]:
        """Return what stands in the lanes of a line; on the top line in view every unit shows its letter."""
        marks = self._made.get(line)
        if marks is None:
            marks = self._made[line] = self._row(line)
        if not is_top:
            return marks
        return [mark._replace(kind=LETTER) if mark is not None and mark.kind in (BAR, GAP) else mark for mark in marks]

    def _row(self, line: int) -> Sequence[Mark | None]:
        row: list[Mark | None] = []
        for held, firsts in zip(self._held, self._firsts, strict=True):
            at = bisect_right(firsts, line) - 1
            row.append(held[at].mark(line) if at >= 0 and held[at].last >= line else None)
        for unit in self._waiting.get(line, ()):
            _squeeze_in(row, unit)
        return row

    def take(self, unit: Marked, lines: Sequence[tuple[int, int]]) -> None:
        """Give a unit, none of which begins before those taken already, a lane if one is free."""
        first, last = lines[0][0], lines[-1][1]
        self.first_lines[unit.id] = first
        if unit.is_relevant:
            for lane in self._from_left if unit.is_own else self._from_right:
                if self._free_from[lane] <= first:
                    self._free_from[lane] = last + 1
                    self._held[lane].append(_Held(first, last, unit, lines))
                    self._firsts[lane].append(first)
                    return
        self._waiting.setdefault(first, []).append(unit)


def gutter_of(units: Iterable[Marked], wrapping: Wrapping, lanes: int = LANES, before: Gutter | None = None) -> Gutter:
    """Return the gutter for units in the order of the text; `before` is one of the same wrapping."""
    gutter, lines_of = Gutter(lanes), wrapping.lines_of
    known = before.places if before is not None else {}
    for unit in units:
        if not unit.spans:
            continue
        place = known.get(unit.id)
        if place is None or place[0] is not unit:
            place = unit, lines_of(unit.spans)
        gutter.places[unit.id] = place
        gutter.take(*place)
    return gutter


def _squeeze_in(row: list[Mark | None], unit: Marked) -> None:
    """Put one mark for a unit that has no lane: where one is free, from the right, else over one that is no letter.

    What is not relevant needs no lane, since its text shows it; of a fourth unit a `+` tells.
    """
    mark = Mark(MORE if unit.is_relevant else NOT_RELEVANT, unit.id, unit.is_own)
    for lane in range(len(row) - 1, -1, -1):
        taken = row[lane]
        if taken is None or taken.kind == MORE:
            row[lane] = mark if taken is None else taken
            return
    lane = next((lane for lane in range(len(row) - 1, -1, -1) if _kind(row[lane]) != LETTER), len(row) - 1)
    if unit.is_relevant:
        row[lane] = mark


def _kind(mark: Mark | None) -> str:
    return mark.kind if mark is not None else ""
