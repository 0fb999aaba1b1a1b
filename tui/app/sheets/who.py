"""Who codes: asked once where nobody is named, and to be changed from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.errors import PostilError
from tui.model.edits.project import AddCoder
from tui.model.ids import coder_id

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def ask_who_codes(page: Page, why: str = "") -> None:
    """Ask who codes: one of the coders there are, or a new one by the name typed; and why one is asked again."""
    project = page.project
    # Whose units count in the findings is likelier to sit down again than who coded beside them.
    coders = sorted(
        project.alive("coders"),
        key=lambda coder: (not project.counts_coder(coder["id"]), str(coder.get("name"))),
    )
    if not coders:
        asked = f"{why or 'Who codes?'} Your name:"
        page.ask(asked, lambda name: _sit_new(page, name), word="begin", left=lambda: _reads(page))
        return
    choices = [
        Choosable(coder["id"], str(coder.get("name") or ""), beside=str(coder.get("initials") or ""))
        for coder in coders
    ]

    def take(taken: Taken) -> None:
        if taken.new:
            _sit_new(page, taken.new[0])
        elif taken.ids:
            _sit(page, taken.ids[0])

    page.open_sheet(Picker("Who codes?", choices, take, new="coder", word="begin", back="read only"))
    if why:
        page.say(why)


def _reads(page: Page) -> None:
    page.note(page.session.cannot_write)


def _sit_new(page: Page, name: str) -> None:
    identifier = coder_id(name)
    if not identifier:
        ask_who_codes(page, "A name has a letter or digit.")
        return
    if _sit(page, identifier) and page.project.get("coders", identifier) is None:
        page.session.do(AddCoder(identifier, name))


def _sit(page: Page, coder: str) -> bool:
    try:
        page.session.store.sit(coder)
    except PostilError as error:
        page.say(str(error))
        return False
    page.redraw()
    say_if_elsewhere(page)
    return True


def say_if_elsewhere(page: Page) -> None:
    """Say that the one who codes here has the project open in another window too: it may be somebody else's seat."""
    session = page.session
    if session.store.is_elsewhere:
        name = str((session.project.get("coders", session.coder) or {}).get("name") or session.coder)
        page.say(f"{name} is at work in another window too. If you are not, :who codes here")
