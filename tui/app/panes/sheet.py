"""What opens over codebook and board, or from the bottom of a small screen: a title rule, lines, keys of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.layout.pieces import EMPTY, Line
from tui.app.layout.rules import Titled, title_rule
from tui.app.panes.lines import Lines
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page


class Sheet(Lines):
    """A thing with the keys until it is closed; subclasses draw `body` and answer `press`."""

    rows = 11
    """How many rows it takes at the bottom of a small screen, its title rule among them."""
    wide = 54
    """How many columns it would like from 120 columns on, over a list."""
    whole = False
    """Whether it takes the whole screen between header and key line."""
    title = ""
    typed_row: int | None = None
    """The line of it that is typed in, where that changes the others."""
    page: Page
    """The page it lies on; set when it is opened."""

    def fact(self) -> str:
        """Return the one thing said at the right of the title rule."""
        return ""

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return key and word for the key line, what matters first."""
        return ()

    def body(self, y: int) -> Line:
        """Return the line y below the title rule."""
        return EMPTY

    def press(self, key: str, character: str | None) -> None:
        """Do what a key does here; every key comes here while the sheet is open."""

    def paste(self, text: str) -> None:
        """Take pasted text; a sheet without a field does nothing."""

    def opened(self) -> None:
        """Called when the sheet has its place on the page."""

    def put_by(self) -> bool:
        """Put what is written here by, for the case that the line is lost; answers whether anything is new."""
        return False

    def close(self) -> None:
        """Go, and give the keys back."""
        self.page.close_sheet(self)

    def line(self, y: int) -> Line:
        """Return the title rule, and the body below it."""
        if y == 0:
            return title_rule(
                [Titled(safe(self.title), self.fact(), 0, self.across, True)], self.across, self.page.glyphs
            )
        return self.body(y - 1)
