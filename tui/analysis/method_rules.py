"""Rules of the method, looked for in a project. What they find are questions to the analyst, not errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.model.project import Project
from tui.model.units import is_unit


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the rule's name, what is the case, and where."""

    rule: str
    what: str
    where: str


def findings(project: Project) -> list[Finding]:
    """Return what the rules find, rule by rule."""
    return [*_codebook(project), *_participants_speech(project), *_amended(project)]


def _codebook(project: Project) -> Iterator[Finding]:
    """What coders who worked apart left in the codebook that does not fit together."""
    book = project.codebook
    for problem in book.problems:
        where = book.path(problem.node) if problem.node in book.nodes else problem.node
        yield Finding("codebook", f"{problem.what}; {problem.repair}", where)


def _participants_speech(project: Project) -> Iterator[Finding]:
    """Units should hold what participants said; an interviewer's words can be marked, but are no material."""
    for source in project.alive("sources"):
        turns = project.turns(source["id"])
        for unit in project.units_in(source["id"]):
            speaking = [turn for span in unit["spans"] for turn in turns.touching(*span)]
            if is_unit(unit) and speaking and not any(turn.is_participants for turn in speaking):
                what = "a unit holds no participant's speech"
                yield Finding("participants' speech", what, f"{source.get('name')}:{speaking[0].number}")


def _amended(project: Project) -> Iterator[Finding]:
    """Units whose words changed or went when a source's text was amended, until somebody says where they lie."""
    for source in project.alive("sources"):
        turns = project.turns(source["id"])
        for unit in project.units_in(source["id"]):
            if unit.get("uncertain"):
                turn = turns.before(unit["spans"][0][0])
                what = f"words of unit {unit['id'][-6:]} changed or are gone since the text was amended"
                yield Finding("amended text", what, f"{source.get('name')}:{turn.number if turn else 1}")
