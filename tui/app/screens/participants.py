"""Who was interviewed: pseudonyms, attributes, and how much each has said that was coded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.attributes import has_all, value_of
from tui.app.layout.pieces import EMPTY, Line
from tui.app.layout.table import ColumnOf, head_of, row_of, widths_of
from tui.app.screens.list_page import ListPage
from tui.model.names import in_order
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_ATTRIBUTES = 5

NOT_HEARD = "not heard yet"
"""What stands in place of the sources where a participant speaks in none."""


class ParticipantsPage(ListPage):
    """All participants of the project."""

    context: ClassVar[str] = "participants"
    name_shown = "Participants"
    takes_marks = True

    def __init__(self, session: Session) -> None:
        """List them by name."""
        super().__init__(session)
        self._revision = -1
        self._sources: dict[str, list[str]] = {}
        self._units: dict[str, int] = {}
        self._columns: list[ColumnOf] = []
        self._widths: list[int] = []

    def all_ids(self) -> Sequence[str]:
        """Return the participants by name."""
        return [
            one["id"]
            for one in in_order(self.project.alive("participants"))
            if has_all(self.project, one["id"], self.wanted)
        ]

    def words_of(self, identifier: str) -> str:
        """Return what the row says."""
        return " ".join(self._cells(identifier))

    def fact(self) -> str:
        """Return how many took part, and how many were invited and declined where that is known."""
        document = self.project.document
        heard = len(self.project.heard)
        said = [f"{heard} took part"]
        everybody = sum(1 for _ in self.project.alive("participants"))
        if silent := everybody - heard:
            said.append(f"{silent} {NOT_HEARD}")
        said += [f"{document[key]} {key}" for key in ("invited", "declined") if document.get(key) is not None]
        if self.wanted:
            shown = len(self.all_ids())
            named = safe(", ".join(map(value_of, self.wanted)))
            said = [f"only {named}: {shown} of {everybody}", f"{everybody - shown} hidden"]
        return ", ".join(said)

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        self._count()
        columns = [
            ColumnOf("name", "strong"),
            *(ColumnOf(name, widest=22, spare=2 + number) for number, name in enumerate(self._names())),
        ]
        self._columns = [*columns, ColumnOf("sources", widest=20, spare=1), ColumnOf("units", "muted", right=True)]
        self._widths = widths_of(self._columns, [self._cells(each) for each in self.ids], width - 3)
        return [EMPTY, ((" ", "text"), *head_of(self._columns, self._widths))]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one participant."""
        return [row_of(self._columns, self._cells(identifier), self._widths, more=self.glyphs.more)]

    def foot(self, width: int) -> Sequence[Line]:
        """Return all attributes."""
        participant = self.project.get("participants", self.here) if self.here else None
        if participant is None:
            return ()
        said = f" {self.glyphs.dot} ".join(
            f"{name}: {value}" for name, value in (participant.get("attributes") or {}).items() if value
        )
        return [((f" {safe(str(participant.get('name') or ''))}", "strong"), ("   ", "text"), (safe(said), "muted"))]

    def empty(self) -> Sequence[Line]:
        """Return how one begins."""
        return [
            (("     No participants yet.", "strong"),),
            EMPTY,
            (("     a", "accent"), ("   a participant by name", "text")),
            (("         importing a transcript makes them too", "muted"),),
        ]

    def _names(self) -> list[str]:
        names: dict[str, int] = {}
        for participant in self.project.alive("participants"):
            for name in participant.get("attributes") or {}:
                names[name] = names.get(name, 0) + 1
        return sorted(names, key=lambda name: -names[name])[:_ATTRIBUTES]

    def _cells(self, identifier: str) -> list[str]:
        participant = self.project.get("participants", identifier) or {}
        attributes = participant.get("attributes") or {}
        cells = [str(participant.get("name") or ""), *(str(attributes.get(name) or "") for name in self._names())]
        return [
            safe(cell)
            for cell in (
                *cells,
                ", ".join(self._sources.get(identifier, ())) or NOT_HEARD,
                f"{self._units.get(identifier, 0):,}",
            )
        ]

    def _count(self) -> None:
        """Count sources and units of every participant, once for each state of the project."""
        project = self.project
        if self._revision == project.revision:
            return
        self._revision, self._sources, self._units = project.revision, {}, {}
        for source in project.alive("sources"):
            for participant in dict.fromkeys(
                turn.participant for turn in project.turns(source["id"]) if turn.participant
            ):
                self._sources.setdefault(participant, []).append(str(source.get("name") or ""))
            for unit in project.units_in(source["id"], relevant_only=True):
                for participant in project.participants_of(unit):
                    self._units[participant] = self._units.get(participant, 0) + 1
