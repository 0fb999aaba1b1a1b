"""Homogeneous: what lies beside each other is of one kind and of one level."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts, amount
from tui.analysis.method.finding import NODE, Finding, Rule, Spot
from tui.model.names import folded
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, Node

GROUP = "Homogeneous"


def _mixed(facts: Facts, node: Node) -> Iterator[Finding]:
    """Find categories of codes and sub-categories side by side, and sub-categories left beside the categories."""
    if node.level == CATEGORY:
        codes, piles = (facts.book.beside(node.id, level) for level in (CODE, SUB_CATEGORY))
        if codes and piles:
            about = f"{amount(len(codes), 'code')} beside {amount(len(piles), 'sub-category', 'sub-categories')}"
            yield MIXED.found(Spot(NODE, node.id), facts.path(node.id), about, stands_on=[*codes, *piles])
    elif node.level == SUB_CATEGORY and node.parent is None and facts.book.categories():
        yield MIXED.found(Spot(NODE, node.id), facts.path(node.id), "a sub-category beside the categories")


def _same_name(facts: Facts, node: Node) -> Iterator[Finding]:
    above = facts.book.nodes[node.parent] if node.parent is not None else None
    if above is not None and node.name and folded(node.name) == folded(above.name):
        about = f"a {node.level} and its {above.level}"
        yield SAME_NAME.found(Spot(NODE, node.id), facts.path(node.id), about, stands_on=[above.id, folded(node.name)])


MIXED = Rule(
    "mixed-levels",
    GROUP,
    "levels mixed among siblings",
    "places with mixed levels",
    "Are these of the same degree of abstraction?",
    "What lies beside each other should be on one level of abstraction and interpretation; otherwise part of it is "
    "described and part is interpreted, and neither can be compared.",
    "Lindgren et al. 2020",
    of_nodes=_mixed,
)
SAME_NAME = Rule(
    "named-as-its-pile",
    GROUP,
    "named as what it lies in",
    "named as what they lie in",
    "What does the level above say that this does not?",
    "A category is more than its codes: it says what they share. A label that is both has not been abstracted yet, or "
    "one of the two is not needed.",
    "Elo and Kyngäs 2008",
    of_nodes=_same_name,
)
RULES = (MIXED, SAME_NAME)
