"""The way back: from each line of an export to the units and nodes it came from, and the words they hold.

The report is made anew from the project as it was when it was exported, and the lines are laid beside those of the
file. What somebody changed in the file since then is said not to come from the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.errors import Mistake
from tui.model.project import Project
from tui.reports import markdown
from tui.reports.catalogue import History, reports
from tui.reports.tree import Block, Literal, Table

_SIGNED = re.compile(r"Postil \S+, history (\S+?)\.?")
_LEAST_ALIKE = 0.3
"""A file of which fewer lines than this share are those of any report is taken for something else."""


class Line(NamedTuple):
    """A line of an export: its number from 1, its words, what it is about by ids, whether the project says so."""

    number: int
    text: str
    about: tuple[str, ...]
    is_ours: bool


def head_of(text: str) -> str:
    """Return the head of the history that the last line of an export names, empty where none does."""
    lines = [line for line in text.splitlines() if line.strip()]
    match = _SIGNED.fullmatch(lines[-1].strip()) if lines else None
    return match[1] if match else ""


def traced(project: Project, text: str, history: History) -> tuple[str, list[Line]]:
    """Return which report a file is, and its lines with what they are about; `history` is the project's up to then.

    Raises:
        Mistake: it is none of the project's reports.
    """
    lines = text.splitlines()
    name, made = _likest(project, lines, history)
    found: dict[int, tuple[str, ...]] = {}
    ours: set[int] = set()
    matcher = SequenceMatcher(None, lines, [words for words, _ in made], autojunk=False)
    for start, anew, length in matcher.get_matching_blocks():
        for offset in range(length):
            ours.add(start + offset)
            found[start + offset] = made[anew + offset][1]
    return name, [
        Line(number + 1, words, found.get(number, ()), number in ours or bool(_SIGNED.fullmatch(words)))
        for number, words in enumerate(lines)
    ]


def _likest(project: Project, lines: Sequence[str], history: History) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the report that has most of the lines, the first of equals, and its own lines."""
    wanted = {line for line in lines if line.strip()}
    best: tuple[float, str, list[tuple[str, tuple[str, ...]]]] = (0.0, "", [])
    for name, make in reports(project, history):
        made = list(_lines(make()))
        have = {words for words, _ in made if words}
        alike = len(wanted & have) / max(len(wanted), len(have), 1)
        if alike > best[0]:
            best = (alike, name, made)
        if wanted - have <= {line for line in wanted if _SIGNED.fullmatch(line)} and have <= wanted:
            break
    if best[0] < _LEAST_ALIKE:
        raise Mistake("This is no export of this project, or too much of it was changed to be traced.")
    return best[1], best[2]


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the lines of a report as they are written, each with what it is about."""
    for place, (block, part) in enumerate(markdown.written(blocks)):
        if place:
            yield "", ()
        about = getattr(block, "about", ())
        for number, line in enumerate(part.split("\n")):
            if isinstance(block, (Table, Literal)):
                row = number - (2 if isinstance(block, Table) else 1)  # heads and their rule, or the fence, stand first
                yield line, block.about[row] if 0 <= row < len(block.about) else ()
            else:
                yield line, about
