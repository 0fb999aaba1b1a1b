"""From the panes, `q` is one step back to the list from which one went there; on the bare screen it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.at_transcript import reader
from tests.app.study import opened, study
from tests.builders import a_project, marked, node
from tui.app.screens.main import MainScreen
from tui.app.screens.quotations import QuotationsPage
from tui.app.screens.sources import SourcesPage


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_it_leads_back_to_the_row_from_which_one_went_to_a_unit(key: str) -> None:
    one = a_project("# Conditions / ## Liability / - who signs", L07="L07: Nobody decides. It is unfair.")
    marked(one, "Nobody decides.", "who signs")
    second = marked(one, "It is unfair.", "who signs")
    async with reader(one, pane="codebook", node=node(one, "Liability")) as reading:
        await reading.press("*", "j", "enter")
        assert isinstance(reading.app.page, MainScreen)
        await reading.press("j")
        assert "q back" in reading.key_line
        await reading.press(key)
        page = reading.app.page
        assert isinstance(page, QuotationsPage)
        assert page.here == second
        await reading.press("q")
        assert isinstance(reading.app.page, MainScreen)
        assert "q back" not in reading.key_line
        await reading.press("ctrl+c")
        assert "q leaves; there is nothing to save." in reading.key_line


async def test_a_source_opened_from_the_list_leads_back_there_and_the_first_screen_leaves(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study", sources=2)) as at:
        await at.press("j", "enter", "q")
        page = at.app.page
        assert isinstance(page, SourcesPage)
        assert at.project.need("sources", page.here)["name"] == "L02"
        assert "q leave" in at.key_line


async def test_a_source_opens_where_one_was_also_after_its_pass_was_closed(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press("enter", "}", "}")
        there = at.desk.cursor
        assert there
        await at.press("o", "c", "enter", "enter")
        assert isinstance(at.app.page, MainScreen)
        assert at.desk.cursor == there
