"""The frame of every screen: where things stand on it, and the lines that are not inside a pane or a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.geometry import Offset, Region, Spacing
from textual.layout import Layout, WidgetPlacement
from textual.screen import Screen

from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, width_of
from tui.app.layout.postures import WIDE, Box, sheet_box, whole_box
from tui.app.panes.lines import Lines
from tui.app.panes.sheet import Sheet
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from tui.app.app import PostilApp
    from tui.app.desk import Desk
    from tui.app.glyphs import Glyphs
    from tui.app.session import Session
    from tui.model.project import Project


class Spots(Layout):
    """Puts every widget at its spot: panes over the frame, sheets over the panes, later ones over earlier ones."""

    name = "spots"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        """Return the placements of the widgets that have a spot."""
        # A sheet that is opened by a key in the same packet as its page is mounted before the frame is.
        layers = sorted(children, key=lambda child: (isinstance(child, Sheet), not isinstance(child, Frame)))
        return [
            WidgetPlacement(child.spot, Offset(0, 0), Spacing(), child, order)
            for order, child in enumerate(layers)
            if isinstance(child, Lines) and child.spot.area
        ]


class Frame(Lines):
    """The whole screen, drawn by its page; panes and sheets lie over it."""

    page: Framed

    def prepare(self) -> None:
        """Let the page work out what its lines share."""
        self.page.prepare_frame()
        self.page.prepare_last_rows()

    def line(self, y: int) -> Line:
        """Return a line of the screen."""
        return self.page.frame_line(y)


class Framed(Screen[None], inherit_css=False):
    """A screen that puts its widgets where they belong and draws what is around them."""

    BINDINGS: ClassVar[list[Any]] = []
    AUTO_FOCUS = ""
    ALLOW_SELECT = False
    DEFAULT_CSS = "Framed { overflow: hidden; }"

    app: PostilApp

    def __init__(self, session: Session) -> None:
        """Belong to a session; nothing lies over the screen."""
        super().__init__()
        self.session = session
        self.sheets: list[Sheet] = []
        self.frame = Frame(name="frame")
        self.frame.page = self
        self._spots = Spots()

    # what it is made of -----------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield the frame; subclasses add what lies over it."""
        yield self.frame

    @property
    def layout(self) -> Layout:
        """Everything stands at its spot."""
        return self._spots

    @property
    def project(self) -> Project:
        """The project in memory."""
        return self.session.project

    @property
    def desk(self) -> Desk:
        """What lies open."""
        return self.session.desk

    @property
    def glyphs(self) -> Glyphs:
        """The marks this terminal can show."""
        return self.app.glyphs

    @property
    def across(self) -> int:
        """The columns of the screen."""
        return self.app.size.width

    @property
    def down(self) -> int:
        """The rows of the screen."""
        return self.app.size.height

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that has the keys."""
        return self.sheets[-1] if self.sheets else None

    # drawing ----------------------------------------------------------------------------------------------------

    def spots(self) -> Mapping[Lines, Box]:
        """Return where the page's widgets stand, the frame and the sheets left out; for subclasses."""
        return {}

    def sheet_left(self) -> int:
        """Return the column where sheets begin on a wide screen: further left for one that has more to show."""
        return max(1, min(66, self.across - self.sheet.wide)) if self.sheet is not None else 66

    def place(self) -> None:
        """Give every widget its spot, and lay the screen out again where one has changed."""
        placed = {self.frame: Box(0, 0, self.across, self.down), **self.spots()}
        for sheet in self.sheets:
            placed[sheet] = self._sheet_spot(sheet) if sheet is self.sheet else Box(0, 0, 0, 0)
        moved = False
        for widget, box in placed.items():
            region = Region(box.x, box.y, box.width, box.height)
            if widget.spot != region:
                widget.spot, moved = region, True
        if moved:
            self.frame.refresh(layout=True)

    def _sheet_spot(self, sheet: Sheet) -> Box:
        """Return where a sheet lies."""
        if sheet.whole:
            return whole_box(self.across, self.down)
        return sheet_box(self.across, self.down, sheet.rows, self.sheet_left())

    def redraw(self) -> None:
        """Draw anew whatever has changed since it was drawn."""
        if not self.is_attached or not self.across:
            return
        self.place()
        for child in self.children:
            if isinstance(child, Lines) and child.spot.area:
                child.redraw()

    def prepare_frame(self) -> None:
        """Work out what the lines of the frame share; for subclasses."""

    def prepare_last_rows(self) -> None:
        """Work out the key line and what lies above it; for subclasses."""

    def frame_line(self, y: int) -> Line:
        """Return a line of the frame: header and key line here, the rest from `inner_line`."""
        if y == 0:
            return self.header_line()
        if y == self.down - 1:
            return self.key_line()
        return self.inner_line(y)

    def inner_line(self, y: int) -> Line:
        """Return a line between header and key line; for subclasses."""
        return EMPTY

    def trail(self) -> list[tuple[str, str]]:
        """Return the header's left side behind the project's title, as pieces."""
        return []

    def facts(self) -> list[str]:
        """Return what the header says at the right, before how it stands with saving."""
        coder = self.project.get("coders", self.session.coder)
        return [str(coder.get("initials") or coder.get("name") or "")] if coder else []

    def header_line(self) -> Line:
        """Return the header: project and place left, coder and figures right, then how it stands with saving."""
        status = self.glyphs.words(self.session.status.replace(" ✓", f" {self.glyphs.saved}".rstrip()))
        facts = [fact for fact in self.facts() if fact]
        # Where there is little room, what is to be settled matters more than the figures.
        facts = facts[:1] if self.across < WIDE and self._to_settle() else facts
        said = f" {self.glyphs.dot} ".join(facts)
        role = "accent" if self.session.failed else "muted"
        right = [
            (safe(said), "muted"),
            *self._to_settle(),
            ("   " if said else "", "muted"),
            (status, role),
            (" ", "text"),
        ]
        trail = self.trail()
        room = self.across - width_of(right) - 3
        while trail and width_of(trail) + len(self.project.title) + 1 > room and len(trail) > 2:
            trail = trail[:-2]
        title = cut(safe(self.project.title), max(8, room - width_of(trail) - 1), self.glyphs.more)
        return ends([(" ", "text"), (title, "strong"), *trail], right, self.across)

    def _to_settle(self) -> list[Piece]:
        """Return how much two coders changed at once, until it is settled."""
        number = len(self.session.store.conflicts())
        return [("   ", "muted"), (f"{number} changed meanwhile", "accent")] if number else []

    def key_line(self) -> Line:
        """Return the last line; for subclasses."""
        return EMPTY
