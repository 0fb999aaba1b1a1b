"""Selecting in the transcript: a sentence and one more, a paragraph, a turn, freely; and holding spans in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk import Place
from tui.model import motions, selection
from tui.model.reading import Reading
from tui.model.selection import FREE, PARAGRAPH, SENTENCE, TURN, Selection
from tui.model.text import spans_of, united

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_CHOSEN = {SENTENCE: selection.sentence, PARAGRAPH: selection.paragraph, TURN: selection.turn}


def _select(page: MainScreen, how: str) -> None:
    """Select what the cursor is in, or one more of the same."""
    reading, desk = page.transcript.reading, page.desk
    if reading is None or desk.ends is not None:
        return
    if desk.selection is None or desk.selection.how != how:
        _set(page, reading, _CHOSEN[how](reading, desk.cursor))
        return
    longer = selection.grown(reading, desk.selection)
    if longer is None:
        page.say("Nothing more follows that a participant says.")
    elif longer.is_at_turns_end:
        desk.selection = longer
        page.say("The turn ends here; once more goes on into the next.")
    else:
        _set(page, reading, longer)


def _set(page: MainScreen, reading: Reading, chosen: Selection) -> None:
    page.desk.selection = chosen
    page.desk.cursor = selection.last_of(reading, chosen)


def select_sentence(page: MainScreen, key: str) -> None:
    """Select the sentence; again, one more."""
    _select(page, SENTENCE)


def select_paragraph(page: MainScreen, key: str) -> None:
    """Select the paragraph; again, one more."""
    _select(page, PARAGRAPH)


def select_turn(page: MainScreen, key: str) -> None:
    """Select the turn; again, the participant's next one too."""
    _select(page, TURN)


def select_freely(page: MainScreen, key: str) -> None:
    """Select from here to where the cursor goes; again: drop it. A selected sentence is gone on with freely."""
    reading, desk = page.transcript.reading, page.desk
    if reading is None or desk.ends is not None:
        return
    if desk.selection is None:
        desk.selection = selection.freely(reading, desk.cursor, desk.cursor)
    elif desk.selection.how == FREE:
        desk.selection = None
    else:
        desk.selection = selection.freely(reading, desk.selection.anchor, desk.cursor)


def hold_span(page: MainScreen, key: str) -> None:
    """Take the selection in hand, without one the current unit, and go on to the next sentence."""
    pane, desk, reading = page.transcript, page.desk, page.transcript.reading
    if reading is None or desk.ends is not None:
        return
    spans = pane.selected()
    if desk.selection is None:
        unit = pane.unit_here()
        if unit is None:
            page.say("Nothing to hold: s selects the sentence.")
            return
        spans = spans_of(unit["spans"])
    if not spans:
        page.say("Nothing that a participant says is selected.")
        return
    desk.held = united([*desk.held, *spans])
    was_selected = desk.selection is not None
    desk.selection = None
    following = motions.next_participants_sentence(reading, spans[-1].end)
    if was_selected and following is not None:
        desk.cursor = following
        desk.led_to = Place(desk.source, following)
