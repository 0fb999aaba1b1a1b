"""The quotation card: the words as they were said, and how they may be printed: edited, translated, attributed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.app.layout.departing import departing_lines
from tui.app.layout.feet import speaker, words_of
from tui.app.sheets.form import Form, FormField, Values
from tui.errors import Mistake
from tui.model.edits.quotations import SetQuotation, WriteQuotation
from tui.model.languages import language_name
from tui.model.quoting import is_outdated, said, with_mark
from tui.model.safe_text import safe
from tui.reports.quotations import speakers_of

if TYPE_CHECKING:
    from tui.app.layout.pieces import Line
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.project import Project
    from tui.model.transaction import Edit

_TAKE_OFF = "ctrl+x"
_OUTDATED = "made from other words than the unit has now: look it over; kept, it is printed again"


class QuotationCard(Form):
    """A form that shows more on a small screen than others: what was said stays beside what is made of it."""

    rows = 16
    label_width = 14


def quotation_card(page: Page, unit: str) -> None:
    """Open the card of a quotation; it can be taken off there, its wordings stay. What is not one yet becomes one."""
    document = page.project.need("units", unit)
    is_one = bool(document.get("quoted"))
    chosen = SetQuotation(unit, True)

    def keep(values: Values) -> object:
        edits: list[Edit] = [WriteQuotation(unit, **values), *([] if is_one else [chosen])]
        try:
            changes = any(edit.changes(page.project) for edit in edits)
        except Mistake as mistake:
            page.say(str(mistake))
            return False
        sentence = None if is_one else chosen.sentence(page.project)
        return page.session.do(*edits, sentence=sentence) if changes else True

    def take_off() -> None:
        card.close()
        page.session.do(SetQuotation(unit, False))

    card = QuotationCard(
        "Quotation",
        _fields(page, document),
        keep,
        draft=f"quotation {unit}",
        of=("units", unit),
        fact=speaker(page.project, document),
        more={_TAKE_OFF: ("no longer a quotation", take_off)} if is_one else None,
    )
    page.open_sheet(card)


def _fields(page: Page, document: Document) -> list[FormField]:
    """Return what was said, and what is written: prefilled with what one would type again."""
    project = page.project
    words, mark = said(project, document), str(project.setting("omission"))
    language = language_name(str((project.get("sources", document["source"]) or {}).get("language") or ""))
    is_translated = bool(document.get("translation"))
    translator = str(document.get("translator") or "") if is_translated else last_translator(project)
    day = str(document.get("translated") or "") if is_translated else date.today().isoformat()

    def departs(values: Values, width: int) -> Sequence[Line]:
        return departing_lines(words, values["edited"], mark, width, page.glyphs)

    hint = _OUTDATED if is_outdated(project, document) else ""
    return [
        FormField("original", "said", words_of(project, document), written_here=False, role="muted"),
        FormField("edited", "printed", with_mark(str(document.get("edited") or words), mark), hint=hint),
        FormField("departs", "departs", written_here=False, follows=departs),
        FormField(
            "translation",
            "translation",
            str(document.get("translation") or ""),
            several_lines=True,
            instead=f"from {safe(language)}" if language else "none",
        ),
        FormField("translator", "translator", translator, instead="who translated it", hangs_on="translation"),
        FormField("translated", "on", day, instead="2026-03-01", hangs_on="translation"),
        FormField(
            "attribution",
            "attributed",
            str(document.get("attribution") or ""),
            instead=speakers_of(project, {**document, "attribution": None}) or "nobody",
        ),
    ]


def last_translator(project: Project) -> str:
    """Return who translated last, by the day that was written down; empty where nobody did."""
    known = (unit for unit in project.alive("units") if unit.get("translator"))
    last = max(known, key=lambda unit: (str(unit.get("translated") or ""), str(unit["id"])), default=None)
    return str(last["translator"]) if last is not None else ""
