"""Exhaustive: nothing that answers the research question is left out, neither text nor units nor codes."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts, amount
from tui.analysis.method.finding import NODE, SOURCE, UNIT, Finding, Rule, Spot
from tui.model.coverage import speech_of
from tui.model.documents import Document
from tui.model.nodes import Node

GROUP = "Exhaustive"


def _uncoded(facts: Facts, unit: Document) -> Iterator[Finding]:
    if not facts.book.codes_of(unit):
        words = str(unit.get("condensed") or "")
        yield UNCODED.found(Spot(UNIT, unit["id"]), facts.place_of(unit), words, stands_on=[unit["spans"]])


def _unsorted(facts: Facts, node: Node) -> Iterator[Finding]:
    if node.is_code and node.parent is None and not node.parked:
        yield UNSORTED.found(Spot(NODE, node.id), facts.path(node.id), amount(facts.tally.units(node.id), "unit"))


def _unread(facts: Facts, source: Document) -> Iterator[Finding]:
    """Find the rest of a source whose pass is open, and a source never begun where others were.

    How far somebody reads is nobody else's to see: what is known of it is the last passage that was marked.
    """
    passes = facts.passes.get(source["id"], [])
    marks = facts.marks(source["id"])
    if not facts.passes or not marks or any(reading.get("ended") for reading in passes):
        return
    last = max(mark["spans"][-1][1] for mark in marks)
    rest = next(((start, end) for start, end in speech_of(facts.project, source["id"]) if start >= last), None)
    if rest is None:
        return
    turns = facts.project.turns(source["id"])
    turn = turns.before(rest[0])
    number = turn.number if turn else 1
    said = f"pass {max(int(reading.get('number') or 1) for reading in passes)} is open" if passes else "no pass begun"
    yield UNREAD.found(
        Spot(SOURCE, source["id"], rest[0]),
        facts.place(source["id"], rest[0]),
        f"{said}, nothing marked from turn {number} of {len(turns)} on",
        stands_on=[rest[0], *sorted(reading["id"] for reading in passes)],
    )


def _unmarked(facts: Facts, source: Document) -> Iterator[Finding]:
    if not facts.units(source["id"]):
        read = any(reading.get("ended") for reading in facts.passes.get(source["id"], ()))
        yield UNMARKED.found(
            Spot(SOURCE, source["id"], 0),
            facts.source_names[source["id"]],
            "its pass is closed" if read else "its pass is not closed",
            stands_on=[source.get("text")],
        )


UNCODED = Rule(
    "uncoded",
    GROUP,
    "unit without a code",
    "units without a code",
    "What do these words say about the aim?",
    "Every meaning unit gets a code, so that what was found to matter is carried into the analysis. A unit may wait "
    "for its code while one reads; at the end none should.",
    "Graneheim and Lundman 2004",
    of_units=_uncoded,
)
UNSORTED = Rule(
    "unsorted",
    GROUP,
    "code neither placed nor parked",
    "codes neither placed nor parked",
    "Where does this belong, or why is it set aside?",
    "Categories should be exhaustive: no data related to the aim is left out for want of a suitable category. A code "
    "that fits nowhere is parked with a reason, or asks for a category of its own.",
    "Graneheim and Lundman 2004",
    of_nodes=_unsorted,
)
UNREAD = Rule(
    "unread",
    GROUP,
    "text never read to its end",
    "texts never read to their end",
    "What may stand in the rest of it?",
    "The whole of each interview is read, also after the first good passages were found: what contradicts them often "
    "comes late. A pass is closed when one reads to the end.",
    "Elo and Kyngäs 2008",
    of_sources=_unread,
)
UNMARKED = Rule(
    "unmarked",
    GROUP,
    "transcript without a unit",
    "transcripts without a unit",
    "Does nothing in it answer the aim?",
    "A transcript that nothing was taken from still belongs to the sample and to the counts. It was overlooked, or "
    "what it lacks is worth a memo.",
    "Graneheim and Lundman 2004",
    of_sources=_unmarked,
)
RULES = (UNSORTED, UNREAD, UNMARKED, UNCODED)
