"""Claims: the small files that say whose a journal is, and the locks on them that keep it for one session.

A claim names the machine, the user and the very file. A copy of the folder, a clone, or an older version of a journal
put back in its place fits no claim, and its journals are not continued.
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.store.durable import not_saved, sync_folder, write_all
from tui.store.journals import ends_in
from tui.store.layout import JOURNALS, MINE_ENDING, as_it_is, journal_path, mine_path

_MODE = 0o600
_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def this_machine() -> str:
    """Return what tells this machine from others that may see the same folder."""
    for path in _MACHINE_FILES:
        with suppress(OSError):
            return f"{platform.node()} {path.read_text().strip()}"
    return platform.node()


class Claim(NamedTuple):
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
        data = json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        write_all(descriptor, data)
        os.fsync(descriptor)


def last_coder(folder: Path, gone: Container[str] = ()) -> str | None:
    """Return the coder as whom this user last wrote here, on this machine, of those who are not gone."""
    return next((claim.coder for _, claim in mine(folder) if claim.coder not in gone), None)


def mine(folder: Path) -> list[tuple[str, Claim]]:
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
                found.append((changed, as_it_is(path.name).removesuffix(MINE_ENDING), claim))
    return [(name, claim) for _, name, claim in sorted(found, key=lambda each: each[:2], reverse=True)]


def lay(path: Path, claim: Claim) -> int:
    """Lay a claim to a journal just begun and return the descriptor that holds its lock.

    The file gets its name only once it is locked and written. Where there are no locks it names no journal, so that
    nobody ever continues this one, and -1 is returned.

    Raises:
        NotSaved: it could not be written.
    """
    temporary, descriptor, is_locked = path.with_name(f".{path.name}.tmp"), -1, False
    try:
        descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, _MODE)
        os.fchmod(descriptor, _MODE)
        is_locked = _lock(descriptor)
        (claim if is_locked else claim._replace(inode=0)).write(descriptor)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        is_locked = False
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise not_saved("whose journal it is", path, error) from error
    finally:
        if descriptor >= 0 and not is_locked:
            os.close(descriptor)
    return descriptor if is_locked else -1


def take(folder: Path, name: str) -> int:
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


def is_held(folder: Path, name: str) -> bool:
    """Tell whether a session has a journal of mine; where there are no locks, nobody can tell."""
    try:
        descriptor = os.open(mine_path(folder, name), os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False


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
