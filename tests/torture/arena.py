"""What torture needs: processes to kill, what they were told is saved, and the state that must come out."""

from __future__ import annotations

import os
import random
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.store.disk import Put
from tui.model.ids import new_id
from tui.store.fold import Fold
from tui.store.journals import Journals
from tui.store.project import Store


def counts(quick: int, full: int) -> pytest.MarkDecorator:
    """Run a test with a small count always and with the full one when torture is asked for."""
    return pytest.mark.parametrize("count", [quick, pytest.param(full, marks=pytest.mark.torture)])


def told(count: int, what: str) -> None:
    """Print what was survived."""
    sys.stderr.write(f"\n  survived: {count:,} {what}")


def let_everybody_pass(folder: Path) -> None:
    """Let other users of the machine reach a temporary folder, however deep pytest has laid it."""
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.getuid() and not parent.stat().st_mode & 0o001:
            parent.chmod(0o755)


@dataclass
class Child:
    """A process that was forked off; what it acknowledges comes through a pipe."""

    pid: int
    pipe: int

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        os.kill(self.pid, how)

    def acknowledged(self) -> list[str]:
        """Wait for its end and return what it said before."""
        chunks = []
        while chunk := os.read(self.pipe, 1 << 16):
            chunks.append(chunk)
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        lines = b"".join(chunks).decode().split("\n")
        assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL), "\n".join(lines)
        return lines[:-1]

    def first(self) -> str:
        """Wait for its next word."""
        return os.read(self.pipe, 1 << 16).decode()


def forked(task: Callable[[Callable[[str], None]], None]) -> Child:
    """Run a task in a process of its own, which ends without tidying up; it is given what says a word to us."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    status = 1
    try:
        os.close(reading)
        task(lambda word: _say(writing, word))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent is to see it
        with suppress(OSError):
            _say(writing, traceback.format_exc())
    finally:
        os._exit(status)


def _say(pipe: int, word: str) -> None:
    os.write(pipe, word.encode() + b"\n")


def writing_forever(folder: Path, coder: str, seed: int) -> Callable[[Callable[[str], None]], None]:
    """Return a task that codes without end and says each document once it is saved."""

    def task(say: Callable[[str], None]) -> None:
        draw = random.Random(seed)
        store = Store.open(folder, coder=coder)
        while True:
            identifier = new_id()
            words = "w" * draw.choice((3, 40, 900, 9000))
            store.commit(Put("memos", identifier, {"text": words, "coder": coder}))
            say(identifier)
            if draw.random() < 0.1:
                store.checkpoint()
            if draw.random() < 0.2:
                store.poll()

    return task


def replayed(folder: Path) -> Fold:
    """Return what the journals alone say."""
    return Fold.replay(Journals(folder).read_everything())


def without_syncing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out syncs where no power is cut, so that thousands of cases fit into a minute."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def alive(tables: dict[str, dict[str, Any]]) -> set[str]:
    """Return the ids of all memos."""
    return set(tables["memos"])


def as_the_crash_left_it(journal: Path, claim: bytes) -> None:
    """Take away what later sessions of its coder left, and lay its claim again as the crash left it."""
    for path in journal.parent.iterdir():
        is_later = path.name.startswith(f"{journal.name.partition('.')[0]}.") and path.stem != journal.stem
        if is_later or ".torn." in path.name:
            path.unlink()
    mine = journal.with_suffix(".mine")
    mine.write_bytes(claim)
    mine.chmod(0o600)


def left_by_a_crash(folder: Path, coder: str, texts: Iterable[str]) -> Path:
    """Have a session write some memos and end without leaving its seat; return its journal."""

    def task(say: Callable[[str], None]) -> None:
        store = Store.open(folder, coder=coder)
        for number, text in enumerate(texts):
            store.commit(Put("memos", f"m{number:03}", {"text": text, "coder": coder}))
        say(store.state.journal)

    return folder / "journal" / f"{forked(task).acknowledged()[-1]}.jsonl"
