"""Where things stand on the main screen, by its size and by what one is doing: reading or sorting.

The order of the panes never changes; a pane that does not fit folds to a strip of three cells.
"""

from __future__ import annotations

from typing import NamedTuple

PANES = ("transcript", "codebook", "board")
SMALLEST = (60, 16)
"""Columns and rows below which nothing sensible can be drawn; 80 × 24 works fully."""

_STRIP = 3
WIDE = 120
"""The columns from which all three panes are real, and sheets lie on codebook and board."""
_WIDER = 150
_TALL = 30


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


class Column(NamedTuple):
    """A pane's place across the screen; a strip shows only its initial and its position."""

    pane: str
    x: int
    width: int
    strip: bool


class Shape(NamedTuple):
    """The frame of the main screen: header in row 0, title rule in row 1, then body, rule, foot, blank, key line."""

    width: int
    height: int
    posture: str
    """`reading` or `sorting`; below 120 columns also named after what has the focus: `codebook`."""
    columns: tuple[Column, ...]
    foot_rows: int
    blank: int

    @property
    def rule_row(self) -> int:
        """The row of the rule under the body."""
        return self.height - 1 - self.blank - self.foot_rows - 1

    def body(self, column: Column) -> Box:
        """Return where a pane's lines stand."""
        return Box(column.x, 2, column.width, self.rule_row - 2)

    def foot(self, column: Column) -> Box:
        """Return where the lines about what the cursor is on stand."""
        return Box(column.x, self.rule_row + 1, column.width, self.foot_rows)

    def column(self, pane: str) -> Column | None:
        """Return the column of a pane; `None` where another pane has the whole screen."""
        return next((column for column in self.columns if column.pane == pane), None)


def shape_of(width: int, height: int, focus: str, zoomed: bool = False) -> Shape:
    """Return the frame for a screen of this size when this pane has the keys."""
    tall = height >= _TALL
    foot_rows = (4 if tall else 3) + (1 if focus == "board" else 0)
    blank = 1 if tall else 0
    posture = "sorting" if focus == "board" else "codebook" if focus == "codebook" and width < WIDE else "reading"
    if zoomed:
        return Shape(width, height, posture, (Column(focus, 0, width, False),), foot_rows, blank)
    return Shape(width, height, posture, _columns(width, focus), foot_rows, blank)


def _columns(width: int, focus: str) -> tuple[Column, ...]:
    """Give every pane its width; `None` takes what the others and two rules leave."""
    widths: tuple[int | None, int | None, int | None]
    if width >= _WIDER:
        widths = (46, 29, None) if focus == "board" else (None, 30, 54)
    elif width >= WIDE:
        widths = (38, _STRIP, None) if focus == "board" else (None, 29, 24)
    elif focus == "transcript":
        widths = (None, 28 if width >= 100 else _STRIP, _STRIP)
    elif focus == "codebook":
        widths = (_STRIP, None, _STRIP)
    else:
        widths = (_STRIP, _STRIP, None)
    rest = width - 2 - sum(given for given in widths if given is not None)
    columns: list[Column] = []
    x = 0
    for pane, given in zip(PANES, widths, strict=True):
        across = rest if given is None else given
        columns.append(Column(pane, x, across, given == _STRIP))
        x += across + 1
    return tuple(columns)


def whole_box(width: int, height: int) -> Box:
    """Return where a sheet opens that takes the whole screen between header and key line."""
    return Box(0, 1, width, height - 2 - (1 if height >= _TALL else 0))


def sheet_box(width: int, height: int, rows: int = 11, left: int = 0) -> Box:
    """Return where a sheet opens: from 120 columns exactly on codebook and board, from `left`; below, at the bottom.

    The sheet's first row is its title rule; the key line stays below it.
    """
    if width >= WIDE and left:
        return Box(left, 1, width - left, height - 2 - (1 if height >= _TALL else 0))
    rows = min(rows if height < _TALL else rows + 4, height - 4)
    return Box(0, height - 1 - rows, width, rows)
