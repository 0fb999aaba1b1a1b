"""By whom units are chosen: participants with some attributes, some participants, some coders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.app.pickers.rows import Choosable
from tui.model.names import natural

if TYPE_CHECKING:
    from tui.model.documents import Document
    from tui.model.project import Project

_CODER, _PARTICIPANT, _ATTRIBUTE = "coder", "participant", "attribute"
_PARTS = "\n"
"""Between the parts of a choice's id: neither names nor values can hold a line end."""


def choices_of(project: Project, units: Iterable[tuple[Document, Sequence[str]]]) -> list[Choosable]:
    """Return what units can be chosen by, with how many it would be: attributes, then coders, then participants.

    `units` come with the ids of the participants whose speech they hold. What all of them have in common is no choice.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    everything = 0
    for unit, people in units:
        everything += 1
        counts[_CODER, str(unit.get("coder") or ""), ""] += 1
        for who in people:
            counts[_PARTICIPANT, who, ""] += 1
        counts.update({(_ATTRIBUTE, *pair): 1 for who in people for pair in _attributes(project, who)})
    kinds = (_ATTRIBUTE, _CODER, _PARTICIPANT)
    fitting = [key for key, number in counts.items() if number < everything]
    offered = [
        Choosable(_PARTS.join(key), _title(project, key), beside=f"{_kind(key)}, {counts[key]:,}") for key in fitting
    ]
    return sorted(
        offered, key=lambda each: (kinds.index(each.id.partition(_PARTS)[0]), each.beside, natural(each.name))
    )


def title_of(project: Project, choice: str) -> str:
    """Return the words of a choice: a value, a coder's initials, a participant's name."""
    kind, first, second = choice.split(_PARTS)
    return _title(project, (kind, first, second))


class Wanted:
    """Of one attribute any of the values, of several attributes each, one of the participants, one of the coders."""

    def __init__(self, project: Project, choices: Iterable[str]) -> None:
        """Take the choices apart."""
        self._project = project
        self._coders: set[str] = set()
        self._participants: set[str] = set()
        self._values: dict[str, set[str]] = {}
        self._fits: dict[str, bool] = {}
        for choice in choices:
            kind, first, second = choice.split(_PARTS)
            if kind == _CODER:
                self._coders.add(first)
            elif kind == _PARTICIPANT:
                self._participants.add(first)
            else:
                self._values.setdefault(first, set()).add(second)
        self.takes_all = not (self._coders or self._participants or self._values)

    def takes(self, unit: Document, people: Sequence[str]) -> bool:
        """Tell whether a unit that holds these participants' speech is wanted."""
        if self._coders and str(unit.get("coder") or "") not in self._coders:
            return False
        return not (self._participants or self._values) or any(map(self._fitting, people))

    def _fitting(self, who: str) -> bool:
        fits = self._fits.get(who)
        if fits is None:
            given = dict(_attributes(self._project, who))
            has_values = all(given.get(name) in values for name, values in self._values.items())
            fits = self._fits[who] = has_values and (not self._participants or who in self._participants)
        return fits


def _attributes(project: Project, who: str) -> list[tuple[str, str]]:
    attributes = (project.get("participants", who) or {}).get("attributes") or {}
    return [(str(name), str(value)) for name, value in attributes.items() if value]


def _kind(key: tuple[str, str, str]) -> str:
    return key[1] if key[0] == _ATTRIBUTE else key[0]


def _title(project: Project, key: tuple[str, str, str]) -> str:
    kind, first, second = key
    if kind == _ATTRIBUTE:
        return second
    document = project.get("coders" if kind == _CODER else "participants", first) or {}
    return str(document.get("name") or first)
