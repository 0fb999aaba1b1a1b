"""The app: opens the project's screens, gives every key to the page in front, and leaves cleanly when told to."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.app.desk import Desk
from tui.app.glyphs import TABLES as GLYPHS
from tui.app.glyphs import Glyphs
from tui.app.screens.page import Page
from tui.app.session import Session
from tui.app.terminal import Terminal

if TYPE_CHECKING:
    from tui.store.project import Store

POLL = 1.0
"""Seconds between looks at what colleagues have written."""
KEEP = 15.0
"""Seconds between notes of where one is."""


class PostilApp(App[None], inherit_bindings=False):
    """Postil in a terminal, on an open project."""

    BINDINGS: ClassVar[list[Any]] = []
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    ESCAPE_TO_MINIMIZE = False
    TITLE = "Postil"

    def __init__(self, store: Store, terminal: Terminal | None = None) -> None:
        """Open on a project's store, for a terminal that can show so much."""
        terminal = terminal or Terminal("dark", "full")
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.postil_theme = terminal.theme
        self.glyphs: Glyphs = GLYPHS[terminal.glyphs]
        kept = store.state or {}
        self.session = Session(store, Desk.from_json(kept.get("desk") if isinstance(kept, dict) else None), self)
        self._kept: object = None

    def get_default_screen(self) -> Screen[Any]:
        """Return the main screen."""
        from tui.app.screens.main import MainScreen

        return MainScreen(self.session)

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.screen
        assert isinstance(page, Page), "every screen of Postil is a page"
        return page

    def on_mount(self) -> None:
        """Look at what colleagues write from time to time, and listen for the signals that end the app."""
        self.set_interval(POLL, self.session.poll)
        self.set_interval(KEEP, self._keep)
        loop = asyncio.get_running_loop()
        for told in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(told, self._ended)
            except (NotImplementedError, RuntimeError, ValueError):
                pass  # Not the main thread, as in tests: then nobody sends signals either.
        self.first_page()

    def first_page(self) -> None:
        """Open what one sees first: where one was; the first time, the sources."""

    def on_unmount(self) -> None:
        """Note where one is."""
        self.session.keep_desk()

    # for the session --------------------------------------------------------------------------------------------

    def say(self, words: str, undo: bool = False) -> None:
        """Show a message in the key line of the page in front."""
        self.page.say(words, undo)

    def changed(self) -> None:
        """Draw anew what has changed."""
        self.page.redraw()

    # keys -------------------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Give keys and pasted text to the page in front; Textual's own bindings and focus have no say."""
        if isinstance(event, events.Key):
            self.page.press(event.key, event.character)
        elif isinstance(event, events.Paste):
            self.page.paste(event.text)
        else:
            await super().on_event(event)

    # pages ------------------------------------------------------------------------------------------------------

    def open_page(self, page: Page) -> None:
        """Put a page in front."""
        self.push_screen(page)

    def close_page(self) -> None:
        """Go back to the page behind."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def leave(self) -> None:
        """End the app once what is under way is on the disk."""
        self.run_worker(self._leave(), exclusive=True)

    async def _leave(self) -> None:
        await self.session.settled()
        self.session.keep_desk()
        self.exit()

    def _ended(self) -> None:
        """Save where one is at once, and leave with the terminal as it was."""
        self.session.keep_desk()
        self.leave()

    def _keep(self) -> None:
        desk = self.session.desk.as_json()
        if desk != self._kept:
            self._kept = desk
            self.session.keep_desk()

    # leaks ------------------------------------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing: a transcript does not leave by way of the terminal's clipboard."""

    def deliver_screenshot(self, *args: Any, **kwargs: Any) -> None:
        """Write no picture of the screen."""

    def bell(self) -> None:
        """Stay silent."""


def run(store: Store, terminal: Terminal) -> None:
    """Run the app on a project until one leaves."""
    PostilApp(store, terminal).run()


Later = Callable[[], None]
