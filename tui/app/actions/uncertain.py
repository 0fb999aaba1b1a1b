"""What keys do with units whose words changed when their text was amended, besides what they do in the unit table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.actions import units
from tui.app.actions.unit_table import own_units
from tui.app.screens.main import MainScreen
from tui.model.edits.amending import ConfirmPlaces

if TYPE_CHECKING:
    from tui.app.screens.uncertain import UncertainPage


def confirm_places(page: UncertainPage, key: str) -> None:
    """Say that the marked units, or this one, lie where they should."""
    own = own_units(page)
    if own:
        page.session.do(ConfirmPlaces([unit["id"] for unit in own]), then=lambda receipt: page.marked.clear())


def move_place(page: UncertainPage, key: str) -> None:
    """Go to the unit in its text with the nearer of its ends in hand."""
    if not page.here:
        return
    page.open_row()
    main = page.app.page
    if isinstance(main, MainScreen):
        units.move_ends(main, key)
