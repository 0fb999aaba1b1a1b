"""Grounded: categories rest on several people's words, units on what participants said."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.method.facts import Facts, amount
from tui.analysis.method.finding import NODE, UNIT, Finding, Rule, Spot
from tui.model.documents import Document
from tui.model.nodes import CATEGORY, SUB_CATEGORY, Node

GROUP = "Grounded"
FEWEST_PARTS = 2
"""How many codes a sub-category has at least, and how many parts a category."""


def _one_voice(facts: Facts, node: Node) -> Iterator[Finding]:
    """Find piles that only one participant or one interview carries, once the project has heard several."""
    number = facts.tally.units(node.id)
    if not facts.is_pile(node) or not number:
        return
    carriers = facts.tally.participant_ids(node.id)
    if len(carriers) == 1 and facts.voices > 1:
        yield ONE_VOICE.found(
            Spot(NODE, node.id),
            facts.path(node.id),
            f"{amount(number, 'unit')}, {'all ' if number > 1 else ''}{facts.people(carriers)}",
            stands_on=carriers,
        )
    elif len(carriers) != 1 and len(facts.sources) > 1:
        interviews = {unit["source"] for code in facts.book.codes(node.id) for unit in facts.units_with(code)}
        if len(interviews) == 1:
            name = facts.source_names.get(next(iter(interviews)), "")
            about = f"{amount(number, 'unit')}, {'all ' if number > 1 else ''}in {name}"
            yield ONE_VOICE.found(Spot(NODE, node.id), facts.path(node.id), about, stands_on=interviews)


def _few(facts: Facts, node: Node) -> Iterator[Finding]:
    parts = facts.book.children(node.id)
    if node.level in (SUB_CATEGORY, CATEGORY) and len(parts) < FEWEST_PARTS:
        about = f"only {facts.titles(parts)}" if parts else "empty"
        yield FEW.found(Spot(NODE, node.id), facts.path(node.id), about, stands_on=parts)


def _no_speech(facts: Facts, unit: Document) -> Iterator[Finding]:
    """Units should hold what participants said; an interviewer's words can be marked, but are no material."""
    turns = facts.project.turns(unit["source"])
    if turns.participants(unit["spans"]):
        return
    speaking = [turn for span in unit["spans"] for turn in turns.touching(*span)]
    if speaking and not any(turn.is_participants for turn in speaking):
        about = str(speaking[0].label or "")
        yield NO_SPEECH.found(Spot(UNIT, unit["id"]), facts.place_of(unit), about, stands_on=[unit["spans"]])


def _amended(facts: Facts, unit: Document) -> Iterator[Finding]:
    if unit.get("uncertain"):
        yield AMENDED.found(
            Spot(UNIT, unit["id"]), facts.place_of(unit), str(unit.get("condensed") or ""), stands_on=[unit["spans"]]
        )


ONE_VOICE = Rule(
    "one-voice",
    GROUP,
    "one participant or interview alone",
    "with one participant or interview",
    "Is this a pattern, or one person's story?",
    "What only one person says may be important, but it is that person's. Look for it, and for its opposite, in the "
    "other interviews; where it stays alone, say so in the results.",
    "Tong et al. 2007, COREQ 32",
    of_nodes=_one_voice,
)
FEW = Rule(
    "fewer-than-two",
    GROUP,
    "fewer than two parts",
    "with fewer than two parts",
    "What does this level gather?",
    "A sub-category gathers codes and a category sub-categories. With one of them below it, a level says the same "
    "thing twice: take it away, or look for what else belongs here.",
    "Elo and Kyngäs 2008",
    of_nodes=_few,
)
NO_SPEECH = Rule(
    "no-speech",
    GROUP,
    "no participant speaks in the unit",
    "units without a participant’s words",
    "Whose meaning is this?",
    "Findings rest on what participants said. An interviewer's words can be marked where they are needed to "
    "understand an answer; as material of their own they are not.",
    "Tong et al. 2007, COREQ 30",
    of_units=_no_speech,
)
AMENDED = Rule(
    "amended",
    GROUP,
    "words changed by an amendment",
    "units whose words were amended",
    "Does the unit still say this?",
    "The words that were coded are gone or others since a corrected transcript came in; the nearest place was kept. "
    "Change the unit’s ends, or confirm that it stands where it should.",
    "Tong et al. 2007, COREQ 30",
    of_units=_amended,
)
RULES = (ONE_VOICE, FEW, NO_SPEECH, AMENDED)
