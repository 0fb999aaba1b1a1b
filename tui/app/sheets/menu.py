"""A sheet with a few rows to choose from: a name, what it is, and what stands at its right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.app.layout.pieces import EMPTY, Line, cut, ends, filled
from tui.app.panes.sheet import Sheet

_LEAST_ABOUT = 12
"""What is said of a row needs so many cells to say anything."""
_TALLEST = 18
"""On a small screen it takes so many rows at most, its title rule among them."""


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
        self.rows = max(self.rows, min(len(rows) + 1, _TALLEST))
        self._rows = rows
        self._take = take
        self._word = word
        self._at = 0
        self._top = 0

    def fact(self) -> str:
        """Return which row it is where not all are in view."""
        return f"{self._at + 1} of {len(self._rows)}" if len(self._rows) > self.down - 1 else ""

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
        """Return a row; below them, where there is room, what the one under the cursor is, unless rows say it."""
        room = self.down - 1
        self._top = max(0, min(max(self._at - room + 1, min(self._top, self._at)), len(self._rows) - room))
        blank = 1 if self.down > len(self._rows) + 2 else 0
        at = y - blank + self._top
        if at == len(self._rows) + 1 and self._room_for_about(self._rows[self._at]) < _LEAST_ABOUT:
            about = self.page.glyphs.words(self._rows[self._at].about)
            return ((f" {cut(about, self.across - 2, self.page.glyphs.more)}", "muted"),)
        if not 0 <= at < len(self._rows):
            return EMPTY
        row, ground = self._rows[at], "@row" if at == self._at else ""
        mark = (self.page.glyphs.here if ground else " ", f"accent{ground}")
        more = self.page.glyphs.more
        wide = min(self._wide, self.across - len(row.right) - 3)
        name = filled(((cut(row.name, wide - 1, more), f"text{ground}"),), wide, f"text{ground}")
        left = self._room_for_about(row)
        about = cut(self.page.glyphs.words(row.about), left, more) if left >= _LEAST_ABOUT else ""
        return ends(
            [mark, *name, (about, f"muted{ground}")],
            [(row.right + " ", f"muted{ground}")],
            self.across,
            f"text{ground}",
        )

    @property
    def _wide(self) -> int:
        """How many cells the names take."""
        return max(len(each.name) for each in self._rows) + 2

    def _room_for_about(self, row: MenuRow) -> int:
        """Return how many cells are left for what a row is."""
        return max(0, self.across - min(self._wide, self.across - len(row.right) - 3) - len(row.right) - 4)
