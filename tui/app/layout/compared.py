"""Which units of a node a comparison shows, and in which order: what is filtered out and what is blind is counted.

Answers are kept by unit, so that after an edit only what has changed is looked at anew.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from tui.app.layout.feet import words_of
from tui.app.layout.units_shown import blind_to
from tui.app.unit_choices import Wanted
from tui.model.documents import Document
from tui.model.names import folded, natural
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.units import UNIT

_FEW = 200
"""So many changed units are put in their place one by one; of more, all are sorted anew."""

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
    codes: Set[str] = frozenset()
    """The codes at and below the node."""
    by_participant: bool = False
    """Whether the headings say who speaks."""
    blind: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By colleague whose units are hidden until both have closed a source: how many, and which source, or how many."""

    @property
    def hidden(self) -> int:
        """How many units a filter hides."""
        return self.all_units - len(self.units)


@dataclass(slots=True)
class _Seen:
    """The units of a node that may be seen, as of a revision: in the order of the text, and whose speech they hold."""

    revision: int
    documents: dict[str, Document]
    sources: dict[str, Document | None]
    blind_to: dict[str, frozenset[str]]
    units: list[Document]
    people: dict[str, tuple[str, ...]]
    """By unit that may be seen."""
    blind: dict[str, tuple[int, str]]
    texts: list[str] = field(default_factory=list)
    """What a filter looks in, in the order of the units; made when first asked for."""


class Compared:
    """The units of nodes as one coder may see them."""

    def __init__(self, project: Project, coder: str) -> None:
        """Begin with nothing looked at."""
        self._project = project
        self._coder = coder
        self._words: dict[str, tuple[Document, str]] = {}
        self._known: dict[str, _Seen] = {}

    def all(self, node: str) -> Sequence[Document]:
        """Return every unit at and below a node that may be seen, by source and in the order of the text."""
        return self._seen(node).units

    def ids(self, node: str) -> Set[str]:
        """Return the ids of all these units."""
        return self._seen(node).people.keys()

    def with_people(self, node: str) -> Iterable[tuple[Document, tuple[str, ...]]]:
        """Yield every unit of a node that may be seen, with the participants whose speech it holds."""
        seen = self._seen(node)
        return ((unit, seen.people[unit["id"]]) for unit in seen.units)

    def shown(self, node: str, looking: Looking) -> Shown:
        """Return the units of a node that are shown as one looks at them."""
        seen = self._seen(node)
        people = seen.people
        codes = self._project.codebook.codes(node)
        order = looking.order or (BY_CODE if len(codes) > 1 else BY_SOURCE)
        wanted = Wanted(self._project, looking.wanted)
        words = looking.words.casefold().strip()
        shown = seen.units
        if words:
            seen.texts = seen.texts or [self._read(unit) for unit in seen.units]
            shown = [unit for unit, text in zip(shown, seen.texts, strict=True) if words in text]
        if not wanted.takes_all:
            shown = [unit for unit in shown if wanted.takes(unit, people[unit["id"]])]
        ordered, headings = self._ordered(node, shown, order)
        everybody = _persons(people.values())
        return Shown(
            ordered,
            headings,
            Counter(headings) if order in (BY_CODE, BY_PARTICIPANT) else {},
            len(everybody if shown is seen.units else _persons(people[unit["id"]] for unit in shown)),
            len(seen.units),
            len(everybody),
            frozenset(codes),
            order == BY_PARTICIPANT,
            seen.blind,
        )

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

    def _seen(self, node: str) -> _Seen:
        known = self._known.get(node)
        if known is None or known.revision != self._project.revision:
            known = self._known[node] = self._gathered(node, known)
        return known

    def _gathered(self, node: str, before: _Seen | None) -> _Seen:
        """Gather the units of a node; of those that are as they were before, place and participants are known."""
        project = self._project
        documents = {
            unit["id"]: unit
            for code in project.codebook.codes(node)
            for unit in project.units_with(code)
            if unit.get("kind", UNIT) == UNIT
        }
        same_units = before is not None and documents == before.documents
        held = before.sources if before is not None and same_units else {unit["source"] for unit in documents.values()}
        sources = {source: project.get("sources", source) for source in held}
        names = {source: str((document or {}).get("name") or "") for source, document in sources.items()}
        places = {source: natural(name) for source, name in names.items()}
        blind_to_whom = {source: blind_to(project, source, self._coder) for source in sources}
        blind: dict[str, tuple[int, str]] = {}
        hidden: set[str] = set()
        if any(blind_to_whom.values()):
            blind, hidden = _blind(documents.values(), blind_to_whom, names)

        def place(unit: Document) -> tuple[object, ...]:
            return (places[unit["source"]], unit["spans"], unit["id"])

        same = (
            before is not None
            and before.blind_to == blind_to_whom
            and all(before.sources.get(source) is document for source, document in sources.items())
        )
        if before is not None and same and same_units:
            return replace(before, revision=project.revision)
        known = before.documents if before is not None and same else {}
        changed = [identifier for identifier, unit in documents.items() if known.get(identifier) is not unit]
        fresh = [documents[identifier] for identifier in changed if identifier not in hidden]
        if before is not None and same and len(fresh) <= _FEW:
            out = {*changed, *(known.keys() - documents.keys())}
            units = [unit for unit in before.units if unit["id"] not in out]
            people = dict(before.people)
            for identifier in out & people.keys():
                del people[identifier]
            for unit in fresh:
                insort(units, unit, key=place)
        else:
            units = sorted((unit for unit in documents.values() if unit["id"] not in hidden), key=place)
            people, fresh = {}, units
        for unit in fresh:
            people[unit["id"]] = project.participants_of(unit)
        return _Seen(project.revision, documents, sources, blind_to_whom, units, people, blind)

    def _ordered(self, node: str, units: list[Document], order: str) -> tuple[Sequence[Document], Sequence[str]]:
        """Return units in an order, and the heading of each; within a group they stand as in the text."""
        if order == BY_CONDENSED:
            units = sorted(
                units, key=lambda unit: (not unit.get("condensed"), folded(str(unit.get("condensed") or "")))
            )
        if order not in (BY_PARTICIPANT, BY_CODE):
            return units, [""] * len(units)
        titles, number_of = self._by_code(node) if order == BY_CODE else self._by_participant(node)
        numbered = sorted(((number_of(unit), at) for at, unit in enumerate(units)))
        return [units[at] for _, at in numbered], [titles[number] for number, _ in numbered]

    def _by_code(self, node: str) -> tuple[Sequence[str], Callable[[Document], int]]:
        """Return the titles of the node's codes, and what gives the number of a unit's first."""
        book = self._project.codebook
        codes = book.codes(node)
        places = {code: number for number, code in enumerate(codes)}
        known: dict[tuple[str, ...], int] = {}

        def number(unit: Document) -> int:
            named = tuple(unit["codes"])
            if named not in known:
                known[named] = next(places[code] for code in book.codes_of(unit) if code in places)
            return known[named]

        return [safe(book.nodes[code].title) for code in codes], number

    def _by_participant(self, node: str) -> tuple[Sequence[str], Callable[[Document], int]]:
        """Return the names of all whose speech units hold, and what gives the number of a unit's."""
        people = self._seen(node).people
        names = {who: self._named(who) for who in set(people.values())}
        ordered = sorted(names, key=lambda who: (not who, natural(names[who])))
        numbers = {who: number for number, who in enumerate(ordered)}
        return [names[who] for who in ordered], lambda unit: numbers[people[unit["id"]]]

    def _named(self, people: Sequence[str]) -> str:
        """Return participants with their attributes, as the heading of their units."""
        said = []
        for each in people:
            document = self._project.get("participants", each) or {}
            attributes = [str(value) for value in (document.get("attributes") or {}).values() if value]
            said.append(", ".join([str(document.get("name") or each), *attributes]))
        return safe(" and ".join(said)) or "no participant"


def _persons(people: Iterable[tuple[str, ...]]) -> set[str]:
    """Return everybody in some groups of participants."""
    return {who for group in set(people) for who in group}


def _blind(
    units: Iterable[Document], blind_to_whom: dict[str, frozenset[str]], names: dict[str, str]
) -> tuple[dict[str, tuple[int, str]], set[str]]:
    """Return how many units of which colleagues may not be seen yet, and the ids of these units."""
    counts: dict[str, tuple[int, str]] = {}
    hidden: set[str] = set()
    for unit in units:
        coder = str(unit.get("coder") or "")
        if coder in blind_to_whom[unit["source"]]:
            name = names[unit["source"]]
            number, where = counts.get(coder, (0, name))
            counts[coder] = (number + 1, where if where == name else "")
            hidden.add(unit["id"])
    return counts, hidden
