"""What is seen at once when a project is opened where one read, and pages that take over what an edit left alone."""

from __future__ import annotations

import pytest

from tests.app.screen import rows_of
from tests.app.standin import Kept, StandIn
from tests.builders import CODER, a_project, marked
from tui.app.app import PostilApp
from tui.app.layout.transcript_columns import READING
from tui.app.panes.transcript_page import Request, TranscriptPages
from tui.app.terminal import Terminal
from tui.model.project import Project

CODEBOOK = "# Conditions / ## Liability / - who signs / - burden of proof"


def opened(project: Project) -> PostilApp:
    store = StandIn(project, coder=CODER, state=Kept({"desk": {"source": "L07", "pane": "transcript"}}))
    return PostilApp(store, Terminal("dark", "full"))  # type: ignore[arg-type]


async def test_the_text_is_shown_before_anything_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PostilApp, "_shown", lambda app: None)
    project = a_project(CODEBOOK)
    marked(project, "the doctor signs", "who signs")
    app = opened(project)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        rows = "\n".join(rows_of(app))
        assert "who answers for it?" in rows
        assert "Liability" not in rows
        assert project._tally is None
        app.page.draw_the_rest()
        await pilot.pause()
        rows = "\n".join(rows_of(app))
        assert "Liability" in rows
        assert "1 unit" in rows


async def test_codebook_and_board_follow_by_themselves() -> None:
    app = opened(a_project(CODEBOOK))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Liability" in "\n".join(rows_of(app))


def test_a_page_after_an_edit_is_as_one_made_anew() -> None:
    project = a_project(CODEBOOK)
    first = marked(project, "That is the one", "who signs")
    second = marked(project, "the doctor decides", "who signs")
    request = Request("L07", CODER, 60, READING, False, 120, frozenset(), frozenset())
    pages = TranscriptPages()
    before = pages.page(project, request)
    unit = project.tables["units"][second]
    project.put("units", second, {**unit, "spans": [[unit["spans"][0][0], unit["spans"][0][1] + 20]], "quoted": True})
    project.put("units", first, None)
    marked(project, "My gut says", "burden of proof")
    after, anew = pages.page(project, request), TranscriptPages().page(project, request)
    lines = range(len(anew.wrapping))
    assert [after.gutter.on(line) for line in lines] == [anew.gutter.on(line) for line in lines]
    assert (after.marks, after.units.by_id, after.units.documents) == (
        anew.marks,
        anew.units.by_id,
        anew.units.documents,
    )
    assert after.units.by_id != before.units.by_id
