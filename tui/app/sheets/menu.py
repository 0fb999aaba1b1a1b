"""A sheet with a few rows to choose from: a name, what it is, and what stands at its right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.app.layout.pieces import EMPTY, Line, cut, ends, filled
from tui.app.panes.sheet import Sheet

_LEAST_ABOUT = 12
"""What is said of a row needs so many cells to say anything."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A row of a menu."""

    id: str
    name: str
    about: str = ""
    right: str = ""


class Menu(Sheet):
    """`j k` move, `enter` takes."""

    def __init__(self, title: str, rows: Sequence[MenuRow], take: Callable[[str], None], word: str = "take") -> None:
        """Offer rows; `take` gets the id of the one taken, after the menu has gone."""
        super().__init__()
        self.title = title
        self._rows = rows
        self._take = take
        self._word = word
        self._at = 0

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        return [("enter", self._word), ("j k", "move"), ("^C", "back")]

    def press(self, key: str, character: str | None) -> None:
        """Move, take, or leave."""
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("j", "down", "ctrl+n", "k", "up", "ctrl+p"):
            self._at = (self._at + (1 if key in ("j", "down", "ctrl+n") else -1)) % max(1, len(self._rows))
        elif key in ("enter", "ctrl+j") and self._rows:
            self.close()
            self._take(self._rows[self._at].id)

    def body(self, y: int) -> Line:
        """Return a row."""
        blank = 1 if self.down > len(self._rows) + 2 else 0
        at = y - blank
        if not 0 <= at < len(self._rows):
            return EMPTY
        row, ground = self._rows[at], "@row" if at == self._at else ""
        wide = max(len(each.name) for each in self._rows) + 2
        mark = (self.page.glyphs.here if ground else " ", f"accent{ground}")
        more = self.page.glyphs.more
        wide = min(wide, self.across - len(row.right) - 3)
        name = filled(((cut(row.name, wide - 1, more), f"text{ground}"),), wide, f"text{ground}")
        room = max(0, self.across - wide - len(row.right) - 4)
        about = cut(self.page.glyphs.words(row.about), room, more) if room >= _LEAST_ABOUT else ""
        return ends(
            [mark, *name, (about, f"muted{ground}")],
            [(row.right + " ", f"muted{ground}")],
            self.across,
            f"text{ground}",
        )
