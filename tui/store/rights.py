"""Who may read and write what. Modes are set after creation, so that no umask decides them.

The mode of the project's folder says whether a group works in it or one person alone. What is ours is mended, and
never beyond that; what is somebody else's is only told. A project whose owner took the right to write in it away is
left as it is: it is kept, not mended.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.store.layout import CHECKPOINT, JOURNALS, STATES, TEXTS

GROUP_FOLDER, ALONE_FOLDER = 0o2770, 0o700
_SUBFOLDERS = (JOURNALS, TEXTS, STATES)
_FILE_MODES = {".jsonl": 0o640, ".mine": 0o600, ".txt": 0o440, ".json": 0o600}


def folder_mode(*, group: bool) -> int:
    """Return the mode of a project's folders."""
    return GROUP_FOLDER if group else ALONE_FOLDER


def make_folder(path: Path, mode: int) -> None:
    """Make a folder with exactly this mode; one that is there keeps its contents."""
    path.mkdir(exist_ok=True)
    path.chmod(mode)


def is_shared(folder: Path) -> bool:
    """Tell whether a group works in the project's folder."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_ISGID) and mode & 0o070 == 0o070


def refusal(folder: Path) -> str:
    """Return why nothing can be written in a project, empty where it can."""
    for path in _kept(folder):
        return f"The project is write-protected: chmod u+w {path} by its owner gives the right back."
    if not os.access(folder / JOURNALS, os.W_OK | os.X_OK):
        return f"You may not write in this project, only read it: {folder / JOURNALS} is not yours to change."
    return ""


def _kept(folder: Path) -> Iterator[Path]:
    """Yield the project's folder, or that of its journals, where its own owner may not write in it.

    The mode says so and no question to the system, which lets the administrator write everywhere.
    """
    for path in (folder, folder / JOURNALS):
        with suppress(OSError):
            if not path.stat().st_mode & stat.S_IWUSR:
                yield path


def mend(folder: Path) -> None:
    """Set the modes of everything that is ours right, and make folders that a clone or a copy came without."""
    if any(_kept(folder)):
        return
    for name in _SUBFOLDERS:
        if not (folder / name).exists():
            with suppress(OSError):
                make_folder(folder / name, folder_mode(group=is_shared(folder)))
    for path, mode, owner in _wrong(folder):
        if owner == os.getuid():
            with suppress(OSError):
                path.chmod(mode)


def warnings(folder: Path) -> list[str]:
    """Return what is somebody else's and wrong, in sentences."""
    told = []
    for path, mode, owner in _wrong(folder):
        if owner == os.getuid():
            continue
        if stat.S_IMODE(path.stat().st_mode) & ~mode & 0o7777:
            told.append(f"{path} may be read or written by more people than it should (mode {mode:o} is right).")
        elif not os.access(path, os.R_OK):
            told.append(f"{path} may not be read here; its owner can open the project once to mend that.")
    return told


def _wrong(folder: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield what has another mode than it should, with the right mode and the owner's number."""
    for path, mode in _expected(folder):
        with suppress(OSError):
            there = path.lstat()
            if not stat.S_ISLNK(there.st_mode) and stat.S_IMODE(there.st_mode) != mode:
                yield path, mode, there.st_uid


def _expected(folder: Path) -> Iterator[tuple[Path, int]]:
    mode = folder_mode(group=is_shared(folder))
    yield folder, mode
    yield folder / CHECKPOINT, 0o660
    for name in _SUBFOLDERS:
        yield folder / name, mode
        with suppress(OSError):
            for path in sorted((folder / name).iterdir()):
                if path.suffix in _FILE_MODES and not path.name.startswith("."):
                    yield path, _FILE_MODES[path.suffix]
