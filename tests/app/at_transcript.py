"""The transcript with keys pressed in it, and words to say where the cursor and what is selected are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.app.bench import Bench
from tests.app.standin import Kept, StandIn
from tests.builders import CODER, codes_of, quotes_of
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.project import Project
from tui.model.units import is_unit


@dataclass
class Reader(Bench):
    """The app under test, seen from its transcript."""

    @property
    def text(self) -> str:
        """The text of the open source."""
        return self.project.transcript(self.desk.source).text

    @property
    def at(self) -> str:
        """The words from the cursor on, to the end of the line."""
        return self.text[self.desk.cursor :].partition("\n")[0]

    @property
    def selected(self) -> list[str]:
        """The words that are selected, span by span."""
        return [self.text[start:end] for start, end in self.app.page.transcript.selected()]  # type: ignore[attr-defined]

    @property
    def held(self) -> list[str]:
        """The words in hand, span by span."""
        return [self.text[start:end] for start, end in self.desk.held]

    def units(self, coder: str = CODER) -> list[tuple[list[str], list[str]]]:
        """Return a coder's units in the open source: their words, span by span, and their codes' names."""
        units = [unit for unit in self.project.units_in(self.desk.source) if is_unit(unit) and unit["coder"] == coder]
        return [(quotes_of(self.project, unit["id"]), codes_of(self.project, unit["id"])) for unit in units]

    async def go(self, words: str) -> None:
        """Put the cursor where these words begin."""
        self.desk.cursor = self.text.index(words)
        self.app.page.redraw()
        await self.pilot.pause()

    def row_of(self, words: str) -> str:
        """Return the row of the screen that shows these words."""
        return next(row for row in self.rows if words in row)


@asynccontextmanager
async def reader(
    project: Project, size: tuple[int, int] = (120, 40), glyphs: str = "full", **desk: Any
) -> AsyncIterator[Reader]:
    """Open the main screen on the first source of a project, as its coder."""
    source = next(iter(project.tables["sources"]), "")
    kept = Kept({"desk": {"source": source, "pane": "transcript", **desk}})
    store = StandIn(project, coder=CODER, state=kept)
    app = PostilApp(store, Terminal("dark", glyphs))  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)
