"""Lists in columns, for people: as wide as what stands in them, cut only at the right end of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

GAP = "  "


def columns(
    heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: frozenset[int], width: int | None
) -> Iterator[str]:
    """Yield the lines of a list, heads first; the columns named by `right` are set to the right."""
    cells = [[str(head) for head in heads], *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(cells_wide, column)) for column in zip(*cells, strict=True)]
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


def _set(words: str, width: int, is_right: bool) -> str:
    room = " " * (width - cells_wide(words))
    return room + words if is_right else words + room


def _cut(line: str, width: int) -> str:
    if cells_wide(line) <= width:
        return line
    from rich.cells import set_cell_size

    return set_cell_size(line, width - 1).rstrip() + "…"
