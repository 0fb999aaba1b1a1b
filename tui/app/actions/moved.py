"""What keys do with units that were coded under an older definition: they still fit, are recoded, or wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.actions.marked import memo_on
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import code_picker
from tui.model.edits.codebook import CreateNode
from tui.model.edits.looking import StillFits
from tui.model.edits.units import Recode, TakeCodeOff
from tui.model.ids import new_id
from tui.model.nodes import CODE

if TYPE_CHECKING:
    from tui.app.pickers.picker import Taken
    from tui.app.screens.moved import MovedPage
    from tui.model.transaction import Edit
    from tui.store.project import Receipt

_NOTHING = "Nothing is left to look at again."


def still_fits(page: MovedPage, key: str) -> None:
    """Say that this unit still fits, and go on to the next."""
    unit, code = page.here, page.code
    _settle(page, lambda: _do(page, StillFits((unit,), code)))


def all_still_fit(page: MovedPage, key: str) -> None:
    """Say, after asking, that all units listed still fit."""
    units, code = tuple(page.ids), page.code
    if not units:
        page.say(_NOTHING)
        return
    title = page.project.codebook.nodes[code].title
    ways = {"y": ("yes", lambda: _do(page, StillFits(units, code))), "n": ("one by one", lambda: None)}
    coders = {str(page.unit(unit).get("coder") or "") for unit in units} - {page.session.coder}
    theirs = f", {_names(page, coders)}’s too" if coders else ""
    page.choose(f"All {counted(len(units), 'units')} still fit “{title}”{theirs}?", ways)


def look_later(page: MovedPage, key: str) -> None:
    """Put this unit off, and go on to the next."""
    if not page.here:
        page.say(_NOTHING)
        return
    page.later.add((page.code, page.here))
    if not page.next_open():
        left = len(page.later)
        page.move(1)
        page.say(f"All that is left was put off: {counted(left, 'units')} wait for another time.")


def recode_moved(page: MovedPage, key: str) -> None:
    """Choose the code that takes the place of this one."""
    unit, code = page.here, page.code

    def take(taken: Taken) -> None:
        new = taken.ids[0] if taken.ids else new_id()
        edits: list[Edit] = [CreateNode(new, CODE, taken.new[0])] if taken.new else []
        _do(page, *edits, Recode(unit, code, new))

    def ask() -> None:
        title = f"Instead of “{page.project.codebook.nodes[code].title}”"
        page.open_sheet(code_picker(page, title, take, several=False, without=(code,), back="back"))

    _settle(page, ask)


def take_off(page: MovedPage, key: str) -> None:
    """Take this code off the unit."""
    unit, code = page.here, page.code
    _settle(page, lambda: _do(page, TakeCodeOff(unit, code)))


def define(page: MovedPage, key: str) -> None:
    """Open the definition card of the code."""
    from tui.app.sheets.definition import definition_card

    if page.code:
        page.open_sheet(definition_card(page, page.code))


def memo(page: MovedPage, key: str) -> None:
    """Write a memo on this unit."""
    memo_on(page, page.here, ())


def go_there(page: MovedPage, key: str) -> None:
    """Go to the unit in its transcript."""
    page.open_row()


def next_code(page: MovedPage, key: str) -> None:
    """Go to the next code whose definition moved."""
    page.next_code(1)


def previous_code(page: MovedPage, key: str) -> None:
    """Go to the code before."""
    page.next_code(-1)


def undo(page: MovedPage, key: str) -> None:
    """Take back one's last edit, and stand on the unit that waits again."""
    page.session.undo(then=lambda receipt: _show(page, receipt))


def redo(page: MovedPage, key: str) -> None:
    """Do again what was undone last."""
    page.session.redo(then=lambda receipt: _show(page, receipt))


def _show(page: MovedPage, receipt: Receipt) -> None:
    units = [identifier for table, identifier in receipt.documents if table == "units"]
    for code in [page.code, *page.codes]:
        for unit in units:
            document = page.project.get("units", unit)
            if document is not None and code in page.project.moved.codes_of(document):
                page.code = code
                page.set_filter(page.filter)
                page.stand_on(unit)
                return


def _do(page: MovedPage, *edits: Edit) -> None:
    page.session.do(*edits, then=lambda receipt: _go_on(page))


def _go_on(page: MovedPage) -> None:
    """Stand on the next unit that was not put off; the cursor's place is that of the one that went."""
    page.set_filter(page.filter) if not page.ids else page.next_open()


def _settle(page: MovedPage, do: Callable[[], None]) -> None:
    """Do it to the unit under the cursor; to a colleague's first after `y`, once for each colleague."""
    if not page.here:
        page.say(_NOTHING)
        return
    coder = str(page.unit(page.here).get("coder") or "")
    if coder in ("", page.session.coder) or coder in page.asked_about:
        do()
        return

    def agreed() -> None:
        page.asked_about.add(coder)
        do()

    page.choose(f"Settle what is {_names(page, {coder})}’s?", {"y": ("yes", agreed), "n": ("leave it", lambda: None)})


def _names(page: MovedPage, coders: set[str]) -> str:
    named = (page.project.get("coders", coder) or {"name": coder} for coder in sorted(coders))
    return " and ".join(str(coder.get("name") or "") for coder in named)
