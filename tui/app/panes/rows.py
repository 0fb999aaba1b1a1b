"""What codebook and board have in common: which row the cursor is on, marks, the filter, and the units of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.app.layout.feet import counted
from tui.app.layout.row_look import RowLook
from tui.app.layout.tree import PARKED, UNSORTED, Tree, in_tray_order
from tui.app.panes.pane import Pane
from tui.model.documents import Document
from tui.model.safe_text import safe
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

SORTING_PANES = ("codebook", "board")


class RowsPane(Pane):
    """A pane of rows; each stands for a node, or for the tray or what is parked."""

    def __init__(self, main: MainScreen) -> None:
        """Begin with nothing laid out."""
        super().__init__(main)
        self._look = RowLook()
        self._code = ""
        self._units: tuple[tuple[int, str], list[Document]] | None = None

    # what is drawn

    def tree_now(self, *, folds: bool, headings: bool = False) -> Tree:
        """Return what rows are made from, as desk and project stand; with `headings` the filter hides only codes."""
        book = self.project.codebook
        coder = self.project.get("coders", self.session.coder)
        quick = {code: digit for digit, code in book.quick(coder).items()} if coder else {}
        folded = self.desk.folded if folds else ()
        kept = self.main.filtered.kept(self.project, self.desk.filter)
        if headings and kept is not None:
            kept = kept.union(node.id for node in book.nodes.values() if not node.is_code)
        order = self.desk.tray_order
        return Tree(book, self.project.tally, quick=quick, folded=folded, kept=kept, tray_order=order)

    def key(self) -> tuple[object, ...]:
        """Return everything that a layout of the rows depends on, the size of the pane left out."""
        return (self.project.revision, self.session.coder, self.desk.filter, self.desk.tray_order)

    def look(self) -> RowLook:
        """Return how the rows look now."""
        throwing = self.desk.prefix in ("t", "'") and self.desk.pane in SORTING_PANES
        here = self.here()
        focused = self.focused and self.main.sheet is None
        return RowLook(here, frozenset(self.desk.marked), focused, throwing, self.glyphs)

    def here(self) -> str:
        """Return the row to be shown as the cursor's: while one reads, that of the text's code."""
        if self.desk.pane in SORTING_PANES:
            return self.standing(self.desk.node)
        code = self.code_in_text()
        if code:
            self.desk.node = code
        return code

    def code_in_text(self) -> str:
        """Return the first code of the unit that is lit in the transcript; empty where none is.

        While something is selected no unit is lit: all stays as it was, however the cursor moves.
        """
        if self.desk.selection is None:
            unit = self.main.transcript.unit_here()
            codes = self.project.codebook.codes_of(unit) if unit is not None else ()
            self._code = codes[0] if codes else ""
        return self._code

    def standing(self, node: str) -> str:
        """Return the node that stands for an id now, after merges; empty where it is gone."""
        if node in (UNSORTED, PARKED):
            return node
        return self.project.codebook.resolve(node) or "" if node else ""

    def stand_somewhere(self) -> None:
        """Put the cursor, where it is nowhere yet, on the first card: what is unsorted comes first."""
        if self.desk.pane in SORTING_PANES and not self.desk.node:
            book = self.project.codebook
            codes = (*in_tray_order(book, self.project.tally, self.desk.tray_order), *book.codes())
            self.desk.node = next(iter(codes), next(iter(self.order), ""))

    # what it acts on

    @property
    def order(self) -> Sequence[str]:
        """Everything the cursor can be on, in order."""
        return ()

    @property
    def numbers(self) -> Mapping[str, int]:
        """Where in the order each of them is."""
        return {}

    def acts_on(self) -> list[str]:
        """Return the nodes a key acts on: the marked, else the one under the cursor."""
        nodes = self.project.codebook.nodes
        marked = [node for node in self.desk.marked if node in nodes]
        return marked or [node for node in (self.standing(self.desk.node),) if node in nodes]

    def units_of(self, node: str) -> list[Document]:
        """Return the units of a node and of all below it, by source and in the order of the text."""
        key = (self.project.revision, node)
        if self._units is None or self._units[0] != key:
            self._units = (key, self._gathered(node))
        return self._units[1]

    def shown_of(self) -> tuple[int, int]:
        """Return which of the row's units the transcript shows, counted from 1, and how many there are."""
        units = self.units_of(self.standing(self.desk.node))
        at = next((number for number, unit in enumerate(units, 1) if unit["id"] == self.desk.unit_shown), 0)
        return (at or (1 if units else 0), len(units))

    def _gathered(self, node: str) -> list[Document]:
        book = self.project.codebook
        if node not in book.nodes:
            return []
        carrying = (unit for code in book.codes(node) for unit in self.project.units_with(code))
        found = {unit["id"]: unit for unit in carrying if is_unit(unit)}
        names = {source["id"]: source.get("name") or "" for source in self.project.alive("sources")}
        return sorted(found.values(), key=lambda unit: (names.get(unit["source"], ""), unit["spans"], unit["id"]))

    def hidden_by_filter(self) -> str:
        """Return how many codes the filter hides, and the filter; empty where there is none."""
        if not self.desk.filter.strip():
            return ""
        hidden = self.main.filtered.hidden(self.project, self.desk.filter)
        return f"{hidden} hidden by /{safe(self.desk.filter)}"

    def stand_on_a_match(self) -> None:
        """Put the cursor on the first row that the filter is looking for, unless it is on one."""
        found = self.main.filtered.matches(self.project, self.desk.filter)
        if self.standing(self.desk.node) not in found:
            first = next((node for node in self.order if node in found), "")
            if first:
                self.desk.node = first

    # moving

    def go_to(self, node: str) -> None:
        """Put the cursor on a row; the transcript follows."""
        if node != self.desk.node:
            self.desk.node = node
            self.desk.unit_shown = ""

    def move(self, by: int) -> None:
        """Go so many rows on, or back."""
        order = self.order
        if order:
            at = self.place_of_cursor()
            self.go_to(order[max(0, min(len(order) - 1, at + by if at >= 0 else 0))])

    def place_of_cursor(self) -> int:
        """Return where in the order the cursor is; -1 where it is on nothing that is shown."""
        return self.numbers.get(self.standing(self.desk.node), -1)

    def goes_to(self, where: str) -> None:
        """Go to an end, or a page or half of it on or back."""
        page = max(1, self.down - 1)
        far = len(self.order)
        steps = {"top": -far, "bottom": far, "page_down": page, "page_up": -page}
        self.move(steps.get(where, (page // 2 or 1) * (1 if where == "half_down" else -1)))

    def step_back(self) -> bool:
        """Let go of the filter, then of the marks."""
        if self.desk.filter:
            self.desk.filter = ""
            return True
        if self.desk.marked:
            self.desk.marked.clear()
            return True
        return False

    def position(self) -> float:
        """Return where in the rows the cursor is."""
        if not self.spot.area:
            return self._place_in_codebook()
        at = self.place_of_cursor()
        return at / (len(self.order) - 1) if at > 0 and len(self.order) > 1 else 0.0

    def _place_in_codebook(self) -> float:
        """Return the same for a strip, for which no rows are laid out: what is unsorted comes first."""
        book, node = self.project.codebook, self.standing(self.desk.node)
        if node not in book.nodes:
            return 0.0
        unsorted = book.unsorted()
        at = unsorted.index(node) if node in unsorted else len(unsorted) + book.place(node)
        return min(1.0, at / max(1, len(book.nodes) - 1))

    def prefix_words(self, prefix: str) -> str:
        """Return what the key line says while a throw waits for a letter."""
        if prefix != "t":
            return ""
        nodes = self.acts_on()
        if len(nodes) == 1 and not self.desk.marked:
            name = self.project.codebook.nodes[nodes[0]].title
            return f"Throw “{name}” to"
        return f"Throw {counted(len(nodes), 'marked')} to" if nodes else "Throw to"

    def marked_words(self) -> str:
        """Return how many rows are marked, for the title rule; empty where none is."""
        marked = sum(node in self.project.codebook.nodes for node in self.desk.marked)
        return f"{marked} marked" if marked else ""
