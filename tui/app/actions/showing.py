"""Showing only some codes or coders in the transcript; what is hidden then is always said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.units_shown import initials_of
from tui.app.pickers.nodes import codes_offered, told
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

_CODER = "coder:"
"""Before a coder's id among the ids of codes."""


def show_only(page: MainScreen, key: str) -> None:
    """Choose the code or the coder whose units alone are shown, or tick several; with no tick left all are."""
    desk = page.desk
    coders = _coders(page)
    ticked = [*desk.codes_shown, *(_CODER + coder for coder in desk.coders_shown)]
    page.open_sheet(
        Picker(
            "Show only",
            [*coders, *codes_offered(page.project, page.session.coder)],
            lambda taken: _show(page, taken),
            several=True,
            ticked=ticked,
            about=lambda node, width: told(page.project, node, width, page.glyphs),
            word="show only this",
            back="back to the text",
        )
    )


def _coders(page: MainScreen) -> list[Choosable]:
    """Return the coders of the open source's units, where there are several."""
    units = page.project.units_in(page.desk.source)
    coders = sorted({str(unit.get("coder")) for unit in units if is_unit(unit)})
    if len(coders) < 2:
        return []
    names = {coder: str((page.project.get("coders", coder) or {}).get("name") or coder) for coder in coders}
    initials = {coder: initials_of(page.project, coder) for coder in coders}
    return [Choosable(_CODER + coder, names[coder], beside=f"units of {initials[coder]}") for coder in coders]


def _show(page: MainScreen, taken: Taken) -> None:
    page.desk.coders_shown = {each[len(_CODER) :] for each in taken.ids if each.startswith(_CODER)}
    page.desk.codes_shown = {each for each in taken.ids if not each.startswith(_CODER)}
    if not taken.ids:
        page.say("All units are shown.")
