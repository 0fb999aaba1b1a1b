"""The tally: how many units and how many participants stand under each node.

Kept, not recomputed: what a unit adds is remembered, so that a changed unit, code or source costs only the units it
concerns. A count is of distinct units, so the counts below a node need not add up to its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.model.codebook import Codebook
from tui.model.documents import Document
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.model.project import Project

_Key = TypeVar("_Key")


class _Share(NamedTuple):
    """What one unit adds: to the counts of its codes and all above them, and whose speech it holds."""

    codes: tuple[str, ...]
    participants: tuple[str, ...]


class _Places(NamedTuple):
    """Where units with certain codes count: under which nodes, and directly in which piles (`None`: unsorted)."""

    nodes: frozenset[str]
    piles: frozenset[str | None]


class Tally:
    """Counts over the meaning units of the coders whose units count."""

    def __init__(self, project: Project) -> None:
        """Count all units of a project."""
        self._project = project
        self._codebook = project.codebook
        self._shares: dict[str, _Share] = {}
        self._known: dict[_Share, _Share] = {}
        self._places: dict[tuple[str, ...], _Places] = {}
        self._own: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._direct: Counter[str | None] = Counter()
        self._participants: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._coders: Counter[str] = Counter()
        self._counts_coder: dict[str, bool] = {}
        self._gone: set[str] = set()
        """The sources that were removed: a unit that a colleague marked there meanwhile counts for nothing."""
        self._count_all()

    # Answers

    def units(self, node: str) -> int:
        """Return how many units stand under a node: its own and those of everything below it; a theme's members'."""
        return self._units[node]

    def own(self, node: str) -> int:
        """Return how many units name the node itself; only codes have any."""
        return self._own[node]

    def direct(self, pile: str) -> int:
        """Return how many units have a code that lies directly in a pile, in a category not in its sub-categories."""
        return self._direct[pile]

    def participants(self, node: str) -> int:
        """Return how many participants' speech the units under a node hold."""
        return len(self._participants.get(node, ()))

    def participant_ids(self, node: str) -> tuple[str, ...]:
        """Return whose speech the units under a node hold, as sorted ids."""
        return tuple(sorted(self._participants.get(node, ())))

    def unsorted(self) -> int:
        """Return how many units have a code that is not placed yet."""
        return self._direct[None]

    def total(self) -> int:
        """Return how many units count, with a code or without."""
        return len(self._shares)

    def units_of_coder(self, coder: str) -> int:
        """Return how many units a coder has marked, whether they count in findings or not."""
        return self._coders[coder]

    def figures(self) -> dict[str, tuple[int, int, int, tuple[str, ...]]]:
        """Return all counts by node: units, own, direct, participants. What is kept must equal what is counted anew."""
        nodes = {*self._units, *(pile for pile in self._direct if pile)}
        return {
            node: (self.units(node), self.own(node), self.direct(node), self.participant_ids(node))
            for node in sorted(nodes)
            if self.units(node) or self.direct(node)
        }

    # Changes

    def unit_changes(self, before: Document | None, after: Document | None) -> None:
        """Count a unit as it becomes instead of as it was; `None` where it is not there or removed."""
        if before is not None:
            self._leave_out(before)
        if after is not None:
            self._take_in(after)

    def source_changed(self, source: str) -> None:
        """Count a source's units again: somebody else may be speaking in them."""
        units = self._project.tables["units"]
        self._look_for(source)
        for identifier in tuple(self._project.units_of_source(source)):
            self.unit_changes(units[identifier], units[identifier])

    def follow(self, codebook: Codebook) -> None:
        """Count by another codebook; only the units of codes that stand elsewhere now are counted again."""
        before = self._codebook
        if codebook is before:
            return
        concerned = {unit for code in codebook.moved_since(before) for unit in self._project.units_of_code_alone(code)}
        counted = [identifier for identifier in concerned if identifier in self._shares]
        for share, times in Counter(self._shares[identifier] for identifier in counted).items():
            self._subtract(share, times)
        self._codebook = codebook
        self._places.clear()
        for share, times in self._shared_anew(counted).items():
            self._add(share.codes, {share.participants: times})

    def _shared_anew(self, counted: Iterable[str]) -> Counter[_Share]:
        """Let units that count have the codes of the codebook as it is now; return how many have which share."""
        units = self._project.tables["units"]
        resolved: dict[tuple[str, ...], tuple[str, ...]] = {}
        shares: Counter[_Share] = Counter()
        for identifier in counted:
            unit = units[identifier]
            named = tuple(unit.get("codes") or ())
            codes = resolved.get(named)
            if codes is None:
                codes = resolved[named] = self._codebook.codes_of(unit)
            share = _Share(codes, self._shares[identifier].participants)
            self._shares[identifier] = share = self._known.setdefault(share, share)
            shares[share] += 1
        return shares

    # Counting

    def _count_all(self) -> None:
        """Count all units; those with the same codes, of which there are many, are added up at once."""
        turns = {source: self._project.turns(source) for source in self._project.tables["sources"]}
        for each in turns:
            self._look_for(each)
        elsewhere = self._project.amended.units
        resolved: dict[tuple[str, ...], tuple[str, ...]] = {}
        alike: defaultdict[tuple[str, ...], defaultdict[tuple[str, ...], list[str]]]
        alike = defaultdict(lambda: defaultdict(list))
        for identifier, unit in self._project.tables["units"].items():
            if unit.get("removed") or not self._counts(unit):
                continue
            named = tuple(unit.get("codes") or ())
            codes = resolved.get(named)
            if codes is None:
                codes = resolved[named] = self._codebook.codes_of(unit)
            source = turns.get(unit.get("source", ""))
            participants = source.participants(unit.get("spans") or ()) if source is not None else ()
            if identifier in elsewhere:
                participants = self._project.participants_of(unit)
            alike[codes][participants].append(identifier)
        for codes, by_participants in alike.items():
            for participants, units in by_participants.items():
                share = _Share(codes, participants)
                self._known[share] = share
                self._shares.update(dict.fromkeys(units, share))
            self._add(codes, {participants: len(units) for participants, units in by_participants.items()})

    def _look_for(self, source: str) -> None:
        document = self._project.tables["sources"].get(source)
        (self._gone.add if document is not None and document.get("removed") else self._gone.discard)(source)

    def _counts(self, unit: Document) -> bool:
        """Count a unit as its coder's, and tell whether it counts in findings."""
        if not is_unit(unit):
            return False
        coder = unit.get("coder", "")
        self._coders[coder] += 1
        counts = self._counts_coder.get(coder)
        if counts is None:
            counts = self._counts_coder[coder] = self._project.counts_coder(coder)
        return counts and unit.get("source") not in self._gone

    def _take_in(self, unit: Document) -> None:
        if self._counts(unit):
            share = _Share(self._codebook.codes_of(unit), self._project.participants_of(unit))
            share = self._known.setdefault(share, share)
            self._shares[unit["id"]] = share
            self._add(share.codes, {share.participants: 1})

    def _leave_out(self, unit: Document) -> None:
        if not is_unit(unit):
            return
        self._coders[unit.get("coder", "")] -= 1
        share = self._shares.pop(unit["id"], None)
        if share is not None:
            self._subtract(share)

    def _add(self, codes: tuple[str, ...], numbers: Mapping[tuple[str, ...], int]) -> None:
        """Add so many units with these codes, by whose speech they hold."""
        places = self._places_of(codes)
        times = sum(numbers.values())
        for code in codes:
            self._own[code] += times
        for pile in places.piles:
            self._direct[pile] += times
        for node in places.nodes:
            self._units[node] += times
            heard = self._participants[node]
            for participants, number in numbers.items():
                for participant in participants:
                    heard[participant] = heard.get(participant, 0) + number

    def _subtract(self, share: _Share, times: int = 1) -> None:
        """Take so many units with these codes and these participants out of the counts."""
        places = self._places_of(share.codes)
        _less(self._own, share.codes, times)
        _less(self._direct, places.piles, times)
        _less(self._units, places.nodes, times)
        for node in places.nodes:
            _less(self._participants[node], share.participants, times)

    def _places_of(self, codes: tuple[str, ...]) -> _Places:
        places = self._places.get(codes)
        if places is None:
            book = self._codebook
            nodes = frozenset(node for code in codes for node in book.counted_under(code))
            piles = frozenset(book.pile_of(code) for code in codes if not book.nodes[code].parked)
            places = self._places[codes] = _Places(nodes, piles)
        return places


def _less(counts: Counter[_Key], keys: Iterable[_Key], times: int) -> None:
    """Take so many from each count and forget those that come to nothing, so that memory follows what is there."""
    for key in keys:
        counts[key] -= times
        if not counts[key]:
            del counts[key]
