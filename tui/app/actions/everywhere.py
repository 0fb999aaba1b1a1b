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


def check(page: Page, key: str) -> None:
    """Verify everything the project promises."""
    from tui.app.screens.check import CheckPage

    if not isinstance(page, CheckPage):
        page.app.open_page(CheckPage(page.session))


def history(page: Page, key: str) -> None:
    """Show what happened."""
    from tui.app.screens.history import HistoryPage

    if not isinstance(page, HistoryPage):
        page.app.open_page(HistoryPage(page.session))


def conflicts(page: Page, key: str) -> None:
    """Show what two changed at once."""
    from tui.app.screens.conflicts import ConflictsPage

    if not isinstance(page, ConflictsPage):
        page.app.open_page(ConflictsPage(page.session))


def participants(page: Page, key: str) -> None:
    """Show who was interviewed."""
    from tui.app.screens.participants import ParticipantsPage

    if not isinstance(page, ParticipantsPage):
        page.app.open_page(ParticipantsPage(page.session))


def memos(page: Page, key: str) -> None:
    """Show all memos."""
    from tui.app.screens.memos import MemosPage

    if not isinstance(page, MemosPage):
        page.app.open_page(MemosPage(page.session))


def export(page: Page, key: str) -> None:
    """Write a report of the project to a file."""
    from tui.app.sheets.exporting import choose_export

    choose_export(page)


def settings(page: Page, key: str) -> None:
    """Edit what is said of the project as a whole."""
    from tui.app.sheets.settings import settings_form

    page.open_sheet(settings_form(page))


def tour(page: Page, key: str) -> None:
    """Show the ten keys of the tour, to begin it or to go on."""
    from tui.app.screens.tour import TourPage

    page.app.open_page(TourPage(page.session))


def guide(page: Page, key: str) -> None:
    """Write the interview guide."""
    from tui.app.sheets.guide import guide_form

    page.open_sheet(guide_form(page))


def coders(page: Page, key: str) -> None:
    """Say who codes."""
    from tui.app.sheets.who import ask_who_codes

    ask_who_codes(page)


def colours(page: Page, key: str) -> None:
    """Choose the colours: for a dark or a light terminal, for 16 colours, or none."""
    from tui.app.sheets.menu import Menu, MenuRow

    rows = [
        MenuRow("", "as the terminal says", "TERM, COLORFGBG and NO_COLOR decide"),
        MenuRow("dark", "dark", "256 colours on a dark ground"),
        MenuRow("light", "light", "256 colours on a light ground"),
        MenuRow("ansi-dark", "16, dark", "the terminal's own colours on its dark ground"),
        MenuRow("ansi-light", "16, light", "the terminal's own colours on its light ground"),
        MenuRow("none", "none", "bold, underlined, reversed"),
    ]
    page.open_sheet(Menu("Colours", rows, page.app.use_colours))


def right_to_left(page: Page, key: str) -> None:
    """Choose who puts text in order that is written from right to left."""
    from tui.app.right_to_left import APART, IN_ORDER
    from tui.app.sheets.menu import Menu, MenuRow

    rows = [
        MenuRow(APART, "by the terminal", "PuTTY, mlterm, Konsole, GNOME’s and Apple’s do it"),
        MenuRow(IN_ORDER, "by Postil", "where Hebrew and Arabic stand the wrong way round: xterm, tmux, Windows"),
    ]
    page.open_sheet(Menu("Right-to-left text is put in order", rows, page.app.put_right_to_left))


def memo(page: Page, key: str) -> None:
    """Write a memo on the project."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import of_project

    open_memo(page, *of_project(page))


def manual(page: Page, key: str) -> None:
    """Read the manual."""
    from tui.app.screens.manual import ManualPage

    if not isinstance(page, ManualPage):
        page.app.open_page(ManualPage(page.session))


def summary(page: Page, key: str) -> None:
    """Read the category summary as it stands."""
    from tui.app.screens.summary import SummaryPage

    if not isinstance(page, SummaryPage):
        page.app.open_page(SummaryPage(page.session))


def versions(page: Page, key: str) -> None:
    """Show the snapshots of the category system."""
    from tui.app.screens.versions import VersionsPage

    if not isinstance(page, VersionsPage):
        page.app.open_page(VersionsPage(page.session))


def uncertain_units(page: Page, key: str) -> None:
    """Show the units whose words changed when their texts were amended."""
    from tui.app.screens.uncertain import UncertainPage

    if not isinstance(page, UncertainPage):
        page.app.open_page(UncertainPage(page.session))


def decisions(page: Page, key: str) -> None:
    """Show who decided what, when and why."""
    from tui.app.screens.decisions import DecisionsPage

    if not isinstance(page, DecisionsPage):
        page.app.open_page(DecisionsPage(page.session))


def moved_definitions(page: Page, key: str) -> None:
    """Show the units that were coded under an older definition, code by code."""
    from tui.app.screens.moved import MovedPage

    if not isinstance(page, MovedPage):
        page.app.open_page(MovedPage(page.session))


def new_project(page: Page, key: str) -> None:
    """Make a new project and open it."""
    from tui.app.sheets.projects import new_project_form

    page.open_sheet(new_project_form(page))


def other_project(page: Page, key: str) -> None:
    """Open another project instead of this one."""
    from tui.app.sheets.projects import ask_for_project

    ask_for_project(page)
