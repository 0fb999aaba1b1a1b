"""What a merge or split would do, on a sheet: a label and a line for each fact, and the keys that do it or alter it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.app.layout.pieces import EMPTY, Line, wrapped
from tui.app.panes.sheet import Sheet
from tui.model.preview_words import Said
from tui.model.safe_text import safe

_LABEL = 11
_LONGEST = 4
"""How many lines a fact has at the most; what matters of a long definition stands in its beginning."""

Ways = Mapping[str, tuple[str, Callable[[], None]]]
"""By key: the word in the key line, and what it does."""


class Foreseen(Sheet):
    """Facts that are asked for anew after every key, since a key may alter what would be done."""

    rows = 12
    wide = 60

    def __init__(self, title: str, said: Callable[[], Sequence[Said]], ways: Callable[[], Ways]) -> None:
        """Show facts; `ways` are the keys that can be pressed now."""
        super().__init__()
        self.title = title
        self._said = said
        self._ways = ways
        self._top = 0
        self._lines: list[Line] = []

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        scroll = [("j k", "scroll")] if len(self._lines) > self._room else []
        return [*((key, word) for key, (word, _) in self._ways().items()), *scroll, ("^C", "leave it")]

    def press(self, key: str, character: str | None) -> None:
        """Scroll, leave, or do what a key does."""
        key = "enter" if key == "ctrl+j" else character if character and character.isprintable() else key
        way = self._ways().get(key)
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("j", "down", "k", "up"):
            self._top += 1 if key in ("j", "down") else -1
        elif way is not None:
            way[1]()

    def fact(self) -> str:
        """Return how much of it is out of sight."""
        below = len(self._lines) - self._top - self._room
        return f"{below} more" if below > 0 else ""

    def prepare(self) -> None:
        """Lay the facts out."""
        self.title = self.page.glyphs.words(self.title)
        lines: list[Line] = []
        room = max(8, self.across - _LABEL - 3)
        more = self.page.glyphs.more
        for label, words in self._said():
            folded = wrapped(self.page.glyphs.words(safe(words)), room)
            if len(folded) > _LONGEST:
                folded = [*folded[: _LONGEST - 1], f"{folded[_LONGEST - 1][: room - 1]}{more}"]
            for number, line in enumerate(folded):
                lead = "" if number else label
                lines.append(((f" {lead}".ljust(_LABEL + 2), "muted"), (line, "text")))
        self._lines = lines
        self._top = max(0, min(self._top, len(lines) - self._room))

    @property
    def _room(self) -> int:
        return max(1, self.down - 1 - self._blank)

    @property
    def _blank(self) -> int:
        return 1 if self.down > 12 else 0

    def body(self, y: int) -> Line:
        """Return a line of a fact."""
        at = self._top + y - self._blank
        return self._lines[at] if y >= self._blank and at < len(self._lines) else EMPTY
