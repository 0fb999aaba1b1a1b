"""A program in a terminal of its own: what it writes, what the screen then shows, and keys typed to it."""

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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

# What pyte 0.8 would print instead of obeying.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)


class TerminalSession:
    """A program that runs in a pseudo terminal until it leaves or the session is closed."""

    def __init__(
        self, command: Sequence[str], *, folder: Path, environment: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        """Start the program in a folder, with this environment, in a terminal of so many columns and rows."""
        self.written = b""
        self.status: int | None = None
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(environment))

    def __enter__(self) -> TerminalSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.status is None:
            self.kill()
        os.close(self._terminal)

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        os.kill(self._child, signal.SIGKILL)
        self._reap()

    @property
    def rows(self) -> list[str]:
        """What the screen shows."""
        return [row.rstrip() for row in self._screen.display]

    def type(self, keys: str) -> None:
        """Type some keys."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """Read until the screen shows some words."""
        self._read_until(lambda: any(words in row for row in self.rows), seconds)
        assert any(words in row for row in self.rows), "\n".join([f"“{words}” never came:", *self.rows])

    def wait_for_end(self, seconds: float = 20) -> int:
        """Read until the program has left, and return its exit status."""
        self._read_until(lambda: False, seconds)
        assert self.status is not None, "\n".join(["it does not leave:", *self.rows])
        return self.status

    def _read_until(self, done: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while self.status is None and not done() and time.monotonic() < deadline:
            if not select.select([self._terminal], [], [], 0.2)[0]:
                continue
            try:
                chunk = os.read(self._terminal, 65536)
            except OSError:  # the program's side is closed
                chunk = b""
            if not chunk:
                self._reap()
                return
            self.written += chunk
            self._stream.feed(_UNKNOWN.sub(b"", chunk))

    def _reap(self) -> None:
        self.status = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
