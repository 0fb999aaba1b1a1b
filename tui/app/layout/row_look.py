"""What rows of codebook and board share in how they are drawn: the cursor's row, marks, letters, counts."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tui.app.glyphs import FULL, Glyphs
from tui.app.layout.pieces import Piece
from tui.app.layout.tree import Row
from tui.app.theme import category


class RowLook(NamedTuple):
    """What decides how rows look beside what they are."""

    here: str = ""
    """The row of the cursor, or of the text's code."""
    marked: Collection[str] = frozenset()
    focused: bool = False
    """Whether the pane has the keys: its cursor's row then has the row ground."""
    throwing: bool = False
    """Whether a throw waits for a letter: the letters are lit."""
    glyphs: Glyphs = FULL

    def is_here(self, row: Row) -> bool:
        """Tell whether the cursor is on a row."""
        return bool(row.id) and row.id == self.here

    def ground(self, row: Row) -> str:
        """Return what to put behind a role on this row."""
        return "@row" if self.focused and self.is_here(row) else ""

    def edge(self, row: Row, *, marks: bool = True) -> Piece:
        """Return the first cell of a row: where the cursor is, or that the row is marked; the row ground shows both."""
        ground = self.ground(row)
        if marks and row.id in self.marked and (ground or not self.is_here(row)):
            return (self.glyphs.marked, "accent" + ground)
        return (self.glyphs.here if self.is_here(row) else " ", "accent" + ground)

    def letter(self, row: Row) -> Piece:
        """Return the cell of a pile's letter: in its category's colour, an amber block while a throw waits."""
        if not row.letter:
            return (" ", "text" + self.ground(row))
        if self.throwing and row.kind != "parked":
            return (row.letter[:1], "text@title")
        return (row.letter[:1], (category(row.tone, True) if row.tone >= 0 else "text") + self.ground(row))
