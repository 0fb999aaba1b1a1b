"""Another project: one that is there already, or a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.completion import completed
from tui.app.sheets.form import Form, FormField, Values
from tui.errors import PostilError
from tui.store.layout import is_project
from tui.store.project import create

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def new_project_form(page: Page) -> Form:
    """Return the form of a new project, which is opened once it is made."""
    here = Path.cwd()
    fields = [FormField("folder", "folder"), FormField("title", "title"), FormField("aim", "aim", several_lines=True)]
    fields.append(FormField("stance", "stance"))

    def make(values: Values) -> object:
        if not values["folder"] or not values["title"]:
            page.say("A project needs a folder and a title.")
            return False
        folder = here / Path(values["folder"]).expanduser()
        try:
            create(folder, title=values["title"], aim=values["aim"], stance=values["stance"])
        except PostilError as error:
            page.say(str(error))
            return False
        page.app.leave_for(folder)
        return True

    return Form("New project", fields, make, fact="stance: manifest, latent")


def ask_for_project(page: Page) -> None:
    """Ask for the folder of a project that is there, and open it instead of this one."""
    here = Path.cwd()

    def named(words: str) -> None:
        folder = here / Path(words.strip()).expanduser()
        if not words.strip():
            return
        if is_project(folder):
            page.app.leave_for(folder)
        else:
            page.say(f"{folder} is no project.")

    page.ask("Open the project in", named, word="open", complete=lambda words: completed(words, here))
