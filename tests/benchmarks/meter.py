"""A program in a terminal of 120 by 40, and what each key costs there: milliseconds to the last byte, and bytes.

The screen is kept by an emulator only where somebody asks for its rows, so that this does not disturb the clock.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte

QUIET = 0.045
"""Seconds without a byte after which an answer counts as over."""
_CONTROL = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]?|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\|[ -/]*.?)|[\x00-\x1f]", re.DOTALL
)
# What pyte 0.8 would print instead of obeying.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What a key costs."""

    milliseconds: float
    size: int


class Metered:
    """A program that is timed from before it is started."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = (120, 40)) -> None:
        """Start it, and the clock."""
        columns, rows = size
        self.written = b""
        self.shown = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        environment = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")
        }
        environment.update(TERM="xterm-256color", LANG="C.UTF-8")
        self._began = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), environment)

    def __enter__(self) -> Metered:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    # the start --------------------------------------------------------------------------------------------------

    def until(self, words: str, seconds: float = 30) -> float:
        """Read until some words are written; return the seconds since the program was started."""
        return self._read_until(lambda: words.encode() in self.written, seconds, words)

    def until_a_cell(self, seconds: float = 30) -> float:
        """Read until anything is drawn, be it a blank; return the seconds since the program was started."""
        return self._read_until(lambda: bool(_CONTROL.sub(b"", self.written)), seconds, "a cell")

    def settle(self, quiet: float = 0.4) -> None:
        """Read until nothing comes any more."""
        while self._read(quiet):
            pass

    def resident(self) -> float:
        """Return the memory that the program holds, in megabytes."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    # keys -------------------------------------------------------------------------------------------------------

    def press(self, keys: str) -> Answer:
        """Type keys in one packet; return what their answer costs, to its last byte."""
        before = len(self.written)
        began = last = time.perf_counter()
        os.write(self._terminal, keys.encode())
        quiet = 1.0  # a key that is not answered at all is given up after this
        while self._read(quiet):
            last, quiet = time.perf_counter(), QUIET
        return Answer((last - began) * 1000, len(self.written) - before)

    @property
    def rows(self) -> list[str]:
        """What the screen shows."""
        self._stream.feed(_UNKNOWN.sub(b"", self.written[self.shown :]))
        self.shown = len(self.written)
        return [row.rstrip() for row in self._screen.display]

    # reading ----------------------------------------------------------------------------------------------------

    def _read_until(self, done: Callable[[], bool], seconds: float, what: str) -> float:
        while not done():
            if time.perf_counter() - self._began > seconds or not self._read(seconds):
                raise AssertionError("\n".join([f"{what!r} never came:", *self.rows]))
        return time.perf_counter() - self._began

    def _read(self, seconds: float) -> bool:
        """Take in what comes within some seconds; answers whether anything did."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the program's side is closed
            return False
        self.written += data
        return bool(data)
