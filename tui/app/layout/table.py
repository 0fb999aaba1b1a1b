"""Columns of a list: as wide as what they hold, the least important left out where the screen is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.app.layout.pieces import Line, Piece, cut, padded
from tui.model.safe_text import safe


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A column: its head, the role of its cells, whether it stands at the right edge, and how wide it may become."""

    head: str
    role: str = "text"
    right: bool = False
    widest: int = 24
    spare: int = 0
    """The higher, the sooner the column is left out; 0: never."""


def widths_of(columns: Sequence[ColumnOf], cells: Sequence[Sequence[str]], width: int, gap: int = 3) -> list[int]:
    """Return how wide each column is; 0 for those left out."""
    wanted = [
        min(column.widest, max([cell_len(column.head), *(cell_len(row[number]) for row in cells)]))
        for number, column in enumerate(columns)
    ]
    for number in sorted(range(len(columns)), key=lambda number: -columns[number].spare):
        if sum(wanted) + gap * (sum(1 for each in wanted if each) - 1) <= width or not columns[number].spare:
            break
        wanted[number] = 0
    over = sum(wanted) + gap * (sum(1 for each in wanted if each) - 1) - width
    while over > 0:
        longest = max(range(len(columns)), key=lambda number: 0 if columns[number].right else wanted[number])
        if wanted[longest] <= 4:
            break
        wanted[longest] -= 1
        over -= 1
    return wanted


def row_of(
    columns: Sequence[ColumnOf], cells: Sequence[str], widths: Sequence[int], gap: int = 3, more: str = "…"
) -> Line:
    """Return one row in the roles of its columns."""
    pieces: list[Piece] = []
    for column, cell, width in zip(columns, cells, widths, strict=True):
        if not width:
            continue
        text = cut(cell, width, more)
        text = " " * (width - cell_len(text)) + text if column.right else padded(text, width)
        if pieces:
            pieces.append((" " * gap, "text"))
        pieces.append((text, column.role))
    return tuple(pieces)


def head_of(columns: Sequence[ColumnOf], widths: Sequence[int], gap: int = 3) -> Line:
    """Return the muted line of column heads."""
    return tuple((text, "muted") for text, _ in row_of(columns, [safe(column.head) for column in columns], widths, gap))
