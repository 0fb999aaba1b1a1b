"""What keys do in the table of units: to the unit under the cursor, or to the marked ones. Only to one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app import condensing
from tui.app.acting import last_given, of_quick_key
from tui.app.actions import coding
from tui.app.actions.marked import choose_anchor, condense_prompt, memo_on, quote, take_off_one
from tui.app.pickers.nodes import code_picker
from tui.app.pickers.picker import Taken
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import ApplyCode, Recode
from tui.model.ids import new_id
from tui.model.nodes import CODE

if TYPE_CHECKING:
    from tui.app.screens.hits import HitsPage
    from tui.app.screens.unit_table import UnitTablePage
    from tui.model.documents import Document
    from tui.model.transaction import Edit

    UnitsPage = UnitTablePage | HitsPage


def own_units(page: UnitsPage, chosen: Sequence[str] | None = None) -> list[Document]:
    """Return the chosen units that are one's own; where there are none, that is said."""
    rows = page.chosen if chosen is None else chosen
    units = {unit["id"]: unit for each in rows if (unit := page.unit(each)) is not None}
    own = [unit for unit in units.values() if unit.get("coder") == page.session.coder]
    if not own:
        page.say("This unit is a colleague’s." if units else page.no_unit)
    return own


def _single(page: UnitsPage) -> Document | None:
    """Return the unit under the cursor where it is one's own; else that is said."""
    return next(iter(own_units(page, [page.here] if page.here else [])), None)


def recode_units(page: UnitsPage, key: str) -> None:
    """Choose the code that takes the place of the units' code; to one without a code it is given."""
    units = own_units(page)
    if len(units) == 1:
        coding.recode_unit(page, units[0])
    if len(units) < 2:
        return
    book = page.project.codebook
    fitting = [unit for unit in units if len(book.codes_of(unit)) < 2]
    if not fitting:
        page.say("These units have several codes: one at a time, r asks which.")
        return

    def take(taken: Taken) -> None:
        edits: list[Edit] = []
        code = taken.ids[0] if taken.ids else new_id()
        if taken.new:
            edits.append(CreateNode(code, CODE, taken.new[0]))
        for unit in fitting:
            codes = book.codes_of(unit)
            edits.append(Recode(unit["id"], codes[0], code) if codes else ApplyCode(unit["id"], code))
        sentence = f"throw {len(fitting)} unit{'' if len(fitting) == 1 else 's'} to another code"
        page.session.do(*edits, then=lambda receipt: page.marked.clear(), sentence=sentence)

    left = len(units) - len(fitting)
    title = f"Throw {len(fitting)} unit{'' if len(fitting) == 1 else 's'} to" + (
        f" ({left} with several codes stay)" if left else ""
    )
    page.open_sheet(code_picker(page, title, take, several=False, back="back"))


def code_again(page: UnitTablePage, key: str) -> None:
    """Give the chosen units the code that was given last."""
    last = last_given(page, "r")
    if last is not None:
        _give(page, last)


def quick_code(page: UnitTablePage, key: str) -> None:
    """Give the chosen units the code of a digit."""
    chosen = of_quick_key(page, key)
    if chosen is not None:
        _give(page, chosen)


def _give(page: UnitTablePage, code: str) -> None:
    units, book = own_units(page), page.project.codebook
    missing = [unit for unit in units if code not in book.codes_of(unit)]
    if not missing:
        if units:
            page.say("It has that code already.")
        return
    number = f" to {len(missing)} units" if len(missing) > 1 else ""
    page.session.do(
        *[ApplyCode(unit["id"], code) for unit in missing],
        then=lambda receipt: page.desk.gave(code),
        sentence=f"apply {book.nodes[code].title}{number}",
    )


def all_sources(page: UnitTablePage, key: str) -> None:
    """Show the units of all sources, or of the open one alone."""
    page.show_all(not page.shows_all)


def condense_unit(page: UnitsPage, key: str) -> None:
    """Write the unit in fewer words."""
    unit = _single(page)
    if unit is not None:
        condensing.condense_unit(page, unit, condense_prompt(page.here, page.marked))


def split_one(page: UnitsPage, key: str) -> None:
    """Show the unit's words, to be split before one of them."""
    unit = _single(page)
    if unit is not None:
        from tui.app.sheets.splitting import split_in_list

        split_in_list(page, unit)


def take_off(page: UnitsPage, key: str) -> None:
    """Take one code off the unit, of several the one asked for; one without codes goes away."""
    unit = _single(page)
    if unit is not None:
        take_off_one(page, page.here, page.marked, lambda: coding.take_off(page, unit, lambda: None))


def quote_unit(page: UnitsPage, key: str) -> None:
    """Choose the marked units, or this one, as quotations; where it is one, open its card."""
    quote(page, [str(unit["id"]) for unit in own_units(page)], page.marked.clear)


def anchor(page: UnitsPage, key: str) -> None:
    """Let the unit be a typical or a borderline example of its code, of several the one asked for, or neither."""
    unit = page.unit(page.here) if page.here else None
    if unit is None:
        page.say(page.no_unit)
        return
    identifier, codes = unit["id"], page.project.codebook.codes_of(unit)
    if len(codes) > 1:
        coding.which_code(page, "Example of which", codes, lambda code: choose_anchor(page, code, identifier))
    elif codes:
        choose_anchor(page, codes[0], identifier)
    else:
        page.say("This unit has no code that it could be an example of.")


def memo(page: UnitTablePage, key: str) -> None:
    """Write a memo on the unit under the cursor."""
    memo_on(page, page.here, page.marked)
