"""Undo and redo while sorting, on a project that is kept on a disk."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.app.bench import Bench
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.store.project import Store

SAMPLE = Path(__file__).parents[2] / "sample_project"


@asynccontextmanager
async def sample(folder: Path) -> AsyncIterator[Bench]:
    """Open the board on a copy of the sample."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    store = Store.open(folder, coder="lena-park")
    app = PostilApp(store, Terminal("dark", "full"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        sorting = Bench(app, pilot)
        await sorting.press("enter", "g", "3")
        yield sorting
    store.close()


async def test_undo_brings_a_thrown_card_back_and_stands_on_it(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        first, second = sorting.book.unsorted()
        assert sorting.desk.node == first
        await sorting.press("t", "a")
        assert sorting.desk.node == second
        await sorting.press("u")
        assert sorting.book.parent(first) is None
        assert sorting.desk.node == first
        name = sorting.book.nodes[first].name
        assert sorting.key_line.startswith(f"Undone: move code {name} to ")
        await sorting.press("j", "U")
        assert sorting.book.parent(first) is not None
        assert sorting.desk.node == first


async def test_undoing_a_merge_brings_both_codes_back(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        first, second = sorting.book.unsorted()
        units = sorting.project.tally.units(second)
        await sorting.press("space", "j", "M", "enter")
        assert sorting.book.resolve(first) == second
        await sorting.press("u")
        assert sorting.book.unsorted() == (first, second)
        assert sorting.project.tally.units(second) == units
        assert sorting.desk.node in (first, second)
