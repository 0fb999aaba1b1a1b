"""Wrapping: lines broken at a fixed width are put together again, for a paragraph is what a person said, not a line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.formats.transcripts.blocks import Block
from tui.formats.transcripts.layouts import REACH, Layout, candidates_in

_NARROWEST, _WIDEST = 40, 100
_FEWEST = 8
"""So many line breaks must be there to judge by."""


def unwrapped(blocks: Sequence[Block]) -> tuple[list[Block], bool]:
    """Return the blocks with lines joined if nearly every line of the text ends where the next word had no room."""
    breaks = [pair for block in blocks for pair in zip(block.lines, block.lines[1:], strict=False) if _is_soft(*pair)]
    if len(breaks) < _FEWEST:
        return list(blocks), False
    width = max(len(line) for block in blocks for line in block.lines)
    full = sum(1 for line, following in breaks if len(line) + 1 + len(following.split()[0]) > width - 2)
    if not _NARROWEST <= width <= _WIDEST or full < 0.9 * len(breaks):
        return list(blocks), False
    return [Block(tuple(_joined(block.lines)), block.is_heading) for block in blocks], True


def _joined(lines: Sequence[str]) -> list[str]:
    result: list[str] = []
    previous = ""
    for line in lines:
        if result and _is_soft(previous, line):
            result[-1] += " " + line.lstrip()
        else:
            result.append(line)
        previous = line
    return result


def _is_soft(line: str, following: str) -> bool:
    """Whether a break may be the width's and not the writer's: no label, list or time begins there."""
    begin = following.lstrip()
    if begin[:1] in "-*•–—[(#" or begin[:1].isdigit() or line.rstrip().endswith((":", "：")):
        return False
    if candidates_in(0, following):
        return False
    return not any(found.layout is Layout.STAMPED for found in candidates_in(0, line[:REACH]))
