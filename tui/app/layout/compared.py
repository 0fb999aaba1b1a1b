"""Which units of a node a comparison shows, and in which order: what is filtered out and what is blind is counted.

Answers are kept by unit, so that after an edit only what has changed is looked at anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tui.app.layout.feet import words_of
from tui.app.layout.units_shown import blind_to
from tui.app.unit_choices import Wanted
from tui.model.documents import Document
from tui.model.names import folded, natural
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.units import is_unit

BY_SOURCE, BY_PARTICIPANT, BY_CODE, BY_CONDENSED = "source", "participant", "code", "condensed form"


@dataclass(slots=True)
class Looking:
    """How one looks at the units: only some, in which order, all of their words or the condensed forms alone."""

    words: str = ""
    wanted: list[str] = field(default_factory=list)
    order: str = ""
    """Empty: by code where there are several, else by source."""
    briefly: bool = False

    def state(self) -> tuple[object, ...]:
        """Return what the choice and the order of units depend on."""
        return (self.words.casefold(), tuple(self.wanted), self.order)


@dataclass(frozen=True, slots=True)
class Shown:
    """The units of one node that are shown, in order, each with the heading it stands under (empty: none)."""

    units: Sequence[Document] = ()
    headings: Sequence[str] = ()
    in_group: dict[str, int] = field(default_factory=dict)
    """By heading, how many units stand under it."""
    participants: int = 0
    all_units: int = 0
    all_participants: int = 0
    blind: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By colleague whose units are hidden until both have closed a source: how many, and which source, or how many."""

    @property
    def hidden(self) -> int:
        """How many units a filter hides."""
        return self.all_units - len(self.units)


class Compared:
    """The units of nodes as one coder may see them."""

    def __init__(self, project: Project, coder: str) -> None:
        """Begin with nothing looked at."""
        self._project = project
        self._coder = coder
        self._words: dict[str, tuple[Document, str]] = {}
        self._people: dict[str, tuple[Document, tuple[str, ...]]] = {}
        self._gathered: dict[str, tuple[int, list[Document], dict[str, tuple[int, str]]]] = {}

    def all(self, node: str) -> Sequence[Document]:
        """Return every unit at and below a node that may be seen, by source and in the order of the text."""
        return self._seen(node)[0]

    def shown(self, node: str, looking: Looking) -> Shown:
        """Return the units of a node that are shown as one looks at them."""
        units, blind = self._seen(node)
        order = looking.order or (BY_CODE if len(self._project.codebook.codes(node)) > 1 else BY_SOURCE)
        wanted = Wanted(self._project, looking.wanted)
        words = looking.words.casefold().strip()
        shown = [
            unit
            for unit in units
            if (wanted.takes_all or wanted.takes(unit, self.people_of(unit)))
            and (not words or words in self._read(unit))
        ]
        ordered, headings = self._ordered(node, shown, order)
        return Shown(
            ordered,
            headings,
            Counter(heading for heading in headings if heading),
            len({who for unit in shown for who in self.people_of(unit)}),
            len(units),
            len({who for unit in units for who in self.people_of(unit)}) if len(shown) < len(units) else 0,
            blind,
        )

    def people_of(self, unit: Document) -> tuple[str, ...]:
        """Return whose speech a unit holds."""
        known = self._people.get(unit["id"])
        if known is None or known[0] is not unit:
            known = self._people[unit["id"]] = (unit, self._project.participants_of(unit))
        return known[1]

    def learn(self, node: str, most: int) -> bool:
        """Read the words of some more units, so that a filter has them at hand; answers whether some are left."""
        for unit in self.all(node):
            known = self._words.get(unit["id"])
            if known is None or known[0] is not unit:
                self._read(unit)
                most -= 1
                if not most:
                    return True
        return False

    def _read(self, unit: Document) -> str:
        """Return the words of a unit and its condensed form, as a filter compares them."""
        known = self._words.get(unit["id"])
        if known is None or known[0] is not unit:
            words = f"{words_of(self._project, unit)} {unit.get('condensed') or ''}".casefold()
            known = self._words[unit["id"]] = (unit, words)
        return known[1]

    def _seen(self, node: str) -> tuple[list[Document], dict[str, tuple[int, str]]]:
        known = self._gathered.get(node)
        if known is None or known[0] != self._project.revision:
            known = self._gathered[node] = (self._project.revision, *self._gather(node))
        return known[1], known[2]

    def _gather(self, node: str) -> tuple[list[Document], dict[str, tuple[int, str]]]:
        project = self._project
        carrying = (unit for code in project.codebook.codes(node) for unit in project.units_with(code))
        units = {unit["id"]: unit for unit in carrying if is_unit(unit)}
        sources = {unit["source"] for unit in units.values()}
        names = {source: str((project.get("sources", source) or {}).get("name") or "") for source in sources}
        places = {source: natural(name) for source, name in names.items()}
        blind = {source: blind_to(project, source, self._coder) for source in sources}
        unseen: dict[str, tuple[int, str]] = {}
        seen = []
        for unit in units.values():
            coder = str(unit.get("coder") or "")
            if coder in blind[unit["source"]]:
                number, where = unseen.get(coder, (0, names[unit["source"]]))
                unseen[coder] = (number + 1, where if where == names[unit["source"]] else "")
            else:
                seen.append(unit)
        seen.sort(key=lambda unit: (places[unit["source"]], unit["spans"], unit["id"]))
        return seen, unseen

    def _ordered(self, node: str, units: list[Document], order: str) -> tuple[list[Document], list[str]]:
        """Return units in an order, and the heading of each; within a group they stand as in the text."""
        if order == BY_CONDENSED:
            units = sorted(
                units, key=lambda unit: (not unit.get("condensed"), folded(str(unit.get("condensed") or "")))
            )
        if order not in (BY_PARTICIPANT, BY_CODE):
            return units, [""] * len(units)
        heading_of, key_of = self._by_code(node) if order == BY_CODE else self._by_participant(units)
        headed = sorted(((key_of(unit), heading_of(unit), unit) for unit in units), key=lambda each: each[0])
        return [unit for _, _, unit in headed], [heading for _, heading, _ in headed]

    def _by_code(self, node: str) -> tuple[Callable[[Document], str], Callable[[Document], int]]:
        book = self._project.codebook
        places = {code: number for number, code in enumerate(book.codes(node))}
        titles = [safe(book.nodes[code].title) for code in places]

        def key(unit: Document) -> int:
            return next(places[code] for code in book.codes_of(unit) if code in places)

        return lambda unit: titles[key(unit)], key

    def _by_participant(
        self, units: Iterable[Document]
    ) -> tuple[Callable[[Document], str], Callable[[Document], tuple[object, ...]]]:
        everybody = set(map(self.people_of, units))
        names = {people: self._named(people) for people in everybody}
        places = {people: natural(name) for people, name in names.items()}
        return (
            lambda unit: names[self.people_of(unit)],
            lambda unit: (not self.people_of(unit), places[self.people_of(unit)]),
        )

    def _named(self, people: Sequence[str]) -> str:
        """Return participants with their attributes, as the heading of their units."""
        said = []
        for each in people:
            document = self._project.get("participants", each) or {}
            attributes = [str(value) for value in (document.get("attributes") or {}).values() if value]
            said.append(", ".join([str(document.get("name") or each), *attributes]))
        return safe(" and ".join(said)) or "no participant"
