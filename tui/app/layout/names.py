"""Names where there is little room: in full if they fit, else the short name, else cut at a word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from tui.app.layout.pieces import cut, wrapped
from tui.model.codebook import Codebook
from tui.model.safe_text import safe

_MOST_LOST = 3
"""How many characters more than needed a cut at a word may lose; where it would lose more, the word is cut."""
_LOOSE_ENDS = " ,;:-–—("

UNNAMED = "unnamed"


@lru_cache(maxsize=16384)
def fitted(name: str, cells: int, more: str = "…") -> str:
    """Return a name as it may be drawn in so many cells: cut at a word, or inside one that is long, where it must."""
    shown = safe(name)
    if cell_len(shown) <= cells:
        return shown
    room = cells - cell_len(more)
    inside = cut(shown, room, "").rstrip()
    if inside and not shown[len(inside) :].startswith(" "):
        at_word = inside.rpartition(" ")[0].rstrip(_LOOSE_ENDS)
        if at_word and cell_len(inside) - cell_len(at_word) <= _MOST_LOST:
            inside = at_word
    return (inside.rstrip(_LOOSE_ENDS) or inside) + more if room > 0 else cut(shown, cells, more)


def named(name: str, short: str, cells: int, more: str = "…") -> str:
    """Return the name of a node with a short name (or none) in so many cells; a pile without a name is `unnamed`."""
    if not name and not short:
        return fitted(UNNAMED, cells, more)
    if short and cell_len(safe(name)) > cells:
        return fitted(short, cells, more)
    return fitted(name or short, cells, more)


def named_or_held(codebook: Codebook, identifier: str, cells: int, more: str = "…") -> str:
    """Return the name of a node in so many cells; of a pile without one, in brackets, the first code it holds."""
    node = codebook.nodes[identifier]
    held = codebook.codes(identifier)[:1] if not node.name and not node.short else ()
    if not held:
        return named(node.name, node.short, cells, more)
    return f"({fitted(codebook.nodes[held[0]].name, cells - 2, more)})"


@lru_cache(maxsize=1024)
def over_lines(name: str, cells: int, most: int = 4, more: str = "…") -> Sequence[str]:
    """Return a name in full over several lines; behind `most` of them it is cut."""
    lines = wrapped(safe(name) or UNNAMED, max(1, cells))
    if len(lines) > most:
        lines = [*lines[: most - 1], fitted(" ".join(lines[most - 1 :]), cells, more)]
    return tuple(lines)


def attributed(said: str, cells: int, more: str = "…") -> str:
    """Return somebody with their attributes in so many cells: as many attributes as fit whole; a name alone is cut."""
    while cell_len(said) > cells and ", " in said and " and " not in said:
        said = said.rpartition(", ")[0]
    return cut(said, cells, more)
