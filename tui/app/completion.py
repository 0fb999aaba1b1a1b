"""Paths as they are typed: completed as far as there is no choice."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Completion(NamedTuple):
    """What became of what was typed, and the names that it may still become."""

    text: str
    fitting: tuple[str, ...] = ()


def completed(words: str, here: Path) -> Completion:
    """Return a path with as much added as there is no choice in; a folder gets its slash."""
    folder, _, begun = words.rpartition("/")
    base = Path(folder + "/").expanduser() if folder or words.startswith("/") else Path()
    base = base if base.is_absolute() else here / base
    try:
        fitting = sorted(
            each.name + ("/" if each.is_dir() else "")
            for each in base.iterdir()
            if each.name.startswith(begun) and (begun or each.name[0] != ".")
        )
    except OSError:
        fitting = []
    if not fitting:
        return Completion(words)
    common = fitting[0]
    for name in fitting[1:]:
        while not name.startswith(common):
            common = common[:-1]
    text = f"{folder}/{common}" if folder or words.startswith("/") else common
    return Completion(text, tuple(fitting) if len(fitting) > 1 else ())
