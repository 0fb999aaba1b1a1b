"""Blocks that stay whole, poured into columns: the one rule by which the board is laid out."""

from __future__ import annotations

from collections.abc import Sequence


def flow(heights: Sequence[int], columns: int, between: int = 1) -> list[int]:
    """Return for each block the column it stands in, the columns being the shortest that hold all blocks in order.

    A block is never divided and none overtakes another; within a column `between` rows part two blocks. Of equally
    short ways the one that fills the earlier columns is taken.
    """
    if not heights:
        return []
    low, high = max(heights), sum(heights) + between * (len(heights) - 1)
    while low < high:
        middle = (low + high) // 2
        if _poured(heights, middle, between)[-1] < columns:
            high = middle
        else:
            low = middle + 1
    return _poured(heights, low, between)


def flow_height(heights: Sequence[int], placed: Sequence[int], between: int = 1) -> int:
    """Return how tall the tallest column becomes with blocks so placed."""
    tallest: dict[int, int] = {}
    for height, column in zip(heights, placed, strict=True):
        tallest[column] = tallest[column] + between + height if column in tallest else height
    return max(tallest.values(), default=0)


def widths(across: int, columns: int, gap: int) -> list[int]:
    """Return the widths of columns that fill so many cells with gaps between them; later ones get what is left over."""
    room = max(0, across - gap * (columns - 1))
    each, left = divmod(room, columns)
    return [each + (1 if column >= columns - left else 0) for column in range(columns)]


def _poured(heights: Sequence[int], height: int, between: int) -> list[int]:
    """Fill columns of a height one after the other; a block taller than that stands alone."""
    placed = []
    column, filled = 0, -between
    for block in heights:
        if filled + between + block > height and filled >= 0:
            column, filled = column + 1, -between
        filled += between + block
        placed.append(column)
    return placed
