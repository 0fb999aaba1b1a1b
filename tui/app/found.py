"""What a search found, in little room: places in texts, whose words are worked out when they are shown."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from tui.analysis.flow import Flow
from tui.analysis.search import Hit, in_context
from tui.model.project import Project

_KEPT_FLOWS = 4
_KEPT_HITS = 400


class Places:
    """Places in the order of the sources and their texts, known by their numbers from 0."""

    def __init__(self, project: Project) -> None:
        """Begin with none."""
        self._project = project
        self._starts, self._ends = array("Q"), array("Q")
        self._firsts: list[int] = []
        self._sources: list[str] = []
        self._flows: dict[str, Flow] = {}
        self._hits: dict[int, Hit] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts)

    def add(self, source: str, places: Sequence[tuple[int, int]]) -> None:
        """Take in the places of one more source."""
        if places:
            self._firsts.append(len(self))
            self._sources.append(source)
            self._starts.extend(start for start, _ in places)
            self._ends.extend(end for _, end in places)

    @property
    def sources(self) -> int:
        """In how many sources they are."""
        return len(self._sources)

    def source(self, number: int) -> str:
        """Return the source of a place."""
        return self._sources[bisect_right(self._firsts, number) - 1]

    def count_beside(self, number: int) -> int:
        """Return how many places there are in the same source."""
        at = bisect_right(self._firsts, number)
        return (self._firsts[at] if at < len(self._firsts) else len(self)) - self._firsts[at - 1]

    def hit(self, number: int) -> Hit:
        """Return a place with the words in and around it."""
        hit = self._hits.get(number)
        if hit is None:
            source = self.source(number)
            transcript = self._project.transcript(source)
            hit = in_context(transcript, self._flow(source), self._starts[number], self._ends[number])
            while len(self._hits) >= _KEPT_HITS:
                del self._hits[next(iter(self._hits))]
            self._hits[number] = hit
        return hit

    def _flow(self, source: str) -> Flow:
        flow = self._flows.get(source)
        if flow is None:
            while len(self._flows) >= _KEPT_FLOWS:
                del self._flows[next(iter(self._flows))]
            flow = self._flows[source] = Flow.of(self._project.transcript(source))
        return flow


class Numbers(Sequence[str]):
    """The numbers from 0 as ids of a list's rows, none of them kept."""

    def __init__(self, count: int) -> None:
        """Have so many."""
        self._range = range(count)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._range)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return one, or some."""
        return [str(number) for number in self._range[at]] if isinstance(at, slice) else str(self._range[at])

    def __contains__(self, identifier: object) -> bool:
        """Tell whether there is such a number."""
        return isinstance(identifier, str) and identifier.isdecimal() and int(identifier) in self._range

    def __iter__(self) -> Iterator[str]:
        """Go through all."""
        return map(str, self._range)

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Return where one stands."""
        if value not in self:
            raise ValueError(value)
        return int(value)
