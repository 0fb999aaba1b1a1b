"""Codebook: what coders work by is written down, with examples, and fits together."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts, amount
from tui.analysis.method.finding import CARD, MOVED, NODE, Finding, Rule, Spot
from tui.model.definitions import PARTS
from tui.model.nodes import Node

GROUP = "Codebook"
_PARTS = (("include", "“use for”"), ("exclude", "“not for”"))
_FEWEST_ANCHORS = 2


def _undefined(facts: Facts, node: Node) -> Iterator[Finding]:
    if facts.is_placed(node) and not node.definition:
        yield UNDEFINED.found(Spot(CARD, node.id), facts.path(node.id), node.level)


def _incomplete(facts: Facts, node: Node) -> Iterator[Finding]:
    """Find codes and piles whose definition has been begun and lacks a part; the levels above are defined by these."""
    works_by_it = facts.is_pile(node) or (node.is_code and facts.is_placed(node))
    if not works_by_it or not node.definition:
        return
    missing = [words for part, words in _PARTS if not node.document.get(part)]
    if not any(facts.project.get("units", unit) for unit in node.document.get("anchors") or ()):
        missing.append("example")
    if missing:
        yield INCOMPLETE.found(Spot(CARD, node.id), facts.path(node.id), f"no {', '.join(missing)}", stands_on=missing)


def _one_sided(facts: Facts, node: Node) -> Iterator[Finding]:
    """Find nodes whose examples are all one participant's although others carry the node, too."""
    anchors = [facts.project.get("units", unit) for unit in sorted(node.document.get("anchors") or ())]
    units = [unit for unit in anchors if unit is not None]
    if len(units) < _FEWEST_ANCHORS or facts.tally.participants(node.id) < 2:
        return
    heard = {participant for unit in units for participant in facts.project.participants_of(unit)}
    if len(heard) == 1:
        yield ONE_SIDED.found(
            Spot(CARD, node.id), facts.path(node.id), facts.people(heard), stands_on=[*(unit["id"] for unit in units)]
        )


def _does_not_fit(facts: Facts) -> Iterator[Finding | None]:
    """Find what coders who worked apart left in the codebook that does not fit together."""
    for problem in facts.book.problems:
        where = facts.book.path(problem.node) if problem.node in facts.book.nodes else problem.node
        about = f"{problem.what}; {problem.repair}"
        yield DOES_NOT_FIT.found(Spot(NODE, problem.node), where, about, stands_on=[problem.what])


def _older(facts: Facts) -> Iterator[Finding | None]:
    """Find the codes with which units were coded under an older definition: one finding a code."""
    moved = facts.project.moved
    for code in moved.codes():
        texts = [facts.book.nodes[code].document.get(part) for part in PARTS]
        about = amount(len(moved.units(code)), "unit")
        yield OLDER.found(Spot(MOVED, code), facts.path(code), about, stands_on=texts)
        yield None


UNDEFINED = Rule(
    "no-definition",
    GROUP,
    "no definition",
    "without a definition",
    "What does it mean, in a sentence?",
    "A brief definition is what keeps a code the same code in the tenth interview, and with a second coder. Unsorted "
    "codes may wait; what has its place in the system should say what it is.",
    "MacQueen et al. 1998",
    of_nodes=_undefined,
)
INCOMPLETE = Rule(
    "incomplete-definition",
    GROUP,
    "definition not complete",
    "definitions not complete",
    "When is it used, when not, and what is a good example?",
    "An entry of a codebook says when to use a code, when not to, and gives an example from the text. Not all need "
    "all of it: those that two people would use differently do.",
    "MacQueen et al. 1998",
    of_nodes=_incomplete,
)
ONE_SIDED = Rule(
    "one-sided-examples",
    GROUP,
    "all anchors from one participant",
    "with one participant’s anchors only",
    "How do others say the same?",
    "Anchor examples show how wide a code is. Taken from one participant they show how that person speaks.",
    "Mayring 2014",
    of_nodes=_one_sided,
)
DOES_NOT_FIT = Rule(
    "does-not-fit",
    GROUP,
    "the codebook does not fit together",
    "places that do not fit together",
    "Which of the two was meant?",
    "Two coders who work apart can leave a code in a pile that is gone, or two of one name beside each other. It is "
    "read by a fixed rule so that nothing is lost; which way it should be is for you to say.",
    "MacQueen et al. 1998",
    of_all=_does_not_fit,
)
OLDER = Rule(
    "older-definition",
    GROUP,
    "coded under an older definition",
    "with units under an older definition",
    "Do these units still fit?",
    "What a code means moves while one codes. Units that came before a definition was changed were judged by another "
    "one: each still fits, or belongs elsewhere now.",
    "Mayring 2014",
    of_all=_older,
)
RULES = (UNDEFINED, INCOMPLETE, OLDER, ONE_SIDED, DOES_NOT_FIT)
