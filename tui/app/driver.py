"""The terminal as Textual's driver, with our own reading of keys, fewer modes switched on, and a clean end.

Textual's driver takes an escape and the key behind it for Alt, prints a traceback when the terminal goes, and follows
every movement of the mouse.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.app.keyboard import ALONE, ESCAPE, Keyboard, Typed

if TYPE_CHECKING:
    from textual.message import Message

_TICK = 0.1


class PostilDriver(LinuxDriver):
    """Reads whole keys, writes what the app paints, and leaves the terminal as it was."""

    _last = 0.0
    """When something came last, by the monotonic clock."""

    def run_input_thread(self) -> None:
        """Read until the app ends or the terminal is gone."""
        self._keyboard = Keyboard()
        self._parser = XTermParser()
        self._decoder = getincrementaldecoder("utf-8")("replace")
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not self._listen(selector):
                    self._gone()
                    return

    def _listen(self, selector: selectors.BaseSelector) -> bool:
        """Take what comes in the next tenth of a second; answers whether the terminal is still there."""
        began = monotonic()
        ready = selector.select(_TICK)
        if not ready:
            if self._keyboard.waits_for_more and monotonic() - self._last >= ALONE - _TICK / 2:
                self._pass_on(self._keyboard.alone())
            return True
        self._last = began
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            return False
        if not data:
            return False
        self._pass_on(self._keyboard.feed(self._decoder.decode(data)))
        return True

    def _run_input_thread(self) -> None:
        """Read keys; when reading fails for good, the app leaves instead of showing a traceback."""
        self._last = monotonic()
        try:
            self.run_input_thread()
        except Exception:  # noqa: BLE001  (whatever ends the reading, the app leaves)
            self._gone()

    def _gone(self) -> None:
        """End the app: there is nobody to read from any more."""
        self._app.call_later(self._app.exit)

    def _pass_on(self, typed: Iterable[Typed]) -> None:
        for each in typed:
            for message in self._messages(each):
                self.process_message(message)

    def _messages(self, typed: Typed) -> list[Message]:
        """Return the events of one thing typed; a sequence nobody knows is nothing."""
        if typed.kind == "paste":
            return [events.Paste(typed.text.replace("\x00", ""))]
        if typed.text == ESCAPE:
            return [events.Key("escape", ESCAPE)]
        found = list(self._parser.feed(typed.text))
        if typed.kind == "sequence" and not found:
            self._parser = XTermParser()
        return [message for message in found if not isinstance(message, (events.AppFocus, events.AppBlur))]

    def _enable_mouse_support(self) -> None:
        """Ask for presses of the mouse and for its movements while it is pressed, not for every one."""
        if self._mouse:
            self.write("\x1b[?1002h\x1b[?1006h")
            self.flush()

    def _disable_mouse_support(self) -> None:
        """Ask for nothing of the mouse any more."""
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l")
            self.flush()

    def stop_application_mode(self) -> None:
        """Give the terminal back in its own colours."""
        self.write("\x1b[0m")
        super().stop_application_mode()
