"""What is refused is said in a line that fits a small screen."""

from __future__ import annotations

import pytest

from tests.app.at_transcript import reader
from tests.app.bench import bench
from tests.builders import a_project


@pytest.mark.parametrize("keys", ["M", "e", "*", "d", "S", "x", "7", ".", "+", ",", ";", "L"])
async def test_a_refusal_in_the_transcript_fits_eighty_columns(keys: str) -> None:
    async with reader(a_project("- who signs"), size=(80, 24)) as reading:
        await reading.press(keys)
        said = reading.app.page.message
        assert said
        assert said in reading.key_line


async def test_a_project_that_may_not_be_written_says_so_first() -> None:
    async with reader(a_project("- who signs"), size=(80, 24)) as reading:
        reading.app.session.store.read_only = "You may not write in this project, only read it: /srv/studies/leaders"
        await reading.press("enter")
        assert " ".join(row.strip() for row in reading.rows[-3:-1]).startswith(
            "Read only: You may not write in this project, only read it: /srv/studies/leaders"
        )
        assert reading.key_line.endswith("? keys")


async def test_throwing_says_at_once_why_it_cannot_be_done() -> None:
    async with bench(size=(80, 24), pane="codebook") as sorting:
        sorting.app.session.store.read_only = "You may not write in this project, only read it: /srv/studies/leaders"
        await sorting.press("t")
        assert sorting.rows[-3].startswith(" Read only: You may not write")
        assert sorting.desk.prefix == ""
        await sorting.press("g")
        assert sorting.desk.prefix == "g"


async def test_what_cannot_be_thrown_is_said_with_what_can() -> None:
    async with bench(size=(80, 24), pane="codebook") as sorting:
        category = sorting.book.categories()[0]
        sorting.desk.marked = [category]
        await sorting.press("t", "a")
        assert sorting.rows[-3].startswith(" Only codes and sub-categories are thrown: “Cond")


@pytest.mark.parametrize(("keys", "level"), [("t/", "sub-category"), ("&", "theme")])
async def test_a_picker_of_piles_or_themes_stays_with_a_name_that_cannot_be(keys: str, level: str) -> None:
    async with bench(size=(80, 24), pane="codebook") as sorting:
        sorting.desk.node = sorting.book.unsorted()[0]
        await sorting.press(*keys)
        await sorting.type("Money / wages")
        await sorting.press("enter")
        assert sorting.app.page.sheet is not None
        assert " / " in sorting.key_line
        await sorting.press(*("backspace",) * 8)
        await sorting.press("enter")
        assert sorting.app.page.sheet is None
        assert sorting.book.called("Money")
        assert sorting.book.nodes[sorting.book.called("Money")[0]].level == level
