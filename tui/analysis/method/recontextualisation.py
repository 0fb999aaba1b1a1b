"""Recontextualisation: the text is read again beside the units, to see what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import SOURCE, Finding, Rule, Spot
from tui.model.coverage import share_of, speech_of
from tui.model.documents import Document
from tui.model.units import is_unit

GROUP = "Recontextualisation"
MUCH = 0.5
"""From this share of what participants say outside units on, a transcript is asked about."""


def _outside(facts: Facts, source: Document) -> Iterator[Finding]:
    passes = facts.passes.get(source["id"], ())
    if passes and not any(reading.get("ended") for reading in passes):
        return  # it is still being read the first time
    units = facts.units(source["id"])
    if not units:
        return
    not_relevant = [mark for mark in facts.marks(source["id"]) if not is_unit(mark)]
    share = 1 - share_of(speech_of(facts.project, source["id"]), units, not_relevant)
    if share > MUCH:
        name = facts.source_names[source["id"]]
        yield OUTSIDE.found(
            Spot(SOURCE, source["id"], 0), name, f"{share:.0%}", stands_on=[source.get("text"), int(10 * share)]
        )


OUTSIDE = Rule(
    "outside-units",
    GROUP,
    "much of the text outside units",
    "transcripts with much of the text outside units",
    "Does what was left out really not answer the aim?",
    "After the units were marked the text is read again beside them: what lies outside is either not related to the "
    "aim, and then marked not relevant with x, or was overlooked. > steps through it.",
    "Bengtsson 2016",
    of_sources=_outside,
)
RULES = (OUTSIDE,)
