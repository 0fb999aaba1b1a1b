"""The thin rules of the frame: the title rule with names and facts in it, and the rule under the body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.pieces import Line, Piece, cut


class Titled(NamedTuple):
    """A column of the title rule: its name at the left, one fact at the right; a strip only has its initial."""

    name: str
    fact: str
    x: int
    width: int
    focused: bool = False
    strip: bool = False


def title_rule(columns: Sequence[Titled], width: int, glyphs: Glyphs) -> Line:
    """Return the title rule over the columns, joined where a rule between them begins; exactly as wide as they are."""
    pieces: list[Piece] = []
    for number, column in enumerate(columns):
        if number:
            pieces.append((glyphs.down, "rule"))
        pieces.extend(_strip(column, glyphs) if column.strip else _column(column, glyphs))
    return tuple(pieces)


def _strip(column: Titled, glyphs: Glyphs) -> list[Piece]:
    initial = column.name[:1]
    return [(glyphs.horizontal, "rule"), (initial, "text"), (glyphs.horizontal, "rule")]


def _column(column: Titled, glyphs: Glyphs) -> list[Piece]:
    name = cut(column.name, max(1, column.width - 6), glyphs.more)
    fact = cut(column.fact, max(0, column.width - cell_len(name) - 9), glyphs.more) if column.fact else ""
    left: list[Piece] = (
        [(" ", "rule"), (f" {name} ", "text@title")]
        if column.focused
        else [(glyphs.horizontal, "rule"), (f" {name} ", "text")]
    )
    right: list[Piece] = [(f" {fact} ", "text"), (glyphs.horizontal, "rule")] if fact else []
    used = sum(cell_len(text) for text, _ in (*left, *right))
    return [*left, (glyphs.horizontal * max(0, column.width - used), "rule"), *right]


def under_rule(columns: Sequence[tuple[int, int, str]], glyphs: Glyphs, covered_from: int | None = None) -> Line:
    """Return the rule under the body: x, width and what is said of each column (what is hidden) at its right end.

    Where a sheet covers the columns from `covered_from`, the rule ends at it.
    """
    pieces: list[Piece] = []
    for number, (x, width, words) in enumerate(columns):
        if number:
            pieces.append((glyphs.vertical if x == covered_from else glyphs.cross, "rule"))
        said = cut(words, max(0, width - 4), glyphs.more) if words else ""
        right: list[Piece] = [(f" {said} ", "muted"), (glyphs.horizontal, "rule")] if said else []
        used = sum(cell_len(text) for text, _ in right)
        pieces.append((glyphs.horizontal * (width - used), "rule"))
        pieces.extend(right)
    return tuple(pieces)
