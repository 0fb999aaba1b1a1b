"""Undo and redo from the transcript, on a project that is kept on a disk."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.app.at_transcript import Reader
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.store.project import Store

SAMPLE = Path(__file__).parents[2] / "sample_project"
CODER = "lena-park"


@asynccontextmanager
async def sample(folder: Path) -> AsyncIterator[Reader]:
    """Open a copy of the sample, and the first source in its list."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    store = Store.open(folder, coder=CODER)
    store.state.write({"desk": {}})  # she has been here before: no tour
    app = PostilApp(store, Terminal("dark", "full"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reading = Reader(app, pilot)
        await reading.press("enter")
        yield reading
    store.close()


async def test_undo_goes_back_to_the_sentence_and_redo_to_the_unit(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as reading:
        await reading.press("J", "1")
        coded = reading.units(CODER)
        sentence = reading.desk.cursor
        await reading.press("G", "u")
        assert len(reading.units(CODER)) == len(coded) - 1
        assert reading.key_line.startswith("Undone: ")
        assert "   U redo" in reading.key_line
        assert "u undo" not in reading.key_line
        assert reading.desk.cursor < sentence
        await reading.press("G", "U")
        assert reading.units(CODER) == coded
        assert reading.desk.cursor < sentence
        assert reading.app.page.transcript.unit_here() is not None  # type: ignore[attr-defined]


async def test_undo_of_an_edit_elsewhere_opens_its_source(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as reading:
        first = reading.desk.source
        await reading.press("J", "1")
        other = next(source["id"] for source in reading.project.alive("sources") if source["id"] != first)
        reading.desk.open(other)
        await reading.press("j", "u")
        assert reading.desk.source == first
