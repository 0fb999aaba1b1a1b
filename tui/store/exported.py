"""Files that leave the project: exports, written whole or not at all, never over another one unasked."""

from __future__ import annotations

import stat
from pathlib import Path

from tui.errors import Mistake
from tui.store.durable import not_saved, reason, replace

PRIVATE = 0o600
"""What is exported holds what people said: a new file is its owner's alone until the owner says otherwise."""


def save(path: Path, data: bytes, *, replaces: bool) -> None:
    """Write a file; one that is there keeps its mode.

    Raises:
        Mistake: there is such a file and it may not be replaced, it is a folder, or the place cannot be written.
        NotSaved: the disk is full or fails.
    """
    if path.is_dir():
        raise Mistake(f"{path} is a folder; name a file.")
    if path.exists() and not replaces:
        raise Mistake(f"{path} is there already; --force replaces it.")
    try:
        # A link is followed, so that what it leads to is replaced and not the link.
        target = path.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE
        replace(target, [data], mode)
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise Mistake(f"{path} could not be written: {reason(error)}.") from error
    except OSError as error:
        raise not_saved("the export", path, error) from error
