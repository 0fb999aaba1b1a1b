"""What the sample looks like: reading, sorting, the first screen, and the smallest terminal without colours."""

import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.screen import rows_of
from tests.contracts.house import ROOT
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.ids import coder_id
from tui.store.project import Store

Comparison = Callable[..., bool]
TO_L07 = ("g", "g", *"jjjjjj", "enter")


@pytest.fixture
def lena(tmp_path: Path) -> Iterator[Store]:
    """The sample project, open before Lena."""
    folder = tmp_path / "sample"
    shutil.copytree(ROOT / "sample_project", folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    with Store.open(folder, coder=coder_id("Lena Park")) as store:
        store.state.write({"desk": {}})  # she has been here before: no tour
        yield store


def looking(keys: Sequence[str], sees: Sequence[str]) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Return what presses some keys and then makes sure that a row of the screen holds each of some words."""

    async def look(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PostilApp)
        await pilot.pause()
        for key in keys:
            app.page.press(key, " " if key == "space" else key if len(key) == 1 else None)
            await app.session.settled()
            await pilot.pause()
        rows = rows_of(app)
        assert [words for words in sees if not any(words in row for row in rows)] == []

    return look


def test_reading_lights_the_unit_under_the_cursor(snap_compare: Comparison, lena: Store) -> None:
    keys = (*TO_L07, "J", "J", "J", "L", "L", "L")
    sees = ("Transcript", "was that me or was that the phone?", "who answers", "the doctor asks whether the error")
    app = PostilApp(lena, Terminal("dark", "full"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, sees))


def test_sorting_shows_the_unit_of_the_card_in_its_context(snap_compare: Comparison, lena: Store) -> None:
    sees = ("Unsorted", "a price on waiting", "Systematic steps")
    app = PostilApp(lena, Terminal("light", "full"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking((*TO_L07, "g", "3"), sees))


def test_the_first_screen_says_what_it_is_about(snap_compare: Comparison, lena: Store) -> None:
    sees = ("Aim: What leaders in healthcare", "All of this is fiction", "L07")
    app = PostilApp(lena, Terminal("light", "full"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(("g", "g"), sees))


def test_the_smallest_terminal_without_colours_shows_all_of_it(snap_compare: Comparison, lena: Store) -> None:
    keys = (*TO_L07, "J", "J", "J", "L", "L", "L")
    app = PostilApp(lena, Terminal("none", "ascii"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=looking(keys, ("who answers", "* quotation")))


def test_the_summary_stands_as_it_will_be_exported(snap_compare: Comparison, lena: Store) -> None:
    keys = (":", *"summary", "enter", "J")
    sees = ("Contents", "summary.md", "21 of 26 leaders, 82 units.", "Leader 7")
    app = PostilApp(lena, Terminal("dark", "full"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, sees))
