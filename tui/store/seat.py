"""Which journal is mine: one that this user began on this machine and that no other session of theirs holds.

No journal ever has two writers, so no lock has to work across machines: a session that cannot be sure begins a new
journal. Beside each journal lies a small file that says whose it is; a lock on that file keeps it for one session.
"""

from __future__ import annotations

import dataclasses
import fcntl
import json
import os
import platform
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.errors import NotSaved
from tui.store.durable import not_saved, sync_folder, write_all
from tui.store.journal import Journal, Replaced
from tui.store.journals import Journals, ends_in
from tui.store.layout import JOURNALS, MINE_ENDING, journal_path, mine_path, new_journal_name
from tui.store.line import now
from tui.store.migrate import FORMAT
from tui.store.reading import sift

_MODE = 0o600
_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def this_machine() -> str:
    """Return what tells this machine from others that may see the same folder."""
    for path in _MACHINE_FILES:
        with suppress(OSError):
            return f"{platform.node()} {path.read_text().strip()}"
    return platform.node()


@dataclass(frozen=True)
class Claim:
    """What the file beside a journal says: whose it is, and how it was when that was last true."""

    coder: str
    machine: str
    user: int
    inode: int
    size: int
    sum: str

    @classmethod
    def read(cls, descriptor: int) -> Claim | None:
        """Return what a claim's file says, `None` where it says nothing that can be understood."""
        try:
            values: dict[str, Any] = json.loads(os.pread(descriptor, 4096, 0))
            texts = {key: str(values[key]) for key in ("coder", "machine", "sum")}
            numbers = {key: int(values[key]) for key in ("user", "inode", "size")}
            return cls(**texts, **numbers)  # type: ignore[arg-type]
        except (ValueError, KeyError, TypeError):
            return None

    @property
    def is_mine(self) -> bool:
        """Whether this user on this machine laid it."""
        return (self.machine, self.user) == (this_machine(), os.getuid())

    def fits(self, path: Path) -> bool:
        """Tell whether that very file was written under it, and has not lost anything since."""
        if not self.is_mine:
            return False
        try:
            there = path.stat()
            return there.st_ino == self.inode and there.st_size >= self.size and ends_in(path, self.size, self.sum)
        except OSError:
            return False

    def write(self, descriptor: int) -> None:
        """Put the claim into its file, whose lock stays with the descriptor."""
        data = json.dumps(self.__dict__, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        write_all(descriptor, data)
        os.fsync(descriptor)


class Seat:
    """Where one session of one coder writes. The journal is opened, or begun, with the first line."""

    def __init__(self, folder: Path, coder: str, journals: Journals) -> None:
        self.coder = coder
        self._folder = folder
        self._journals = journals
        self._guard = threading.Lock()
        self._lock = -1
        self._name = ""
        self._journal: Journal | None = None
        self._homeless: list[bytes] = []
        """Lines that were on disk once and are nowhere now, to be written to the next journal."""

    @property
    def name(self) -> str:
        """The journal's name, empty while none is taken."""
        return self._name

    def look(self) -> None:
        """Take a journal that is mine and free, the one used last; write nothing."""
        for name, claim in _mine(self._folder):
            if claim.coder != self.coder:
                continue
            reader = self._journals.readers.get(name)
            if reader is None or reader.closed or reader.blind or not reader.agrees:
                continue
            lock = _locked(self._folder, name)
            if lock >= 0:
                self._lock, self._name = lock, name
                return

    def journal(self) -> Journal:
        """Return the journal to write to, opened or begun now if need be.

        Raises:
            NotSaved: none can be written.
        """
        with self._guard:
            if self._journal is not None and not self._journal.broken:
                return self._journal
            if self._journal is None and self._name:
                self._journal = self._resumed()
            if self._journal is None or self._journal.broken:
                self.leave(for_good=self._journal is not None)
                self._journal = self._begun()
            return self._journal

    def change(self) -> Journal:
        """Leave the journal, which is full, and begin another.

        Raises:
            NotSaved: none can be written.
        """
        with self._guard:
            self.leave(for_good=True)
            self._journal = self._begun()
            return self._journal

    def rescue(self) -> Journal:
        """Leave the journal, whose file was replaced, and begin another with the lines that are gone from its path.

        Raises:
            NotSaved: none can be written.
            Replaced: that one too was replaced at once.
        """
        with self._guard:
            assert self._journal is not None
            self._homeless, name = self._lost(), self._name
            is_all_known = self._journal.was_begun_here or not self._journal.is_at_its_path
            self.leave(for_good=True)
            if is_all_known:
                self._journals.forget(name)
            self._journal = self._begun()
            return self._journal

    def _lost(self) -> list[bytes]:
        """Return the lines that the journal's file held, as far as they are known, and that are not at its path now."""
        assert self._journal is not None
        held = sift(self._journal.everything(), 0).lines
        held += [*self._homeless, *(raw.rstrip(b"\n") for raw in self._journal.written)]
        try:
            there = set(sift(self._journal.path.read_bytes(), 0).lines)
        except OSError:
            there = set()
        lost: dict[bytes, None] = {raw: None for raw in held if raw not in there}
        return [raw for raw in lost if b'"ops":' in raw]

    def leave(self, *, for_good: bool = False) -> None:
        """Let go of the journal; for good: no session continues it."""
        journal, lock = self._journal, self._lock
        self._journal, self._lock = None, -1
        if self._name in self._journals.readers:
            self._journals.readers[self._name].mine = False
        if lock >= 0:
            with suppress(OSError):
                if for_good:
                    mine_path(self._folder, self._name).unlink(missing_ok=True)
                elif journal is not None:
                    _claim(self.coder, journal).write(lock)
            os.close(lock)
        if journal is not None:
            journal.close()
        self._name = ""

    def _resumed(self) -> Journal | None:
        reader = self._journals.readers[self._name]
        try:
            journal = Journal.resume(self._name, Path(reader.path), reader.position, reader.last_sum)
        except Replaced:
            return None
        reader.mine = True
        return journal

    def _begun(self) -> Journal:
        """Begin a journal, with the lines that have lost their place.

        Raises:
            NotSaved: it could not be written, and nothing of it stays behind.
            Replaced: it was replaced at once.
        """
        project = next((reader.project for reader in self._journals if reader.project), "")
        name = new_journal_name(self.coder)
        journal = begin(self._folder, name, self.coder, project)
        try:
            journal.append_again(self._homeless)
            self._lock = _claimed(mine_path(self._folder, name), _claim(self.coder, journal))
        except (NotSaved, Replaced):
            journal.abolish()
            raise
        self._homeless, self._name = [], name
        reader = self._journals.add(name)
        reader.inode = journal.path.stat().st_ino
        reader.position, reader.last_sum = journal.size, journal.last_sum
        reader.coder, reader.project, reader.mine = self.coder, project, True
        return journal


def begin(folder: Path, name: str, coder: str, project: str) -> Journal:
    """Begin a new journal of a project.

    Raises:
        NotSaved: it could not be written.
        FileExistsError: there is one of that name.
    """
    header = {"n": 0, "format": FORMAT, "epoch": 0, "project": project, "coder": coder, "at": now()}
    return Journal.begin(name, journal_path(folder, name), header)


def last_coder(folder: Path) -> str | None:
    """Return the coder as whom this user last wrote here, on this machine."""
    return next((claim.coder for _, claim in _mine(folder)), None)


def _mine(folder: Path) -> list[tuple[str, Claim]]:
    """Return the journals that were begun by this user on this machine and their claims, the one used last first."""
    found: list[tuple[float, str, Claim]] = []
    for path in (folder / JOURNALS).glob(f"*{MINE_ENDING}"):
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                claim, changed = Claim.read(descriptor), os.fstat(descriptor).st_mtime
            finally:
                os.close(descriptor)
            if claim is not None and claim.is_mine:
                found.append((changed, path.name.removesuffix(MINE_ENDING), claim))
    return [(name, claim) for _, name, claim in sorted(found, key=lambda each: each[:2], reverse=True)]


def _claim(coder: str, journal: Journal) -> Claim:
    return Claim(coder, this_machine(), os.getuid(), journal.path.stat().st_ino, journal.size, journal.last_sum)


def _claimed(path: Path, claim: Claim) -> int:
    """Lay a claim to a journal just begun and return the descriptor that holds its lock.

    The file gets its name only once it is locked and written. Where there are no locks it names no journal, so that
    nobody ever continues this one, and -1 is returned.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, _MODE)
        os.fchmod(descriptor, _MODE)
        is_locked = _lock(descriptor)
        (claim if is_locked else dataclasses.replace(claim, inode=0)).write(descriptor)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise not_saved("whose journal it is", path, error) from error
    if is_locked:
        return descriptor
    os.close(descriptor)
    return -1


def _locked(folder: Path, name: str) -> int:
    """Return a descriptor that holds the lock of a journal of mine, -1 where another session has it."""
    try:
        descriptor = os.open(mine_path(folder, name), os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return -1
    claim = Claim.read(descriptor) if _lock(descriptor) else None
    if claim is None or not claim.fits(journal_path(folder, name)) or not _is_at(descriptor, mine_path(folder, name)):
        os.close(descriptor)
        return -1
    return descriptor


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False  # held by another session, or a file system without locks: begin a journal of one's own
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Tell whether a path still leads to an open file."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
