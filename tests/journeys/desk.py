"""One coder at a desk: Postil in a terminal of its own, keys typed one after the other, each waited for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.terminal import TerminalSession

ENTER = "\r"


class CoderAtDesk:
    """A coder with the project open; `kill` ends the process as a power cut would."""

    def __init__(self, project: Path, coder: str, size: tuple[int, int]) -> None:
        """Open the project in a terminal of so many columns and rows."""
        self.units = 0
        self._initials = "".join(word[0] for word in coder.split())
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "POSTIL_CODER": coder}
        self.terminal = TerminalSession(
            [sys.executable, "-m", "tui", "open", str(project)], folder=project, environment=environment, size=size
        )

    def see(self, words: str) -> None:
        """Wait until the screen shows some words."""
        self.terminal.wait_for(words)

    def press(self, keys: str, then: str = "") -> None:
        """Type keys, and wait for what they bring to the screen."""
        self.terminal.type(keys)
        if then:
            self.see(then)

    def open_source(self, keys: str, name: str) -> None:
        """Take a source from the list, and wait until it is open."""
        self.see("Sources")
        self.press(keys + ENTER, f"› {name[:12]}")

    def mark(self, keys: str, code: str = "") -> None:
        """Select by keys and give a code, new or old; without one the last is given again. One more unit is saved."""
        self.press(keys)
        if code:
            self.press(ENTER, "Code the")
            self.press(code, code)
            self.press(ENTER)
        else:
            self.press(".")
        self.units += 1
        self.saved()

    def quote(self) -> None:
        """Let the unit before the cursor be a quotation, and go on to the next passage that no unit covers."""
        self.press("H*", "* quotation")
        self.press(">")

    def saved(self) -> None:
        """Wait until as many units are shown as were made, and that they are saved."""
        self.see(f"{self.units} unit")
        self.see("saved ✓")

    def kill(self) -> None:
        """End the process at once, with nothing left to it."""
        self.terminal.kill()

    def leave(self) -> None:
        """Leave by the keys."""
        self.terminal.type("\x03")
        self.terminal.type("q")
        assert self.terminal.wait_for_end() == 0
