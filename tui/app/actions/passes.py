"""Passes through a source: beginning one, and closing it when the source was read to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.edits.project import BeginPass, EndPass
from tui.model.ids import new_id

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def begin_pass_of(page: Page, source: str) -> None:
    """Begin to read a source, once more where a pass was closed."""
    if not page.session.do(BeginPass(new_id(), page.session.coder, source)):
        page.say("A pass of yours is open here already.")


def end_pass_of(page: Page, source: str) -> None:
    """Close the pass that is open."""
    own = [
        each
        for each in page.project.alive("passes")
        if each.get("source") == source and each.get("coder") == page.session.coder and not each.get("ended")
    ]
    if own:
        page.session.do(EndPass(own[-1]["id"]))
    else:
        page.say("No pass of yours is open here: begin one first.")
