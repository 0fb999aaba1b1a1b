"""Making more or less of nodes, and deleting empty ones: of the marked, or of the one under the cursor.

What promoting and demoting would make is shown first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.actions.merging import with_reason
from tui.app.actions.moving import rows_of
from tui.app.actions.shaping import do_and_go
from tui.app.layout.feet import counted
from tui.model.edits.codebook import RemoveNode
from tui.model.edits.shaping import DemoteNode, PromoteNode
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, LEVELS, SUB_CATEGORY

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_NOTHING = "There is no code or pile under the cursor."


def promote(page: MainScreen, key: str) -> None:
    """Show what promoting would make; `enter` does it."""
    nodes = _of_one_level(page)
    if not nodes:
        return
    edits = [PromoteNode(node, new_id()) for node in nodes]
    prompt = _promotion(page, nodes)
    if prompt:
        stays = _cursor(page, nodes)
        page.choose(prompt, {"enter": ("promote", lambda: do_and_go(page, edits, stays, marks_done=True))})
    else:
        page.session.do(*edits)


def demote(page: MainScreen, key: str) -> None:
    """Show what demoting would make; `enter` does it."""
    nodes = _of_one_level(page)
    if not nodes:
        return
    prompt = _demotion(page, nodes)
    if not prompt:
        page.session.do(*(DemoteNode(node) for node in nodes))
        return
    book, here = page.project.codebook, _cursor(page, nodes)
    # A sub-category that becomes one code is retired by that; a category only stands elsewhere.
    retired = SUB_CATEGORY if book.nodes[here].level == SUB_CATEGORY else CODE
    stays = book.children(here)[0] if retired == SUB_CATEGORY else here

    def do(reason: str) -> None:
        do_and_go(page, [DemoteNode(node, reason=reason) for node in nodes], stays, marks_done=True)

    page.choose(prompt, {"enter": ("demote", lambda: with_reason(page, retired, "Demoted, because", do))})


def remove(page: MainScreen, key: str) -> None:
    """Delete what nothing hangs on; what has units or codes stays, and the ways out are said."""
    pane, book = rows_of(page), page.project.codebook
    nodes = sorted(pane.acts_on(), key=lambda node: LEVELS.index(book.nodes[node].level))  # what lies in piles first
    if not nodes:
        page.say(_NOTHING)
        return
    order = list(pane.order)
    at = min((order.index(node) for node in nodes if node in order), default=0)
    left = [node for node in order[at:] if node not in nodes] or [node for node in reversed(order) if node not in nodes]
    named = next((book.nodes[node].level for node in reversed(nodes) if book.nodes[node].name), CODE)

    def do(reason: str) -> None:
        do_and_go(page, [RemoveNode(node, reason) for node in nodes], left[0] if left else "", marks_done=True)

    if any(set(book.children(node)) - set(nodes) or page.project.units_with(node) for node in nodes):
        do("")  # refused, and the ways out are said
    else:
        with_reason(page, named, "Deleted, because", do)


def _of_one_level(page: MainScreen) -> Sequence[str]:
    """Return what is marked, or under the cursor; nothing, and why is said, where levels are mixed."""
    book, nodes = page.project.codebook, rows_of(page).acts_on()
    if not nodes:
        page.say(_NOTHING)
    elif len({book.nodes[node].level for node in nodes}) > 1:
        page.say("What is marked is of several levels; mark only codes, or only piles.")
        return ()
    return nodes


def _cursor(page: MainScreen, nodes: Sequence[str]) -> str:
    here = rows_of(page).standing(page.desk.node)
    return here if here in nodes else nodes[0]


def _promotion(page: MainScreen, nodes: Sequence[str]) -> str:
    """Return what promoting would make; nothing where it is refused."""
    book = page.project.codebook
    first = book.nodes[nodes[0]]
    if first.level == CODE and not any(book.nodes[node].parked for node in nodes):
        if len(nodes) > 1:
            return f"Makes a sub-category around each of {len(nodes)} codes"
        return f"Makes a sub-category “{first.title}” around this code"
    if first.level == SUB_CATEGORY:
        if len(nodes) > 1:
            return f"Makes {len(nodes)} sub-categories categories, their codes directly in them"
        return f"Makes “{first.title}” a category, {counted(len(book.children(first.id)), 'codes')} directly in it"
    return ""


def _demotion(page: MainScreen, nodes: Sequence[str]) -> str:
    """Return what demoting would make; nothing where it is refused."""
    book = page.project.codebook
    first, codes = book.nodes[nodes[0]], book.children(nodes[0])
    if first.level == SUB_CATEGORY and all(book.children(node) for node in nodes):
        if len(nodes) > 1:
            return f"Merges the codes of each of {len(nodes)} sub-categories into one code"
        name = first.name or book.nodes[codes[0]].title
        return f"Merges {counted(len(codes), 'codes')} of “{first.title}” into one code “{name}”"
    if first.level == CATEGORY and not any(book.beside(node, SUB_CATEGORY) for node in nodes):
        if len(nodes) > 1:
            return f"Makes {len(nodes)} categories sub-categories without a category"
        return f"Makes “{first.title}” a sub-category without a category"
    return ""
