"""Small moves on the board: carrying cards to the next pile, reordering, parking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.actions.throwing import NOTHING_HERE, bring, offer_merge
from tui.app.layout.tree import ARRIVAL
from tui.errors import PostilError
from tui.model.edits.codebook import ParkNode, UnparkNode
from tui.model.edits.sorting import MoveNodes, ReorderNode
from tui.model.names import NameTaken
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_PLURALS = {CODE: "codes", SUB_CATEGORY: "sub-categories", CATEGORY: "categories", THEME: "themes"}


def carry_left(page: MainScreen, key: str) -> None:
    """Carry the marked, or this one, to the pile before."""
    _carry(page, -1)


def carry_right(page: MainScreen, key: str) -> None:
    """Carry the marked, or this one, to the pile after."""
    _carry(page, 1)


def _carry(page: MainScreen, by: int) -> None:
    """Bring codes into the neighbouring pile, the tray being the first, or piles into the neighbouring category.

    What is carried keeps its marks and the cursor, so that it can be carried on.
    """
    book = page.project.codebook
    nodes = rows_of(page).acts_on()
    levels = {book.nodes[node].level for node in nodes}
    if levels not in ({CODE}, {SUB_CATEGORY}):
        page.say("Codes are carried from pile to pile, sub-categories from category to category; J K reorder.")
        return
    here = rows_of(page).standing(page.desk.node)
    first = book.nodes[here if here in nodes else nodes[0]]
    places: list[str | None] = [None, *book.piles()] if levels == {CODE} else [*book.categories(), None]
    target = 0 if first.parked else places.index(first.parent) + by
    if not 0 <= target < len(places):
        page.say("There is no pile beyond." if levels == {CODE} else "There is no category beyond.")
        return

    def refused(error: PostilError) -> bool:
        if isinstance(error, NameTaken):
            offer_merge(page, error)
        return isinstance(error, NameTaken)

    page.session.do(MoveNodes(nodes, places[target]), refused=refused)


def reorder_down(page: MainScreen, key: str) -> None:
    """Let the node stand one further down among its siblings."""
    _reorder(page, 1)


def reorder_up(page: MainScreen, key: str) -> None:
    """Let the node stand one further up among its siblings."""
    _reorder(page, -1)


def _reorder(page: MainScreen, by: int) -> None:
    """Let this one, and what is marked beside it, stand one further; what lay apart comes together."""
    book, desk = page.project.codebook, page.desk
    node = rows_of(page).standing(desk.node)
    if node not in book.nodes:
        page.say(NOTHING_HERE)
        return
    siblings = book.siblings(node)
    if desk.tray_order != ARRIVAL and node in book.unsorted():
        page.say(f"What is unsorted stands by {desk.tray_order}: :order of the unsorted lets it be put by hand.")
        return
    going = [each for each in siblings if each in desk.marked] if node in desk.marked else [node]
    beyond = siblings.index(going[-1]) + 2 if by > 0 else siblings.index(going[0]) - 1
    if beyond < 0 or beyond > len(siblings):
        page.say("It stands last already." if by > 0 else "It stands first already.")
        return
    before = siblings[beyond] if beyond < len(siblings) else None
    edits = [ReorderNode(each, before) for each in going]
    page.session.do(*edits, sentence=f"reorder {len(edits)} {_PLURALS[book.nodes[node].level]}" if edits[1:] else None)


def park(page: MainScreen, key: str) -> None:
    """Set codes aside with a reason; those that are set aside come back."""
    book = page.project.codebook
    codes = [node for node in rows_of(page).acts_on() if book.nodes[node].is_code]
    if not codes:
        page.say("Only codes are parked.")
    elif all(book.nodes[code].parked for code in codes):
        bring(page, codes, [UnparkNode(code) for code in codes])
    else:
        fresh = [code for code in codes if not book.nodes[code].parked]
        draft = f"park {' '.join(fresh)}"
        single = ("nodes", fresh[0], "parked") if len(fresh) == 1 else None
        page.ask("Park, because", lambda reason: _park(page, fresh, reason), word="park", draft=draft, of=single)


def _park(page: MainScreen, codes: Sequence[str], reason: str) -> None:
    """Set codes aside; of several those stay as they are that a colleague has parked, or taken away, meanwhile."""
    if not reason.strip():
        page.say("Not parked: parking needs a reason.")
        return
    book = page.project.codebook
    if len(codes) > 1:
        codes = [code for code in codes if code in book.nodes and not book.nodes[code].parked]
    bring(page, codes, [ParkNode(code, reason) for code in codes])
