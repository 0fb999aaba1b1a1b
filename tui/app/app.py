"""The app: opens the project's screens, gives every key to the page in front, and leaves cleanly when told to."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.app import keymap, right_to_left
from tui.app.fault import place_of, said_of
from tui.app.glyphs import TABLES as GLYPHS
from tui.app.glyphs import Glyphs
from tui.app.pace import PAUSE, Beat
from tui.app.screens.page import Page
from tui.app.session import Session
from tui.app.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from pathlib import Path

    from textual.driver import Driver

    from tui.app.display import Display
    from tui.store.project import Store

POLL = 1.0
"""Seconds between looks at what colleagues have written."""
KEEP = 1.5
"""Seconds between notes of where one is."""


class PostilApp(App[None], inherit_bindings=False, inherit_css=False):
    """Postil in a terminal, on an open project."""

    BINDINGS: ClassVar[list[Any]] = []
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    ESCAPE_TO_MINIMIZE = False
    TITLE = "Postil"

    def __init__(self, store: Store, terminal: Terminal | None = None, said: str = "") -> None:
        """Open on a project's store, for a terminal that can show so much; `said` is the first message."""
        terminal = terminal or Terminal("dark", "full")
        super().__init__(driver_class=_driver(), ansi_color=True)
        self.animation_level = "none"
        self.postil_theme = terminal.theme
        self.glyphs: Glyphs = GLYPHS[terminal.glyphs]
        self.session = Session(store, self)
        self._opened_at = time.time()
        self.fault = ""
        """Where a fault of Postil's own stopped it: the kind and the place, nothing of the project."""
        self.next_folder: Path | None = None
        """The project to go on with after this one."""
        self._said = said
        self._kept: object = None
        self._is_seen = False
        self._beat = Beat()
        self._display_layer = _layer(terminal)
        how = str(self.session.kept.get("right_to_left") or right_to_left.APART)
        if self._display_layer is not None and how == right_to_left.IN_ORDER:
            self._display_layer.order_right_to_left(how)

    def get_default_screen(self) -> Screen[Any]:
        """Return what one sees first: the panes where one was; the first time, the sources."""
        if self.session.project.get("sources", self.session.desk.source) is not None:
            from tui.app.screens.main import MainScreen

            return MainScreen(self.session, text_first=True)
        from tui.app.screens.sources import SourcesPage

        return SourcesPage(self.session, first=True)

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
        # On another than the main thread, as in tests, nobody sends signals.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGTERM, self._ended)
            loop.add_signal_handler(signal.SIGHUP, self._ended)

    def _shown(self) -> None:
        """Once something is to be seen, show the rest."""
        self.page.draw_the_rest()
        self.page.draw_now()
        self.call_later(self._begun)

    def _begun(self) -> None:
        """Once everything is to be seen: load what the keys do, and ask who codes where nobody has said."""
        if self.session.project.setting("fiction") and "desk" not in self.session.kept:
            from tui.app.screens.tour import TourPage

            self.open_page(TourPage(self.session))
        keymap.load(self.page.contexts)
        if self._display_layer is not None and self._display_layer.right_to_left == right_to_left.IN_ORDER:
            self._write(right_to_left.told(right_to_left.IN_ORDER))
        if self._said:
            self.page.say(self._said)
        if not gc.isenabled():
            gc.enable()
            gc.freeze()
        if self.session.store.read_only:
            return
        from tui.app.sheets.who import ask_who_codes, say_if_elsewhere

        (say_if_elsewhere if self.session.store.coder else ask_who_codes)(self.page)

    def on_unmount(self) -> None:
        """Note where one is, and leave the terminal as it was."""
        self.session.keep_desk()
        if self._display_layer is not None and self._display_layer.right_to_left == right_to_left.IN_ORDER:
            self._write(right_to_left.told(right_to_left.APART))

    # for the session --------------------------------------------------------------------------------------------

    def say(self, words: str, undo: bool = False, redo: bool = False) -> None:
        """Have a message shown in the key line of the page in front; whoever says something draws it, too."""
        self.page.note(words, undo, redo)

    def changed(self) -> None:
        """Draw anew what has changed."""
        self.page.redraw()

    def faulted(self, error: Exception) -> None:
        """Tell of a fault of our own in a line; it costs nothing more, as what was edited is saved."""
        if self.is_headless:
            self._handle_exception(error)
        else:
            self.page.say(said_of(error, self._opened_at))

    # keys -------------------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Give keys and pasted text to the page in front; Textual's own bindings and focus have no say."""
        if isinstance(event, events.Key):
            self._press(event)
        elif isinstance(event, events.Paste):
            self.session.soon(lambda: self.page.paste(event.text))
        elif isinstance(event, events.Resize):
            await super().on_event(event)
            self.repaint_all()
        else:
            await super().on_event(event)

    def _press(self, event: events.Key) -> None:
        """Pass a key on."""
        try:
            self._beat = self._beat.key(time.monotonic(), self.page.painted_first(event.is_printable))
            self.page.press(event.key, event.character)
        except Exception as error:  # noqa: BLE001  (a fault must not cost what the user sees)
            self.faulted(error)

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a fault without showing what was in memory."""
        self.fault = self.fault or place_of(error)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """Leave without showing anything."""
        self._close_messages_no_wait()

    # what reaches the terminal ----------------------------------------------------------------------------------

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Write what is to be seen, and go on with the rest as soon as there is something."""
        self._paint(screen, renderable)
        if not self._is_seen and renderable is not None and isinstance(screen, Page) and screen.across:
            self._is_seen = True
            self.call_later(self._shown)

    def _paint(self, screen: Screen[Any], renderable: Any) -> None:
        """Write the cells that differ; where Textual hands over something unknown, let it write as it does."""
        layer = self._display_layer
        if (
            layer is None
            or self.is_headless
            or self._batch_count
            or not self._running
            or self._closed
            or renderable is None
        ):
            super()._display(screen, renderable)
            return
        try:
            known = layer.take(renderable, self.size.width, self.size.height)
        except (AttributeError, TypeError, ValueError, KeyError):
            known = False
        if known:
            self._write(layer.paint(self._beat.part))
            if self._beat.part is not None:
                self._paint_the_rest()
            self.post_display_hook()
        else:
            self._display_layer = None
            super()._display(screen, renderable)
            self.refresh()

    def _paint_the_rest(self) -> None:
        """Paint what keys have changed beside the part that was painted at once, as soon as one pauses."""
        rest = self._beat.at + PAUSE - time.monotonic()
        if self._beat.part is not None and rest > 0:
            self.set_timer(rest, self._paint_the_rest)
        elif self._display_layer is not None:
            self._beat = self._beat._replace(part=None)
            self._write(self._display_layer.paint())

    def repaint_all(self) -> None:
        """Paint the whole screen anew, whatever the terminal shows now."""
        if self._display_layer is not None:
            self._display_layer.forget()
            self._write(self._display_layer.paint())
        else:
            self.refresh(layout=True)

    def _write(self, text: str) -> None:
        """Write to the terminal, as one update where it can do that."""
        if text and self._driver is not None and not self.is_headless:
            self._begin_update()
            self._driver.write(text)
            self._end_update()
            self._driver.flush()

    # pages ------------------------------------------------------------------------------------------------------

    def use_colours(self, theme: str) -> None:
        """Draw in another theme from now on, and keep that for the next time; empty: as the terminal says."""
        self.postil_theme = theme or terminal_of(os.environ).theme
        self.session.kept["colours"] = theme
        self.session.keep_desk()
        self.page.redraw()

    def put_right_to_left(self, how: str) -> None:
        """Have text from right to left put in order by the terminal, or by Postil, and keep that for the next time."""
        self.session.kept["right_to_left"] = how
        self.session.keep_desk()
        if self._display_layer is not None:
            self._display_layer.order_right_to_left(how)
            self._write(right_to_left.told(how))
        self.repaint_all()

    def open_page(self, page: Page) -> None:
        """Put a page in front. It is worked out before it is drawn, as keys may follow in the same packet."""
        page.prepare_frame()
        self.push_screen(page)

    def close_page(self) -> None:
        """Go back to the page behind."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
            self.page.redraw()

    def show_main(self) -> None:
        """Go back to the panes, from whatever page is in front."""
        from tui.app.screens.main import MainScreen

        if not any(isinstance(page, MainScreen) for page in self.screen_stack):
            self.push_screen(MainScreen(self.session))
        while not isinstance(self.screen, MainScreen):
            self.pop_screen()
        self.page.redraw()

    def go(self, source: str, cursor: int) -> None:
        """Show a place in the transcript, whatever page is in front."""
        self.session.desk.go(source, cursor)
        self.session.desk.pane = "transcript"
        self.show_main()

    def leave_for(self, folder: Path) -> None:
        """End on this project, to go on with another."""
        self.next_folder = folder
        self.leave()

    def leave(self) -> None:
        """End the app once what is under way is on the disk."""
        self.run_worker(self._leave(), exclusive=True)

    async def _leave(self) -> None:
        await self.session.settled()
        self.session.keep_desk()
        self.exit()

    def _ended(self) -> None:
        """Save where one is and what is being written at once, and leave with the terminal as it was."""
        self._put_by()
        self.session.keep_desk()
        self.leave()

    def _keep(self) -> None:
        desk = self.session.desk.as_json()
        if self._put_by() or desk != self._kept:
            self._kept = desk
            self.session.keep_desk()

    def _put_by(self) -> bool:
        """Have what is being written kept as drafts; answers whether there is anything new."""
        pages = [page for page in self.screen_stack if isinstance(page, Page)]
        new = [sheet.put_by() for page in pages for sheet in page.sheets]
        new += [page.question.put_by(self.session.drafts) for page in pages if page.question is not None]
        new += [page.put_by() for page in pages]
        return True in new

    # leaks ------------------------------------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing: a transcript does not leave by way of the terminal's clipboard."""

    def deliver_screenshot(self, *args: Any, **kwargs: Any) -> None:
        """Write no picture of the screen."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse's pointer as it is."""

    def bell(self) -> None:
        """Stay silent."""


def _driver() -> type[Driver] | None:
    """Return our driver; `None`, which is Textual's own, where its insides are not those that ours is made for."""
    if sys.platform.startswith("win"):
        return None
    try:
        from tui.app.driver import PostilDriver
    except ImportError:
        return None
    return PostilDriver


def _layer(terminal: Terminal) -> Display | None:
    """Return what writes only the cells that differ; `None` where that is switched off, or Textual has moved on."""
    if terminal.writes_all:
        return None
    try:
        from tui.app.display import Display
    except ImportError:
        return None
    return Display(ascii_only=terminal.glyphs == "ascii")
