"""What keys do where quotations are chosen: to the unit under the cursor, or the marked ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.app import condensing
from tui.app.actions.marked import condense_prompt, memo_on
from tui.app.actions.whose import after_asking_whose
from tui.app.pickers.picker import Picker
from tui.app.unit_choices import choices_of
from tui.model.edits.quotations import ArrangeQuotations, SetQuotation, choosing

if TYPE_CHECKING:
    from tui.app.screens.quotations import QuotationsPage

_NO_UNIT = "There is no unit under the cursor."


def choose_or_take_off(page: QuotationsPage, key: str) -> None:
    """Choose the marked units, or this one, as quotations; where all are, take them off: their wordings stay."""
    units = page.chosen
    if not units:
        page.say(_NO_UNIT)
        return
    fresh = [unit for unit in units if not page.unit(unit).get("quoted")]
    changed, on = (fresh, True) if fresh else (units, False)
    taken_off = f"no longer quote {len(changed)} units" if len(changed) > 1 else None
    sentence = choosing(page.project, changed) if on else taken_off

    def do() -> None:
        edits = [SetQuotation(unit, on) for unit in changed]
        page.session.do(*edits, then=lambda receipt: page.marked.clear(), sentence=sentence)

    after_asking_whose(page, changed, "Quote" if on else "No longer quote", do)


def quotation_words(page: QuotationsPage, key: str) -> None:
    """Open the card: edited form, translation, attribution."""
    if not page.here:
        page.say(_NO_UNIT)
        return
    from tui.app.sheets.quotation import quotation_card

    unit = page.here
    after_asking_whose(page, [unit], "Word", lambda: quotation_card(page, unit))


def quotation_later(page: QuotationsPage, key: str) -> None:
    """Move a quotation behind the next one of its pile."""
    _move(page, 1)


def quotation_earlier(page: QuotationsPage, key: str) -> None:
    """Move a quotation before the one before it in its pile."""
    _move(page, -1)


def _move(page: QuotationsPage, by: int) -> None:
    """Move the quotation under the cursor past the next one that is shown, or the one before."""
    unit = page.here
    if not page.number_of(unit):
        page.say("Only quotations have an order: * chooses one." if unit else _NO_UNIT)
        return
    home = page.home_of(unit)
    order = page.in_order(home)
    shown = {each for each in page.ids if page.home_of(each) == home}
    seen = [each for each in order if each in shown]
    there = seen.index(unit) + by
    if not 0 <= there < len(seen):
        page.say("It is the last one." if by > 0 else "It is the first one.")
        return
    order.remove(unit)
    order.insert(order.index(seen[there]) + (1 if by > 0 else 0), unit)
    page.session.do(ArrangeQuotations(home, order), then=lambda receipt: page.stand_on(unit))


def only_chosen(page: QuotationsPage, key: str) -> None:
    """Show the quotations alone, in their order, or all units again."""
    page.show_chosen(not page.shows_chosen)


def briefly(page: QuotationsPage, key: str) -> None:
    """Show the condensed forms alone, or the words again."""
    page.is_brief = not page.is_brief


def filter_units(page: QuotationsPage, key: str) -> None:
    """Choose the participants, by attributes or by name, and the coders whose units alone are shown."""
    offered = choices_of(page.project, page.compared.with_people(page.node))
    if not offered:
        page.say("All of these are one participant’s and one coder’s.")
        return
    ticked, word = page.wanted, "show only these"
    title = "Show only units of"
    page.open_sheet(
        Picker(title, offered, lambda taken: page.show_only(taken.ids), several=True, ticked=ticked, word=word)
    )


def condense_unit(page: QuotationsPage, key: str) -> None:
    """Write the unit in fewer words."""
    unit = page.project.get("units", page.here)
    if unit is None:
        page.say(_NO_UNIT)
        return
    prompt = condense_prompt(page.here, page.marked)
    after_asking_whose(page, [page.here], "Condense", lambda: condensing.condense_unit(page, unit, prompt))


def memo(page: QuotationsPage, key: str) -> None:
    """Write a memo on the unit under the cursor."""
    memo_on(page, page.here, page.marked)


def undo(page: QuotationsPage, key: str) -> None:
    """Take back one's last edit, and stand on a unit that it brought back."""
    page.session.undo(lambda receipt: _stand(page, receipt.documents))


def redo(page: QuotationsPage, key: str) -> None:
    """Do again what was undone last, and stand on a unit that it concerns."""
    page.session.redo(lambda receipt: _stand(page, receipt.documents))


def _stand(page: QuotationsPage, documents: Iterable[tuple[str, str]]) -> None:
    for table, identifier in documents:
        if table == "units":
            page.stand_on(identifier)
