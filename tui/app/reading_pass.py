"""Passes that record themselves: begun when one moves in a source for the first time, closed when one reads its end.

Where somebody else reads or codes the source, nothing is recorded by itself: two open passes hide each other's units,
and that is for the coder to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.ids import new_id

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.model.documents import Document

Where = tuple[str, int]
"""A source and a position in it."""


def note_reading(page: MainScreen, before: Where) -> None:
    """Record what a key that moved the cursor means for the pass through the source."""
    desk, session = page.desk, page.session
    if desk.pane != "transcript" or before[0] != desk.source or before[1] == desk.cursor:
        return
    if session.saving or session.cannot_write or page.question is not None or page.transcript.page is None:
        return
    passes = [each for each in page.project.alive("passes") if each.get("source") == desk.source]
    if _is_shared(page, passes):
        return
    from tui.model.edits.project import BeginPass, EndPass

    own = max(passes, key=lambda each: int(each.get("number") or 0), default=None)
    if own is None:
        session.do(BeginPass(new_id(), session.coder, desk.source), say=False)
    elif not own.get("ended") and _reads_the_end(page, before[1]):
        name = str((page.project.get("sources", desk.source) or {}).get("name") or "")
        number = own.get("number") or 1
        session.do(
            EndPass(own["id"]),
            then=lambda receipt: page.say(f"{name} read to its end: pass {number} is closed", undo=True),
            say=False,
        )


def _is_shared(page: MainScreen, passes: list[Document]) -> bool:
    """Tell whether somebody else has a pass or units in the open source."""
    coder = page.session.coder
    if any(each.get("coder") != coder for each in passes):
        return True
    shown = page.transcript.page
    return shown is not None and any(owner != coder for owner in shown.units.coders)


def _reads_the_end(page: MainScreen, before: int) -> bool:
    """Tell whether the cursor came to the last line of the text from less than a page before it."""
    shown = page.transcript.page
    if shown is None:
        return False
    wrapping = shown.wrapping
    last = wrapping.line_of(len(wrapping.text))
    came_from = wrapping.line_of(before)
    return wrapping.line_of(page.desk.cursor) == last and last - page.desk.page_height <= came_from < last
