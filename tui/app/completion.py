"""Paths as they are typed: completed as far as there is no choice."""

from __future__ import annotations

from pathlib import Path


def completed(words: str, here: Path) -> str:
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
        return words
    if not fitting:
        return words
    common = fitting[0]
    for name in fitting[1:]:
        while not name.startswith(common):
            common = common[:-1]
    return f"{folder}/{common}" if folder or words.startswith("/") else common
