"""How far a transcript is scrolled, and moves by lines and pages."""

from __future__ import annotations

from tui.app.layout.wrap import FIRST, LABEL, Wrapping
from tui.model.text import Position

MARGIN = 2
"""Lines kept in view above and below the cursor."""
_CHUNK = 3
"""A text that must scroll does so by a third of its height: one jump to read on from, not one a line."""


class Scroll:
    """The first line in view, kept so that the cursor is in view."""

    def __init__(self) -> None:
        """Begin at the top of nothing."""
        self.top = 0
        self._shown: tuple[str, int] = ("", 0)
        self._top_position: Position = 0
        """Where the first line of text in view begins, to be found again at another width."""
        self._above = 0
        """How many lines without any are in view above it."""
        self._column: tuple[Position, int] = (-1, 0)

    def follow(
        self, wrapping: Wrapping, line: int, height: int, source: str, lines: int = MARGIN, passage: int = 0
    ) -> None:
        """Scroll so that a line is in view, with some more lines above and below it, and those of a passage it begins.

        On a new source or a leap it stands a third down; at another width the text in view stays in view.
        """
        last_top = max(0, len(wrapping) - height)
        shown = (source, id(wrapping))
        margin = min(lines, max(0, (height - 1) // 2))
        below = max(margin, min(passage, height - 1 - margin))
        if shown != self._shown and source == self._shown[0] and len(wrapping):
            self.top = wrapping.line_of(self._top_position) - self._above
        is_near = self.top - height < line < self.top + 2 * height
        if shown != self._shown or not is_near:
            if shown != self._shown or not self.top <= line < self.top + height:
                self.top = line - height // _CHUNK
        elif line < self.top + margin:
            self.top = min(line - margin, self.top - height // _CHUNK)
        elif line >= self.top + height - below:
            self.top = min(max(line - height + 1 + below, self.top + height // _CHUNK), max(self.top, line - margin))
        self.top = min(max(0, self.top), last_top)
        self._shown = shown
        if len(wrapping):
            first = wrapping.nearest_text(self.top)
            self._top_position, self._above = wrapping.lines[first].start, max(0, first - self.top)

    def show_in_context(self, wrapping: Wrapping, line: int, height: int, source: str) -> None:
        """Scroll so that a unit stands below what was asked before it, as far as there is room for both."""
        turn = wrapping.lines[line].turn
        top = next((number for number in range(line, -1, -1) if _begins(wrapping, number, turn - 1)), line)
        if line - top > height // 2:
            top = line - height // _CHUNK
        self.top = min(max(0, top), max(0, len(wrapping) - 1))
        self._shown = (source, id(wrapping))

    def beside(self, wrapping: Wrapping, cursor: Position, by: int) -> Position:
        """Return the position so many lines of text on (or back), in the column that moving by lines set out from."""
        line, cell = wrapping.place_of(cursor)
        if self._column[0] == cursor:
            cell = self._column[1]
        position = wrapping.position_at(wrapping.moved(line, by), cell)
        self._column = (position, cell)
        return position

    def stay_in_column(self, cursor: Position) -> None:
        """Go on in the same column from a position to which a move by lines has led."""
        self._column = (cursor, self._column[1])

    def shift(self, wrapping: Wrapping, by: int, height: int) -> None:
        """Let the text in view go on by lines, or back, as far as there are any."""
        self.top = min(max(0, self.top + by), max(0, len(wrapping) - height))

    def paged(self, wrapping: Wrapping, cursor: Position, by: int, height: int) -> Position:
        """Scroll by lines and return where the cursor stands then: as far down the page as before."""
        line, cell = wrapping.place_of(cursor)
        if self._column[0] == cursor:
            cell = self._column[1]
        self.shift(wrapping, by, height)
        position = wrapping.position_at(wrapping.nearest_text(line + by), cell)
        self._column = (position, cell)
        return position


def _begins(wrapping: Wrapping, number: int, turn: int) -> bool:
    """Tell whether a line is the first of a turn or of one before it, its label where that stands above."""
    line = wrapping.lines[number]
    above = wrapping.lines[number - 1].kind if number else ""
    return line.turn <= turn and (line.kind == LABEL or (line.kind == FIRST and above != LABEL))
