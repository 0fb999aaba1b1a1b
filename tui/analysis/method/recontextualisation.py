"""Recontextualisation: the text is read again beside the units, to see what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import SOURCE, Finding, Rule, Spot
from tui.model.coverage import share_of, speech_of
from tui.model.units import is_unit

GROUP = "Recontextualisation"
MUCH = 0.5
"""From this share of what participants say outside units on, a transcript is asked about."""


def _outside(facts: Facts) -> Iterator[Finding | None]:
    """Find the transcripts that were read and of which much lies outside units, the one with the most first."""
    shares: dict[str, float] = {}
    for source in facts.sources:
        identifier = str(source["id"])
        yield from facts.read(identifier)
        passes = facts.passes.get(identifier, ())
        is_read = not passes or any(reading.get("ended") for reading in passes)
        if is_read and facts.units(identifier):
            not_relevant = [mark for mark in facts.marks(identifier) if not is_unit(mark)]
            covered = share_of(speech_of(facts.project, identifier), facts.units(identifier), not_relevant)
            shares[identifier] = 1 - covered
        yield None
    for identifier, share in sorted(shares.items(), key=lambda each: -each[1]):
        if share > MUCH:
            text = facts.project.need("sources", identifier).get("text")
            name, spot = facts.source_names[identifier], Spot(SOURCE, identifier, 0)
            yield OUTSIDE.found(spot, name, f"{share:.0%}", stands_on=[text, int(10 * share)])


OUTSIDE = Rule(
    "outside-units",
    GROUP,
    "much of the text outside units",
    "transcripts with much outside units",
    "Does what was left out really not answer the aim?",
    "After the units were marked the text is read again beside them: what lies outside is either not related to the "
    "aim, and then marked not relevant with x, or was overlooked. > steps through it.",
    "Bengtsson 2016",
    of_all=_outside,
)
RULES = (OUTSIDE,)
