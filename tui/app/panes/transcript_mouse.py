"""The mouse in the transcript: pressing, drawing over words, on past an edge, and pressing twice and three times."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.model import reaching
from tui.model import selection as selecting
from tui.model.text import Position

if TYPE_CHECKING:
    from tui.app.panes.transcript import TranscriptPane

AGAIN = 0.45
"""Seconds within which a press at the same place belongs to the one before."""
_MOST_LINES = 3
"""How many lines the text goes on at once while the mouse is held beyond an edge."""


class TextMouse:
    """What the mouse does to cursor and selection of one transcript."""

    def __init__(self, pane: TranscriptPane) -> None:
        """Begin with nothing pressed."""
        self._pane = pane
        self._pressed: Position | None = None
        """The character on which the mouse was pressed last."""
        self._cell = (-1, -1)
        """Where the mouse was last, in cells of the pane."""
        self._presses = 0
        self._when = 0.0
        self.put: Position | None = None
        """Where the mouse put the cursor: there the text stays as it is, however near its edge that is."""

    def press(self, x: int, y: int) -> None:
        """Put the cursor on what was pressed and let go of the selection; again: select the word, then the sentence.

        An end in hand goes along.
        """
        position, desk = self._pane.pointed(x, y), self._pane.desk
        if position is None:
            return
        again = (x, y) == self._cell and monotonic() - self._when < AGAIN
        self._presses = self._presses % 3 + 1 if again else 1
        self._cell, self._when = (x, y), monotonic()
        if desk.ends is not None:
            self._pane.move_to(position)
        elif self._presses == 1:
            desk.selection = None
            self._pane.move_to(position)
        else:
            self._select(position)
        self._pressed = self.put = desk.cursor

    def draw(self, x: int, y: int) -> None:
        """Select from what was pressed to where the mouse is; after a second press by whole words."""
        desk, reading = self._pane.desk, self._pane.reading
        if self._pressed is None or reading is None or (x, y) == self._cell:
            return
        self._cell = (x, y)
        position = self._pane.pointed(x, min(max(0, y), self._pane.down - 1))
        if position is None:
            return
        if desk.ends is None and desk.selection is None and position != self._pressed:
            desk.selection = selecting.freely(reading, self._pressed, position)
        self._pane.move_to(position, whole_words=self._presses > 1)
        self.put = desk.cursor

    @property
    def lines_beyond(self) -> int:
        """How many lines the mouse is held below the pane; above it, less than none."""
        y = self._cell[1]
        beyond = y if y < 0 else max(0, y - self._pane.down + 1)
        return 0 if self._pressed is None else min(_MOST_LINES, max(-_MOST_LINES, beyond))

    def draw_on(self) -> bool:
        """Let the text go on below a mouse that is held beyond an edge; answers whether it is held there."""
        lines, (x, y) = self.lines_beyond, self._cell
        if not lines:
            return False
        self._pane.scroll_by(lines)
        self._cell = (-1, -1)
        self.draw(x, y)
        return True

    def release(self) -> None:
        """Note that the button is held no longer."""
        self._pressed = None

    def _select(self, position: Position) -> None:
        """Select the word at a position, or after a third press the sentence."""
        desk, reading = self._pane.desk, self._pane.reading
        if reading is None:
            return
        if self._presses == 2:
            start, last = reaching.rounded(reading, position, position)
            if not reading.text[start].isspace():
                desk.selection, desk.cursor = selecting.freely(reading, start, last), last
        else:
            desk.selection = selecting.sentence(reading, position)
            desk.cursor = selecting.last_of(reading, desk.selection)
