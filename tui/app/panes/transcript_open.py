"""Which text lies open in the transcript and how it is laid out, what is lit in it, and what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.transcript_columns import READING, SORTING
from tui.app.panes.pane import Pane
from tui.app.panes.transcript_page import Near, Request, TranscriptPage, TranscriptPages
from tui.errors import PostilError
from tui.model import selection as selecting
from tui.model.documents import Document
from tui.model.ends import Ends
from tui.model.reading import Reading, reading_of
from tui.model.text import Position, Span

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

ENDS = "ends"
"""The mode in which motions move an end of a unit."""

NO_UNIT = "none"
"""Stands for the unit shown while one sorts where the row has none."""


class OpenTranscript(Pane):
    """A pane that knows its text; while one sorts, that of the unit of the card under the cursor."""

    def __init__(self, main: MainScreen) -> None:
        """Begin with nothing laid out."""
        super().__init__(main)
        self.page: TranscriptPage | None = None
        self.problem = ""
        """Why the open source cannot be shown; empty where it can."""
        self.near: Position | None = None
        """Where alone the text is laid out while the rest of it can wait."""
        self._pages = TranscriptPages()
        self._held_in = ""

    @property
    def is_sorting(self) -> bool:
        """Whether it shows the unit of the card on the board instead of where one reads."""
        return self.desk.pane == "board" and not self.desk.zoomed

    @property
    def source(self) -> str:
        """The id of the source it shows; empty where there is none."""
        shown = self.unit_of_card()
        source = str(shown["source"]) if shown is not None else self.desk.source
        return source if self.project.get("sources", source) is not None else ""

    @property
    def cursor(self) -> Position:
        """Where the cursor stands, or the unit of the card begins."""
        shown = self.unit_of_card()
        return int(shown["spans"][0][0]) if shown is not None else self.desk.cursor

    @property
    def reading(self) -> Reading | None:
        """The open source as it is read."""
        if self.project.get("sources", self.desk.source) is None:
            return None
        try:
            return reading_of(self.project.transcript(self.desk.source))
        except PostilError:
            return None

    def units_here(self) -> list[Document]:
        """Return the units under the cursor, the lit one first."""
        if self.laid() is None or self.page is None:
            return []
        if self.is_sorting:
            shown = self.unit_of_card()
            return [shown] if shown is not None else []
        here = self.page.units.at(self.cursor)
        here.sort(key=lambda unit: unit["id"] != self.desk.current)
        return here

    def unit_here(self) -> Document | None:
        """Return the lit unit: the one chosen with `H L ;` while the cursor is in it, else the shortest here."""
        here = self.units_here()
        return here[0] if here else None

    def selected(self) -> list[Span]:
        """Return the spans that the selection would become, those in hand left out."""
        selection = self.desk.selection
        if isinstance(self.desk.ends, Ends):
            return list(self.desk.ends.spans)
        if selection is None or (reading := self.reading) is None:
            return []
        return selecting.cut(reading.transcript, selection.start, selection.end)

    def unit_of_card(self) -> Document | None:
        """Return the unit that is shown while one sorts."""
        if not self.is_sorting or not self.desk.unit_shown:
            return None
        unit = self.project.get("units", self.desk.unit_shown)
        return unit if unit is not None and unit.get("spans") else None

    def settle(self) -> None:
        """Let what one leapt away from be: ends in hand, and spans held of another source."""
        desk = self.desk
        if desk.mode == ENDS and desk.ends is None:
            desk.mode = ""
        elif desk.ends is not None and desk.mode != ENDS:
            desk.ends = None
        if desk.held and self._held_in not in ("", desk.source):
            desk.held = []
        self._held_in = desk.source if desk.held else ""

    def laid(self) -> TranscriptPage | None:
        """Return the page as it is laid out now; `None` where no source is open or its text cannot be read."""
        source = self.source
        if not source:
            self.page = None
            return None
        column = self.shape.column("transcript")
        width = column.width if column is not None else self.shape.width
        request = Request(
            source=source,
            coder=self.session.coder,
            width=max(width, 20),
            posture=SORTING if self.is_sorting else READING,
            zoomed=self.desk.zoomed,
            screen=self.shape.width,
            codes=frozenset(self.desk.codes_shown),
            coders=frozenset(self.desk.coders_shown),
            only=(self.desk.unit_shown or NO_UNIT) if self.is_sorting else "",
            numbers=self.desk.turn_numbers,
            near=Near(self.near, self.shape.height) if self.near is not None else None,
        )
        try:
            self.page, self.problem = self._pages.page(self.project, request), ""
        except PostilError as error:
            self.page, self.problem = None, str(error)
        return self.page
