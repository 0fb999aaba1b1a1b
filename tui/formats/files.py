"""Files that a user names to be read: one, those of a folder, those that a pattern fits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.errors import Mistake
from tui.formats import registry
from tui.formats.parsed import Parsed
from tui.model.names import natural


def named(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files to read, each once, and those of folders that are left out because nothing reads them.

    A folder stands for all its files that can be read, in the order of their names; a path with `*` or `?` that is no
    file for all that it fits.

    Raises:
        Mistake: a path is not there, or gives nothing that can be read.
    """
    found: dict[Path, None] = {}
    left: list[Path] = []
    for path in paths:
        if path.is_dir():
            files = _sorted(each for each in path.iterdir() if each.is_file() and each.name[0] != ".")
            readable = [each for each in files if registry.readable(each)]
            if not readable:
                raise Mistake(f"{path} holds no file that can be read ({', '.join(registry.READERS)}).")
            left += [each for each in files if each not in readable]
        elif path.exists():
            readable = [path]
        else:
            readable = _sorted(path.parent.glob(path.name)) if any(mark in path.name for mark in "*?[") else []
            if not readable:
                raise Mistake(f"There is no file {path}.")
        found.update(dict.fromkeys(readable))
    return list(found), left


def read(path: Path, labels: str | None = None) -> Parsed:
    """Return the transcript in a file; `labels` is a regular expression for the labels of speakers.

    Raises:
        Mistake: it cannot be read, or is not what can be read.
    """
    try:
        # A pipe or a device might never end.
        if path.exists() and not path.is_file():
            raise Mistake(f"{path} is a {_kind(path)}, no file that can be read.")
        data = path.read_bytes()
    except OSError as problem:
        raise Mistake(f"{path} could not be read: {problem.strerror or problem}.") from problem
    return registry.read(path.name, data, labels)


def _kind(path: Path) -> str:
    return "folder" if path.is_dir() else "named pipe" if path.is_fifo() else "device or socket"


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda each: natural(each.name))
