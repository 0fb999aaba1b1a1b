"""Changing the shape of the codebook: merging, splitting, promoting, demoting. What it would do is shown first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.actions.throwing import offer_merge
from tui.app.layout.feet import condensed, counted, words_of
from tui.app.layout.pieces import Line, wrapped
from tui.app.pickers.nodes import code_picker, told
from tui.app.pickers.picker import Picker
from tui.app.pickers.rows import Choosable
from tui.errors import PostilError
from tui.model.edits.codebook import RemoveNode
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.ids import new_id
from tui.model.names import NameTaken
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.model.transaction import Edit


def merge(page: MainScreen, key: str) -> None:
    """Merge the marked into the node under the cursor; without marks, choose what this code is merged into."""
    book = page.project.codebook
    into = rows_of(page).standing(page.desk.node)
    if into not in book.nodes:
        page.say("There is no code or pile under the cursor.")
        return
    merged = [node for node in page.desk.marked if node in book.nodes and node != into]
    if merged:
        _show_merge(page, merged, into)
    elif book.nodes[into].level == CODE:
        title = f"Merge “{book.nodes[into].title}” into"
        page.open_sheet(
            code_picker(
                page,
                title,
                lambda taken: _show_merge(page, [into], taken.ids[0]),
                several=False,
                new=False,
                without=(into,),
                back="back",
            )
        )
    else:
        page.say("Mark what is to be merged into it: space marks.")


def _show_merge(page: MainScreen, merged: Sequence[str], into: str) -> None:
    """Say what the merge would make, and wait for `enter`."""
    book = page.project.codebook
    nodes = book.nodes
    if any(nodes[node].level != nodes[into].level for node in merged):
        page.say(f"Only what is of one level can be merged; this is a {nodes[into].level}.")
        return
    units = {
        unit["id"] for node in (*merged, into) for code in book.codes(node) for unit in page.project.units_with(code)
    }
    names = ", ".join(f"“{nodes[node].title}”" for node in merged[:3]) + (
        f" and {len(merged) - 3} more" if merged[3:] else ""
    )
    prompt = f"Merges {names} into “{nodes[into].title}”: {counted(len(units), 'units')}"
    kept = into if nodes[into].definition else next((node for node in merged if nodes[node].definition), into)

    def do(reason: str = "") -> None:
        edit = MergeNodes(tuple(merged), into, definition_of=kept, reason=reason)
        do_and_go(page, [edit], into, marks_done=True)

    page.choose(prompt, {"enter": ("merge", lambda: with_reason(page, nodes[into].level, "Merged, because", do))})


def split(page: MainScreen, key: str) -> None:
    """Split a code by its units, a pile by what lies in it; marked codes of the pile go at once."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes or book.nodes[node].level == THEME:
        page.say("Codes and piles can be split; this is neither.")
        return
    inside = book.children(node)
    marked = [each for each in page.desk.marked if each in inside]
    if marked:
        _name_split(page, node, marked)
        return
    if book.nodes[node].is_code:
        units = {unit["id"]: unit for unit in rows_of(page).units_of(node)}
        choices = [_unit_row(page, identifier) for identifier in units]
        word = "units"
    else:
        choices = [Choosable(each, book.nodes[each].title) for each in inside]
        word = "codes"
    if len(choices) < 2:
        page.say(f"There is nothing to split: it has {counted(len(choices), word)}.")
        return
    title = f"Split “{book.nodes[node].title}”: what goes?"
    about = _unit_told(page) if book.nodes[node].is_code else _node_told(page)
    sheet = Picker(
        title, choices, lambda taken: _name_split(page, node, taken.ids), several=True, about=about, word="split off"
    )
    page.open_sheet(sheet)


def _unit_row(page: MainScreen, unit: str) -> Choosable:
    document = page.project.need("units", unit)
    source = page.project.get("sources", document["source"]) or {}
    return Choosable(unit, condensed(page.project, document), beside=source.get("name") or "")


def _unit_told(page: MainScreen) -> Callable[[str, int], Sequence[Line]]:
    def lines(unit: str, width: int) -> Sequence[Line]:
        words = words_of(page.project, page.project.need("units", unit))
        return [((f" {line}", "text"),) for line in wrapped(words, width - 2)]

    return lines


def _node_told(page: MainScreen) -> Callable[[str, int], Sequence[Line]]:
    return lambda node, width: told(page.project, node, width, page.glyphs)


def _name_split(page: MainScreen, node: str, members: Sequence[str]) -> None:
    """Ask what the new one is called, and why it is split off where the project wants to know."""
    if not members:
        return
    new, level = new_id(), page.project.codebook.nodes[node].level

    def named(name: str) -> None:
        def do(reason: str = "") -> None:
            do_and_go(page, [SplitNode(node, new, name, tuple(members), reason)], new, marks_done=True)

        with_reason(page, level, "Split off, because", do)

    of = counted(len(members), "units" if level == CODE else "codes")
    page.ask(f"New {level} of {of}, called", named, word="split off")


def promote(page: MainScreen, key: str) -> None:
    """Show what promoting would make; `enter` does it."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes:
        page.say("There is no code or pile under the cursor.")
        return
    found, new = book.nodes[node], new_id()
    edit = PromoteNode(node, new)
    if found.level == CODE and not found.parked:
        prompt = f"Makes a sub-category “{found.title}” around this code"
    elif found.level == SUB_CATEGORY:
        prompt = f"Makes “{found.title}” a category, {counted(len(book.children(node)), 'codes')} directly in it"
    else:
        page.session.do(edit)
        return
    page.choose(prompt, {"enter": ("promote", lambda: do_and_go(page, [edit], node))})


def demote(page: MainScreen, key: str) -> None:
    """Show what demoting would make; `enter` does it."""
    book = page.project.codebook
    node = rows_of(page).standing(page.desk.node)
    if node not in book.nodes:
        page.say("There is no code or pile under the cursor.")
        return
    found, codes = book.nodes[node], book.children(node)
    edit = DemoteNode(node)
    if found.level == SUB_CATEGORY and codes:
        name = found.name or book.nodes[codes[0]].title
        prompt = f"Merges {counted(len(codes), 'codes')} of “{found.title}” into one code “{name}”"
        going = codes[0]
    elif found.level == CATEGORY and not book.beside(node, SUB_CATEGORY):
        prompt = f"Makes “{found.title}” a sub-category without a category"
        going = node
    else:
        page.session.do(edit)
        return
    page.choose(prompt, {"enter": ("demote", lambda: do_and_go(page, [edit], going))})


def remove(page: MainScreen, key: str) -> None:
    """Delete what nothing hangs on; what has units or codes stays, and the ways out are said."""
    pane = rows_of(page)
    nodes = pane.acts_on()
    if not nodes:
        page.say("There is no code or pile under the cursor.")
        return
    order = list(pane.order)
    at = order.index(nodes[0]) if nodes[0] in order else 0
    left = [node for node in order[at:] if node not in nodes] or [node for node in reversed(order) if node not in nodes]
    do_and_go(page, [RemoveNode(node) for node in nodes], left[0] if left else "", marks_done=True)


def with_reason(page: MainScreen, level: str, prompt: str, do: Callable[[str], None]) -> None:
    """Ask why where the project wants a reason above the level of codes; then do it."""
    if level in (CODE, THEME) or not page.project.setting("reasons"):
        do("")
    else:
        page.ask(prompt, do, word="do it")


def do_and_go(page: MainScreen, edits: Sequence[Edit], node: str, *, marks_done: bool = False) -> None:
    """Do edits and stand on a node then; a name that is taken offers to merge."""

    def done(receipt: object) -> None:
        if marks_done:
            page.desk.marked.clear()
        rows_of(page).go_to(node)

    def refused(error: PostilError) -> bool:
        if isinstance(error, NameTaken):
            offer_merge(page, error)
        return isinstance(error, NameTaken)

    page.session.do(*edits, then=done, refused=refused)
