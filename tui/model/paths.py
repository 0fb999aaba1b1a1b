"""Paths: how a node is named in commands and files, `Category / Sub-category / code`, read from the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.errors import Mistake
from tui.model.names import folded, one_line
from tui.model.nodes import LEVELS, Node

if TYPE_CHECKING:
    from tui.model.codebook import Codebook

SEPARATOR = " / "
_SHORTEST_ID = 6


class NothingThere(Mistake):
    """A path names nothing in the codebook, so that something of its name could be made."""


def parts(words: str) -> list[str]:
    """Return the names of which a path is made; a name may hold a slash, not one between two spaces."""
    return [part.strip() for part in one_line(words).split(SEPARATOR)]


def find(codebook: Codebook, words: str, levels: Collection[str] | None = None) -> str:
    """Return the node that a path, or an id or its last six characters or more, means; `levels` says which may be.

    The last part is the node's own name. The parts before it name what it lies in: `code`, `Sub / code`,
    `Category / code` and all three find the same code. A place named in full goes before one with a level left out,
    a name before a short name, and that before the old name of something merged.

    Raises:
        NothingThere: none fits.
        Mistake: several do; the message lists them.
    """
    wanted = levels or LEVELS
    if words in codebook.nodes and codebook.nodes[words].level in wanted:
        return words
    *above, name = parts(words)
    ways: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: (node for node in codebook.called(name) if _lies_in(codebook, node, above, skipping=False)),
        lambda: (node for node in codebook.called(name) if _lies_in(codebook, node, above, skipping=True)),
        lambda: (node for node in _shortened(codebook, name) if _lies_in(codebook, node, above, skipping=True)),
        lambda: (node for node in codebook.once_called(name) if _lies_in(codebook, node, above, skipping=True)),
        lambda: (node for node in codebook.nodes if len(words) >= _SHORTEST_ID and node.endswith(words.lower())),
    )
    for way in ways if name else ():
        found = [node for node in way() if codebook.nodes[node].level in wanted]
        exact = [node for node in found if codebook.nodes[node].name == name]
        for fitting in (exact, found):
            if len(fitting) == 1:
                return fitting[0]
        if found:
            raise Mistake(f"Several {_kinds(wanted)} fit “{words}”: {_listed(codebook, found)}.")
    raise NothingThere(f"There is no {_kind(wanted)} “{words}” in the codebook.")


def _lies_in(codebook: Codebook, node: str, above: Sequence[str], *, skipping: bool) -> bool:
    """Tell whether what a node lies in has the names, the nearest last; skipping, others may stand between."""
    places = [_names(codebook.nodes[ancestor]) for ancestor in codebook.ancestry(node)[1:]]
    wanted = [folded(name) for name in reversed(above)]
    if not skipping:
        return len(wanted) <= len(places) and all(name in names for name, names in zip(wanted, places, strict=False))
    upwards = iter(places)
    return all(any(name in names for names in upwards) for name in wanted)


def _shortened(codebook: Codebook, name: str) -> Iterable[str]:
    """Return the nodes that have a short name."""
    return (node.id for node in codebook.nodes.values() if node.short and folded(node.short) == folded(name))


def _names(node: Node) -> tuple[str, ...]:
    """Return what a node is called: its name, and its short name where it has one."""
    return tuple(folded(name) for name in (node.name, node.short) if name)


def _listed(codebook: Codebook, nodes: Iterable[str]) -> str:
    return ", ".join(f"{codebook.path(node)} ({codebook.nodes[node].level} {node[-_SHORTEST_ID:]})" for node in nodes)


def _kind(levels: Collection[str]) -> str:
    return " or ".join(level for level in LEVELS if level in levels) if len(levels) < len(LEVELS) else "code or pile"


def _kinds(levels: Collection[str]) -> str:
    plural = {"code": "codes", "sub-category": "sub-categories", "category": "categories", "theme": "themes"}
    return " or ".join(plural[level] for level in LEVELS if level in levels) if len(levels) < 4 else "codes and piles"
