"""A main screen with the fiction on it, and keys pressed there, for tests of sorting."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.pilot import Pilot

from tests.app.fiction import fiction
from tests.app.screen import rows_of
from tests.app.standin import Kept, StandIn
from tui.app.app import PostilApp
from tui.app.desk import Desk
from tui.app.terminal import Terminal
from tui.model.codebook import Codebook
from tui.model.project import Project


@dataclass
class Bench:
    """The app under test with its pilot."""

    app: PostilApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Give keys to the page in front, and wait until what they asked for is saved."""
        for key in keys:
            character = " " if key == "space" else key if len(key) == 1 else None
            self.app.page.press(key, character)
            await self.app.session.settled()
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words into a field."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def until(self, words: str) -> None:
        """Wait until the screen shows some words: what is worked out aside."""
        for _ in range(500):
            if any(words in row for row in self.rows):
                return
            await self.pilot.pause(0.02)
        raise AssertionError("\n".join([f"“{words}” never came:", *self.rows]))

    @property
    def desk(self) -> Desk:
        """What lies open."""
        return self.app.session.desk

    @property
    def project(self) -> Project:
        """The project."""
        return self.app.session.project

    @property
    def book(self) -> Codebook:
        """The codebook as it stands now."""
        return self.app.session.project.codebook

    @property
    def rows(self) -> list[str]:
        """The rows of the screen."""
        return rows_of(self.app)

    @property
    def key_line(self) -> str:
        """The last row of the screen."""
        return self.rows[-1].strip()


@asynccontextmanager
async def bench(
    project: Project | None = None,
    size: tuple[int, int] = (120, 40),
    pane: str = "board",
    node: str = "",
    glyphs: str = "full",
) -> AsyncIterator[Bench]:
    """Open the main screen on the fiction, or another project, with a pane focused and the cursor on a node."""
    kept = Kept({"desk": {"source": "l12", "pane": pane, "node": node}})
    app = PostilApp(StandIn(project or fiction(), state=kept), Terminal("dark", glyphs))  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Bench(app, pilot)
