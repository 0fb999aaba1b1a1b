"""New codes and piles, their names, their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.actions.shaping import do_and_go
from tui.app.actions.throwing import throw_new
from tui.app.layout.feet import counted
from tui.model.edits.codebook import CreateNode, RenameNode, SetLetter
from tui.model.edits.project import SetQuickKey
from tui.model.edits.sorting import GroupPiles
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_DIGITS = "123456789"


def rename(page: MainScreen, key: str) -> None:
    """Ask for another name; one that a sibling has offers to merge the two."""
    node = rows_of(page).standing(page.desk.node)
    if node not in page.project.codebook.nodes:
        page.say("There is nothing here that has a name of its own.")
        return
    found = page.project.codebook.nodes[node]

    def renamed(name: str) -> None:
        if name.strip() != found.name:
            do_and_go(page, [RenameNode(node, name)], node)

    page.ask(
        "Rename" if found.name else f"Name this {found.level}",
        renamed,
        text=found.name,
        word="rename",
        draft=f"name {node}",
        of=("nodes", node, "name"),
    )


def new_code(page: MainScreen, key: str) -> None:
    """Ask for the name of a new code in the pile under the cursor."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    pile = None
    if node in book.nodes and book.nodes[node].level != THEME:
        pile = book.pile_of(node) if book.nodes[node].is_code else node
    where = book.nodes[pile].title if pile is not None else "unsorted"
    new = new_id()
    page.ask(
        f"New code in {where}",
        lambda name: do_and_go(page, [CreateNode(new, CODE, name, pile)], new),
        word="make it",
        draft=f"name of a code in {pile}",
    )


def new_pile(page: MainScreen, key: str) -> None:
    """Make a pile of the marked codes, a category over the marked piles, or, with nothing marked, an empty pile."""
    book = page.project.codebook
    marked = [node for node in page.desk.marked if node in book.nodes]
    levels = {book.nodes[node].level for node in marked}
    new = new_id()
    if levels == {SUB_CATEGORY}:
        prompt = f"Category over {counted(len(marked), 'piles')}, called"
        page.ask(
            prompt,
            lambda name: do_and_go(page, [GroupPiles(new, name, marked)], new, marks_done=True),
            word="make it",
            draft="name of a category",
        )
    elif levels == {CODE}:
        throw_new(page, key)
    elif levels:
        page.say("Not both: codes are marked for a new pile, piles for a category.")
    else:
        node = rows_of(page).standing(page.desk.node)
        parent = node if node in book.nodes and book.nodes[node].level == CATEGORY else None
        where = f" in {book.nodes[parent].title}" if parent is not None else ""

        def make(name: str) -> None:
            do_and_go(page, [CreateNode(new, SUB_CATEGORY, name, parent)], new)

        page.ask(f"New pile{where}, called", make, word="make it", draft=f"name of a pile in {parent}")


def quick_key(page: MainScreen, key: str) -> None:
    """Ask which digit is to give this code; a pile without a letter gets its letter."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes:
        page.say("Codes have quick keys, piles have letters; this is neither.")
        return
    if not book.nodes[node].is_code:
        page.session.do(SetLetter(node))
        return
    coder = page.project.get("coders", page.session.coder) or {}
    present = book.quick(coder)

    def give(digit: str) -> None:
        page.session.do(SetQuickKey(page.session.coder, digit, None if present.get(digit) == node else node))

    ways: dict[str, tuple[str, Callable[[], None]]] = {}
    for digit in _DIGITS:
        held = present.get(digit)
        word = "takes it away" if held == node else book.nodes[held].title if held else "free"
        ways[digit] = (word, partial(give, digit))
    page.choose(f"Quick key of “{book.nodes[node].title}”", ways)
