"""Passes through a source: beginning one, and closing it when the source was read to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model.edits.project import BeginPass, EndPass
from tui.model.ids import new_id
from tui.model.passes import open_pass

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def begin_passes(page: Page, sources: Sequence[str]) -> None:
    """Begin to read sources, once more where a pass was closed; where one is open it goes on.

    One that only recorded itself is begun in earnest: whoever begins one, too, codes apart from then on.
    """
    opened = {source: open_pass(page.project, source, page.session.coder) for source in sources}
    fresh = [source for source, there in opened.items() if there is None or there.get("recorded")]
    if not fresh:
        page.say("A pass of yours is open here already." if sources else "There is no source to read.")
        return
    sentence = f"begin to read {len(fresh)} sources" if len(fresh) > 1 else None
    page.session.do(*[BeginPass(new_id(), page.session.coder, source) for source in fresh], sentence=sentence)


def end_passes(page: Page, sources: Sequence[str]) -> None:
    """Close the passes that are open."""
    opened = (open_pass(page.project, source, page.session.coder) for source in sources)
    own = [str(each["id"]) for each in opened if each is not None]
    if not own:
        page.say("No pass of yours is open here: begin one first.")
        return
    sentence = f"read {len(own)} sources to their ends" if len(own) > 1 else None
    page.session.do(*[EndPass(each) for each in own], sentence=sentence)
