"""Passes through a source: beginning one, and closing it, after asking where the source was not read to its end."""

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
    page.desk.read.difference_update(fresh)
    sentence = f"begin to read {len(fresh)} sources" if len(fresh) > 1 else None
    page.session.do(*[BeginPass(new_id(), page.session.coder, source) for source in fresh], sentence=sentence)


def end_passes(page: Page, sources: Sequence[str]) -> None:
    """Close the passes that are open; of a source that was not read to its end only after asking."""
    opened = [source for source in sources if open_pass(page.project, source, page.session.coder) is not None]
    if not opened:
        page.say("No pass of yours is open here: begin one first.")
        return
    short = [where for source in opened if (where := _short_of_the_end(page, source))]
    if not short:
        _end(page, opened)
        return
    where = short[0] if len(opened) == 1 else f"{len(short)} of {len(opened)} are not read to their ends"
    page.choose(f"{where}: close all the same?", {"enter": ("close", lambda: _end(page, opened))})


def _end(page: Page, sources: Sequence[str]) -> None:
    project, read = page.project, page.desk.read
    own = [(source, open_pass(project, source, page.session.coder)) for source in sources]
    edits = [EndPass(str(each["id"]), is_read=source in read) for source, each in own if each is not None]
    number = f"{len(edits)} sources"
    all_read = all(edit.is_read for edit in edits)
    several = f"read {number} to their ends" if all_read else f"close the passes through {number}"
    page.session.do(*edits, sentence=several if len(edits) > 1 else None)


def _short_of_the_end(page: Page, source: str) -> str:
    """Return where one is, where that is not the last turn and the end was not reached: `turn 9 of 290`."""
    desk, turns = page.desk, page.project.turns(source)
    if source in desk.read or not len(turns):
        return ""
    turn = turns.before(desk.cursor if source == desk.source else desk.cursors.get(source, 0))
    number = turn.number if turn is not None else 1
    return f"turn {number} of {len(turns)}" if number < len(turns) else ""
