"""Where the cursor of the transcript goes: by line, character, word, sentence, paragraph, turn, page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.model import motions
from tui.model.reading import Reading
from tui.model.text import Position

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

Motion = Callable[[Reading, Position], Position]


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
    _go(page, motions.next_word)


def previous_word(page: MainScreen, key: str) -> None:
    """Go to the beginning of this word, or of the one before."""
    _go(page, motions.previous_word)


def next_sentence(page: MainScreen, key: str) -> None:
    """Go to the next sentence."""
    _go(page, motions.next_sentence)


def previous_sentence(page: MainScreen, key: str) -> None:
    """Go to the beginning of this sentence, or of the one before."""
    _go(page, motions.previous_sentence)


def next_paragraph(page: MainScreen, key: str) -> None:
    """Go to the next paragraph."""
    _go(page, motions.next_paragraph)


def previous_paragraph(page: MainScreen, key: str) -> None:
    """Go to the beginning of this paragraph, or of the one before."""
    _go(page, motions.previous_paragraph)


def next_turn(page: MainScreen, key: str) -> None:
    """Go to the next turn."""
    _go(page, motions.next_turn)


def previous_turn(page: MainScreen, key: str) -> None:
    """Go to the beginning of this turn, or of the one before."""
    _go(page, motions.previous_turn)


def page_on(page: MainScreen, key: str) -> None:
    """Read on, a page further down."""
    page.transcript.goes_to("page_down")
