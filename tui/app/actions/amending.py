"""Amending the open source, and going from one unit whose words changed by that to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.uncertain import CHANGED
from tui.model.uncertain import next_uncertain as following

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


def amend_source(page: MainScreen, key: str) -> None:
    """Give the open source a corrected text."""
    from tui.app.sheets.amending import ask_for_corrected

    if page.project.get("sources", page.desk.source) is None:
        page.say("No source is open: o opens one.")
    else:
        ask_for_corrected(page, page.desk.source)


def next_uncertain(page: MainScreen, key: str) -> None:
    """Go to the next unit whose words changed, in this source or another."""
    unit = following(page.project, page.desk.source, page.desk.cursor)
    if unit is None:
        page.say(f"No unit has {CHANGED}: every one lies where its words are.")
        return
    page.focus_pane("transcript")
    page.desk.go(str(unit["source"]), int(unit["spans"][0][0]))
    page.desk.current = str(unit["id"])


def confirm_place(page: MainScreen, key: str) -> None:
    """Say that the unit lies where it should, although its words changed when the text was amended."""
    from tui.app.acting import own_unit
    from tui.model.edits.amending import ConfirmPlaces

    unit = page.transcript.unit_here()
    if unit is None or not unit.get("uncertain"):
        page.say(f"No unit here has {CHANGED}.")
    elif own_unit(page) is not None:
        page.session.do(ConfirmPlaces((unit["id"],)))
