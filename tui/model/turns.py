"""Turns: who speaks where in a source, read from its document alone, without its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

INTERVIEWER, PARTICIPANT, NEITHER = "interviewer", "participant", "neither"
ROLES = (INTERVIEWER, PARTICIPANT, NEITHER)


class Turn(NamedTuple):
    """One speaker's uninterrupted speech, as half-open code points of the source's text.

    The label stands from `start`, the words from `speech` to `end`. `number` counts from 1, as in `L07:12`.
    `participant` is the id of the one who speaks, where that is known; `topic` that of what it answers in the
    interview guide.
    """

    number: int
    start: int
    speech: int
    end: int
    label: str | None
    role: str
    participant: str | None
    topic: str | None = None

    @property
    def is_participants(self) -> bool:
        """Whether a participant speaks here."""
        return self.role == PARTICIPANT


Voice = tuple[str, "str | None"]
"""A role, and the id of the participant who has it."""
_NOBODY: Voice = (NEITHER, None)


def _voice(said: Mapping[str, Any] | None) -> Voice:
    return ((said.get("role") or NEITHER), said.get("participant")) if said else _NOBODY


class Turns(Sequence[Turn]):
    """The turns of one source in order, with the corrections that its document records applied."""

    def __init__(self, source: Mapping[str, Any]) -> None:
        """Read the turns of a source's document."""
        speakers = source.get("speakers") or {}
        corrections = source.get("corrections") or {}
        text = source.get("text")
        # A long source has thousands of turns and few labels.
        voices: dict[str | None, Voice] = {label: _voice(said) for label, said in speakers.items()}
        voices[None] = (PARTICIPANT, source.get("participant"))
        self._turns: list[Turn] = []
        for number, (start, speech, end, label) in enumerate(source.get("turns") or (), 1):
            role, participant = voices.get(label, _NOBODY)
            topic = None
            if corrections:
                said = corrections.get(str(start))
                if said is not None and said.get("text") in (None, text):
                    topic = said.get("topic")
                    if "role" in said:
                        role, participant = _voice(said)
            self._turns.append(Turn(number, start, speech, end, label, role, participant, topic))
        self._starts = [turn.start for turn in self._turns]
        self._voices = [
            (turn.participant,) if turn.is_participants and turn.participant else () for turn in self._turns
        ]

    @property
    def voices(self) -> frozenset[str]:
        """The ids of the participants who speak here."""
        return frozenset(participant for voice in self._voices for participant in voice)

    def __len__(self) -> int:
        """Return how many turns there are."""
        return len(self._turns)

    def __getitem__(self, index: Any) -> Any:
        """Return the turn at an index counted from 0."""
        return self._turns[index]

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of the participants that turns are given to."""
        return frozenset(turn.participant for turn in self._turns if turn.participant)

    def at(self, position: int) -> Turn | None:
        """Return the turn that holds a position, its label included; between two turns there is none."""
        turn = self.before(position)
        return turn if turn is not None and position < turn.end else None

    def before(self, position: int) -> Turn | None:
        """Return the last turn that begins at or before a position."""
        index = bisect_right(self._starts, position) - 1
        return self._turns[index] if index >= 0 else None

    def touching(self, start: int, end: int) -> list[Turn]:
        """Return the turns that have words in a range, in order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        return [turn for turn in self._turns[first:last] if turn.end > start and turn.speech < end]

    def participants(self, spans: Sequence[Sequence[int]]) -> tuple[str, ...]:
        """Return the ids of the participants whose speech the spans hold, each once, in order of appearance."""
        if len(spans) == 1:
            return self._heard(*spans[0])
        return tuple(dict.fromkeys(one for start, end in spans for one in self._heard(start, end)))

    def _heard(self, start: int, end: int) -> tuple[str, ...]:
        """Return the participants heard in a range; nearly every range lies inside one turn's words."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0:
            turn = self._turns[index]
            if turn.speech <= start < end <= turn.end:
                return self._voices[index]
        touched = self.touching(start, end)
        return tuple(dict.fromkeys(turn.participant for turn in touched if turn.is_participants and turn.participant))
