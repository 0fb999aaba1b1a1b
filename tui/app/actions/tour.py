"""What keys do on the page of the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.tour import at

if TYPE_CHECKING:
    from tui.app.screens.tour import TourPage


def begin_tour(page: TourPage, key: str) -> None:
    """Begin, or go on where it was left."""
    page.desk.tour = at(page.desk)
    page.app.close_page()


def leave_tour(page: TourPage, key: str) -> None:
    """Leave the tour where it stands; it says nothing any more until it is asked for again."""
    page.desk.tour, page.desk.tour_left = None, at(page.desk)
    page.app.close_page()
    page.app.page.note("The tour is there when you want it: : then tour.")
