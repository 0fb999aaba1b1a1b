"""What is seen at once when a project is opened where one read, and pages that take over what an edit left alone."""

from __future__ import annotations

import random

import pytest

from tests.app.screen import rows_of
from tests.app.standin import Kept, StandIn
from tests.builders import CODER, a_project, marked, node
from tui.app.app import PostilApp
from tui.app.layout.transcript_columns import READING
from tui.app.panes.transcript_page import Request, TranscriptPages
from tui.app.terminal import Terminal
from tui.model.project import Project

WORDS = "Today the doctor decides and the doctor signs, and that is simple. "
CODEBOOK = "# Conditions / ## Liability / - who signs / - burden of proof"


def opened(project: Project, cursor: int = 0) -> PostilApp:
    desk = {"source": "L07", "pane": "transcript", "cursor": cursor}
    store = StandIn(project, coder=CODER, state=Kept({"desk": desk}))
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


def a_long_project() -> Project:
    """Return an interview of many screens, with units inside turns, over several of them, and over one another."""
    draw = random.Random(7)
    turns = [f"{'INT' if turn % 3 == 0 else 'L07'}: {WORDS * draw.randrange(1, 9)}{turn}." for turn in range(120)]
    project = a_project(CODEBOOK, L07=" / ".join(turns))
    code = node(project, "who signs")
    spoken = list(project.turns("L07"))
    for number in range(240):
        first = draw.choice(spoken)
        last = spoken[min(first.number + 3, len(spoken)) - 1] if number % 20 == 0 else first
        start = draw.randrange(first.speech, first.end - 12)
        end = draw.randrange(start + 10, last.end)
        kind = "not-relevant" if number % 30 == 0 else "unit"
        unit = {"kind": kind, "source": "L07", "coder": CODER, "spans": [[start, end]], "codes": {code: True}}
        project.put("units", f"u{number:03}", {"id": f"u{number:03}", "quoted": number % 7 == 0, **unit})
    return project


@pytest.mark.parametrize("share", [0.0, 0.3, 0.62, 0.97, 1.0])
async def test_the_whole_text_takes_the_place_of_what_lay_near_and_nothing_moves(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostilApp, "_shown", lambda app: None)
    project = a_long_project()
    app = opened(project, round(share * len(project.transcript("L07").text)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        pane = app.page.transcript  # type: ignore[attr-defined]
        near, first = pane.page, [row[:66] for row in rows_of(app)]
        app.page.draw_the_rest()
        await pilot.pause()
        assert [row[:66] for row in rows_of(app)] == first
        assert len(near.wrapping) < len(pane.page.wrapping) / 3


async def test_a_key_that_comes_before_the_whole_text_is_laid_out_acts_on_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PostilApp, "_shown", lambda app: None)
    project = a_long_project()
    app = opened(project)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G")
        assert "119." in "\n".join(rows_of(app))


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
