"""Small moves on the board: carrying a card to the next pile, reordering, parking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.actions.throwing import NOTHING_HERE, bring, offer_merge
from tui.errors import PostilError
from tui.model.edits.codebook import ParkNode, UnparkNode
from tui.model.edits.sorting import MoveNodes, ReorderNode
from tui.model.names import NameTaken

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


def carry_left(page: MainScreen, key: str) -> None:
    """Carry the card to the pile before."""
    _carry(page, -1)


def carry_right(page: MainScreen, key: str) -> None:
    """Carry the card to the pile after."""
    _carry(page, 1)


def _carry(page: MainScreen, by: int) -> None:
    """Bring the card into the neighbouring pile, the tray being the first; the cursor goes with it."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes or not book.nodes[node].is_code:
        page.say("Only a code is carried; J K reorder piles.")
        return
    piles: list[str | None] = [None, *book.piles()]
    target = piles.index(book.pile_of(node)) + by if not book.nodes[node].parked else 0
    if not 0 <= target < len(piles):
        page.say("There is no pile beyond.")
        return

    def refused(error: PostilError) -> bool:
        if isinstance(error, NameTaken):
            offer_merge(page, error)
        return isinstance(error, NameTaken)

    page.session.do(MoveNodes((node,), piles[target]), refused=refused)


def reorder_down(page: MainScreen, key: str) -> None:
    """Let the node stand one further down among its siblings."""
    _reorder(page, 1)


def reorder_up(page: MainScreen, key: str) -> None:
    """Let the node stand one further up among its siblings."""
    _reorder(page, -1)


def _reorder(page: MainScreen, by: int) -> None:
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes:
        page.say(NOTHING_HERE)
        return
    siblings = book.siblings(node)
    target = siblings.index(node) + by
    if not 0 <= target < len(siblings):
        page.say("It stands last already." if by > 0 else "It stands first already.")
        return
    following = target + 1 if by > 0 else target
    page.session.do(ReorderNode(node, siblings[following] if following < len(siblings) else None))


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
