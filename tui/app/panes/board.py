"""The board pane: the tray and the piles, for sorting; while one reads, a narrow view of where the text's code lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.app.layout.card_line import board_line
from tui.app.layout.cards import Board, board
from tui.app.layout.feet import counted, pile_foot, unit_foot, units_foot
from tui.app.layout.pieces import EMPTY, Line
from tui.app.layout.piles_away import piles_away
from tui.app.layout.start import start_lines
from tui.app.layout.tree import ARRIVAL, Tree
from tui.app.panes.rows import RowsPane

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_MARGIN = 2
_WIDE = 100
"""The columns of the screen from which the transcript stands beside the board."""


class BoardPane(RowsPane):
    """The board of the main screen."""

    name_shown = "Board"
    _tree: Tree
    _laid: Board
    _key: tuple[object, ...] = ()
    _order: Sequence[str] = ()
    _numbers: Mapping[str, int] = MappingProxyType({})
    _tops: tuple[int, ...] = ()
    _piles = 0
    _start: Sequence[Line] = ()
    _arrived: str | None = None
    """The unit that the transcript showed when one came to the board."""

    def __init__(self, main: MainScreen) -> None:
        """Begin with every column at its top."""
        super().__init__(main)
        self._top_rows: dict[int, int] = {}
        """The first row in view of each column, by its number."""

    def prepare(self) -> None:
        """Lay the board out where something has changed, and bring the cursor's row into view."""
        self._look = self.look()
        self.lay_out()
        self._scroll()
        self._start = () if self._piles or self.project.codebook.categories() else self._start_lines()

    def follow(self) -> None:
        """Before anything is drawn: let the cursor stand on a card, and the transcript show a unit of it.

        While words are typed in the key line, such as a filter, the text stays: it follows when they are entered.
        """
        if self.focused and self.main.question is None:
            self.stand_somewhere()
            self._show_unit()
            if self._arrived is None:
                self._arrived = self.desk.unit_shown

    def arrive(self, unit: str) -> None:
        """Come from the text, where this unit is lit: it is the first to be shown, if the card has it."""
        self.desk.unit_shown = unit
        self._arrived = None
        self.follow()

    def leave(self) -> None:
        """Go back to the text: to the unit shown where another card was looked at, so that `''` returns from there."""
        unit = self.project.get("units", self.desk.unit_shown)
        if unit is not None and unit["id"] != self._arrived:
            self.desk.go(unit["source"], unit["spans"][0][0])
            self.desk.current = unit["id"]

    def lay_out(self) -> None:
        """Work out where everything stands, if anything has changed."""
        sorting = self.desk.pane == "board"
        node = self.standing(self.desk.node)
        pile = self._pile_of(node) if not sorting or self.across < 76 else ""
        key = (*self.key(), self.across, self.down, sorting, pile)
        if key == self._key:
            return
        before = self._laid if self._key else None
        self._key = key
        self._tree = self.tree_now(folds=False, headings=True)
        columns = self._columns_kept(before) if self.desk.filter and before is not None else 0
        self._laid = board(self._tree, self.across, self.down, sorting=sorting, here=node, columns=columns)
        self._piles = len(self.project.codebook.piles())
        self._order = list(self._laid.places)
        self._numbers = {node: number for number, node in enumerate(self._order)}
        if before is not None and self.desk.node and not node:
            self._stay_near(before)

    def _columns_kept(self, before: Board) -> int:
        """Return how many columns of piles there are, which stay while rows are filtered; 0 where they may change."""
        fits = before.stacks[0].is_tray and before.stacks[-1].x + before.stacks[-1].width == self.across - 1
        return len(before.stacks) - 1 if fits else 0

    @property
    def laid(self) -> Board:
        """Where everything stands now."""
        self.lay_out()
        return self._laid

    @property
    def order(self) -> Sequence[str]:
        """Everything the cursor can be on, column by column."""
        self.lay_out()
        return self._order

    @property
    def numbers(self) -> Mapping[str, int]:
        """Where in the order each of them is."""
        self.lay_out()
        return self._numbers

    def line(self, y: int) -> Line:
        """Return a line across all columns."""
        if not self._start:
            return board_line(self._laid, self._tree, y, self._tops, self._look)
        return self._line_of_start(y)

    def fact(self) -> str:
        """Return how many piles there are; while one sorts, how many codes are left and how many are marked."""
        book = self.project.codebook
        if self.focused and self.main.across >= 60:
            order = self.desk.tray_order
            unsorted = f"{len(book.unsorted())} unsorted" + (f" by {order}" if order != ARRIVAL else "")
            said = [unsorted, self.marked_words()]
            return ", ".join(words for words in said if words)
        return counted(self._piles, "piles") if self._piles else "no piles"

    def hidden(self) -> str:
        """Return how many codes the filter hides, or else how many rows lie below the last line."""
        hidden = self.hidden_by_filter()
        if hidden:
            return hidden
        if self._start:
            return ""
        stacks = zip(self._laid.stacks, self._tops, strict=True)
        below = sum(row.stands for stack, top in stacks for row in stack.rows[top + self.down :])
        return f"{below} more" if below else ""

    def foot(self, width: int, rows: int) -> Sequence[Line]:
        """Return what the cursor is on: while sorting its units, while reading its pile."""
        node = self.standing(self.desk.node)
        if self.desk.pane != "board":
            return pile_foot(self.project, node if self._look.here else "", width, rows, self.glyphs)
        if self._look.throwing and (away := self._piles_away()):
            return piles_away(self.project.codebook, away, width, rows, self.glyphs)
        units = self.units_of(node)
        at = max(0, self.shown_of()[0] - 1)
        beside = units_foot if self.main.across >= _WIDE and not self.desk.zoomed else unit_foot
        return beside(self.project, node, units, at, width, rows, self.glyphs)

    def _piles_away(self) -> list[str]:
        """Return the piles with a letter whose headings are out of view."""
        book, laid = self.project.codebook, self._laid

        def is_in_view(pile: str) -> bool:
            column, y = laid.places.get(pile, (0, -1))
            return 0 <= y - self._tops[column] < self.down

        return [pile for pile in book.piles() if book.letter(pile) and not is_in_view(pile)]

    def across_columns(self, by: int) -> None:
        """Go to the column before or after, to the row nearest to where the cursor is on the screen."""
        laid = self.laid
        if not self._order:
            return
        here = self.standing(self.desk.node)
        column, y = laid.places.get(here, (0, 0))
        on_screen = y - self._top_of(column)
        target = column + by
        while 0 <= target < len(laid.stacks):
            rows = [y for node, (at, y) in laid.places.items() if at == target]
            if rows:
                nearest = min(rows, key=lambda y: abs(y - self._top_of(target) - on_screen))
                self.go_to(laid.stacks[target].rows[nearest].id)
                return
            target += by

    def clicked(self, x: int, y: int) -> None:
        """Put the cursor on the card that was pressed."""
        for column, stack in enumerate(self._laid.stacks):
            at = y + self._top_of(column)
            if stack.x <= x < stack.x + stack.width and at < len(stack.rows) and stack.rows[at].stands:
                self.go_to(stack.rows[at].id)

    # keeping the cursor in view

    def _scroll(self) -> None:
        """Bring the cursor's row into view; the other columns stay as they are.

        A column goes on by most of its height at once, so that most steps leave it as it is: a calm board, and on a
        slow line a quick one.
        """
        laid = self._laid
        place = laid.places.get(self._look.here)
        if place is not None:
            column, y = place
            top, margin = self._top_of(column), min(_MARGIN, max(0, (self.down - 1) // 2))
            if y > top + self.down - 1 - margin:
                self._top_rows[column] = y - self.down // 3
            elif y < top + margin:
                self._top_rows[column] = y - self.down + self.down // 3
        for column, stack in enumerate(laid.stacks):
            self._top_rows[column] = max(0, min(self._top_of(column), len(stack.rows) - self.down))
        self._tops = tuple(self._top_of(column) for column in range(len(laid.stacks)))

    def _top_of(self, column: int) -> int:
        return self._top_rows.get(column, 0)

    def _stay_near(self, before: Board) -> None:
        """Put the cursor where the node stood that is gone, on what stands there now."""
        column, y = before.places.get(self.desk.node, (0, 0))
        column = min(column, len(self._laid.stacks) - 1)
        there = [(abs(at[1] - y), node) for node, at in self._laid.places.items() if at[0] == column]
        self.desk.node = min(there)[1] if there else next(iter(self._order), "")

    def _show_unit(self) -> None:
        """Let the transcript show a unit of the card, the first where none was chosen."""
        units = self.units_of(self.standing(self.desk.node))
        if not any(unit["id"] == self.desk.unit_shown for unit in units):
            self.desk.unit_shown = units[0]["id"] if units else ""

    def _pile_of(self, node: str) -> str:
        nodes = self.project.codebook.nodes
        if node not in nodes:
            return ""
        return (nodes[node].parent or "") if nodes[node].is_code else node

    # before there are piles

    def _start_lines(self) -> Sequence[Line]:
        project, tray = self.project, self._laid.stacks[0]
        width = self.across - (tray.width + 2 if tray.is_tray else 0)
        sources = {source["id"] for source in project.alive("sources")}
        read = {each.get("source") for each in project.alive("passes") if each.get("ended")} & sources
        codes = len(project.codebook.codes())
        return start_lines(
            width, self.glyphs, codes=codes, read=len(read), sources=len(sources), focused=self.desk.pane == "board"
        )

    def _line_of_start(self, y: int) -> Line:
        """Return the tray and, beside it or below its heading, what to do."""
        tray = self._laid.stacks[0]
        alone = Board([tray], self._laid.ledger, quiet=self._laid.quiet)
        rows = board_line(alone, self._tree, y, self._tops[:1], self._look)
        if not tray.is_tray:
            if y == 0:
                return rows
            return self._start[y - 2] if 0 <= y - 2 < len(self._start) else EMPTY
        gap = tray.width + 1 - sum(len(text) for text, _ in rows)
        words = self._start[y] if y < len(self._start) else EMPTY
        return (*rows, (" " * gap, "text"), *words) if words else rows
