"""Two wordings compared word by word: what stays, what went, what is new. White space does not count."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple


class Run(NamedTuple):
    """Words that belong together: whether they stand in one of the two wordings only."""

    words: tuple[str, ...]
    is_changed: bool


def compared(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """Return the runs of words of both wordings; joined, each gives back its own words.

    A lone word between changes, as `the`, counts as changed with them: alone it tells nobody anything.
    """
    before, after = old.split(), new.split()
    left: list[Run] = []
    right: list[Run] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        lone = (
            kind == "equal" and last - first <= 1 and first > 0 and last < len(before) and 0 < start < end < len(after)
        )
        changed = kind != "equal" or lone
        _add(left, before[first:last], changed)
        _add(right, after[start:end], changed)
    return left, right


def _add(runs: list[Run], words: list[str], changed: bool) -> None:
    if not words:
        return
    if runs and runs[-1].is_changed is changed:
        runs[-1] = Run((*runs[-1].words, *words), changed)
    else:
        runs.append(Run(tuple(words), changed))
