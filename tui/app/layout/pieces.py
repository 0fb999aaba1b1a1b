"""A line on the screen as data: pieces of text with the roles they are drawn in. No Textual: layouts can be tested.

Text in pieces has been made safe for terminals by whoever took it from the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

Piece = tuple[str, str]
"""Text and the role it is drawn in."""
Line = tuple[Piece, ...]
"""The pieces of a line, from the left; the rest of the line is ground."""

EMPTY: Line = ()


def width_of(pieces: Iterable[Piece]) -> int:
    """Return how many cells the pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def cut(text: str, cells: int, more: str = "…") -> str:
    """Return a text that fits, cut inside where it is too long, with the mark that says so at its end."""
    if cell_len(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept = set_cell_size(text, max(0, cells - cell_len(more))).rstrip()
    return kept + more


def padded(text: str, cells: int) -> str:
    """Return the text made exactly this wide: spaces added, or cut without a mark."""
    return set_cell_size(text, cells)


def cropped(pieces: Iterable[Piece], cells: int) -> Line:
    """Return the pieces that fit into so many cells, the last one cut."""
    kept: list[Piece] = []
    for text, role in pieces:
        width = cell_len(text)
        if width > cells:
            text, width = set_cell_size(text, cells), cells
        if text:
            kept.append((text, role))
        cells -= width
        if cells <= 0:
            break
    return tuple(kept)


def filled(pieces: Sequence[Piece], cells: int, role: str = "text") -> Line:
    """Return the pieces followed by as many spaces in the role as fill so many cells; cut where they are too long."""
    missing = cells - width_of(pieces)
    if missing > 0:
        return (*pieces, (" " * missing, role))
    return tuple(pieces) if missing == 0 else cropped(pieces, cells)


def ends(left: Sequence[Piece], right: Sequence[Piece], cells: int, role: str = "text") -> Line:
    """Return a line with something at both ends; where both do not fit, the left one is cut."""
    room = cells - width_of(right)
    return (*filled(left, max(0, room), role), *right)


def wrapped(text: str, cells: int) -> list[str]:
    """Return the lines of a short text, broken at spaces; a word longer than a line is cut up."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            while cell_len(word) > cells > 0:
                if line:
                    lines.append(line)
                    line = ""
                head = set_cell_size(word, cells).rstrip() or word[0]
                lines.append(head)
                word = word[len(head) :]
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= cells:
                line = joined
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines
