"""Who speaks in a unit: participants by name, others by what the transcript calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tui.model.project import Project
from tui.model.turns import INTERVIEWER, NEITHER, Turn


class Speaker(NamedTuple):
    """Somebody who is heard: their role, the participant's id or nothing, and what to call them."""

    role: str
    participant: str
    name: str


def speakers(project: Project, unit: Mapping[str, Any]) -> list[Speaker]:
    """Return who is heard in a unit, each once and in order.

    What is nobody's speech, a break or a remark of the transcriber, is called by its label where it is all there is.
    """
    turns = list(_turns(project, unit))
    speech = [turn for turn in turns if turn.role != NEITHER]
    found = (_who(project, turn) for turn in speech or turns)
    return list(dict.fromkeys(speaker for speaker in found if speaker.name))


def no_participant_in(project: Project, units: Iterable[str]) -> str:
    """Return what is to be known of units chosen as quotations in which no participant speaks; empty where all do."""
    chosen = [unit for unit in (project.get("units", each) for each in units) if unit is not None]
    silent = [unit for unit in chosen if not any(turn.is_participants for turn in _turns(project, unit))]
    if not silent:
        return ""
    names = dict.fromkeys(speaker.name for unit in silent for speaker in speakers(project, unit))
    where = "it" if len(chosen) == 1 else f"{len(silent)} of them"
    return f"no participant speaks in {where}{', but ' if names else ''}{', '.join(names)}"


def _turns(project: Project, unit: Mapping[str, Any]) -> Iterator[Turn]:
    turns = project.turns(unit["source"])
    for start, end in unit.get("spans") or ():
        yield from turns.touching(start, end)


def _who(project: Project, turn: Turn) -> Speaker:
    participant = project.get("participants", turn.participant) if turn.is_participants and turn.participant else None
    if participant is not None:
        return Speaker(turn.role, participant["id"], str(participant.get("name") or ""))
    return Speaker(turn.role, "", turn.label or (INTERVIEWER if turn.role == INTERVIEWER else ""))
