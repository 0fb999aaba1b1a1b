"""What keys do where a code is split unit by unit. Nothing is changed before `enter`, which does all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app import condensing
from tui.app.actions.marked import memo_on
from tui.app.actions.whose import after_asking_whose
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import code_picker, name_refused
from tui.app.pickers.picker import Taken
from tui.app.sheets.foreseen import Foreseen
from tui.model.ids import new_id
from tui.model.names import one_line
from tui.model.nodes import CODE
from tui.model.parting import Heap, parting_edits, parting_sentence

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.app.screens.unit_by_unit import UnitByUnitPage
    from tui.store.project import Receipt


def go_unit_by_unit(page: Page, code: str, units: Sequence[str]) -> None:
    """Go through some units of a code, in their order."""
    from tui.app.screens.unit_by_unit import UnitByUnitPage

    opened = UnitByUnitPage(page.session, code, units)
    page.app.open_page(opened)
    if opened.given:
        opened.note(f"Going on where you were: {counted(len(opened.given), 'units')} decided.")


def send_to(page: UnitByUnitPage, key: str) -> None:
    """Send the unit to the code of a digit, and go on; where that is none yet, ask for it."""
    number = int(key) - 1
    if number < len(page.heaps):
        _send(page, number)
    elif number == len(page.heaps):
        send_to_new(page, key)
    else:
        page.say(f"There is no code {key} yet: + makes one, / takes one that there is.")


def _send(page: UnitByUnitPage, number: int) -> None:
    page.send(number)
    if not page.undecided:
        page.say("All are decided: enter shows what it would do, u takes the last back.")


def send_to_new(page: UnitByUnitPage, key: str) -> None:
    """Ask for the name of a new code, and send the unit there."""
    if _is_full(page):
        return

    def named(words: str) -> bool:
        name = one_line(words)
        book = page.project.codebook
        there = book.named(name, book.parent(page.code), CODE) if name else None
        if there == page.code:
            page.send(0)
            return True
        if there is not None:
            page.add_heap(Heap(there, book.nodes[there].title))
            page.say(f"“{name}” is there already: units go to it.")
            return True
        refusal = name_refused(page.project, CODE, name)
        if refusal:
            page.say(refusal)
            return False
        page.add_heap(Heap(new_id(), name, is_new=True))
        return True

    page.ask("Send it to a new code, called", named, word="send")


def send_to_another(page: UnitByUnitPage, key: str) -> None:
    """Choose a code that there is, and send the unit there."""
    if _is_full(page):
        return

    def take(taken: Taken) -> None:
        code = taken.ids[0]
        page.add_heap(Heap(code, page.project.codebook.nodes[code].title))

    without = [heap.code for heap in page.heaps]
    page.open_sheet(
        code_picker(page, "Send the unit to", take, several=False, new=False, without=without, back="back to the unit")
    )


def _is_full(page: UnitByUnitPage) -> bool:
    from tui.app.screens.unit_by_unit import MOST_HEAPS

    if len(page.heaps) >= MOST_HEAPS:
        page.say("Nine codes at once are the most: enter splits so far.")
        return True
    return False


def next_to_decide(page: UnitByUnitPage, key: str) -> None:
    """Look at the next unit, this one undecided."""
    page.move(1)


def one_before(page: UnitByUnitPage, key: str) -> None:
    """Look at the unit before."""
    page.move(-1)


def take_back(page: UnitByUnitPage, key: str) -> None:
    """Take the last decision back, or the edit that was made after it."""
    if page.edited_last:
        page.edited_last = False
        page.session.undo()
    elif not page.take_back():
        page.say("Nothing is decided yet.")


def memo(page: UnitByUnitPage, key: str) -> None:
    """Write a memo on the unit."""
    memo_on(page, page.here, ())


def condense_unit(page: UnitByUnitPage, key: str) -> None:
    """Write the unit in fewer words."""
    unit = page.project.get("units", page.here)
    if unit is not None:
        after_asking_whose(page, [page.here], "Condense", lambda: condensing.condense_unit(page, unit, "Condense to"))


def scroll_on(page: UnitByUnitPage, key: str) -> None:
    """Show more of a long unit."""
    page.top += max(1, page.room // 2)


def scroll_back(page: UnitByUnitPage, key: str) -> None:
    """Show its beginning again."""
    page.top -= max(1, page.room // 2)


def split_now(page: UnitByUnitPage, key: str) -> None:
    """Show what the decisions come to; `enter` does it as one step."""
    from tui.app.screens.unit_by_unit import heap_words

    page.still_there()
    if not any(page.given.get(unit, 0) for unit in page.units):
        page.say("Nothing goes anywhere yet: + sends this one to a new code, 1 lets it stay.")
        return
    title = f"Split “{page.heaps[0].name}”"
    sheet = Foreseen(title, lambda: heap_words(page), lambda: {"enter": ("split", lambda: _ask(page, sheet))})
    page.open_sheet(sheet)


def _ask(page: UnitByUnitPage, sheet: Foreseen) -> None:
    going = [unit for unit in page.units if page.given.get(unit, 0)]
    after_asking_whose(page, going, "Recode", lambda: _do(page, sheet))


def _do(page: UnitByUnitPage, sheet: Foreseen) -> None:
    sheet.close()
    if not page.still_there():
        page.say("The code is not there any more.")
        return
    given = {unit: page.given[unit] for unit in page.units if unit in page.given}
    edits = parting_edits(page.project, page.heaps, given)
    sentence = parting_sentence(page.project, page.heaps, given)

    def done(receipt: Receipt) -> None:
        page.session.drafts.forget(page.draft)
        page.session.keep_desk()
        page.app.close_page()
        page.app.page.say(receipt.told, undo=True)

    page.session.do(*edits, then=done, say=False, sentence=sentence)
