"""What a text occupies on the screen: for each character as a reader sees it, how it is drawn and in how many cells.

Everything drawn from a transcript passes here and is made safe on the way. A tab is as wide wherever it stands; a mark
that has no letter before it gets a dotted circle to sit on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.model.graphemes import graphemes
from tui.model.safe_text import safe
from tui.model.text import Position

TAB = 4
"""Cells of a tab. Stops would make its width depend on where a line is broken, and that on its width."""

# Characters of one cell each that join nothing: where a text has no others, cells are code points.
_SINGLE = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u0556\u0561-\u0587\u05d0-\u05ea\u0621-\u064a"
    r"\u0660-\u0669\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*"
)


class Cell(NamedTuple):
    """One character as it is drawn: its code points, the text that stands for it, and how many cells that takes."""

    start: Position
    end: Position
    shown: str
    width: int


def is_single(text: str, start: Position = 0, end: Position | None = None) -> bool:
    """Tell whether every code point of a range is drawn as it is, in one cell."""
    stop = len(text) if end is None else end
    match = _SINGLE.match(text, start, stop)
    return match is not None and match.end() == stop


def cells_of(text: str, start: Position, end: Position) -> list[Cell]:
    """Return the characters of a range, each in at least one cell."""
    if is_single(text, start, end):
        return [Cell(position, position + 1, text[position], 1) for position in range(start, end)]
    return [Cell(low, high, *_drawn(text[low:high])) for low, high in graphemes(text, start, end)]


def width_between(text: str, start: Position, end: Position) -> int:
    """Return how many cells a range takes."""
    if is_single(text, start, end):
        return max(0, end - start)
    return sum(cell.width for cell in cells_of(text, start, end))


@lru_cache(maxsize=4096)
def _drawn(character: str) -> tuple[str, int]:
    """Return how one character is drawn, and in how many cells, of which it always has one."""
    if character == "\t":
        return " " * TAB, TAB
    shown = safe(character)
    width = cell_len(shown)
    if width > TAB:
        # Joiners made visible can pile up in one character; it must still fit into the narrowest line.
        return set_cell_size(shown, TAB - 1) + "…", TAB
    if width:
        return shown, width
    # Nothing but marks: they would change the cell before them, whatever stands there.
    shown = "◌" + shown if all(unicodedata.combining(mark) for mark in shown) else "�" * len(shown)
    return shown, max(1, cell_len(shown))
