"""The real app in a real pseudo-terminal: bytes go in, and an emulator shows what came out."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

from tests.app.screen import emulated, feedable

_PROGRAM = (
    "import sys; from pathlib import Path; from tui.app.start import open_project; from tui.errors import PostilError\n"
    "try: open_project(Path(sys.argv[1]), lambda store: store.sit('lena-pohl'))\n"
    "except PostilError as error: print(error); sys.exit(error.status)\n"
)
_ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """One run of the app."""

    def __init__(
        self, folder: Path, size: tuple[int, int] = (100, 30), module: str = "", argument: str = "", **environment: str
    ) -> None:
        """Start on a project, the app or a module that opens it. The environment is bare but for what is given."""
        self.width, self.height = size
        self.written = b""
        self.status: int | None = None
        variables = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        variables.update({"PYTHONPATH": str(_ROOT), **environment})
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            time.sleep(0.05)  # The parent sets the size first.
            program = ["-m", module, str(folder), argument] if module else ["-c", _PROGRAM, str(folder)]
            os.execve(sys.executable, [sys.executable, *program], variables)
        self.resize(*size)

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self.width, self.height = width, height
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.descriptor, keys.encode())

    def signal(self, number: int) -> None:
        """Send a signal to the app."""
        os.kill(self.pid, number)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what is written within so many seconds; answers whether anything was."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            data = b""
        self.written += data
        return bool(data)

    def until(self, words: str, seconds: float = 20.0) -> list[str]:
        """Read until the words stand on the screen, and return its rows."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.read()
            rows = self.rows()
            if any(words in row for row in rows):
                return rows
        raise AssertionError(f"“{words}” did not appear:\n" + "\n".join(self.rows()))

    def rows(self) -> list[str]:
        """Return the rows that an emulator shows of all that was written."""
        screen, stream = emulated(self.width, self.height)
        stream.feed(feedable(self.written.decode("utf-8", "replace")))
        return [row.rstrip() for row in screen.display]

    def ended(self, seconds: float = 10.0) -> int:
        """Wait until the app has ended; return its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.read(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                while self.read(0.02):
                    pass
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError("it did not end")

    def close(self) -> None:
        """End it, whatever it does."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.descriptor)
