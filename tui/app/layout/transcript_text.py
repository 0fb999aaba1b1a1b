"""The words of one screen line as pieces: what is lit, selected, not relevant, found, and where the cursor is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.app.layout.cells import is_single
from tui.app.layout.pieces import Piece
from tui.app.layout.wrap import ScreenLine, Wrapping
from tui.model.text import Position

Ranges = Sequence[Sequence[Position]]

PLAIN, MUTED, FOUND = "text", "muted", "match"
LIT, SELECTED = "text@lit", "text@selection"
CURSOR, SELECTED_CURSOR = "text@cursor", "text@selected-cursor"


class Overlay(NamedTuple):
    """Ranges of the text that are drawn in a role of their own."""

    role: str
    ranges: Ranges


def painted(
    wrapping: Wrapping, line: ScreenLine, base: str, overlays: Iterable[Overlay], cursor: Position | None = None
) -> tuple[tuple[Piece, ...], int]:
    """Return the pieces of a line's text and how many cells they take; later overlays lie on earlier ones.

    `cursor` is the position it stands on where that is in this line; on white space at which the line was broken it
    stands behind the last character.
    """
    line_start, line_end = line.start, line.end
    length = line_end - line_start
    laid = [
        (role, max(start, line_start) - line_start, min(end, line_end) - line_start)
        for role, ranges in overlays
        for start, end in ranges
        if start < line_end and line_start < end
    ]
    if not laid and cursor is None and is_single(wrapping.text, line_start, line_end):
        # Nearly every line.
        return (((wrapping.text[line_start:line_end], base),) if length else ()), length
    cells = wrapping.cells(line)
    roles = [base] * length
    for role, low, high in laid:
        roles[low:high] = [role] * (high - low)
    pieces: list[Piece] = []
    words, role_before = "", base
    column = 0
    for cell in cells:
        role = roles[cell.start - line.start]
        if cursor is not None and cell.start <= cursor < cell.end:
            role = SELECTED_CURSOR if role == SELECTED else CURSOR
        if role != role_before and words:
            pieces.append((words, role_before))
            words = ""
        words += cell.shown
        role_before = role
        column += cell.width
    if words:
        pieces.append((words, role_before))
    if cursor is not None and cursor >= line.end:
        pieces.append((" ", CURSOR))
        column += 1
    return tuple(pieces), column
