"""Passes through a source: beginning one, and closing it when the source was read to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model.edits.project import BeginPass, EndPass
from tui.model.ids import new_id

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def begin_passes(page: Page, sources: Sequence[str]) -> None:
    """Begin to read sources, once more where a pass was closed; where one is open it goes on."""
    fresh = [source for source in sources if not _open_passes(page, source)]
    if not fresh:
        page.say("A pass of yours is open here already." if sources else "There is no source to read.")
        return
    sentence = f"begin to read {len(fresh)} sources" if len(fresh) > 1 else None
    page.session.do(*[BeginPass(new_id(), page.session.coder, source) for source in fresh], sentence=sentence)


def end_passes(page: Page, sources: Sequence[str]) -> None:
    """Close the passes that are open."""
    own = [each for source in sources for each in _open_passes(page, source)]
    if not own:
        page.say("No pass of yours is open here: begin one first.")
        return
    sentence = f"read {len(own)} sources to their ends" if len(own) > 1 else None
    page.session.do(*[EndPass(each) for each in own], sentence=sentence)


def _open_passes(page: Page, source: str) -> list[str]:
    """Return one's own passes through a source that are not closed."""
    return [
        str(each["id"])
        for each in page.project.alive("passes")
        if each.get("source") == source and each.get("coder") == page.session.coder and not each.get("ended")
    ]
