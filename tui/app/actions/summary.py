"""What keys do in the summary: to the section one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.summary import SummaryPage


def write_text(page: SummaryPage, key: str) -> None:
    """Write the section's own text, which stands before its quotations, beside the units it rests on."""
    from tui.app.sheets.narrative import write_narrative

    section = page.section
    if section is None or not section.node:
        page.say("This section is written from the project alone; J goes to one with a text of yours.")
        return
    write_narrative(page, section.node, section.name)


def choose_quotations_here(page: SummaryPage, key: str) -> None:
    """Show the units of the section's category or pile, to choose quotations among them."""
    from tui.app.screens.quotations import QuotationsPage

    if page.section is None or not page.section.node:
        page.say("This section has no units of its own; J goes to one that has.")
        return
    page.app.open_page(QuotationsPage(page.session, page.section.node))


def go_to_pile(page: SummaryPage, key: str) -> None:
    """Go to the category or the pile on the board."""
    page.open_row()
