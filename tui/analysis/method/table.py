"""The one table of the method's rules, and the look at a project through all of them.

A look goes in small steps and yields nothing now and then, so that a screen can do it between two keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.analysis.method import (
    codebook,
    condensed,
    exclusive,
    exhaustive,
    grounded,
    heterogeneous,
    homogeneous,
    recontextualisation,
    report,
)
from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import Finding, Rule
from tui.model.project import Project
from tui.model.units import Spans

RULES: tuple[Rule, ...] = (
    *exhaustive.RULES,
    *exclusive.RULES,
    *homogeneous.RULES,
    *heterogeneous.RULES,
    *grounded.RULES,
    *condensed.RULES,
    *codebook.RULES,
    *recontextualisation.RULES,
    *report.RULES,
)
"""Every rule, in the order of the groups: from the text by way of the codebook to the report."""

BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(rule.group for rule in RULES))
_PACE = 50


def findings(project: Project) -> list[Finding]:
    """Return what the rules find, rule by rule and within a rule in the order of texts and codebook."""
    found = [finding for finding in look(project) if finding is not None]
    return in_order(found)


def in_order(found: list[Finding]) -> list[Finding]:
    """Return findings in the order of the rules; those of one rule stay as they were found."""
    place = {rule.id: number for number, rule in enumerate(RULES)}
    return sorted(found, key=lambda finding: place[finding.rule])


def look(project: Project) -> Iterator[Finding | None]:
    """Yield what the rules find as it is found; nothing after every small step. The project must stay as it is."""
    facts = Facts(project)
    yield None
    for rule in RULES:
        if rule.of_all is not None:
            yield from rule.of_all(facts)
            yield None
    yield from _in_nodes(facts)
    yield from _in_sources(facts)


def _in_nodes(facts: Facts) -> Iterator[Finding | None]:
    looks = [rule.of_nodes for rule in RULES if rule.of_nodes is not None]
    for number, node in enumerate(facts.book.nodes.values(), 1):
        for of_node in looks:
            yield from of_node(facts, node)
        if number % _PACE == 0:
            yield None


def _in_sources(facts: Facts) -> Iterator[Finding | None]:
    """Look at the sources one after the other, and at the units of each, so that a text is read once."""
    of_sources = [rule.of_sources for rule in RULES if rule.of_sources is not None]
    of_units = [rule.of_units for rule in RULES if rule.of_units is not None]
    for source in facts.sources:
        yield from facts.read(source["id"])
        for of_source in of_sources:
            yield from of_source(facts, source)
            yield None
        found: list[tuple[Spans, Finding]] = []
        for number, unit in enumerate(facts.units(source["id"]), 1):
            for of_unit in of_units:
                found += [(unit["spans"], finding) for finding in of_unit(facts, unit)]
            if number % _PACE == 0:
                yield None
        yield from (finding for _, finding in sorted(found, key=lambda each: each[0]))
