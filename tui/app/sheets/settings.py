"""The project as a whole: title, aim, stance, numbers invited and declined, and how reports are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.sheets.facts import FactsForm
from tui.app.sheets.form import Form, FormField, Values
from tui.errors import Mistake
from tui.model.settings import FACTS, SETTINGS, said, setting_typed

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.transaction import Edit

_LABELS = {"uncovered_words": "uncovered", "participants_word": "participants"}
_HINTS = {"stance": "manifest, latent, or manifest and latent", **SETTINGS}


def settings_form(page: Page) -> Form:
    """Return the form of the project, ready to be opened."""
    project, words = page.project, page.glyphs.words
    fields = [
        FormField(
            key,
            _LABELS.get(key, key),
            said(project, key),
            several_lines=key == "aim",
            hint=words(_HINTS.get(key, "")),
            now=partial(said, project, key),
        )
        for key in (*FACTS, *SETTINGS)
    ]

    def keep(values: Values) -> object:
        edits: list[Edit] = []
        key = ""
        try:
            for key, typed in values.items():
                edits += [setting_typed(project, key, typed)] if typed != said(project, key) else []
        except Mistake as error:
            form.refused(error, key)
            return False
        return page.session.do(*edits, sentence="set the project’s facts") if edits else True

    form = FactsForm("Settings", fields, keep, draft="settings", of=("project", project.id))
    return form
