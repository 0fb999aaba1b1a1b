"""What keys do to several marked units at once, and what they say where they mean one alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.model.edits.quotations import ChooseAnchor, SetQuotation, choosing
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def quote(page: Page, units: Sequence[str], then: Callable[[], None]) -> None:
    """Choose units as quotations; of a single one that is one already, open the card, where it can be taken off."""
    fresh = [unit for unit in units if not page.project.need("units", unit).get("quoted")]
    if fresh:
        sentence = choosing(page.project, fresh)
        page.session.do(*[SetQuotation(unit, True) for unit in fresh], then=lambda receipt: then(), sentence=sentence)
    elif len(units) == 1:
        from tui.app.sheets.quotation import quotation_card

        quotation_card(page, units[0])
    elif units:
        page.say(f"All {len(units)} are quotations already: without marks * opens the card of one.")


def choose_anchor(page: Page, node: str, unit: str) -> None:
    """Ask whether a unit is a typical or a borderline example of a node, or neither, or an example of its pile."""
    page.choose(*anchor_ways(page, node, unit, page.session.do))


def anchor_ways(
    page: Page, node: str, unit: str, do: Callable[..., object]
) -> tuple[str, dict[str, tuple[str, Callable[[], None]]]]:
    """Return the question of which a unit is an example, and its ways; those of a pile are its rows in the table."""
    book = page.project.codebook

    def choose(of: str, kind: str | None) -> Callable[[], None]:
        def chosen() -> None:
            do(ChooseAnchor(of, unit, kind))

        return chosen

    ways = {
        "t": ("typical", choose(node, "typical")),
        "b": ("borderline", choose(node, "borderline")),
        "n": ("none", choose(node, None)),
    }
    pile = book.pile_of(node) if book.nodes[node].is_code else None
    if pile is not None:
        is_one = (book.nodes[pile].document.get("anchors") or {}).get(unit) == "typical"
        words = "no row of its pile" if is_one else "row of its pile in the abstraction table"
        ways["p"] = (words, choose(pile, None if is_one else "typical"))
    return f"Example of “{book.nodes[node].title}”", ways


def condense_prompt(here: str, marked: Sequence[str]) -> str:
    """Return what asks for the condensed form; where others are marked, that it is of this one alone."""
    return "Condense this one alone to" if _others(here, marked) else "Condense to"


def take_off_one(page: Page, here: str, marked: Sequence[str], do: Callable[[], None]) -> None:
    """Take something off one alone; where others are marked, that is asked first."""
    if _others(here, marked):
        ways = {"y": ("take off", do), "n": ("leave it", lambda: None)}
        page.choose(f"From this one alone, not from the {len(marked)} marked?", ways)
    else:
        do()


def memo_on(page: Page, here: str, marked: Sequence[str]) -> None:
    """Write a memo on the unit under the cursor; where others are marked, say that it is on this one alone."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import unit_words

    unit = page.project.get("units", here)
    if unit is None:
        page.say("There is no unit under the cursor.")
        return
    open_memo(page, {"kind": "unit", "id": here}, f"unit {safe(unit_words(page.project, unit))}")
    if _others(here, marked):
        page.say("On this one alone, not on the marked.")


def _others(here: str, marked: Sequence[str]) -> bool:
    return any(unit != here for unit in marked)
