"""What the three panes have in common: lines of their own in the body, and what they say in the frame around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.layout.pieces import Line
from tui.app.panes.lines import Lines

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.glyphs import Glyphs
    from tui.app.layout.postures import Shape
    from tui.app.screens.main import MainScreen
    from tui.app.session import Session
    from tui.model.project import Project


class Pane(Lines):
    """A pane of the main screen: it draws what desk and project say, and never changes a document itself."""

    name_shown = ""
    """What the title rule calls it."""

    def __init__(self, main: MainScreen) -> None:
        """Belong to the main screen."""
        super().__init__()
        self.main = main

    @property
    def project(self) -> Project:
        """The project in memory."""
        return self.main.session.project

    @property
    def desk(self) -> Desk:
        """What lies open, and where one is in it."""
        return self.main.session.desk

    @property
    def session(self) -> Session:
        """The way for edits."""
        return self.main.session

    @property
    def glyphs(self) -> Glyphs:
        """The marks this terminal can show."""
        return self.main.glyphs

    @property
    def shape(self) -> Shape:
        """The frame as it stands: posture, columns, rows."""
        return self.main.shape

    @property
    def focused(self) -> bool:
        """Whether this pane has the keys (a sheet over it does not change that)."""
        return self.desk.pane == self.main.pane_name(self)

    def fact(self) -> str:
        """Return the one fact at the right of its title."""
        return ""

    def hidden(self) -> str:
        """Return what is hidden from it, for the rule below; empty where nothing is."""
        return ""

    def foot(self, width: int, rows: int) -> Sequence[Line]:
        """Return the lines below the pane on what the cursor is on."""
        return ()

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return key and word of what matters in the pane's present state; none: what the table says."""
        return ()

    def position(self) -> float:
        """Return where in the whole the cursor stands, 0 to 1, for the strip."""
        return 0.0

    def prefix_words(self, prefix: str) -> str:
        """Return what the key line says while a sequence waits; empty for what every page says."""
        return ""

    def goes_to(self, where: str) -> None:
        """Move: `top`, `bottom`, `page_down`, `page_up`, `half_down`, `half_up`."""

    def step_back(self) -> bool:
        """Let go of one thing (selection, marks, a filter); answers whether there was one."""
        return False

    def clicked(self, x: int, y: int) -> None:
        """Put the cursor where the mouse was pressed, in cells of this pane."""
