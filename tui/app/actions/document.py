"""What keys do in a document that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.document import DocumentPage


def read_on(page: DocumentPage, key: str) -> None:
    """Go a line on."""
    page.move(1)


def read_back(page: DocumentPage, key: str) -> None:
    """Go a line back."""
    page.move(-1)


def next_section(page: DocumentPage, key: str) -> None:
    """Go to the next section."""
    page.to_section(page.section_number + 1)


def previous_section(page: DocumentPage, key: str) -> None:
    """Go to the section before."""
    page.to_section(page.section_number - 1)


def to_top(page: DocumentPage, key: str) -> None:
    """Go to the beginning."""
    page.at = 0


def to_bottom(page: DocumentPage, key: str) -> None:
    """Go to the end."""
    page.to_end()


def half_page_down(page: DocumentPage, key: str) -> None:
    """Go half a page on."""
    page.move(page.body_height // 2)


def half_page_up(page: DocumentPage, key: str) -> None:
    """Go half a page back."""
    page.move(-page.body_height // 2)


def page_down(page: DocumentPage, key: str) -> None:
    """Go a page on."""
    page.move(page.body_height - 2)


def page_up(page: DocumentPage, key: str) -> None:
    """Go a page back."""
    page.move(2 - page.body_height)


def last_place(page: DocumentPage, key: str) -> None:
    """Go back to where one came from."""
    page.app.close_page()
