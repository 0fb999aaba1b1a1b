"""Who is quoted how often, and where: what shows whether a few voices carry the results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.model.documents import Document
from tui.model.names import natural
from tui.model.nodes import Node
from tui.model.project import Project
from tui.reports.quotations import chosen

_NUMBERED = re.compile(r"(.*\D)(\d+)")


@dataclass(frozen=True, slots=True)
class Balance:
    """The quotations of the summary: by pile, and how often each participant is quoted in them."""

    piles: Mapping[str, Sequence[Document]]
    """By pile, in the board's order, what is quoted there; a pile without quotations too."""
    people: Mapping[str, int]
    """By participant, in the order of names, in how many quotations they speak; all who were heard are here."""
    of_unit: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By quotation the participants whose speech it holds."""

    @property
    def quotations(self) -> int:
        """How many quotations there are; one that stands in two piles is one."""
        return len(self.of_unit)

    @property
    def quoted(self) -> list[str]:
        """The participants who are quoted."""
        return [who for who, number in self.people.items() if number]

    @property
    def never(self) -> list[str]:
        """The participants who are not."""
        return [who for who, number in self.people.items() if not number]

    def piles_of(self, who: str) -> list[str]:
        """Return the piles in which somebody is quoted."""
        return [
            pile for pile, units in self.piles.items() if any(who in self.of_unit[str(unit["id"])] for unit in units)
        ]


def pile_codes(project: Project, pile: str) -> list[str]:
    """Return the codes that lie in a pile; of a category those that lie directly in it."""
    book = project.codebook
    return [code for code in book.codes(pile) if book.pile_of(code) == pile]


def balance(project: Project) -> Balance:
    """Count the quotations of the summary."""
    book = project.codebook
    piles = {pile: chosen(project, pile_codes(project, pile), book.nodes[pile]) for pile in book.piles()}
    of_unit = {str(unit["id"]): project.participants_of(unit) for units in piles.values() for unit in units}
    heard = {who: str((project.get("participants", who) or {}).get("name") or who) for who in project.heard}
    people = dict.fromkeys(sorted(heard, key=lambda who: (natural(heard[who]), who)), 0)
    for speaking in of_unit.values():
        for who in speaking:
            people[who] = people.get(who, 0) + 1
    return Balance(piles, people, of_unit)


def named(project: Project, people: Iterable[str]) -> list[str]:
    """Return the names of participants."""
    return [str((project.get("participants", who) or {}).get("name") or who) for who in people]


def told(names: Iterable[str]) -> list[str]:
    """Return names for a list, what they have in common said once: `Leader 1`, `3`, `5`, `Nurse 2`."""
    return list(_shortened(names))


def _shortened(names: Iterable[str]) -> Iterator[str]:
    before = ""
    for name in names:
        match = _NUMBERED.fullmatch(name)
        yield match[2] if match and match[1] == before else name
        before = match[1] if match else ""


def place_in(project: Project, pile: Node) -> str:
    """Return a pile with its category, as a reader finds it: `Category / Sub-category`."""
    return project.codebook.path(pile.id)
