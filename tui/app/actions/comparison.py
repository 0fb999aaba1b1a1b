"""What keys do in a comparison: to the unit under the cursor or the marked ones, and to the two nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.app import condensing
from tui.app.actions import coding
from tui.app.actions.marked import anchor_ways, condense_prompt, memo_on, quote, take_off_one
from tui.app.actions.merging import choose_and_merge, show_merge
from tui.app.actions.splitting import name_split
from tui.app.actions.unit_by_unit import go_unit_by_unit
from tui.app.actions.whose import after_asking_whose
from tui.app.differing import why_they_differ
from tui.app.layout.compared import BY_CODE, BY_CONDENSED, BY_PARTICIPANT, BY_SOURCE
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import code_picker
from tui.app.pickers.picker import Picker, Taken
from tui.app.screens.comparison import unit_of
from tui.app.unit_choices import choices_of
from tui.model.edits.codebook import CreateNode, DefineNode
from tui.model.edits.units import Recode
from tui.model.ids import new_id
from tui.model.nodes import CODE

if TYPE_CHECKING:
    from tui.app.screens.comparison import ComparisonPage
    from tui.model.transaction import Edit

_NO_UNIT = "There is no unit under the cursor."


def other_side(page: ComparisonPage, key: str) -> None:
    """Go to the other of the two."""
    page.side_with_keys = (page.side_with_keys + 1) % max(1, len(page.sides))


def list_mark(page: ComparisonPage, key: str) -> None:
    """Mark this unit, or take its mark away, and go on to the next."""
    if page.here:
        page.side.marked.symmetric_difference_update({page.here})
        page.move(1)


def recode_units(page: ComparisonPage, key: str) -> None:
    """Choose the code that replaces this one on the marked units, or the one under the cursor."""
    units = page.chosen
    if not units:
        page.say(_NO_UNIT)
        return

    def take(taken: Taken) -> None:
        edits: list[Edit] = []
        code = taken.ids[0] if taken.ids else new_id()
        if taken.new:
            edits.append(CreateNode(code, CODE, taken.new[0]))
        edits += [Recode(unit, _carried(page, unit), code) for unit in units if page.project.get("units", unit)]
        name = taken.new[0] if taken.new else page.project.codebook.nodes[code].title
        sentence = f"throw {counted(len(units), 'units')} to {name}" if len(units) > 1 else None
        page.session.do(*edits, then=lambda receipt: page.side.marked.clear(), sentence=sentence)

    def ask() -> None:
        title = f"Throw {counted(len(units), 'units')} to"
        without = (page.side.node,)
        page.open_sheet(code_picker(page, title, take, several=False, without=without, back="back"))

    after_asking_whose(page, units, "Recode", ask)


def _carried(page: ComparisonPage, unit: str) -> str | None:
    """Return the unit's code that lies at or below the node of this side."""
    book = page.project.codebook
    below = set(book.codes(page.side.node))
    return next((code for code in book.codes_of(page.project.need("units", unit)) if code in below), None)


def condense_unit(page: ComparisonPage, key: str) -> None:
    """Write the unit in fewer words."""
    unit = unit_of(page)
    if unit is None:
        page.say(_NO_UNIT)
        return
    prompt = condense_prompt(page.here, page.marked)
    after_asking_whose(page, [str(unit["id"])], "Condense", lambda: condensing.condense_unit(page, unit, prompt))


def split_one(page: ComparisonPage, key: str) -> None:
    """Show the unit's words, to be split before one of them."""
    unit = unit_of(page)
    if unit is None:
        page.say(_NO_UNIT)
        return
    from tui.app.sheets.splitting import split_in_list

    after_asking_whose(page, [str(unit["id"])], "Split", lambda: split_in_list(page, unit))


def take_off(page: ComparisonPage, key: str) -> None:
    """Take one code off the unit, of several the one asked for; one without codes goes away."""
    unit = unit_of(page)
    if unit is None:
        page.say(_NO_UNIT)
        return

    def ask() -> None:
        take_off_one(page, page.here, page.marked, lambda: coding.take_off(page, unit, lambda: None))

    after_asking_whose(page, [str(unit["id"])], "Take a code off", ask)


def quote_unit(page: ComparisonPage, key: str) -> None:
    """Choose the marked units, or this one, as quotations; where it is one, open its card."""
    units = page.chosen
    if not units:
        page.say(_NO_UNIT)
        return
    after_asking_whose(page, units, "Quote", lambda: quote(page, units, page.side.marked.clear))


def memo(page: ComparisonPage, key: str) -> None:
    """Write a memo on the unit under the cursor."""
    memo_on(page, page.here, page.marked)


def anchor(page: ComparisonPage, key: str) -> None:
    """Let the unit be a typical or a borderline example of this side's node, or neither."""
    unit, node = unit_of(page), page.side.node
    if unit is None:
        page.say(_NO_UNIT)
        return
    page.choose(*anchor_ways(page, node, str(unit["id"]), lambda edit: _do(page, edit)))


def why_differ(page: ComparisonPage, key: str) -> None:
    """Write down because of what the two differ."""
    if len(page.sides) < 2:
        page.say("Nothing to differ from: mark two, then enter compares them.")
        return
    first, second = (side.node for side in page.sides)
    book = page.project.codebook
    if any(book.resolve(named) == first for named in book.nodes[second].document.get("differs") or {}):
        first, second = second, first
    before = why_they_differ(page.project, first, second)

    def keep(because: str) -> object:
        edit = DefineNode(first, {f"differs/{second}": because})
        return because == before or page.session.do(edit, then=lambda receipt: page.look_for_who_wrote())

    page.ask(
        "They differ because",
        keep,
        text=before,
        draft=f"differ {first} {second}",
        of=("nodes", first, f"differs/{second}"),
    )


def _do(page: ComparisonPage, edit: Edit) -> None:
    page.session.do(edit)


def mark_all(page: ComparisonPage, key: str) -> None:
    """Mark every unit that is shown on this side; where all are, none."""
    every = page.ids_of(page.side)
    if page.side.marked >= every:
        page.side.marked -= every
    else:
        page.side.marked |= every


def filter_units(page: ComparisonPage, key: str) -> None:
    """Choose the participants, by attributes or by name, and the coders whose units alone are shown."""
    both = {unit["id"]: (unit, who) for side in page.sides for unit, who in page.compared.with_people(side.node)}
    offered = choices_of(page.project, both.values())
    if not offered:
        page.say("All of these are one participant’s and one coder’s.")
        return
    ticked = page.looking.wanted
    page.open_sheet(
        Picker(
            "Show only units of",
            offered,
            lambda taken: page.show_only(taken.ids),
            several=True,
            ticked=ticked,
            word="show only these",
        )
    )


def order_units(page: ComparisonPage, key: str) -> None:
    """Choose the order of the units."""

    def by(order: str) -> Callable[[], None]:
        return lambda: page.put_in_order(order)

    ways = {"s": ("source", by(BY_SOURCE)), "p": ("participant", by(BY_PARTICIPANT))}
    if any(len(page.project.codebook.codes(side.node)) > 1 for side in page.sides):
        ways["c"] = ("code", by(BY_CODE))
    ways["f"] = ("condensed form", by(BY_CONDENSED))
    page.choose("Order the units by", ways)


def briefly(page: ComparisonPage, key: str) -> None:
    """Show the condensed forms alone, or the units in full again."""
    page.looking.briefly = not page.looking.briefly


def merge_sides(page: ComparisonPage, key: str) -> None:
    """Show what merging the other side into this one would do; of one code alone, choose what it is merged into."""

    def stays(node: str) -> None:
        page.side.marked.clear()

    if len(page.sides) > 1:
        other = page.sides[1 - page.side_with_keys].node
        show_merge(page, [other], page.side.node, stays)
    elif page.project.codebook.nodes[page.side.node].is_code:
        choose_and_merge(page, page.side.node, stays)
    else:
        page.say("Only one is shown: mark two, enter compares them, M merges them there.")


def split_units(page: ComparisonPage, key: str) -> None:
    """Split the marked units off their code; without marks, go through the code's units one by one."""
    marked = page.side.marked_here
    codes = {_carried(page, unit) for unit in marked or page.chosen}
    if len(codes) != 1:
        page.say("These units are of several codes: S splits one." if codes else _NO_UNIT)
        return
    code = codes.pop() or page.side.node
    if marked:
        name_split(page, code, marked, lambda new: page.side.marked.clear())
        return
    units = [str(unit["id"]) for unit in page.side.units if _carried(page, str(unit["id"])) == code]
    if len(units) < 2:
        page.say(f"There is nothing to split: it has {counted(len(units), 'units')}.")
    else:
        go_unit_by_unit(page, code, units)


def undo(page: ComparisonPage, key: str) -> None:
    """Take back one's last edit, and stand on a unit that it brought back."""
    page.session.undo(lambda receipt: page.stand_on_one_of(_units(receipt.documents)))


def redo(page: ComparisonPage, key: str) -> None:
    """Do again what was undone last, and stand on a unit that it concerns."""
    page.session.redo(lambda receipt: page.stand_on_one_of(_units(receipt.documents)))


def _units(documents: Iterable[tuple[str, str]]) -> list[str]:
    return [identifier for table, identifier in documents if table == "units"]
