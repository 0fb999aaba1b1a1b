"""Files that survive: replaced whole or not at all, synced together with the folder that names them."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tui.errors import NotSaved


def reason(error: OSError) -> str:
    """Return why the system refused, in its own words, begun in lower case as within a sentence."""
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def not_saved(what: str, path: Path, error: OSError) -> NotSaved:
    """Return the error that says that something did not reach the disk, and why."""
    return NotSaved(f"NOT SAVED: {what} could not be written to {path} ({reason(error)}).")


def sync_folder(folder: Path) -> None:
    """Have the folder's list of names on disk; file systems that cannot are left alone."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP):
            raise
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, however many calls that takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def replace(path: Path, parts: Iterable[bytes], mode: int, *, synced: bool = True) -> None:
    """Put a file with these bytes and this mode in place of the one that is there, in one step.

    Raises:
        OSError: it could not be written; what was there is unharmed and nothing is left lying about.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(3)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        try:
            os.fchmod(descriptor, mode)
            for part in parts:
                write_all(descriptor, part)
            if synced:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        _remove(temporary)
        raise
    if synced:
        sync_folder(path.parent)


def _remove(path: Path) -> None:
    # A leftover does no harm: its name is ignored everywhere.
    with suppress(OSError):
        path.unlink()
