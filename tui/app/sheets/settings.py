"""The project as a whole: title, aim, stance, numbers invited and declined, and how reports are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.app.sheets.facts import FactsForm
from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.project import SetProject, SetSetting

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.project import Project
    from tui.model.transaction import Edit

_PROJECT = (
    ("title", "title", False),
    ("aim", "aim", True),
    ("stance", "stance", False),
    ("invited", "invited", False),
    ("declined", "declined", False),
)
_SETTINGS = (
    ("omission", "omission"),
    ("participants_word", "participants"),
    ("counts", "counts"),
    ("uncovered_words", "uncovered"),
    ("counted", "counted"),
)
_NUMBERS = frozenset({"invited", "declined", "uncovered_words"})


def settings_form(page: Page) -> Form:
    """Return the form of the project, ready to be opened."""
    project = page.project
    fields = [
        FormField(name, label, _shown(project.document.get(name)), several_lines=several)
        for name, label, several in _PROJECT
    ]
    fields += [FormField(f"settings/{name}", label, _setting_words(project, name)) for name, label in _SETTINGS]

    def keep(values: Values) -> object:
        try:
            edits = list(_edits(project, values))
        except ValueError as error:
            page.say(str(error))
            return False
        return page.session.do(*edits, sentence="set the project’s facts") if edits else True

    return FactsForm("Settings", fields, keep, of=("project", project.id))


def _edits(project: Project, values: Values) -> list[Edit]:
    edits: list[Edit] = []
    changed = {
        name: _typed(name, values[name])
        for name, _, _ in _PROJECT
        if values[name] != _shown(project.document.get(name))
    }
    if changed:
        edits.append(SetProject(changed))
    for name, _ in _SETTINGS:
        words = values[f"settings/{name}"]
        if words != _setting_words(project, name):
            edits.append(SetSetting(name, _coders(project, words) if name == "counted" else _typed(name, words)))
    return edits


def _typed(name: str, words: str) -> Any:
    """Return what a setting's words mean.

    Raises:
        ValueError: a number was expected.
    """
    if not words:
        return None
    if name in _NUMBERS:
        if not words.isdecimal():
            raise ValueError(f"{name.replace('_', ' ').capitalize()} is a number.")
        return int(words)
    return words


def _setting_words(project: Project, name: str) -> str:
    value = project.setting(name)
    if name != "counted":
        return _shown(value)
    if value is None:
        return "all"
    return ", ".join(str((project.tables["coders"].get(coder) or {}).get("name") or coder) for coder in value)


def _coders(project: Project, words: str) -> list[str] | None:
    """Return the ids of the coders named; `None` for all.

    Raises:
        ValueError: nobody is called so.
    """
    if words.strip().casefold() in ("", "all"):
        return None
    by_name = {str(coder.get("name")).casefold(): str(coder["id"]) for coder in project.alive("coders")}
    found = []
    for name in words.split(","):
        if name.strip().casefold() not in by_name:
            raise ValueError(f"No coder is called {name.strip()}; there are: {', '.join(sorted(by_name))}; or: all.")
        found.append(by_name[name.strip().casefold()])
    return found


def _shown(value: object) -> str:
    return "" if value is None else str(value)
