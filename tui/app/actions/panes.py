"""What keys do in every pane of the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.actions.amending import amend_source as amend_source
from tui.app.actions.amending import confirm_place as confirm_place
from tui.app.actions.amending import next_uncertain as next_uncertain
from tui.app.actions.places import last_place as last_place
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


def look_again(page: MainScreen, key: str) -> None:
    """Show what was coded under an older definition at or below the node under the cursor, unit by unit."""
    from tui.app.screens.moved import MovedPage

    page.app.open_page(MovedPage(page.session, page.desk.node))


def still_fits(page: MainScreen, key: str) -> None:
    """Say that the unit here still fits its codes as they are defined now."""
    from tui.app.actions.looking import say_they_fit

    unit = page.transcript.unit_here()
    if unit is not None:
        say_they_fit(page, [str(unit["id"])])


def unit_table(page: MainScreen, key: str) -> None:
    """Show the units of the open source as a table."""
    from tui.app.screens.unit_table import UnitTablePage

    page.app.open_page(UnitTablePage(page.session))


def search_all(page: MainScreen, key: str) -> None:
    """Ask for words and show where they stand in all sources."""
    from tui.app.actions.finding import ask_for_a_pattern
    from tui.app.screens.hits import HitsPage

    def search(words: str) -> None:
        if words.strip():
            page.app.open_page(HitsPage(page.session, words.strip(), is_expression=page.desk.find_expression))

    ask_for_a_pattern(page, "Search all sources", search, offered=page.desk.find, word="search")


def to_pile(page: MainScreen, key: str) -> None:
    """Go to the pile of a letter: in the codebook where that has the keys, else on the board."""
    book = page.project.codebook
    pile = next(iter(book.unsorted()), None) if key == "-" else book.pile_with(key)
    if pile is None:
        page.say("Nothing is unsorted." if key == "-" else f"No pile has the letter {key}.")
        return
    page.desk.node = pile
    if page.desk.pane == "transcript":
        page.focus_pane("board")
        page.desk.node = pile


def snapshot(page: MainScreen, key: str) -> None:
    """Ask for a name and a memo, and keep the category system as it is now."""
    from tui.app.sheets.snapshot import snapshot_form

    page.open_sheet(snapshot_form(page))


def turn_numbers(page: MainScreen, key: str) -> None:
    """Show the turns' numbers beside the text, or no longer."""
    page.desk.turn_numbers = not page.desk.turn_numbers


def topic(page: MainScreen, key: str) -> None:
    """Say which topic of the interview guide the turn under the cursor answers."""
    from tui.app.sheets.guide import guide_form, topic_menu
    from tui.model.guide import guide

    source = page.desk.source
    turn = page.project.turns(source).before(page.transcript.cursor) if source else None
    if turn is None:
        page.say("There is no turn here.")
        return
    page.open_sheet(topic_menu(page, source, turn) if guide(page.project) else guide_form(page))


def begin_pass(page: MainScreen, key: str) -> None:
    """Begin a pass through the open source."""
    from tui.app.actions.passes import begin_passes

    begin_passes(page, [page.desk.source])


def end_pass(page: MainScreen, key: str) -> None:
    """Close the pass through the open source."""
    from tui.app.actions.passes import end_passes

    end_passes(page, [page.desk.source])
