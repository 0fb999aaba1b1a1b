"""Merging and splitting in codebook and board. What it would do is shown first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.actions.merging import choose_and_merge, show_merge
from tui.app.actions.moving import rows_of
from tui.app.actions.splitting import name_split
from tui.app.actions.throwing import offer_merge
from tui.app.actions.unit_by_unit import go_unit_by_unit
from tui.app.layout.feet import condensed, counted, words_of
from tui.app.layout.pieces import Line, wrapped
from tui.app.pickers.nodes import told
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.errors import PostilError
from tui.model.names import NameTaken
from tui.model.nodes import CODE, THEME

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
        show_merge(page, merged, into, lambda stays: _shaped(page, stays))
    elif book.nodes[into].level == CODE:
        choose_and_merge(page, into, lambda stays: _shaped(page, stays))
    else:
        page.say("Mark what is to be merged into it: space marks.")


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
        name_split(page, node, marked, lambda new: _shaped(page, new))
        return
    if book.nodes[node].is_code:
        _split_code(page, node)
        return
    if len(inside) < 2:
        page.say(f"There is nothing to split: it has {counted(len(inside), 'codes')}.")
        return
    choices = [Choosable(each, book.nodes[each].title) for each in inside]
    _tick(page, node, choices, lambda each, width: told(page.project, each, width, page.glyphs))


def _split_code(page: MainScreen, code: str) -> None:
    """Ask whether a code's units are gone through one by one, or ticked in a list."""
    units = list({unit["id"]: unit for unit in rows_of(page).units_of(code)})
    if len(units) < 2:
        page.say(f"There is nothing to split: it has {counted(len(units), 'units')}.")
        return
    ways = {
        "enter": ("unit by unit", lambda: go_unit_by_unit(page, code, units)),
        "tab": ("tick them in a list", lambda: _tick(page, code, _unit_rows(page, units), _unit_told(page))),
    }
    page.choose(f"Split “{page.project.codebook.nodes[code].title}”, {counted(len(units), 'units')}", ways)


def _tick(
    page: MainScreen, node: str, choices: Sequence[Choosable], about: Callable[[str, int], Sequence[Line]]
) -> None:
    """Choose in a list what is split off."""
    title = f"Split “{page.project.codebook.nodes[node].title}”: what goes?"

    def take(taken: Taken) -> None:
        name_split(page, node, taken.ids, lambda new: _shaped(page, new))

    page.open_sheet(Picker(title, choices, take, several=True, about=about, word="split off"))


def _unit_rows(page: MainScreen, units: Sequence[str]) -> list[Choosable]:
    return [_unit_row(page, unit) for unit in units]


def _unit_row(page: MainScreen, unit: str) -> Choosable:
    document = page.project.need("units", unit)
    source = page.project.get("sources", document["source"]) or {}
    return Choosable(unit, condensed(page.project, document), beside=source.get("name") or "")


def _unit_told(page: MainScreen) -> Callable[[str, int], Sequence[Line]]:
    def lines(unit: str, width: int) -> Sequence[Line]:
        words = words_of(page.project, page.project.need("units", unit))
        return [((f" {line}", "text"),) for line in wrapped(words, width - 2)]

    return lines


def _shaped(page: MainScreen, node: str) -> None:
    """Stand on what has come of it, the marks gone."""
    page.desk.marked.clear()
    rows_of(page).go_to(node)


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
