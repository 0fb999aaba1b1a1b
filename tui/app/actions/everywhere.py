"""What keys do on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def undo(page: Page, key: str) -> None:
    """Take back one's last edit."""
    page.session.undo()


def redo(page: Page, key: str) -> None:
    """Do again what was undone last."""
    page.session.redo()


def repaint_screen(page: Page, key: str) -> None:
    """Paint the whole screen anew, whatever the terminal shows now."""
    page.app.repaint_all()


def suspend(page: Page, key: str) -> None:
    """Go to the shell; `fg` comes back."""
    page.app.action_suspend_process()


def step_back(page: Page, key: str) -> None:
    """Let go of one thing; on the bare screen, `q` leaves and the others say how."""
    if page.step_back():
        return
    if not page.bare:
        page.app.close_page()
    elif key == "q":
        page.app.leave()
    elif key == "ctrl+c":
        page.say("q leaves; there is nothing to save.")


def leave(page: Page, key: str) -> None:
    """End Postil."""
    page.app.leave()


def sources(page: Page, key: str) -> None:
    """Open the list of sources."""
    from tui.app.screens.sources import SourcesPage

    if not isinstance(page, SourcesPage):
        page.app.open_page(SourcesPage(page.session))


def show_keys(page: Page, key: str) -> None:
    """Open the page of keys."""
    from tui.app.screens.keys import KeysPage

    if not isinstance(page, KeysPage):
        page.app.open_page(KeysPage(page.session, page))


def palette(page: Page, key: str) -> None:
    """Open the list of all commands."""
    from tui.app.sheets.palette import Palette

    page.open_sheet(Palette(page))
