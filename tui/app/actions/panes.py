"""What keys do in every pane of the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.postures import PANES

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


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


def memo(page: MainScreen, key: str) -> None:
    """Write a memo on what the cursor is on."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import of_panes

    open_memo(page, *of_panes(page))


def define(page: MainScreen, key: str) -> None:
    """Open the definition card of what the cursor is on."""
    from tui.app.sheets.definition import definition_card

    if page.desk.node in page.project.codebook.nodes:
        page.open_sheet(definition_card(page, page.desk.node))
