"""Splitting a unit where its words do not stand in their text, as in lists: before which word, shown and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.layout.pieces import EMPTY, Line, Piece, cut
from tui.app.panes.sheet import Sheet
from tui.model.edits.spans import SplitUnit
from tui.model.ids import new_id
from tui.model.reading import reading_of
from tui.model.safe_text import safe
from tui.model.splitting import first_split, next_split, words_to_split

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document

_WIDEST = 72
_BY_WORD = {"l": 1, "right": 1, "w": 1, "space": 1, "h": -1, "left": -1, "b": -1}
_BY_SENTENCE = {")": 1, "right_parenthesis": 1, "j": 1, "down": 1, "(": -1, "left_parenthesis": -1, "k": -1, "up": -1}


class SplitSheet(Sheet):
    """The words of one unit; the second part is shown as what is selected."""

    title = "Split the unit"

    def __init__(self, unit: Document, page: Page) -> None:
        """Stand before the second sentence, in one of a single sentence in its middle."""
        super().__init__()
        self.page = page
        self._unit = str(unit["id"])
        self._reading = reading_of(page.project.transcript(unit["source"]))
        self._words = words_to_split(self._reading, unit["spans"])
        self._at = first_split(self._words)
        self._top = 0
        self._rows: list[Line] = []

    @property
    def can_split(self) -> bool:
        """Whether there is a place between two words."""
        return self._at > 0

    def fact(self) -> str:
        """Return how many words each part would have."""
        return f"{self._at} and {len(self._words) - self._at} words"

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        return [("enter", "split"), ("w b", "word"), ("( )", "sentence"), ("^C", "back")]

    def press(self, key: str, character: str | None) -> None:
        """Move the place by word or sentence, split there, or leave."""
        typed = character if character is not None and character in "()" else key
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("enter", "ctrl+j"):
            at = self._words[self._at].span.start
            self.close()
            self.page.session.do(SplitUnit(self._unit, at, new_id()))
        elif typed in _BY_WORD:
            self._at = next_split(self._words, self._at, _BY_WORD[typed], sentence=False)
        elif typed in _BY_SENTENCE:
            self._at = next_split(self._words, self._at, _BY_SENTENCE[typed], sentence=True)

    def prepare(self) -> None:
        """Lay the words out, and bring the place into view."""
        self._rows, here = self._laid_out(max(10, min(_WIDEST, self.across - 4)))
        height = max(1, self.down - 2)
        self._top = max(0, min(here - height // 2, len(self._rows) - height))

    def body(self, y: int) -> Line:
        """Return a line of the unit's words."""
        at = self._top + y - (1 if self.down > 6 else 0)
        return self._rows[at] if self._top <= at < len(self._rows) else EMPTY

    def _laid_out(self, width: int) -> tuple[list[Line], int]:
        """Return the words in lines, and the number of the line in which the second part begins."""
        text = self._reading.text
        lines: list[list[Piece]] = [[("  ", "text")]]
        used = here = 0
        for number, word in enumerate(self._words):
            shown = cut(safe(text[word.span.start : word.span.end]), width, self.page.glyphs.more)
            pieces: list[Piece] = [(shown, "text@selection" if number >= self._at else "text")]
            if number == self._at:
                pieces = [(shown[:1], "text@selected-cursor"), (shown[1:], "text@selection")]
            if word.begins_span and number:
                mark = str(self.page.project.setting("omission"))
                pieces = [(f"{mark} ", "muted"), *pieces]
            cells = sum(cell_len(words) for words, _ in pieces)
            if used and used + 1 + cells > width:
                lines.append([("  ", "text")])
                used = 0
            if used:
                lines[-1].append((" ", "text@selection" if number > self._at else "text"))
                used += 1
            if number == self._at:
                here = len(lines) - 1
            lines[-1] += pieces
            used += cells
        return [tuple(piece for piece in line if piece[0]) for line in lines], here


def split_in_list(page: Page, unit: Document) -> None:
    """Open the sheet that splits a unit; one of a single word has nowhere to be split."""
    sheet = SplitSheet(unit, page)
    if sheet.can_split:
        page.open_sheet(sheet)
    else:
        page.say("A single word is not split.")
