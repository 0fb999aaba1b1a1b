"""The app on a project that lies on the disk, for tests of screens that need the store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.app.bench import Bench
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.formats import registry
from tui.model.edits.codebook import CreateNode
from tui.model.edits.project import AddCoder
from tui.model.edits.sources import ImportSource
from tui.model.ids import new_id
from tui.store.project import Store, create

INTERVIEW = """INT: Who answers for it when the tool is wrong?

L07: That is the one I lie awake over. Today the doctor signs, and that is simple.

INT: And tomorrow?

L07: Nobody knows.
"""


def study(folder: Path, *, sources: int = 1) -> Store:
    """Make a project with a coder, so many sources, and the code `who signs`; return it opened."""
    create(folder, title="Leaders and AI", aim="What leaders see.")
    store = Store.open(folder)
    store.sit("lena-pohl")
    store.commit(AddCoder("lena-pohl", "Lena Pohl"))
    store.commit(CreateNode(new_id(), "code", "who signs"))
    for number in range(1, sources + 1):
        bring_in(store, f"L{number:02}", INTERVIEW + f"\nINT: Interview {number}.\n")
    return store


def bring_in(store: Store, name: str, text: str) -> str:
    """Import a transcript; return the source's id."""
    parsed = registry.read(f"{name}.txt", text.encode())
    identifier = new_id()
    fields = {
        "name": name,
        "text": store.add_text(parsed.text),
        "turns": [list(turn) for turn in parsed.turns],
        "stamps": [],
        "speakers": {label: {"role": role} for label, role in parsed.speakers.items()},
        "words": parsed.words,
    }
    store.commit(ImportSource(identifier, fields))
    return identifier


@asynccontextmanager
async def opened(store: Store, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Bench]:
    """Open the app on a store, and close both."""
    app = PostilApp(store, Terminal("dark", "full"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Bench(app, pilot)
    store.close()
