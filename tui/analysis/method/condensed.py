"""Condensed: from unit to condensed unit to code it gets shorter, and each step says more than it cuts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tui.analysis.method.facts import Facts, amount
from tui.analysis.method.finding import NODE, UNIT, Finding, Rule, Spot
from tui.model.documents import Document
from tui.model.names import folded
from tui.model.nodes import Node
from tui.model.words import count_words

GROUP = "Condensed"
LONGEST_NAME = 5
"""How many words a code may have before it is asked about."""
_PACE = 200


def _longer(facts: Facts, unit: Document) -> Iterator[Finding]:
    condensed = str(unit.get("condensed") or "")
    # More words in less than half of the letters there are not; most units need not be counted.
    if 2 * len(condensed) <= sum(end - start for start, end in unit["spans"]):
        return
    transcript = facts.transcript(unit["source"])
    if transcript is None:
        return
    after = count_words(condensed, [(0, len(condensed))])
    before = transcript.word_count(unit["spans"])
    if after > before:
        yield LONGER.found(
            Spot(UNIT, unit["id"]),
            facts.place_of(unit),
            f"{amount(before, 'word')} to {after:,}",
            stands_on=[condensed, unit["spans"]],
        )


def _long_name(facts: Facts, node: Node) -> Iterator[Finding]:
    words = len(node.name.split()) if node.is_code else 0
    if words > LONGEST_NAME:
        yield LONG_NAME.found(Spot(NODE, node.id), facts.path(node.id), f"{words} words", stands_on=[node.name])


def _same_words(facts: Facts) -> Iterator[Finding | None]:
    """Find the codes whose name is the condensed form of a unit: one finding a code, however many units."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for node in facts.book.nodes.values():
        if node.is_code:
            names[folded(node.name)].append(node.id)
    units: defaultdict[str, list[Document]] = defaultdict(list)
    longest = max(map(len, names), default=0)
    for source in facts.sources:
        yield from facts.read(source["id"])
        for number, unit in enumerate(facts.units(source["id"]), 1):
            if number % _PACE == 0:
                yield None
            condensed = unit.get("condensed")
            if condensed and len(condensed) <= longest:
                for code in names.get(folded(condensed), ()):
                    if code in facts.book.codes_of(unit):
                        units[code].append(unit)
        yield None
    places = {source["id"]: number for number, source in enumerate(facts.sources)}
    for code in (code for code in facts.book.nodes if code in units):
        found = sorted(units[code], key=lambda unit: (places[unit["source"]], unit["spans"], unit["id"]))
        listed = ", ".join(map(facts.place_of, found[:3])) + (" …" if len(found) > 3 else "")
        title = facts.book.nodes[code].title
        spot = Spot(UNIT, found[0]["id"])
        yield SAME_WORDS.found(spot, facts.path(code), listed, key=[code], stands_on=[folded(title)])


LONGER = Rule(
    "longer-than-unit",
    GROUP,
    "condensed form longer than its unit",
    "condensed forms longer than units",
    "What is the core of it?",
    "To condense is to shorten while the core is kept. A condensed form of more words than the unit has explains it, "
    "or says what was not said.",
    "Erlingsson and Brysiewicz 2017",
    of_units=_longer,
)
LONG_NAME = Rule(
    "long-name",
    GROUP,
    f"code of more than {LONGEST_NAME} words",
    f"codes of more than {LONGEST_NAME} words",
    "Is this a label, or still a sentence?",
    "A code is a label, mostly of one or two words, that says what a condensed unit is about. A whole sentence fits "
    "one unit and hardly a second one.",
    "Erlingsson and Brysiewicz 2017",
    of_nodes=_long_name,
)
SAME_WORDS = Rule(
    "same-words",
    GROUP,
    "code in a condensed unit’s own words",
    "codes in words of condensed units",
    "What do these words stand for?",
    "A code lifts what a condensed unit says a step further up. Where both are the same words, the step was not made, "
    "or the condensed form is a label already.",
    "Erlingsson and Brysiewicz 2017",
    of_all=_same_words,
)
RULES = (LONGER, LONG_NAME, SAME_WORDS)
