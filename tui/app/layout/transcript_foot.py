"""What stands below the transcript: the units under the cursor, what is selected and held, or who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.app.layout.pieces import Line, Piece, cut, ends, width_of, wrapped
from tui.app.layout.transcript_columns import Columns

_CONDENSED_LINES = 2


class UnitSaid(NamedTuple):
    """A unit as the foot tells of it; every text has been made safe."""

    letter: str
    role: str
    codes: str
    condensed: str
    marks: str
    coder: str


def units_foot(
    units: Sequence[UnitSaid], columns: Columns, width: int, rows: int, more: str, notes: Sequence[str] = ()
) -> list[Line]:
    """Return the lit unit with its codes, whose it is and its condensed form, then a line for each other unit here.

    What there is no line for is counted in the last one. Below stand the beginnings of the notes on this passage.
    """
    lines: list[Line] = []
    for number, unit in enumerate(units):
        left = len(units) - number
        if number and left > 1 and len(lines) == rows - 1:
            lines.append(((" " * columns.text_at, "text"), (f"and {left} more units here", "muted")))
        if len(lines) >= rows:
            break
        lines.append(_head(unit, columns, width, more, is_lit=number == 0))
        if number == 0 and unit.condensed:
            room = min(_CONDENSED_LINES, rows - 1 - (len(units) > 1))
            lines += _muted(unit.condensed, columns, width, room, more)
    mark = " " * (columns.text_at - 2)
    for words in notes[: max(0, rows - len(lines))]:
        lines.append(
            ((mark, "text"), ("m ", "accent"), (cut(words, max(1, width - columns.text_at - 1), more), "muted"))
        )
    return lines[:rows]


def said_foot(
    bold: str, beside: str, below: str, columns: Columns, width: int, rows: int, more: str, right: str = ""
) -> list[Line]:
    """Return a bold beginning with what is said beside it, and muted lines below."""
    indent: Piece = (" " * columns.text_at, "text")
    left: list[Piece] = [indent, (bold, "strong")]
    if beside:
        left.append((f"  {beside}", "muted"))
    head = ends(left, [(right, "muted"), (" ", "text")], width) if right else tuple(left)
    return [head, *_muted(below, columns, width, rows - 1, more)][:rows] if below else [head]


def _head(unit: UnitSaid, columns: Columns, width: int, more: str, *, is_lit: bool) -> Line:
    lane = " " * columns.lanes_at
    gap = " " * (columns.text_at - columns.lanes_at - 1)
    right: list[Piece] = [(f"{unit.marks}  " if unit.marks else "", "muted"), (unit.coder, "muted"), (" ", "text")]
    room = max(1, width - columns.text_at - width_of(right) - 1)
    codes: Piece = (cut(unit.codes, room, more), "strong" if is_lit else "text")
    return ends([(lane, "text"), (unit.letter, unit.role), (gap, "text"), codes], right, width)


def _muted(text: str, columns: Columns, width: int, rows: int, more: str) -> list[Line]:
    room = max(1, min(columns.text, width - columns.text_at - 1))
    lines = wrapped(text, room)
    if len(lines) > rows > 0:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), room, more)]
    return [((" " * columns.text_at, "text"), (line, "muted")) for line in lines[: max(rows, 0)]]
