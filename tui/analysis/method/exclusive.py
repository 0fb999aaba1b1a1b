"""Exclusive: nothing stands in two categories.

A code has one parent here, and where two coders placed it apart, the later placing stands and the earlier is asked
about as changed meanwhile. What remains is one code under one name in two piles, and one passage in two categories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import NODE, UNIT, Finding, Rule, Spot
from tui.model.documents import Document
from tui.model.names import folded

GROUP = "Exclusive"
_PACE = 200


def _two_piles(facts: Facts) -> Iterator[Finding | None]:
    same: defaultdict[str, list[str]] = defaultdict(list)
    for node in facts.book.nodes.values():
        if node.is_code and node.parent is not None:
            same[folded(node.name)].append(node.id)
    for codes in same.values():
        if len({facts.book.parent(code) for code in codes}) > 1:
            piles = [facts.book.parent(code) or code for code in codes]
            yield TWO_PILES.found(
                Spot(NODE, codes[0]), facts.path(codes[0]), facts.titles(piles), key=codes, stands_on=piles
            )
        yield None


def _two_categories(facts: Facts) -> Iterator[Finding | None]:
    """Find the passages that one coder has in two categories, by one unit or by several with the same spans."""
    for source in facts.sources:
        yield from facts.read(source["id"])
        first: dict[tuple[str, int, int], Document] = {}
        several: dict[tuple[str, int, int], list[Document]] = {}
        for number, unit in enumerate(facts.units(source["id"]), 1):
            spans = unit["spans"]
            ends = str(unit.get("coder")), spans[0][0], spans[-1][1]
            before = first.setdefault(ends, unit)
            if before is not unit:
                several.setdefault(ends, [before]).append(unit)
            elif len(unit.get("codes") or ()) > 1:
                several[ends] = [unit]
            if number % _PACE == 0:
                yield None
        for ends in sorted(several, key=lambda each: each[1:]):
            for units in _of_the_same_spans(several[ends]):
                yield _shared(facts, units)


def _of_the_same_spans(units: list[Document]) -> Iterable[list[Document]]:
    """Return units that begin and end at the same places, in groups of those that lie just where the others do."""
    groups: defaultdict[tuple[tuple[int, ...], ...], list[Document]] = defaultdict(list)
    for unit in units:
        groups[tuple(map(tuple, unit["spans"]))].append(unit)
    return groups.values()


def _shared(facts: Facts, units: list[Document]) -> Finding | None:
    codes = {code for unit in units for code in facts.book.codes_of(unit)}
    of = {code: facts.book.category_of(code) for code in codes}
    categories = sorted({category for category in of.values() if category is not None})
    if len(categories) < 2:
        return None
    first = min(units, key=lambda unit: str(unit["id"]))
    shown = [code for code in facts.book.codes_of({"codes": codes}) if of[code] is not None]
    return TWO_CATEGORIES.found(
        Spot(UNIT, first["id"]),
        facts.place_of(first),
        facts.titles(shown),
        key=[unit["id"] for unit in units],
        stands_on=[first["spans"], *categories],
    )


TWO_PILES = Rule(
    "two-piles",
    GROUP,
    "one code in two piles",
    "codes in two piles",
    "Is this one code, or are these two?",
    "A code has one place. Two of one name in two piles are one code with two parents: merge them, or name what tells "
    "them apart. Where two coders placed one code apart, the later placing stands, and the other is shown as changed "
    "meanwhile.",
    "Graneheim and Lundman 2004",
    of_all=_two_piles,
)
TWO_CATEGORIES = Rule(
    "two-categories",
    GROUP,
    "the same span in two categories",
    "spans in two categories",
    "Are these two meanings, or is a boundary not yet drawn?",
    "Categories share no unit: what stands in two is either two units or a boundary not yet drawn. Themes may share.",
    "Graneheim and Lundman 2004",
    of_all=_two_categories,
)
RULES = (TWO_CATEGORIES, TWO_PILES)
