"""The sources: the first screen, with the project's title and aim, and the way to every transcript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.attributes import is_of, value_of
from tui.app.layout.pieces import EMPTY, Line, cut, width_of, wrapped
from tui.app.layout.table import ColumnOf, head_of, row_of, widths_of
from tui.app.layout.units_shown import initials_of
from tui.app.screens.list_page import ListPage
from tui.errors import PostilError
from tui.model.coverage import coded_share
from tui.model.names import in_order
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_ATTRIBUTES = 3


class SourcesPage(ListPage):
    """All sources of the project."""

    context = "sources"
    name_shown = "Sources"
    takes_marks = True

    def __init__(self, session: Session, first: bool = False) -> None:
        """Stand on the source that is open; `first`: this is the first screen, and leaving it leaves Postil."""
        super().__init__(session)
        self.bare = first
        self._cells: dict[str, list[str]] = {}
        self._shares: dict[str, str] = {}
        self._unmeasured: list[str] = []
        self._made_for: tuple[int, str] = (-1, "")
        self._columns: list[ColumnOf] = []
        self._widths: list[int] = []
        self._list()
        self.stand_on(session.desk.source)

    def all_ids(self) -> Sequence[str]:
        """Return the sources by name, those of the chosen attributes alone."""
        return [
            source["id"]
            for source in in_order(self.project.alive("sources"))
            if is_of(self.project, source["id"], self.wanted)
        ]

    def words_of(self, identifier: str) -> str:
        """Return what the row of a source says."""
        return " ".join(self._row_cells(identifier))

    def fact(self) -> str:
        """Return of how many sources one's latest pass is closed, or how many sources there are."""
        latest = {source: self._latest_pass(source) for source in self.all_ids()}
        number = len(latest)
        closed = [source for source, last in latest.items() if last is not None and last.get("ended")]
        said = f"{len(closed)} of {number} closed" if closed else f"{number} source{'' if number == 1 else 's'}"
        if not self.wanted:
            return said
        hidden = sum(1 for _ in self.project.alive("sources")) - number
        return f"only {safe(', '.join(map(value_of, self.wanted)))}: {said}, {hidden} hidden"

    def facts(self) -> list[str]:
        """Return coder and own units."""
        if not self.session.coder:
            return super().facts()
        own = self.project.tally.units_of_coder(self.session.coder)
        return [*super().facts(), f"{own:,} unit{'' if own == 1 else 's'}"]

    def trail(self) -> list[tuple[str, str]]:
        """The title stands below; nothing more is said of where one is."""
        return [] if self.bare else super().trail()

    def back(self) -> tuple[str, str]:
        """Return the way out."""
        return ("q", "leave" if self.bare else "back")

    def heads(self, width: int) -> Sequence[Line]:
        """Return title, aim, that the demo is fiction, and the column heads."""
        lines: list[Line] = [EMPTY, ((f" {safe(self.project.title)}", "heading"),)]
        if self.project.aim:
            lines += [
                ((f" {words}", "text"),) for words in wrapped("Aim: " + safe(self.project.aim), min(width - 2, 100))[:3]
            ]
        fiction = self.project.setting("fiction")
        if fiction:
            lines += [((f" {words}", "accent"),) for words in wrapped(safe(str(fiction)), width - 2)[:2]]
        lines.append(EMPTY)
        if not self.ids:
            return lines
        self._lay_out(width)
        return [*lines, ((" ", "text"), *head_of(self._columns, self._widths))]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a source's row; how much is coded is measured after the row is on the screen, as it needs the text."""
        cells = list(self._row_cells(identifier))
        cells[-3] = self._shares.get(identifier, "")
        if identifier not in self._shares and identifier not in self._unmeasured:
            self._unmeasured.append(identifier)
            self.call_after_refresh(self._measure)
        return [row_of(self._columns, cells, self._widths, more=self.glyphs.more)]

    def foot(self, width: int) -> Sequence[Line]:
        """Return the facts of the source under the cursor."""
        source = self.project.get("sources", self.here) if self.here else None
        if source is None:
            return ()
        participants = ", ".join(self._participant_words(each) for each in self._participants(source["id"]))
        minutes, mode = source.get("minutes"), source.get("mode")
        interviewer = source.get("interviewer")
        how = ", ".join(
            part
            for part in (
                str(mode or ""),
                f"{minutes} minutes" if minutes else "",
                f"interviewer {interviewer}" if interviewer else "",
                str(source.get("date") or ""),
            )
            if part
        )
        place, passes = self._last_place(source["id"]), self._passes(source["id"])
        told = (participants, place, passes, how, source.get("origin") or "")
        said = safe(f" {self.glyphs.dot} ".join(part for part in told if part))
        name = safe(source.get("name") or "")
        beside = width_of([(name, "")]) + 4
        room = max(20, width - beside - 1)
        first, *rest = wrapped(said, room) or [""]
        head: Line = ((f" {name}", "strong"), ("   ", "text"), (first, "muted"))
        below = cut(" ".join(rest), room, self.glyphs.more)
        return [head, ((" " * beside + below, "muted"),)]

    def _passes(self, source: str) -> str:
        """Return everybody's latest pass through a source, where it is read by more than oneself."""
        latest: dict[str, Document] = {}
        for each in self.project.alive("passes"):
            coder = str(each.get("coder"))
            if each.get("source") == source and (each.get("number") or 0) > (latest.get(coder, {}).get("number") or 0):
                latest[coder] = each
        if set(latest) <= {self.session.coder}:
            return ""
        project = self.project
        return ", ".join(f"{initials_of(project, coder)} pass {_pass_words(latest[coder])}" for coder in sorted(latest))

    def _last_place(self, source: str) -> str:
        """Return the turn where one was last; nothing where one has not been yet."""
        desk = self.session.desk
        cursor = desk.cursor if desk.source == source else desk.cursors.get(source)
        turn = self.project.turns(source).before(cursor) if cursor else None
        return f"last at turn {turn.number}" if turn is not None else ""

    def empty(self) -> Sequence[Line]:
        """Return how one begins."""
        return [
            (("     No sources yet.", "strong"),),
            EMPTY,
            (("     a", "accent"), ("          import transcripts", "text")),
            (("                or: postil import interviews/*.txt", "muted"),),
        ]

    def open_row(self) -> None:
        """Open the source in the transcript."""
        if self.here:
            self.leave_for(self._open)

    def _open(self) -> None:
        self.desk.open(self.here)
        self.desk.pane = "transcript"
        self.app.show_main()

    def again(self) -> SourcesPage:
        """Return the list anew; the first screen is the first one again."""
        page = SourcesPage(self.session, first=self.bare)
        page.wanted = list(self.wanted)
        return page

    def _lay_out(self, width: int) -> None:
        """Choose the columns for these sources and this width."""
        wanted = (self.project.revision, self.session.coder)
        if self._made_for == wanted and self._widths and sum(self._widths) <= width:
            return
        self._cells, self._shares, self._unmeasured, self._made_for = {}, {}, [], wanted
        names = self._attribute_names()
        self._columns = [
            ColumnOf("", "strong", widest=40),
            ColumnOf("participant", widest=24, spare=3),
            *(ColumnOf(name, widest=22, spare=4 + number) for number, name in enumerate(names)),
            ColumnOf("words", "muted", right=True),
            ColumnOf("coded", right=True),
            ColumnOf("units", right=True),
            ColumnOf("pass", spare=2),
        ]
        shown = [self._row_cells(each) for each in self.ids[:60]]
        self._widths = widths_of(self._columns, shown, width - 3)

    def _attribute_names(self) -> list[str]:
        names: dict[str, int] = {}
        for participant in self.project.alive("participants"):
            for name in participant.get("attributes") or {}:
                names[name] = names.get(name, 0) + 1
        return sorted(names, key=lambda name: -names[name])[:_ATTRIBUTES]

    def _row_cells(self, identifier: str) -> list[str]:
        cells = self._cells.get(identifier)
        if cells is None:
            cells = self._cells[identifier] = self._made_cells(identifier)
        return cells

    def _made_cells(self, identifier: str) -> list[str]:
        project = self.project
        source = project.get("sources", identifier) or {}
        participants = self._participants(identifier)
        documents = [project.get("participants", each) or {} for each in participants]
        attributes = [
            ", ".join(
                dict.fromkeys(str((document.get("attributes") or {}).get(name) or "") for document in documents)
            ).strip(", ")
            for name in self._attribute_names()
        ]
        units = sum(
            1
            for unit in project.units_in(identifier, relevant_only=True)
            if unit.get("coder") == self.session.coder or not self.session.coder
        )
        who = ", ".join(str(document.get("name") or "") for document in documents)
        cells = [
            source.get("name") or "",
            who,
            *attributes,
            f"{source.get('words') or 0:,}",
            "100%",
            f"{units:,}",
            self._pass(identifier),
        ]
        return [safe(cell) for cell in cells]

    def _measure(self) -> None:
        """Measure how much is coded of the sources in view, and draw them again."""
        if not self._unmeasured:
            return
        for identifier in self._unmeasured:
            try:
                share = f"{round(100 * coded_share(self.project, identifier, self.session.coder or None))}%"
            except PostilError:
                share = "?"
            self._shares[identifier] = share
        self._unmeasured = []
        self.redraw()

    def _pass(self, identifier: str) -> str:
        last = self._latest_pass(identifier)
        return "" if last is None else _pass_words(last)

    def _latest_pass(self, source: str) -> Document | None:
        """Return one's own latest reading of a source."""
        passes = (each for each in self.project.alive("passes") if each.get("source") == source)
        own = [each for each in passes if each.get("coder") == self.session.coder]
        return max(own, key=lambda each: each.get("number") or 0, default=None)

    def _participants(self, identifier: str) -> list[str]:
        return list(dict.fromkeys(turn.participant for turn in self.project.turns(identifier) if turn.participant))

    def _participant_words(self, identifier: str) -> str:
        participant = self.project.get("participants", identifier) or {}
        return ", ".join(
            [
                str(participant.get("name") or ""),
                *(str(value) for value in (participant.get("attributes") or {}).values() if value),
            ]
        )


def _pass_words(reading: Document) -> str:
    return f"{reading.get('number') or 1}, {'closed' if reading.get('ended') else 'open'}"
