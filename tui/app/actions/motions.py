"""Where the cursor of the transcript goes: by line, character, word, sentence, paragraph, turn, page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.model import motions, reaching, selection
from tui.model.ends import Ends
from tui.model.reading import Reading
from tui.model.text import Position

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

Motion = Callable[[Reading, Position], Position]
Going = Callable[[Reading], motions.Parts]


def _go_by(page: MainScreen, motion: Motion, parts: Going, *, forwards: bool) -> None:
    """Go on or back by some parts; a selection, and an end in hand, reach to where they end and cut none."""
    reading, desk = page.transcript.reading, page.desk
    if reading is None:
        return
    if isinstance(desk.ends, Ends):
        hand = desk.ends
        span, at = hand.spans[hand.which], hand.position(reading)
        to = reaching.end_reached(reading, span, at, parts(reading), is_start=hand.is_start, forwards=forwards)
        page.transcript.move_to(to)
    elif desk.selection is not None:
        ends = reaching.reached(reading, desk.selection.anchor, desk.cursor, parts(reading), forwards=forwards)
        desk.selection, desk.cursor = selection.freely(reading, *ends), ends[1]
    else:
        page.transcript.move_to(motion(reading, desk.cursor))


def _go(page: MainScreen, motion: Motion) -> None:
    reading = page.transcript.reading
    if reading is not None:
        page.transcript.move_to(motion(reading, page.desk.cursor))


def line_down(page: MainScreen, key: str) -> None:
    """Go to the next line of text."""
    page.transcript.move_lines(1)


def line_up(page: MainScreen, key: str) -> None:
    """Go to the line of text above."""
    page.transcript.move_lines(-1)


def character_left(page: MainScreen, key: str) -> None:
    """Go to the character before."""
    _go(page, motions.left)


def character_right(page: MainScreen, key: str) -> None:
    """Go to the next character."""
    _go(page, motions.right)


def next_word(page: MainScreen, key: str) -> None:
    """Go to the next word."""
    _go_by(page, motions.next_word, reaching.words_of, forwards=True)


def previous_word(page: MainScreen, key: str) -> None:
    """Go to the beginning of this word, or of the one before."""
    _go_by(page, motions.previous_word, reaching.words_of, forwards=False)


def next_sentence(page: MainScreen, key: str) -> None:
    """Go to the next sentence."""
    _go_by(page, motions.next_sentence, reaching.sentences_of, forwards=True)


def previous_sentence(page: MainScreen, key: str) -> None:
    """Go to the beginning of this sentence, or of the one before."""
    _go_by(page, motions.previous_sentence, reaching.sentences_of, forwards=False)


def next_paragraph(page: MainScreen, key: str) -> None:
    """Go to the next paragraph."""
    _go_by(page, motions.next_paragraph, reaching.paragraphs_of, forwards=True)


def previous_paragraph(page: MainScreen, key: str) -> None:
    """Go to the beginning of this paragraph, or of the one before."""
    _go_by(page, motions.previous_paragraph, reaching.paragraphs_of, forwards=False)


def next_turn(page: MainScreen, key: str) -> None:
    """Go to the next turn."""
    _go_by(page, motions.next_turn, reaching.turns_of, forwards=True)


def previous_turn(page: MainScreen, key: str) -> None:
    """Go to the beginning of this turn, or of the one before."""
    _go_by(page, motions.previous_turn, reaching.turns_of, forwards=False)


def page_on(page: MainScreen, key: str) -> None:
    """Read on, a page further down."""
    page.transcript.goes_to("page_down")
