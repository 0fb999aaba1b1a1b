"""What keys do in the summary: to the section one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.summary import SummaryPage


def write_text(page: SummaryPage, key: str) -> None:
    """Write the section's own text, which stands before its quotations."""
    from tui.app.sheets.form import Form, FormField, Values
    from tui.model.edits.codebook import DefineNode

    section = page.section
    if section is None or not section.node:
        page.say("This section is written from the project alone; J goes to one with a text of yours.")
        return
    node = section.node
    before = str(page.project.codebook.nodes[node].document.get("narrative") or "")

    def keep(values: Values) -> object:
        words = values["narrative"]
        return page.session.do(DefineNode(node, {"narrative": words or None})) if words != before else True

    fields = [FormField("narrative", "", before, several_lines=True)]
    page.open_sheet(Form(f"Text of {section.name}", fields, keep, draft=f"narrative {node}", of=("nodes", node)))


def go_to_pile(page: SummaryPage, key: str) -> None:
    """Go to the category or the pile on the board."""
    page.open_row()
