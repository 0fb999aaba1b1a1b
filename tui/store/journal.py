"""The journal one writes: append-only, one writer, every line one write and one sync.

What could not be written is cut off again, so that the file never holds what its writer was told is not saved.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from tui.errors import NotSaved
from tui.store.durable import not_saved, sync_folder, write_all
from tui.store.line import Record, encoded
from tui.store.reading import opened_stat, sift

FULL = 8 << 20
"""Bytes after which a journal gets a closing line and another is begun."""

MODE = 0o640
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW


class Replaced(Exception):
    """The file at the journal's path is not the one that was written to, or not as it was left."""


class Journal:
    """An open journal of one's own."""

    def __init__(self, name: str, path: Path, descriptor: int, size: int, last_sum: str) -> None:
        self.name = name
        self.path = path
        self.size = size
        self.last_sum = last_sum
        self.broken = False
        """Whether a sync failed: what the disk holds is unknown then, and nothing more is written here."""
        self.was_begun_here = False
        """Whether this session wrote all of it."""
        self.written: list[bytes] = []
        """The lines of this session, to be written again elsewhere if the file is replaced underneath."""
        self._descriptor = descriptor
        self.inode = os.fstat(descriptor).st_ino
        self._needs_break = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"

    @classmethod
    def begin(cls, name: str, path: Path, header: Record) -> Journal:
        """Begin a new journal with its header.

        Raises:
            NotSaved: it could not be written.
        """
        raw, total = encoded(header, "")
        try:
            descriptor = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise not_saved("a new journal", path, error) from error
        try:
            os.fchmod(descriptor, MODE)
            write_all(descriptor, raw)
            os.fsync(descriptor)
            sync_folder(path.parent)
        except OSError as error:
            os.close(descriptor)
            path.unlink(missing_ok=True)
            raise not_saved("a new journal", path, error) from error
        journal = cls(name, path, descriptor, len(raw), total)
        journal.was_begun_here = True
        return journal

    @classmethod
    def resume(cls, name: str, path: Path, size: int, last_sum: str) -> Journal:
        """Go on with a journal whose lines end at `size`; a torn tail after that is set aside.

        Raises:
            NotSaved: it cannot be opened, or the tail cannot be set aside.
            Replaced: it is shorter than that, or has more lines.
        """
        try:
            descriptor = os.open(path, _FLAGS)
            try:
                there = os.fstat(descriptor).st_size
                if there < size:
                    raise Replaced
                if sift(os.pread(descriptor, there - size, size), size).lines:
                    raise Replaced
                if there > size:
                    _set_tail_aside(descriptor, path, size, there)
                return cls(name, path, descriptor, size, last_sum)
            except BaseException:
                os.close(descriptor)
                raise
        except OSError as error:
            raise not_saved("the edit", path, error) from error

    @property
    def is_full(self) -> bool:
        """Whether the next line belongs into another journal."""
        return self.size >= FULL

    @property
    def is_at_its_path(self) -> bool:
        """Whether the path still leads to the file that was opened."""
        try:
            return self.path.stat().st_ino == self.inode
        except OSError:
            return False

    def append(self, record: Record) -> str:
        """Write a line and have it on disk; return its sum.

        Raises:
            NotSaved: it is not on disk, and nothing of it is in the file.
            Replaced: the file is another one by now; nothing was written.
        """
        raw, total = encoded(record, self.last_sum)
        self._write(raw)
        self.last_sum = total
        return total

    def append_again(self, lines: list[bytes]) -> None:
        """Write lines that stood in another file, as they are.

        Raises:
            NotSaved, Replaced: as `append`.
        """
        for raw in lines:
            self._write(raw + b"\n")

    def everything(self) -> bytes:
        """Return all bytes of the file that was opened, whatever stands at its path by now."""
        return os.pread(self._descriptor, os.fstat(self._descriptor).st_size, 0)

    def abolish(self) -> None:
        """Take away a journal that was just begun and whose session could not make it its own."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _write(self, raw: bytes) -> None:
        if self.broken:
            raise NotSaved(f"NOT SAVED: the disk failed under {self.path}; nothing more is written there.")
        self._check_place()
        data = b"\n" + raw if self._needs_break else raw
        try:
            write_all(self._descriptor, data)
        except OSError as error:
            self._cut_back()
            raise not_saved("the edit", self.path, error) from error
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            self.broken = True
            self._cut_back()
            raise not_saved("the edit", self.path, error) from error
        self.size += len(data)
        self._needs_break = False
        self.written.append(raw)

    def _check_place(self) -> None:
        """See that the path still leads to our file and that it ends where we left it (NFS caches a bare `stat`)."""
        try:
            there = opened_stat(str(self.path))
        except FileNotFoundError as error:
            raise Replaced from error
        except OSError as error:
            raise not_saved("the edit", self.path, error) from error
        if there.st_ino != self.inode or there.st_size != self.size:
            raise Replaced

    def _cut_back(self) -> None:
        try:
            os.ftruncate(self._descriptor, self.size)
        except OSError:
            self.broken = True


def _set_tail_aside(descriptor: int, path: Path, start: int, end: int) -> None:
    """Copy what a crash left of a line to a file of its own, on disk, and cut the journal after its last line."""
    tail = os.pread(descriptor, end - start, start)
    if tail.strip(b"\n"):
        aside = path.with_name(f"{path.stem}.torn.{secrets.token_hex(3)}")
        copy = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            write_all(copy, tail)
            os.fsync(copy)
        finally:
            os.close(copy)
        sync_folder(path.parent)
    os.ftruncate(descriptor, start)
    os.fsync(descriptor)
