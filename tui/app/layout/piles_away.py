"""The piles that are out of view, for the lines below the board while a letter is waited for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.names import named_or_held
from tui.app.layout.pieces import Line, Piece
from tui.model.codebook import Codebook

_COLUMN = 25


def piles_away(codebook: Codebook, piles: Sequence[str], width: int, rows: int, glyphs: Glyphs) -> Sequence[Line]:
    """Return lines that name piles by letter and name, in columns; of one without a name, what it holds.

    Those for which there is no room are counted in the last place.
    """
    columns = max(1, width // _COLUMN)
    cells = width // columns
    shown = list(piles)
    left = len(shown) - rows * columns
    if left > 0:
        shown = shown[: rows * columns - 1]
        left += 1
    height = -(-(len(shown) + (left > 0)) // columns)
    lines: list[list[Piece]] = [[] for _ in range(height)]
    for number, pile in enumerate(shown):
        name = named_or_held(codebook, pile, cells - 4, glyphs.more)
        entry: list[Piece] = [(" ", "text"), (codebook.letter(pile)[:1], "text@title"), (f" {name}", "text")]
        lines[number % height] += [*entry, (" " * (cells - 3 - cell_len(name)), "text")]
    if left > 0:
        lines[-1].append((f" and {left} more", "muted"))
    return [tuple(line) for line in lines]
