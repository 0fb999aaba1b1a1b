"""A program in a terminal behind a slow line: so many bytes a second each way, and everything arrives later.

Written bytes queue for the line as they do behind ssh; what is on the screen is what has arrived.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.app.screen import emulated, feedable

BITS = 64_000
"""Bits a second each way."""
DELAY = 0.15
"""Seconds one way."""
_WAITING = 16_384
"""Bytes that wait for the line before the program has to wait itself."""
_QUIET = 0.2
"""Seconds without a byte from the program after which it has answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What keys brought: bytes, those of the last key, and seconds until the first and the last arrived (0: none)."""

    count: int
    after: int
    first: float
    last: float


class SlowLine:
    """One program behind one line."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        folder: Path,
        environment: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
        bits: int = BITS,
        delay: float = DELAY,
    ) -> None:
        """Start the program in a folder; `bits` a second, and a `delay` in seconds one way."""
        self._rate, self._delay = bits / 8, delay
        self._screen, self._stream = emulated(*size)
        self._coming: deque[tuple[float, bytes]] = deque()
        self._free = 0.0
        self._pending = b""
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(environment))

    def __enter__(self) -> SlowLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    @property
    def rows(self) -> list[str]:
        """What has arrived, as the screen shows it."""
        return [row.rstrip() for row in self._screen.display]

    def shows(self, words: str) -> bool:
        """Tell whether the screen shows some words."""
        return any(words in row for row in self.rows)

    def press(self, keys: str) -> Answer:
        """Type, and wait until all that it brings has arrived."""
        return self.type_ahead([keys], 0)

    def type_ahead(self, keys: Sequence[str], apart: float) -> Answer:
        """Type keys so many seconds apart without waiting; the answer's seconds count from the last of them."""
        begun, count = time.monotonic(), 0
        for number, key in enumerate(keys):
            count += self._pump(begun + number * apart + self._delay + len(key) / self._rate)
            os.write(self._terminal, key.encode())
        before = count
        typed, first, last, heard = begun + (len(keys) - 1) * apart, 0.0, 0.0, time.monotonic()
        while time.monotonic() - heard < _QUIET or self._coming:
            read, arrived = self._step()
            if read:
                heard = time.monotonic()
                count += read
            if arrived:
                last = time.monotonic() - typed
                first = first or last
        return Answer(count, count - before, first, last)

    def wait_for(self, words: str, seconds: float = 30) -> None:
        """Read until the screen shows some words."""
        deadline = time.monotonic() + seconds
        while not self.shows(words):
            assert time.monotonic() < deadline, "\n".join([f"“{words}” never came:", *self.rows])
            self._step()

    def _pump(self, until: float) -> int:
        """Go on until a time; return how many bytes the program wrote meanwhile."""
        count = 0
        while time.monotonic() < until:
            count += self._step()[0]
        return count

    def _step(self) -> tuple[int, int]:
        """Take what the program writes and show what has arrived; return how many bytes each was."""
        now = time.monotonic()
        arrived = 0
        while self._coming and self._coming[0][0] <= now:
            data = self._coming.popleft()[1]
            arrived += len(data)
            self._show(data)
        waiting = sum(len(data) for _, data in self._coming)
        if not select.select([self._terminal] if waiting < _WAITING else [], [], [], 0.005)[0]:
            return 0, arrived
        try:
            data = os.read(self._terminal, 512)
        except OSError:  # the program has ended
            data = b""
        if data:
            self._free = max(self._free, time.monotonic()) + len(data) / self._rate
            self._coming.append((self._free + self._delay, data))
        return len(data), arrived

    def _show(self, data: bytes) -> None:
        self._pending += data
        try:
            text, self._pending = self._pending.decode(), b""
        except UnicodeDecodeError as error:  # a character that is cut in two waits for its rest
            text, self._pending = self._pending[: error.start].decode(), self._pending[error.start :]
        self._stream.feed(feedable(text))
