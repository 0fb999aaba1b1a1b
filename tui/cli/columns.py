"""Lists in columns, for people: as wide as what stands in them; on a terminal the last one keeps some room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

GAP = "  "
_WIDEST = 60
"""How wide a column before the last may be in a pipe, where nobody says how much room there is."""
_LAST, _LEAST = 24, 12
"""How many cells the last column, mostly the words, keeps on a terminal, and the others before they give way."""


def columns(
    heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: frozenset[int], width: int | None
) -> Iterator[str]:
    """Yield the lines of a list, heads first; the columns named by `right` are set to the right."""
    cells = [[str(head) for head in heads], *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(cells_wide, column)) for column in zip(*cells, strict=True)]
    widths = _bounded(widths, right) if width is None else _narrowed(widths, right, width)
    for row in cells:
        line = GAP.join(_set(words, widths[at], at in right) for at, words in enumerate(row)).rstrip()
        yield line if width is None else _cut(line, width)


def cells_wide(words: str) -> int:
    """Return how many cells of a terminal some words take."""
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _cell(value: object) -> str:
    """Return what stands in a cell: on one line, an indent at its beginning kept."""
    words = "" if value is None else str(value)
    indent = len(words) - len(words.lstrip(" "))
    return " " * indent + " ".join(words.split())


def _bounded(widths: Sequence[int], right: frozenset[int]) -> list[int]:
    """Return the widths of the columns where no terminal bounds them: the last one, mostly the words, is never cut."""
    last = len(widths) - 1
    return [wide if at in right or at == last else min(wide, _WIDEST) for at, wide in enumerate(widths)]


def _narrowed(widths: Sequence[int], right: frozenset[int], width: int) -> list[int]:
    """Return the widths of the columns where the widest give way until the last one has some room."""
    narrowed = list(widths)
    room = width - len(GAP) * (len(widths) - 1) - min(_LAST, widths[-1])
    others = [at for at in range(len(widths) - 1) if at not in right]
    while others and sum(narrowed[:-1]) > room:
        widest = max(others, key=narrowed.__getitem__)
        if narrowed[widest] <= _LEAST:
            break
        narrowed[widest] -= 1
    return narrowed


def _set(words: str, width: int, is_right: bool) -> str:
    words = _cut(words, width)
    room = " " * (width - cells_wide(words))
    return room + words if is_right else words + room


def _cut(line: str, width: int) -> str:
    if cells_wide(line) <= width:
        return line
    from rich.cells import set_cell_size

    return set_cell_size(line, width - 1).rstrip() + "…"
