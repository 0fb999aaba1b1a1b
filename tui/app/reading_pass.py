"""Passes that record themselves: begun when one moves in a source for the first time, closed when one reads its end.

A pass that recorded itself hides nobody's units, unless the project says that everybody codes apart; one that hides
them is closed by the coder alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.ids import new_id
from tui.model.passes import passes_of

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

Where = tuple[str, int]
"""A source and a position in it."""


def note_reading(page: MainScreen, before: Where) -> None:
    """Record what a key that moved the cursor means for the pass through the source."""
    desk, session = page.desk, page.session
    if desk.pane != "transcript" or before[0] != desk.source or before[1] == desk.cursor:
        return
    if session.saving or session.cannot_write or page.question is not None or page.transcript.page is None:
        return
    from tui.model.edits.project import BeginPass, EndPass

    own = next(reversed(passes_of(page.project, desk.source, session.coder)), None)
    if own is None:
        session.do(BeginPass(new_id(), session.coder, desk.source, recorded=True), say=False)
    elif not own.get("ended") and _reads_the_end(page, before[1]):
        desk.read.add(desk.source)
        name = str((page.project.get("sources", desk.source) or {}).get("name") or "")
        number = own.get("number") or 1
        if page.project.setting("blind") or not own.get("recorded"):
            # What a colleague marked would be seen then: that is for the coder to say.
            page.say(f"{name} read to its end: :close the pass when you have coded it")
            return
        session.do(
            EndPass(own["id"], is_read=True),
            then=lambda receipt: page.say(f"{name} read to its end: pass {number} is closed", undo=True),
            say=False,
        )


def _reads_the_end(page: MainScreen, before: int) -> bool:
    """Tell whether the cursor came to the last line of the text from less than a page before it."""
    shown = page.transcript.page
    if shown is None:
        return False
    wrapping = shown.wrapping
    last = wrapping.line_of(len(wrapping.text))
    came_from = wrapping.line_of(before)
    return wrapping.line_of(page.desk.cursor) == last and last - page.desk.page_height <= came_from < last
