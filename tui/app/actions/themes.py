"""Themes: which ones a code or a pile belongs to, and what a theme holds together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import member_picker, theme_picker
from tui.app.pickers.picker import Taken
from tui.model.edits.codebook import CreateNode, SetMembers
from tui.model.ids import new_id
from tui.model.nodes import THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.model.transaction import Edit


def themes(page: MainScreen, key: str) -> None:
    """Choose the themes that the marked, or the node under the cursor, belong to; of a theme, what it holds."""
    book = page.project.codebook
    chosen = [node for node in rows_of(page).acts_on() if node in book.nodes]
    nodes = [node for node in chosen if book.nodes[node].level != THEME]
    if not nodes:
        if len(chosen) == 1:
            _choose_members(page, chosen[0])
        else:
            page.say("Themes hold codes and piles: mark these, or stand on one theme.")
        return
    present = set.intersection(*(set(book.themes_of(node)) for node in nodes))
    page.open_sheet(
        theme_picker(
            page,
            f"Themes of {_titled(page, nodes)}",
            lambda taken: _belong(page, nodes, present, taken),
            present=present,
        )
    )


def _choose_members(page: MainScreen, theme: str) -> None:
    """Choose what a theme holds together, among all codes, sub-categories and categories."""
    book = page.project.codebook
    present = book.members(theme)

    def take(taken: Taken) -> None:
        members = taken.ids if taken.by_ticks else (*present, *taken.ids)
        page.session.do(SetMembers(theme, list(dict.fromkeys(members))))

    page.open_sheet(member_picker(page, f"What {book.nodes[theme].title} holds", take, present=present))


def _titled(page: MainScreen, nodes: Sequence[str]) -> str:
    return page.project.codebook.nodes[nodes[0]].title if len(nodes) == 1 else counted(len(nodes), "marked")


def _belong(page: MainScreen, nodes: Sequence[str], before: set[str], taken: Taken) -> None:
    """Let nodes belong to the themes taken and no longer to those let go, in one step."""
    book = page.project.codebook
    after = set(taken.ids) if taken.by_ticks else before | set(taken.ids)
    joined = [theme for theme in book.themes() if theme in after - before]
    left = [theme for theme in book.themes() if theme in before - after]
    edits: list[Edit] = [SetMembers(theme, [*book.members(theme), *nodes]) for theme in joined]
    edits += [SetMembers(theme, [member for member in book.members(theme) if member not in nodes]) for theme in left]
    for name in taken.new:
        new = new_id()
        edits += [CreateNode(new, THEME, name), SetMembers(new, nodes)]
    names = [*(book.nodes[theme].title for theme in joined), *taken.new]
    parts = [f"to theme {', '.join(names)}"] if names else []
    parts += [f"no longer to {', '.join(book.nodes[theme].title for theme in left)}"] if left else []
    said = book.nodes[nodes[0]].title if len(nodes) == 1 else counted(len(nodes), "codes and piles")
    if edits:
        page.session.do(
            *edits,
            then=lambda _: page.desk.marked.clear(),
            sentence=f"let {said} belong {', '.join(parts)}",
        )
