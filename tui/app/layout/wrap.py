"""A transcript broken into screen lines for one width, in one pass, and positions turned into lines and cells and back.

Labels stand beside the text (or above it, in the narrow posture), so that all lines of a turn begin in one column. A
blank line parts turns, and paragraphs that a blank line parts in the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.app.layout.cells import Cell, cells_of, is_single, width_between
from tui.model.graphemes import ceiling
from tui.model.reading import Paragraph, Reading
from tui.model.text import Position, Span

WIDEST = 72
"""Text is never wider: longer lines are hard to read."""

TEXT, FIRST, BLANK, LABEL, OUTSIDE = "text", "first", "blank", "label", "outside"

# How many code points more than cells are looked at first, where characters have several.
_BEYOND = 12
_NOT_BREAKING = "\u00a0\u2007\u202f"
_NEVER_FIRST = "、。，．！？：；）」』】〉》”’"


class ScreenLine(NamedTuple):
    """One line: the code points it shows, the index of its turn, and what it is.

    `first` is the first line of a turn's text; a `blank` line and one with a `label` of its own hold no text, and one
    `outside` shows what nobody says, whose turn is -1.
    """

    start: Position
    end: Position
    turn: int
    kind: str


class Wrapping:
    """The lines of a transcript at one width."""

    def __init__(self, reading: Reading, width: int, *, labels_above: bool = False) -> None:
        """Break the whole text; `width` is the number of cells for text, never more than 72 of which are used."""
        self.reading = reading
        self.text = reading.text
        self.width = max(1, min(width, WIDEST))
        self.lines: list[ScreenLine] = []
        self._starts: list[Position] = []
        self._numbers: list[int] = []
        self._wrap(labels_above)

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.lines)

    def line_of(self, position: Position) -> int:
        """Return the number, from 0, of the line of text that shows a position, or the last before it."""
        index = bisect_right(self._starts, position) - 1
        return self._numbers[max(index, 0)] if self._numbers else 0

    def lines_of(self, spans: Iterable[Span]) -> list[tuple[int, int]]:
        """Return the numbers of the first and the last line of each span."""
        starts, numbers, behind = self._starts, self._numbers, bisect_right
        if not numbers:
            return [(0, 0) for _ in spans]
        return [
            (
                numbers[max(0, behind(starts, start) - 1)],
                numbers[max(0, behind(starts, end - 1 if end > start else start) - 1)],
            )
            for start, end in spans
        ]

    def place_of(self, position: Position) -> tuple[int, int]:
        """Return line and cell of a position; white space at which a line was broken stands behind its last cell."""
        number = self.line_of(position)
        if not self.lines:
            return 0, 0
        line = self.lines[number]
        return number, width_between(self.text, line.start, min(max(position, line.start), line.end))

    def position_at(self, number: int, cell: int) -> Position:
        """Return the character drawn at a cell of a line, the last of the line where the cell lies behind it.

        A line without text gives the nearest that has some.
        """
        if not self._numbers:
            return 0
        line = self.lines[self.nearest_text(number)]
        column = 0
        for each in self.cells(line):
            column += each.width
            if column > cell:
                return each.start
        return self.reading.stand(max(line.start, line.end - 1))

    def nearest_text(self, number: int) -> int:
        """Return the number of the line itself where it shows text, else of the next that does, else of the last."""
        number = min(max(number, 0), len(self.lines) - 1)
        index = bisect_right(self._numbers, number - 1)
        return self._numbers[min(index, len(self._numbers) - 1)] if self._numbers else number

    def moved(self, number: int, by: int) -> int:
        """Return the line of text so many lines of text further (or back), stopping at the ends."""
        if not self._numbers:
            return 0
        index = bisect_right(self._numbers, number) - 1
        return self._numbers[min(max(index + by, 0), len(self._numbers) - 1)]

    def cells(self, line: ScreenLine) -> list[Cell]:
        """Return the characters of a line as they are drawn."""
        return cells_of(self.text, line.start, line.end)

    def _wrap(self, labels_above: bool) -> None:
        turn, last_end = -2, 0
        for start, end, index in self._parts():
            is_new = index != turn
            if self.lines and (is_new or self.text.count("\n", last_end, start) > 1):
                self.lines.append(ScreenLine(start, start, turn if is_new else index, BLANK))
            if is_new and labels_above and index >= 0:
                self.lines.append(ScreenLine(start, start, index, LABEL))
            self._add(start, end, index, is_new)
            turn, last_end = index, end

    def _parts(self) -> list[Paragraph]:
        """Return the paragraphs, what stands in no turn between them."""
        if not self.reading.outside:
            return self.reading.paragraphs
        outside = (Paragraph(start, end, -1) for start, end in self.reading.outside)
        return sorted([*self.reading.paragraphs, *outside])

    def _add(self, start: Position, end: Position, turn: int, is_new: bool) -> None:
        kind = OUTSIDE if turn < 0 else FIRST if is_new else TEXT
        broken = list(_broken(self.text, start, end, self.width))
        if kind != OUTSIDE:
            self._starts.extend([low for low, _ in broken])
            self._numbers.extend(range(len(self.lines), len(self.lines) + len(broken)))
        for low, high in broken:
            self.lines.append(ScreenLine(low, high, turn, kind))
            if kind == FIRST:
                kind = TEXT


def _broken(text: str, start: Position, end: Position, width: int) -> Iterator[tuple[Position, Position]]:
    """Yield the lines of one paragraph; white space at which a line is broken belongs to none."""
    if is_single(text, start, end):
        for line in _of_code_points(width).finditer(text, start, end):
            yield line.start(), line.end(1) if line.lastindex else line.end()
        return
    while start < end:
        # One more than a line may hold shows a space to break at, and one more whether that is a space at all.
        if is_single(text, start, min(end, start + width + 2)):
            stop, following = _line_of_code_points(text, start, end, width)
        else:
            stop, following = _line_of_cells(text, start, end, width)
        yield start, stop
        start = following


@cache
def _of_code_points(width: int) -> re.Pattern[str]:
    """Return what matches one line after another of a paragraph whose characters all take one cell."""
    return re.compile(rf"(.{{1,{width}}})(?: +|\Z)|.{{{width}}}", re.DOTALL)


def _line_of_code_points(text: str, start: Position, end: Position, width: int) -> tuple[Position, Position]:
    """Return where a line of characters of one cell ends, and where the next begins."""
    if end - start <= width:
        return end, end
    at = text.rfind(" ", start + 1, start + width + 1)
    if at < 0:
        return start + width, start + width
    following = at + 1
    while following < end and text[following] == " ":
        following += 1
    return at, following


def _line_of_cells(text: str, start: Position, end: Position, width: int) -> tuple[Position, Position]:
    """Return where a line ends, and where the next begins, whatever its characters are."""
    reach = width + _BEYOND
    while True:
        reached = ceiling(text, min(end, start + reach))
        cells = cells_of(text, start, reached)
        after = _fitting(text, cells, width)
        if after < len(cells) or reached >= end:
            break
        reach *= 2
    if after == len(cells):
        return end, end
    after = max(after, 1)
    stop = next((index for index in range(after, 0, -1) if _may_break(text, cells[index - 1], cells[index])), after)
    last = stop
    while last > 1 and _is_space(text, cells[last - 1]):
        last -= 1
    return cells[last - 1].end, cells[stop].start


def _fitting(text: str, cells: Sequence[Cell], width: int) -> int:
    """Return how many of the characters fit into a line; white space may hang over its end."""
    column = 0
    for index, cell in enumerate(cells):
        column += cell.width
        if column > width and not _is_space(text, cell):
            return index
    return len(cells)


def _is_space(text: str, cell: Cell) -> bool:
    return cell.end - cell.start == 1 and text[cell.start].isspace() and text[cell.start] not in _NOT_BREAKING


def _may_break(text: str, before: Cell, after: Cell) -> bool:
    """Tell whether a line may end between two characters: behind white space, and beside one of a wide script."""
    if _is_space(text, after):
        return False
    if _is_space(text, before):
        return True
    if text[after.start] in _NEVER_FIRST:
        return False
    return any(cell.width == 2 and unicodedata.category(text[cell.start]) == "Lo" for cell in (before, after))
