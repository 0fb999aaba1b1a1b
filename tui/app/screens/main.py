"""The main screen: transcript, codebook and board side by side in one frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.app.actions.places import last_place
from tui.app.commands.command import SORTING
from tui.app.layout.filtered import Filtered
from tui.app.layout.pieces import EMPTY, Line, Piece, cropped, filled
from tui.app.layout.postures import PANES, WIDE, Box, Column, Shape, shape_of
from tui.app.layout.rules import Titled, title_rule, under_rule
from tui.app.panes.lines import Lines
from tui.app.panes.pane import Pane
from tui.app.reading_pass import note_reading
from tui.app.screens.page import Page
from tui.errors import PostilError
from tui.model.coverage import coded_share
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.timer import Timer

    from tui.app.session import Session

_DRAW_ON = 0.12
"""Seconds between steps of a text that goes on under a mouse held beyond its edge."""


class MainScreen(Page):
    """The three panes, always in this order, and the frame around them."""

    bare = True

    def __init__(self, session: Session, *, text_first: bool = False) -> None:
        """Make the panes; `text_first`: while one reads, show the text before anything is counted."""
        super().__init__(session)
        from tui.app.panes.board import BoardPane
        from tui.app.panes.codebook import CodebookPane
        from tui.app.panes.transcript import TranscriptPane

        self.filtered = Filtered()
        self.transcript = TranscriptPane(self)
        self.codebook = CodebookPane(self)
        self.board = BoardPane(self)
        self.panes: Mapping[str, Pane] = {"transcript": self.transcript, "codebook": self.codebook, "board": self.board}
        if text_first and self.desk.pane == "transcript":
            self.codebook.waits = self.board.waits = True
            self.transcript.near = self.desk.cursor
        self._drawing: Timer | None = None
        self._feet: dict[str, Sequence[Line]] = {}
        self._coded: tuple[tuple[int, int, str, str], list[str]] | None = None
        self._blocks: dict[str, int] = {}
        """The rows of the body in which the strips have their blocks."""

    def compose(self) -> ComposeResult:
        """Yield the frame and the panes over it."""
        yield self.frame
        yield from self.panes.values()

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up: a mode of the pane, the pane, what two panes share, everywhere."""
        pane = (self.desk.pane, "sorting") if self.desk.pane in SORTING else (self.desk.pane,)
        return (*((self.desk.mode,) if self.desk.mode else ()), *pane, "panes", "everywhere")

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return the pairs of the key line: those of the pane's present state, else the table's."""
        return self.pane.pairs() or super().pairs()

    def back(self) -> tuple[str, str] | None:
        """Return how to let go of what is selected, held or moved, else the way to the screen one came from."""
        if self.pane.pairs():
            return ("^C", "let go")
        return ("q", "back") if self.desk.is_led_here else super().back()

    @property
    def shape(self) -> Shape:
        """The frame as it stands."""
        return shape_of(self.across, self.down, self.desk.pane, self.desk.zoomed)

    def painted_first(self, is_letter: bool) -> Region | None:
        """Return the part to be painted at once where keys come hard on one another: on the board its cards."""
        is_bare = self.question is None and self.choice is None and self.sheet is None and not self.desk.prefix
        return self.board.spot if is_bare and self.desk.pane == "board" else super().painted_first(is_letter)

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.panes[self.desk.pane]

    def pane_name(self, pane: Pane) -> str:
        """Return the name a pane goes by on the desk."""
        return next(name for name, other in self.panes.items() if other is pane)

    def spots(self) -> Mapping[Lines, Box]:
        """Return where the panes stand; a strip is drawn by the frame."""
        shape = self.shape
        nowhere = Box(0, 0, 0, 0)
        placed: dict[Lines, Box] = {}
        for name, pane in self.panes.items():
            column = shape.column(name)
            placed[pane] = nowhere if column is None or column.strip else shape.body(column)
        return placed

    @property
    def rows_for_long_lines(self) -> int:
        """How many rows above the key line a line that is typed may take: those of the feet."""
        return 0 if self.sheet is not None else self.shape.foot_rows + self.shape.blank

    def sheet_left(self) -> int:
        """Return where codebook and board begin, which a sheet covers."""
        column = self.shape.column("codebook")
        return column.x if column is not None else 66

    def redraw(self) -> None:
        """Draw anew what has changed; the panes first, as the frame tells what they found."""
        if not self.is_attached or not self.across:
            return
        self.place()
        self.board.follow()
        for child in (*self.panes.values(), self.frame, *self.sheets):
            if child.spot.area and child.is_attached:
                child.redraw()

    def draw_the_rest(self) -> None:
        """Let the whole text be laid out, and the panes be drawn that waited for what one reads."""
        if self.transcript.near is not None:
            self.transcript.near = None
            self.codebook.waits = self.board.waits = False
            self.redraw()

    # the frame --------------------------------------------------------------------------------------------------

    def prepare_frame(self) -> None:
        """Ask the panes for their feet and their positions once."""
        shape = self.shape
        self._blocks = {column.pane: self._block(shape, column) for column in shape.columns if column.strip}
        self._feet = {
            column.pane: self.panes[column.pane].foot(column.width, shape.foot_rows) if self._speaks(column) else ()
            for column in shape.columns
        }

    def inner_line(self, y: int) -> Line:
        """Return title rule, strips and rules between the panes, the rule below them, and their feet."""
        shape = self.shape
        if y == 1:
            return self._title_rule(shape)
        if y == shape.rule_row:
            hidden = [
                (column.x, column.width, self.panes[column.pane].hidden() if self._speaks(column) else "")
                for column in shape.columns
            ]
            covered = self.sheet_left() if self.sheet is not None and shape.width >= WIDE else None
            return under_rule(hidden, self.glyphs, covered)
        if y > shape.rule_row + shape.foot_rows:
            return EMPTY
        row = y - shape.rule_row - 1
        pieces: list[Piece] = []
        for number, column in enumerate(shape.columns):
            if number:
                pieces.append((self.glyphs.vertical, "rule"))
            pieces.extend(self._beside(column, y) if row < 0 else self._foot_line(column, row))
        return tuple(pieces)

    def _speaks(self, column: Column) -> bool:
        """Tell whether a pane says anything in the frame now."""
        return not column.strip and not self.panes[column.pane].waits

    def _title_rule(self, shape: Shape) -> Line:
        titled = [
            Titled(
                self.panes[column.pane].name_shown,
                self.panes[column.pane].fact() if self._speaks(column) else "",
                column.x,
                column.width,
                column.pane == self.desk.pane and self.sheet is None,
                column.strip,
            )
            for column in shape.columns
        ]
        return title_rule(titled, shape.width, self.glyphs)

    def _beside(self, column: Column, y: int) -> Line:
        """Return a row of a strip with its block at the position, or the room a pane covers."""
        if not column.strip:
            return ((" " * column.width, "text"),)
        if y - 2 != self._blocks[column.pane]:
            return (("   ", "text"),)
        return ((" ", "text"), (self.glyphs.position, "muted"), (" ", "text"))

    def _block(self, shape: Shape, column: Column) -> int:
        """Return the row of a strip's body in which its block stands."""
        pane = self.panes[column.pane]
        return round((0.0 if pane.waits else pane.position()) * max(0, shape.rule_row - 3))

    def _foot_line(self, column: Column, row: int) -> Line:
        lines = self._feet.get(column.pane, ())
        return filled(cropped(lines[row], column.width) if row < len(lines) else EMPTY, column.width)

    def trail(self) -> list[Piece]:
        """Return the open source and its participant's attributes."""
        source = self.project.get("sources", self.desk.source)
        if source is None:
            return []
        pieces: list[Piece] = [(f" {self.glyphs.here} ", "muted"), (safe(source.get("name") or ""), "bright")]
        for value in self._attributes(source["id"]):
            pieces += [(f" {self.glyphs.dot} ", "muted"), (safe(value), "muted")]
        return pieces

    def facts(self) -> list[str]:
        """Return coder, pass, the share of this source that is coded, and one's own units."""
        project, session = self.project, self.session
        facts = super().facts()
        if self.codebook.waits:
            return facts
        source = project.get("sources", self.desk.source)
        if source is not None:
            passes = [
                each
                for each in project.alive("passes")
                if each.get("coder") == session.coder and each.get("source") == source["id"]
            ]
            if passes:
                facts.append(f"pass {max(each.get('number') or 1 for each in passes)}")
            if session.coder:
                facts += self._share(source["id"])
        if session.coder and (project.tables["units"] or source is not None):
            facts.append(self._own_units())
        return facts

    def _own_units(self) -> str:
        """Return how many units one has in the whole project."""
        own = self.project.tally.units_of_coder(self.session.coder)
        return f"{own:,} unit{'' if own == 1 else 's'}"

    def _share(self, source: str) -> list[str]:
        """Return how much of a source one has coded, worked out anew only after coding; nothing without its text."""
        revisions = self.project.revisions
        key = (revisions["units"], revisions["sources"], source, self.session.coder)
        if self._coded is None or self._coded[0] != key:
            try:
                said = [f"{round(100 * coded_share(self.project, source, self.session.coder))}% coded"]
            except PostilError:
                said = []
            self._coded = (key, said)
        return self._coded[1]

    def _attributes(self, source: str) -> list[str]:
        """Return the attributes of the only participant of a source."""
        named = self.project.turns(source).named
        if len(named) != 1:
            return []
        participant = self.project.get("participants", *named)
        attributes = (participant or {}).get("attributes") or {}
        return [str(value) for value in attributes.values() if value]

    def prefix_words(self) -> str:
        """Return what the key line says while a sequence waits; the pane may know better."""
        return self.pane.prefix_words(self.desk.prefix) or super().prefix_words()

    # keys -------------------------------------------------------------------------------------------------------

    def pressed(self, key: str, character: str | None) -> None:
        """Do what a key means, and record how far one has read."""
        self.draw_the_rest()
        before = (self.desk.source, self.desk.cursor)
        super().pressed(key, character)
        if before != (self.desk.source, self.desk.cursor):
            note_reading(self, before)

    def focus_pane(self, name: str) -> None:
        """Give a pane the keys."""
        if name in PANES and name != self.desk.pane:
            lit = self.transcript.unit_here() if self.desk.pane == "transcript" else None
            if self.desk.pane == "board" and name == "transcript":
                self.board.leave()
            self.desk.pane, self.desk.mode = name, ""
            if name == "board":
                self.board.arrive(str(lit["id"]) if lit is not None else "")
            self.redraw()

    def click(self, widget: Lines, x: int, y: int) -> None:
        """Give the pane that was pressed the keys, and put its cursor there."""
        self.draw_the_rest()
        for name, pane in self.panes.items():
            column = self.shape.column(name)
            if pane is widget:
                self.focus_pane(name)
                pane.clicked(x, y)
            elif widget is self.frame and column is not None and column.x <= x < column.x + column.width:
                self.focus_pane(name)
                return

    def drag(self, widget: Lines, x: int, y: int) -> None:
        """Select in the transcript, from where the mouse was pressed."""
        if widget is self.transcript and self.desk.pane == "transcript":
            self.transcript.mouse.draw(x, y)
            if self.transcript.mouse.lines_beyond and self._drawing is None:
                self._drawing = self.set_interval(_DRAW_ON, self._draw_on)

    def _draw_on(self) -> None:
        """Go on selecting while the mouse is held beyond an edge of the text."""
        if self.question is None and self.sheet is None and self.transcript.mouse.draw_on():
            self.redraw()
        elif self._drawing is not None:
            self._drawing.stop()
            self._drawing = None

    def released(self, widget: Lines) -> None:
        """Select no further."""
        super().released(widget)
        self.transcript.mouse.release()

    def step_back(self) -> bool:
        """Let go of one thing: of the pane first, then the zoom; then go back to the screen one came from."""
        if self.pane.step_back():
            return True
        if self.desk.zoomed:
            self.desk.zoomed = False
            return True
        if self.desk.is_led_here:
            last_place(self)
            return True
        return False
