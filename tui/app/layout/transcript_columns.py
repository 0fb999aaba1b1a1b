"""Where the parts of a transcript's line stand, in cells: pointer, label, lanes, text, marks, margin notes."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.layout.gutter import LANES
from tui.app.layout.wrap import WIDEST

READING, SORTING = "reading", "sorting"

_NOTES_BESIDE = 29
"""Cells of margin notes beside the three panes."""
_NOTES_WIDE, _NOTES_WIDEST = 40, 60
_TEXT_WITH_NOTES = 54
"""Text stays at least this wide for notes to stand beside it."""
_WITH_NOTES_FROM = 190
"""Columns of the whole screen from which there are margin notes beside the three panes."""


class Columns(NamedTuple):
    """The first cell of each part and how many it has; no notes have width 0, labels above the turns have none."""

    labels: int
    lanes_at: int
    lanes: int
    text_at: int
    text: int
    marks_at: int
    notes_at: int = 0
    notes: int = 0

    @property
    def labels_above(self) -> bool:
        """Whether labels stand above the turns."""
        return self.labels == 0


def columns_of(width: int, labels: int, posture: str, *, zoomed: bool = False, screen: int = 0) -> Columns:
    """Return the columns of a pane so wide whose labels are so wide; `screen` is the width of the whole screen."""
    if posture == SORTING and not zoomed:
        text = max(1, width - 5)
        return Columns(0, 2, 1, 4, text, 4 + text)
    text_at = 1 + labels + 1 + LANES + 1
    room = max(1, width - text_at - 2)
    notes = _notes(room, zoomed, screen)
    text = min(WIDEST, room - notes)
    marks_at = text_at + text + 1
    if not notes:
        return Columns(labels, labels + 2, LANES, text_at, text, marks_at)
    notes_at = marks_at + (3 if zoomed else 2)
    across = min(_NOTES_WIDEST, width - notes_at - 1)
    return Columns(labels, labels + 2, LANES, text_at, text, marks_at, notes_at, across)


def _notes(room: int, zoomed: bool, screen: int) -> int:
    """Return how many cells margin notes take from the text, with the gaps beside them."""
    if not zoomed:
        fits = screen >= _WITH_NOTES_FROM and room - _NOTES_BESIDE - 1 >= _TEXT_WITH_NOTES
        return _NOTES_BESIDE + 1 if fits else 0
    for notes in (_NOTES_WIDE, _NOTES_BESIDE):
        if room - notes - 3 >= _TEXT_WITH_NOTES:
            return notes + 3
    return 0
