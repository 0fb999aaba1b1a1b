"""What keys do in a comparison: to the unit under the cursor or the marked ones, and to the two nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app import condensing
from tui.app.actions import coding
from tui.app.actions.marked import condense_prompt, memo_on, quote, take_off_one
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import code_picker
from tui.app.pickers.picker import Taken
from tui.app.screens.comparison import unit_of, why_they_differ
from tui.model.edits.codebook import CreateNode, DefineNode
from tui.model.edits.quotations import ChooseAnchor
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
        edits += [Recode(unit, _carried(page, unit), code) for unit in units]
        page.session.do(*edits, then=lambda receipt: page.side.marked.clear())

    def ask() -> None:
        title = f"Throw {counted(len(units), 'units')} to"
        without = (page.side.node,)
        page.open_sheet(code_picker(page, title, take, several=False, without=without, back="back"))

    _after_asking_whose(page, units, "Recode", ask)


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
    _after_asking_whose(page, [str(unit["id"])], "Condense", lambda: condensing.condense_unit(page, unit, prompt))


def take_off(page: ComparisonPage, key: str) -> None:
    """Take one code off the unit, of several the one asked for; one without codes goes away."""
    unit = unit_of(page)
    if unit is None:
        page.say(_NO_UNIT)
        return

    def ask() -> None:
        take_off_one(page, page.here, page.marked, lambda: coding.take_off(page, unit, lambda: None))

    _after_asking_whose(page, [str(unit["id"])], "Take a code off", ask)


def quote_unit(page: ComparisonPage, key: str) -> None:
    """Choose the marked units, or this one, as quotations; where it is one, open its card."""
    units = page.chosen
    if not units:
        page.say(_NO_UNIT)
        return
    _after_asking_whose(page, units, "Quote", lambda: quote(page, units, page.side.marked.clear))


def memo(page: ComparisonPage, key: str) -> None:
    """Write a memo on the unit under the cursor."""
    memo_on(page, page.here, page.marked)


def anchor(page: ComparisonPage, key: str) -> None:
    """Let the unit be a typical or a borderline example of this side's node, or neither."""
    unit, node = unit_of(page), page.side.node
    if unit is None:
        page.say(_NO_UNIT)
        return
    identifier = str(unit["id"])
    name = page.project.codebook.nodes[node].title

    def choose(kind: str | None) -> Callable[[], None]:
        return lambda: _do(page, ChooseAnchor(node, identifier, kind))

    ways = {"t": ("typical", choose("typical")), "b": ("borderline", choose("borderline")), "n": ("none", choose(None))}
    page.choose(f"Example of “{name}”", ways)


def why_differ(page: ComparisonPage, key: str) -> None:
    """Write down because of what the two differ."""
    if len(page.sides) < 2:
        page.say("Nothing to differ from: mark two, then enter compares them.")
        return
    first, second = (side.node for side in page.sides)
    book = page.project.codebook
    if any(book.resolve(named) == first for named in book.nodes[second].document.get("differs") or {}):
        first, second = second, first
    before = why_they_differ(page, first, second)

    def keep(because: str) -> object:
        return because == before or page.session.do(DefineNode(first, {f"differs/{second}": because}))

    page.ask(
        "They differ because",
        keep,
        text=before,
        draft=f"differ {first} {second}",
        of=("nodes", first, f"differs/{second}"),
    )


def _do(page: ComparisonPage, edit: Edit) -> None:
    page.session.do(edit)


def _after_asking_whose(page: ComparisonPage, units: Sequence[str], word: str, do: Callable[[], None]) -> None:
    """Do it; to a colleague's unit only after `y`, which is asked naming whose it is."""
    coders = {str(page.project.need("units", unit).get("coder") or "") for unit in units} - {page.session.coder}
    if not coders:
        do()
        return
    named = (page.project.get("coders", coder) or {"name": coder} for coder in sorted(coders))
    names = " and ".join(str(coder.get("name") or "") for coder in named)
    page.choose(f"{word} what is {names}’s?", {"y": ("yes", do), "n": ("leave it", lambda: None)})
