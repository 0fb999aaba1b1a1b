"""What keys do on the screens that are lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.list_page import ListPage


def list_down(page: ListPage, key: str) -> None:
    """Go to the next row."""
    page.move(1)


def list_up(page: ListPage, key: str) -> None:
    """Go to the row before."""
    page.move(-1)


def list_open(page: ListPage, key: str) -> None:
    """Do the main thing with this row."""
    page.open_row()


def list_filter(page: ListPage, key: str) -> None:
    """Ask for the words to filter by; rows go while they are typed."""
    before = page.filter
    page.ask(
        "Filter", page.set_filter, text=before, word="keep", typed=page.set_filter, left=lambda: page.set_filter(before)
    )


def list_mark(page: ListPage, key: str) -> None:
    """Mark this row, or take its mark away, and go on to the next."""
    if page.here in page.marked:
        page.marked.remove(page.here)
    elif page.here:
        page.marked.append(page.here)
    page.move(1)


def mark_all(page: ListPage, key: str) -> None:
    """Mark every row that the filter shows; where all are, none."""
    shown = list(page.ids)
    page.marked = [] if set(shown) <= set(page.marked) else shown


def to_top(page: ListPage, key: str) -> None:
    """Go to the first row."""
    page.at = 0


def to_bottom(page: ListPage, key: str) -> None:
    """Go to the last row."""
    page.at = max(0, len(page.ids) - 1)


def half_page_down(page: ListPage, key: str) -> None:
    """Go half a page on."""
    page.move(max(1, page.body_height // 2))


def half_page_up(page: ListPage, key: str) -> None:
    """Go half a page back."""
    page.move(-max(1, page.body_height // 2))


def page_down(page: ListPage, key: str) -> None:
    """Go a page on."""
    page.move(page.body_height)


def page_up(page: ListPage, key: str) -> None:
    """Go a page back."""
    page.move(-page.body_height)


def last_place(page: ListPage, key: str) -> None:
    """Go back to where one came from."""
    page.app.close_page()


def still_fits(page: ListPage, key: str) -> None:
    """Say that the marked units, or this one, still fit their codes as these are defined now."""
    from tui.app.actions.looking import say_they_fit

    say_they_fit(page, page.chosen)


go_there = list_open
