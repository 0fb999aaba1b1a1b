"""What keys do on the page of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.keys import KeysPage


def list_down(page: KeysPage, key: str) -> None:
    """Go to the next row."""
    page.at += 1


def list_up(page: KeysPage, key: str) -> None:
    """Go to the row before."""
    page.at -= 1


def to_top(page: KeysPage, key: str) -> None:
    """Go to the first row."""
    page.at = 0


def to_bottom(page: KeysPage, key: str) -> None:
    """Go to the last row."""
    page.at = len(page.rows) - 1


def page_down(page: KeysPage, key: str) -> None:
    """Go a page on."""
    page.at += page.down - 6


def page_up(page: KeysPage, key: str) -> None:
    """Go a page back."""
    page.at -= page.down - 6


half_page_down, half_page_up = page_down, page_up


def list_filter(page: KeysPage, key: str) -> None:
    """Ask what to look for; rows go while it is typed."""

    def find(words: str) -> None:
        page.find, page.at = words, 0

    page.ask("Find", find, text=page.find, word="keep", typed=find, left=lambda: find(""))


def list_open(page: KeysPage, key: str) -> None:
    """Do the command of this row at once, on the page behind."""
    if page.rows:
        command = page.rows[page.at].commands[0]
        page.app.close_page()
        page.behind.call(command, page.behind.first_key(command))
