"""The quotation card: the words as they were said, and how they may be printed: edited, translated, attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.feet import speaker, words_of
from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.quotations import SetQuotation, WriteQuotation

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_TAKE_OFF = "ctrl+x"


def quotation_card(page: Page, unit: str) -> None:
    """Open the card of a quotation; it can be taken off there, its wordings stay."""
    document = page.project.need("units", unit)

    def keep(values: Values) -> None:
        page.session.do(WriteQuotation(unit, values["edited"], values["translation"], values["attribution"]))

    def field(name: str, label: str) -> FormField:
        def now() -> str:
            return str((page.project.get("units", unit) or {}).get(name) or "")

        return FormField(name, label, now(), now=now)

    def take_off() -> None:
        card.close()
        page.session.do(SetQuotation(unit, False))

    fields = [
        FormField("original", "said", words_of(page.project, document), written_here=False, role="muted"),
        field("edited", "edited"),
        field("translation", "translated"),
        field("attribution", "attributed"),
    ]
    card = Form(
        "Quotation",
        fields,
        keep,
        draft=f"quotation {unit}",
        of=("units", unit),
        fact=speaker(page.project, document),
        more={_TAKE_OFF: ("no longer a quotation", take_off)},
    )
    page.open_sheet(card)
