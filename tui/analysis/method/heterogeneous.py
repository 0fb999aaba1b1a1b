"""Heterogeneous: what lies beside each other can be told apart, by its label, by its definition, and by a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.analysis.method.alike import closeness, likeness, pairs_alike
from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import CARD, NODE, Finding, Rule, Spot
from tui.model.names import folded
from tui.model.nodes import CATEGORY, CODE, LEVELS, SUB_CATEGORY, Node

GROUP = "Heterogeneous"
NAMES_ALIKE = 0.75
"""From here on two labels are nearly alike: `pilot` and `pilots` are, `trust` and `distrust` are not."""
DEFINITIONS_ALIKE = 0.8
CLOSE = 0.25
"""From here on two neighbours are close enough to be asked what tells them apart."""


def _siblings(facts: Facts, levels: Iterable[str] = LEVELS) -> Iterator[list[Node]]:
    """Yield the nodes that lie beside each other, level by level; parked codes lie beside nothing."""
    for parent in (None, *(node.id for node in facts.book.nodes.values() if not node.is_code)):
        for level in levels:
            beside = [facts.book.nodes[child] for child in facts.book.beside(parent, level)]
            if len(beside) > 1:
                yield beside


def _told_apart(facts: Facts, one: str, other: str) -> bool:
    """Tell whether somebody wrote why one of two differs from the other."""
    return any(
        because and facts.book.resolve(named) == target
        for node, target in ((one, other), (other, one))
        for named, because in (facts.book.nodes[node].document.get("differs") or {}).items()
    )


def _alike(facts: Facts, words: Callable[[Node], str], least: float) -> Iterator[list[str] | None]:
    """Yield siblings that are nearly alike and not told apart: those that hang together by that, in their order."""
    for beside in _siblings(facts):
        texts = {node.id: words(node) for node in beside}
        clusters: dict[str, set[str]] = {}
        for pair in pairs_alike(texts, least):
            if pair is None:
                yield None
                continue
            _, one, other = pair
            if folded(texts[one]) == folded(texts[other]) and words is _name:
                continue  # two of one name beside each other do not fit together at all
            if not _told_apart(facts, one, other):
                joined = clusters.get(one, {one}) | clusters.get(other, {other})
                clusters.update(dict.fromkeys(joined, joined))
        place = {node.id: number for number, node in enumerate(beside)}
        for cluster in {id(each): each for each in clusters.values()}.values():
            yield sorted(cluster, key=place.__getitem__)


def _name(node: Node) -> str:
    return node.name


def _definition(node: Node) -> str:
    return node.definition


def _names_alike(facts: Facts) -> Iterator[Finding | None]:
    yield from _found(facts, NAMES, _name, NAMES_ALIKE)


def _definitions_alike(facts: Facts) -> Iterator[Finding | None]:
    yield from _found(facts, DEFINITIONS, _definition, DEFINITIONS_ALIKE)


def _found(facts: Facts, rule: Rule, words: Callable[[Node], str], least: float) -> Iterator[Finding | None]:
    for alike in _alike(facts, words, least):
        if alike is None:
            yield None
            continue
        written = sorted(words(facts.book.nodes[node]) for node in alike)
        spot = Spot(NODE if words is _name else CARD, alike[0])
        yield rule.found(spot, _in(facts, alike[0]), facts.titles(alike), key=alike, stands_on=written)


def _in(facts: Facts, node: str) -> str:
    """Return what siblings lie in, as a place."""
    parent = facts.book.parent(node)
    if parent is not None:
        return facts.path(parent)
    return {CODE: "unsorted", CATEGORY: "categories", SUB_CATEGORY: "sub-categories"}.get(
        facts.book.nodes[node].level, "themes"
    )


def _no_difference(facts: Facts) -> Iterator[Finding | None]:
    """Find, among the defined piles of each category and among the categories, the closest pair if none tells it apart.

    Pairs that are nearly alike are asked about already.
    """
    for beside in _siblings(facts, (SUB_CATEGORY, CATEGORY)):
        defined = [node for node in beside if node.definition]
        closest: tuple[float, tuple[Node, ...]] = (0.0, ())
        for number, one in enumerate(defined):
            for other in defined[number + 1 :]:
                closest = max(closest, (closeness(one, other), (one, other)), key=lambda pair: pair[0])
            yield None
        nearness, pair = closest
        ids = [node.id for node in pair]
        if nearness >= CLOSE and not _told_apart(facts, *ids) and not _asked_already(*pair):
            words = sorted(f"{node.name} {node.definition}" for node in pair)
            yield NO_DIFFERENCE.found(
                Spot(CARD, ids[0]), _in(facts, ids[0]), facts.titles(ids), key=ids, stands_on=words
            )


def _asked_already(one: Node, other: Node) -> bool:
    names, definitions = likeness(one.name, other.name), likeness(one.definition, other.definition)
    return names >= NAMES_ALIKE or definitions >= DEFINITIONS_ALIKE


NAMES = Rule(
    "names-alike",
    GROUP,
    "labels nearly alike",
    "groups of labels nearly alike",
    "Are these one, or what tells them apart?",
    "Neighbours should differ clearly. Labels that differ by an ending are often one code written twice: merge them, "
    "rename one, or write on the definition card why they differ.",
    "Graneheim and Lundman 2004",
    of_all=_names_alike,
)
DEFINITIONS = Rule(
    "definitions-alike",
    GROUP,
    "definitions nearly alike",
    "groups of definitions nearly alike",
    "Would two coders put the same passage under the same one?",
    "A definition that fits its neighbour as well does not tell a coder which to take. Sharpen one, merge the two, or "
    "write why they differ.",
    "MacQueen et al. 1998",
    of_all=_definitions_alike,
)
NO_DIFFERENCE = Rule(
    "no-difference",
    GROUP,
    "no “differs because”, closest pair",
    "pairs without “differs because”",
    "How do you decide between these two?",
    "Where two neighbours come close, a rule that tells them apart makes coding repeatable: it stands on the "
    "definition card as “differs because”. Of each group only the closest two by spelling are asked about.",
    "Mayring 2014",
    of_all=_no_difference,
)
RULES = (NAMES, DEFINITIONS, NO_DIFFERENCE)
