"""What moves about in codebook and board, marks and filters: nothing here changes a document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from tui.app.layout.tree import ARRIVAL, FREQUENCY, HEADING, NAME, PARKED, PILE, TRAY_ORDERS, UNSORTED
from tui.app.panes.rows import SORTING_PANES, RowsPane
from tui.model.nodes import SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


def rows_of(page: MainScreen) -> RowsPane:
    """Return the pane of rows that has the keys; the codebook where the transcript has them."""
    return page.board if page.desk.pane == "board" else page.codebook


def row_down(page: MainScreen, key: str) -> None:
    """Go to the next row or card."""
    rows_of(page).move(1)


def row_up(page: MainScreen, key: str) -> None:
    """Go to the row or card before."""
    rows_of(page).move(-1)


def column_left(page: MainScreen, key: str) -> None:
    """Go to the column to the left."""
    page.board.across_columns(-1)


def column_right(page: MainScreen, key: str) -> None:
    """Go to the column to the right."""
    page.board.across_columns(1)


def fold(page: MainScreen, key: str) -> None:
    """Fold the heading under the cursor; on a code or a folded heading, go to what it lies in."""
    pane, desk, book = page.codebook, page.desk, page.project.codebook
    here = pane.row_of(pane.standing(desk.node))
    row = next((row for row in pane.rows if row.id == here), None)
    if row is None:
        return
    if row.kind not in (HEADING, PILE, "tray", "parked") or row.folded:
        above = book.parent(here) if here in book.nodes else None
        if above is not None:
            pane.go_to(above)
        elif row.kind == "code":
            pane.go_to("parked" if book.nodes[here].parked else "unsorted")
        return
    desk.folded.add(here)
    pane.go_to(here)


def unfold(page: MainScreen, key: str) -> None:
    """Unfold the heading under the cursor; where it is unfolded, go to the first row in it."""
    pane, desk = page.codebook, page.desk
    here = pane.row_of(pane.standing(desk.node))
    if here in desk.folded:
        desk.folded.discard(here)
        pane.go_to(here)
        return
    rows = list(pane.rows)
    at = next((y for y, row in enumerate(rows) if row.id == here), -1)
    if 0 <= at < len(rows) - 1 and rows[at].kind != "code" and rows[at + 1].kind in ("code", PILE):
        pane.go_to(rows[at + 1].id)


def fold_all(page: MainScreen, key: str) -> None:
    """Fold every pile, so that the categories are seen at once; where some are folded already, unfold all."""
    desk, book = page.desk, page.project.codebook
    piles = {pile for pile in book.piles() if book.nodes[pile].level == SUB_CATEGORY}
    desk.folded = set() if desk.folded & piles else {*piles, UNSORTED, PARKED}


def mark(page: MainScreen, key: str) -> None:
    """Mark the row under the cursor, or take its mark away."""
    node = rows_of(page).standing(page.desk.node)
    if node not in page.project.codebook.nodes:
        page.say("Codes and piles can be marked; this is neither.")
    elif node in page.desk.marked:
        page.desk.marked.remove(node)
    else:
        page.desk.marked.append(node)


def find(page: MainScreen, key: str) -> None:
    """Ask for the words that rows are filtered by; rows go while they are typed."""
    desk, before = page.desk, page.desk.filter

    def filter_by(words: str) -> None:
        desk.filter = words
        if words.strip():
            rows_of(page).stand_on_a_match()

    page.ask("Show rows with", filter_by, text=before, typed=filter_by, left=lambda: filter_by(before))


def to_pile(page: MainScreen, key: str) -> None:
    """Go to the pile with a letter, `-` for the tray."""
    pile = "unsorted" if key == "-" else page.project.codebook.pile_with(key)
    if pile is None:
        page.say(f"No pile has the letter {key}.")
        return
    if page.desk.pane not in SORTING_PANES:
        page.focus_pane("codebook")
    rows_of(page).go_to(pile)


def tray_order(page: MainScreen, key: str) -> None:
    """Ask in which order what is unsorted is to stand."""

    def by(order: str) -> None:
        page.desk.tray_order = order

    words = {ARRIVAL: "as they came", NAME: "by name", FREQUENCY: "most units first"}
    page.choose("Unsorted codes", {order[0]: (words[order], partial(by, order)) for order in TRAY_ORDERS})


def next_of_its_units(page: MainScreen, key: str) -> None:
    """Show the next of the row's units in the transcript; after the last comes the first."""
    pane, desk = rows_of(page), page.desk
    units = pane.units_of(pane.standing(desk.node))
    if not units:
        page.say("It has no units.")
        return
    at = next((number for number, unit in enumerate(units) if unit["id"] == desk.unit_shown), -1)
    unit = units[(at + 1) % len(units)]
    desk.unit_shown = unit["id"]
    if desk.pane != "board":
        desk.go(unit["source"], unit["spans"][0][0])
        desk.current = unit["id"]


def compare(page: MainScreen, key: str) -> None:
    """Show the units of the node under the cursor, or of the two marked side by side."""
    from tui.app.screens.comparison import ComparisonPage

    nodes = page.project.codebook.nodes
    marked = [node for node in page.desk.marked if node in nodes]
    here = rows_of(page).standing(page.desk.node)
    if len(marked) == 1 and here in nodes and here != marked[0]:
        marked.append(here)
    if len(marked) > 2:
        page.say(f"Two can be compared; {len(marked)} are marked.")
    elif marked or here in nodes:
        page.app.open_page(ComparisonPage(page.session, marked or [here]))
        page.desk.marked.clear()  # they were for this; the next key on the board means what the cursor is on
    else:
        page.say("There is no code or pile under the cursor.")


def choose_quotations(page: MainScreen, key: str) -> None:
    """Show the units of the node under the cursor, to choose quotations among them."""
    from tui.app.screens.quotations import QuotationsPage

    here = rows_of(page).standing(page.desk.node)
    if here in page.project.codebook.nodes:
        page.app.open_page(QuotationsPage(page.session, here))
    else:
        page.say("There is no code or pile under the cursor.")


def undo(page: MainScreen, key: str) -> None:
    """Take back one's last edit, and stand on what it brought back."""
    page.session.undo(lambda receipt: _stand_on_one_of(page, receipt.documents))


def redo(page: MainScreen, key: str) -> None:
    """Do again what was undone last, and stand on what it concerns."""
    page.session.redo(lambda receipt: _stand_on_one_of(page, receipt.documents))


def _stand_on_one_of(page: MainScreen, documents: Iterable[tuple[str, str]]) -> None:
    """Put the cursor on the first node that was touched, codes before piles, unless it is on one already."""
    nodes = page.project.codebook.nodes
    touched = [identifier for table, identifier in documents if table == "nodes" and identifier in nodes]
    # a theme is touched by what becomes of its members: it is not what one was at
    touched = [node for node in touched if nodes[node].level != THEME or len(touched) == 1]
    if touched and page.desk.node not in touched:
        touched.sort(key=lambda node: not nodes[node].is_code)
        rows_of(page).go_to(touched[0])
