"""A snapshot being taken: its name, and why now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.feet import counted
from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, PILES

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.codebook import Codebook


def snapshot_form(page: Page) -> Form:
    """Return the form that keeps the category system as it is now, ready to be opened."""
    identifier = new_id()

    def keep(values: Values) -> object:
        return page.session.do(TakeSnapshot(identifier, values["name"], values["memo"], page.session.coder))

    fields = [
        FormField("held", "holds", held(page.project.codebook), written_here=False),
        FormField("name", "name", hint="as you will look for it: before merging, after four interviews"),
        FormField("memo", "memo", several_lines=True, hint="why now, and what is still open"),
    ]
    return Form("Snapshot of the category system", fields, keep, draft="snapshot")


def held(book: Codebook) -> str:
    """Return how much a category system holds: `2 categories, 7 sub-categories, 33 codes, 1 theme`."""
    levels = [node.level for node in book.nodes.values()]
    codes, piles = levels.count(CODE), levels.count(PILES[0])
    categories, themes = levels.count(CATEGORY), len(book.themes())
    parts = [
        f"{categories} categor{'y' if categories == 1 else 'ies'}",
        f"{piles} sub-categor{'y' if piles == 1 else 'ies'}",
        counted(codes, "codes"),
    ]
    return ", ".join([*parts, counted(themes, "themes")] if themes else parts)
