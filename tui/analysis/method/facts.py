"""What the rules of the method look at, each worked out once for all of them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tui.errors import PostilError
from tui.model.documents import Document
from tui.model.names import natural
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.model.sources import Transcript
from tui.model.units import is_unit

_LISTED = 3
_PACE = 500


class Facts:
    """A project as the rules see it. It is read only, and good for one look: a change needs new facts."""

    def __init__(self, project: Project) -> None:
        """Look at a project."""
        self.project = project
        self.book = project.codebook
        self.tally = project.tally
        self._counts: dict[str, bool] = {}
        self._units: dict[str, list[Document]] = {}
        self._marks: dict[str, list[Document]] = {}

    def counts(self, unit: Mapping[str, object]) -> bool:
        """Tell whether a unit is one of those whose coders count in findings."""
        coder = str(unit.get("coder", ""))
        counts = self._counts.get(coder)
        if counts is None:
            counts = self._counts[coder] = self.project.counts_coder(coder)
        return counts

    def read(self, source: str) -> Iterator[None]:
        """Read what is marked in a source, for `units` and `marks` to answer from; yields after every so many.

        It comes as it is kept: to put a hundred thousand units into the order of the text would cost more than to
        look at them.
        """
        if source in self._units:
            return
        marks: list[Document] = []
        units: list[Document] = []
        for number, identifier in enumerate(self.project.units_of_source(source), 1):
            mark = self.project.get("units", identifier)
            if mark is not None and mark.get("spans"):
                marks.append(mark)
                if is_unit(mark) and self.counts(mark):
                    units.append(mark)
            if number % _PACE == 0:
                yield
        self._marks[source], self._units[source] = marks, units
        yield

    def units(self, source: str) -> list[Document]:
        """Return a source's meaning units that count, in no particular order."""
        if source not in self._units:
            deque(self.read(source), maxlen=0)
        return self._units[source]

    def marks(self, source: str) -> list[Document]:
        """Return all that is marked in a source, also as not relevant and by coders who do not count."""
        if source not in self._marks:
            deque(self.read(source), maxlen=0)
        return self._marks[source]

    @cached_property
    def sources(self) -> list[Document]:
        """The sources as people order their names."""
        return sorted(
            self.project.alive("sources"), key=lambda source: (natural(str(source.get("name") or "")), source["id"])
        )

    @cached_property
    def source_names(self) -> dict[str, str]:
        """The names of the sources."""
        return {source["id"]: str(source.get("name") or "") for source in self.sources}

    @cached_property
    def passes(self) -> Mapping[str, list[Document]]:
        """The reading passes by their sources."""
        found: defaultdict[str, list[Document]] = defaultdict(list)
        for reading in self.project.alive("passes"):
            found[str(reading.get("source"))].append(reading)
        return found

    @cached_property
    def participants(self) -> dict[str, str]:
        """The names of the participants by their ids."""
        return {each["id"]: str(each.get("name") or "") for each in self.project.alive("participants")}

    @cached_property
    def voices(self) -> int:
        """How many participants the units of the codebook hold."""
        return len({one for top in self.book.children(None) for one in self.tally.participant_ids(top)})

    def transcript(self, source: str) -> Transcript | None:
        """Return a source with its text; nothing where the text is not there, which the check of the files tells."""
        try:
            return self.project.transcript(source)
        except PostilError:
            return None

    def place(self, source: str, position: int) -> str:
        """Return where a position is, as it is cited: `L07:12`."""
        turn = self.project.turns(source).before(position)
        return f"{self.source_names.get(source, '')}:{turn.number if turn else 1}"

    def place_of(self, unit: Mapping[str, object]) -> str:
        """Return where a unit begins."""
        spans = unit.get("spans")
        first = spans[0][0] if isinstance(spans, list) and spans else 0
        return self.place(str(unit.get("source", "")), first)

    def units_with(self, code: str) -> list[Document]:
        """Return the units that have a code and count."""
        return [unit for unit in self.project.units_with(code) if is_unit(unit) and self.counts(unit)]

    def is_placed(self, node: Node) -> bool:
        """Tell whether a node has its place in the system: unsorted and parked codes have none yet."""
        return node.level != CODE or node.parent is not None

    def is_pile(self, node: Node) -> bool:
        """Tell whether a node is a sub-category, or a category that holds nothing but codes."""
        if node.level == CATEGORY:
            return not self.book.beside(node.id, SUB_CATEGORY) and bool(self.book.children(node.id))
        return node.level == SUB_CATEGORY

    def titles(self, nodes: Iterable[str]) -> str:
        """Return the names of nodes side by side."""
        return " · ".join(self.called(node) for node in nodes)

    def called(self, node: str) -> str:
        """Return a node's name, the short one where it has one."""
        return self.book.nodes[node].short or self.book.nodes[node].title

    def path(self, node: str) -> str:
        """Return a node's place in words, by short names, as commands take it: `Liability and law / who signs`."""
        return " / ".join(self.called(each) for each in reversed(self.book.ancestry(node)))

    def people(self, participants: Iterable[str]) -> str:
        """Return the names of participants, the first few of them."""
        names = [self.participants.get(one, one) for one in participants]
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        return ", ".join(names[:_LISTED]) + more


def amount(number: int, one: str, several: str = "") -> str:
    """Return a number with its word: `1 unit`, `26 units`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
