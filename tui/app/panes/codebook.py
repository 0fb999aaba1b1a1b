"""The codebook pane: the tree of codes with folds, counts and, where there is room, definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tui.app.layout.feet import codebook_foot, counted
from tui.app.layout.pieces import EMPTY, Line
from tui.app.layout.tree import ITEM, Row, Tree
from tui.app.layout.tree_line import tree_line
from tui.app.panes.rows import RowsPane

_ROOM_FOR_MARKED = 40
_MARGIN = 2
"""Rows kept in view above and below the cursor."""


class CodebookPane(RowsPane):
    """The codebook of the main screen."""

    name_shown = "Codebook"
    _tree: Tree
    _key: tuple[object, ...] = ()
    _rows: Sequence[Row] = ()
    _places: dict[str, int]
    _order: Sequence[str] = ()
    _numbers: Mapping[str, int] = MappingProxyType({})
    _top = 0

    def prepare(self) -> None:
        """Make the rows where something has changed, and bring the cursor's into view."""
        self.stand_somewhere()
        self.lay_out()
        look = self.look()
        self._look = look._replace(here=self.row_of(look.here))
        at = self._places.get(self._look.here, -1)
        if at >= 0:
            lowest = max(0, len(self._rows) - self.down)
            margin = min(_MARGIN, max(0, (self.down - 1) // 2))
            heading = 1 if at and not self._rows[at - 1].stands else 0
            self._top = max(at - self.down + 1 + margin, min(self._top, at - margin - heading))
            self._top = max(0, min(self._top, lowest))

    def lay_out(self) -> None:
        """Make the rows where something has changed."""
        key = (*self.key(), frozenset(self.desk.folded))
        if key == self._key:
            return
        gone = self._places.get(self.desk.node, 0) if self._key else 0
        self._key = key
        self._tree = self.tree_now(folds=True)
        self._rows = self._tree.rows()
        self._places = {row.id: y for y, row in enumerate(self._rows) if row.stands}
        self._order = list(self._places)
        self._numbers = {node: number for number, node in enumerate(self._order)}
        if self._order and not self.standing(self.desk.node) and self.desk.node:
            self.desk.node = next((node for node, y in self._places.items() if y >= gone), self._order[-1])

    @property
    def order(self) -> Sequence[str]:
        """Everything the cursor can be on, in order."""
        self.lay_out()
        return self._order

    @property
    def numbers(self) -> Mapping[str, int]:
        """Where in the order each of them is."""
        self.lay_out()
        return self._numbers

    @property
    def rows(self) -> Sequence[Row]:
        """All rows as they stand."""
        self.lay_out()
        return self._rows

    def row_of(self, node: str) -> str:
        """Return the row that stands for a node: its own, or the folded one that hides it."""
        book = self.project.codebook
        chain = book.ancestry(node) if node in book.nodes else (node,)
        return next((each for each in chain if each in self._places), "")

    def place_of_cursor(self) -> int:
        """Return where in the order the cursor is, on a folded row where that hides its code."""
        self.lay_out()
        return self._numbers.get(self.row_of(self.standing(self.desk.node)), -1)

    def line(self, y: int) -> Line:
        """Return a row in view."""
        at = self._top + y
        if not self._rows and y == 0:
            return ((" No codes yet.", "muted"),)
        return tree_line(self._rows[at], self._tree, self.across, self._look) if at < len(self._rows) else EMPTY

    def fact(self) -> str:
        """Return how many codes there are, how many the filter lets through, and how many are marked."""
        self.lay_out()
        codes = len(self.project.codebook.codes())
        said = counted(codes, "codes")
        if self.desk.filter:
            said = f"{sum(row.kind == ITEM for row in self._rows)} of {said}"
        marked = self.marked_words()
        return f"{said}, {marked}" if marked and self.across >= _ROOM_FOR_MARKED else said

    def hidden(self) -> str:
        """Return how many rows the filter hides, or else lie below the last one in view."""
        hidden = self.hidden_by_filter()
        if hidden:
            return hidden
        below = sum(row.stands for row in self._rows[self._top + self.down :])
        return f"{below} more" if below else ""

    def foot(self, width: int, rows: int) -> Sequence[Line]:
        """Return the name and the brief definition of the row under the cursor."""
        node = self.standing(self.desk.node) if self._look.here else ""
        return codebook_foot(self.project, node, width, rows, self.glyphs)

    def clicked(self, x: int, y: int) -> None:
        """Put the cursor on the row that was pressed."""
        at = self._top + y
        if at < len(self._rows) and self._rows[at].stands:
            self.go_to(self._rows[at].id)
