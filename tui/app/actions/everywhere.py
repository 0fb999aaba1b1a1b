"""What keys do on every screen, and on all panes of the main one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.postures import PANES

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.app.screens.page import Page


def next_pane(page: MainScreen, key: str) -> None:
    """Give the next pane the keys."""
    page.focus_pane(PANES[(PANES.index(page.desk.pane) + 1) % len(PANES)])


def previous_pane(page: MainScreen, key: str) -> None:
    """Give the pane before the keys."""
    page.focus_pane(PANES[(PANES.index(page.desk.pane) - 1) % len(PANES)])


def to_transcript(page: MainScreen, key: str) -> None:
    """Give the transcript the keys."""
    page.focus_pane("transcript")


def to_codebook(page: MainScreen, key: str) -> None:
    """Give the codebook the keys."""
    page.focus_pane("codebook")


def to_board(page: MainScreen, key: str) -> None:
    """Give the board the keys."""
    page.focus_pane("board")


def zoom(page: MainScreen, key: str) -> None:
    """Give the pane the whole screen, or back its place."""
    page.desk.zoomed = not page.desk.zoomed


def to_top(page: MainScreen, key: str) -> None:
    """Go to the beginning."""
    page.pane.goes_to("top")


def to_bottom(page: MainScreen, key: str) -> None:
    """Go to the end."""
    page.pane.goes_to("bottom")


def half_page_down(page: MainScreen, key: str) -> None:
    """Go half a page on."""
    page.pane.goes_to("half_down")


def half_page_up(page: MainScreen, key: str) -> None:
    """Go half a page back."""
    page.pane.goes_to("half_up")


def page_down(page: MainScreen, key: str) -> None:
    """Go a page on."""
    page.pane.goes_to("page_down")


def page_up(page: MainScreen, key: str) -> None:
    """Go a page back."""
    page.pane.goes_to("page_up")


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
