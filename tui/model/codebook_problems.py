"""What does not fit together in the codebook's documents: left by coders who worked apart, told so that they mend it.

Each case has been read by a fixed rule already; nothing here changes the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.model.documents import Document
from tui.model.names import folded
from tui.model.nodes import PARENTS, PILES, CodebookProblem, level_of, reason_parked

if TYPE_CHECKING:
    from tui.model.codebook import Codebook


def problems(
    codebook: Codebook, alive: Mapping[str, Document], letters: Mapping[str, str]
) -> Iterator[CodebookProblem]:
    """Yield every case in which the codebook as read differs from what its documents say.

    `alive` are the documents that are not removed, merged ones among them; `letters` says whose each letter is.
    """
    yield from _merges(codebook, alive)
    for node in codebook.nodes.values():
        stored = node.document.get("parent")
        if stored is not None and node.parent is None and not reason_parked(node.document, node.level):
            yield CodebookProblem(*_misplaced(node.title, node.id, stored, alive))
        letter = node.document.get("letter")
        if letter and not node.letter and node.level in PILES:
            other = letters[letter]
            whose = f"is {codebook.nodes[other].title}'s" if other in codebook.nodes else "was another pile's before"
            yield CodebookProblem(f"{node.title} has no letter: {letter} {whose}", node.id, "give it one with =")
    yield from _same_names(codebook)


def _merges(codebook: Codebook, alive: Mapping[str, Document]) -> Iterator[CodebookProblem]:
    for node in codebook.nodes.values():
        target = node.document.get("merged_into")
        if target is None:
            continue
        if target not in alive:
            what = f"{node.title} was merged into something that is not there (any more); it stands by itself"
        else:
            what = f"{node.title} and others were merged into each other; {node.title} stands"
        yield CodebookProblem(what, node.id, "merge it once more, or leave it")


def _misplaced(title: str, node: str, stored: str, alive: Mapping[str, Document]) -> tuple[str, str, str]:
    """Return what is wrong with a node whose stored parent is not the one it has, at which node, and the repair."""
    repair = "move it where it belongs"
    if stored not in alive:
        return f"{title} lies in something that is not there (any more); it counts as unsorted", node, repair
    if _leads_back(node, alive):
        return f"{title} was moved into what lies in it; it counts as unsorted", node, repair
    level = level_of(alive[node])
    allowed = " or ".join(PARENTS[level]) or "nothing"
    return f"{title} lies in a {level_of(alive[stored])}; a {level} may lie in {allowed}", node, repair


def _leads_back(node: str, alive: Mapping[str, Document]) -> bool:
    """Tell whether the parents as stored lead from a node back to it."""
    seen = {node}
    parent: str = alive[node].get("parent") or ""
    while parent in alive and parent not in seen:
        seen.add(parent)
        parent = alive[parent].get("parent") or ""
    return parent == node


def _same_names(codebook: Codebook) -> Iterator[CodebookProblem]:
    first: dict[tuple[str | None, str, str], str] = {}
    for node in codebook.nodes.values():
        if not node.name or node.parked:
            continue
        other = first.setdefault((node.parent, node.level, folded(node.name)), node.id)
        if other != node.id:
            what = f"two of the same name stand beside each other: {codebook.path(node.id)}"
            yield CodebookProblem(what, node.id, "merge them or rename one")
