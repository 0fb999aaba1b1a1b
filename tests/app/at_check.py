"""The check under test: a study with findings, and how to get to a row of the list."""

from __future__ import annotations

from pathlib import Path

from tests.app.bench import Bench
from tests.app.study import study
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.store.project import Store


def coded(folder: Path) -> Store:
    """Return a study with two units without a code, an unsorted code, and a pile that needs words."""
    store = study(folder)
    source = next(store.project.alive("sources"))["id"]
    for start in (60, 100):
        store.commit(MarkUnit(new_id(), source, [[start, start + 20]], "lena-pohl", ()))
    pile = new_id()
    store.commit(CreateNode(pile, "sub-category", "Liability"))
    store.commit(CreateNode(new_id(), "code", "burden of proof", pile))
    return store


async def checked(at: Bench) -> None:
    """Open the check and wait until everything is known."""
    await at.press("!")
    await at.until("project sound")
    await at.until("to look at")


def row_of(at: Bench, words: str) -> str:
    """Return the row that says something."""
    return next(row for row in at.rows if words in row)


async def go_to(at: Bench, words: str) -> None:
    """Move the cursor to the row that says something."""
    await at.press("g", "g")
    for _ in range(40):
        if any(row.startswith("›") and words in row for row in at.rows):
            return
        await at.press("j")
    raise AssertionError("\n".join(at.rows))
