"""What the board says before there are piles: what comes next, in the words of the work."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.glyphs import Glyphs
from tui.app.layout.pieces import EMPTY, Line, wrapped

_READ_FROM, _READ_TO = 0.1, 0.5
"""The shares of the sources read between which the codes are worth going through once (Mayring)."""

_KEYS = (
    ("g3", "go to the board"),
    ("space", "mark them"),
    ("A", "a pile of the marked"),
    ("r", "name it, now or when you know"),
)


def start_lines(width: int, glyphs: Glyphs, *, codes: int, read: int, sources: int, focused: bool) -> Sequence[Line]:
    """Return the lines below the tray of a board without piles."""
    room = max(10, width - 2)
    if not codes:
        words = "No codes yet. In the transcript, enter gives a passage its first; sorting comes last."
        return _said(words, room, glyphs)
    if focused:
        lines = _said("No piles yet. Which of these codes seem to belong together?", room, glyphs)
    else:
        words = "No piles yet. Read on; piles come last. When some codes seem to belong together:"
        lines = _said(words, room, glyphs)
    lines.append(EMPTY)
    for key, words in _KEYS[1 if focused else 0 :]:
        for number, line in enumerate(wrapped(words, room - 6)):
            lines.append(((" " + ("" if number else key).ljust(6), "accent"), (line, "muted")))
    if sources and _READ_FROM <= read / sources <= _READ_TO:
        words = f"{read} of {sources} sources read: a good time to go through the codes once."
        lines += [EMPTY, *_said(words, room, glyphs)]
    return lines


def _said(words: str, room: int, glyphs: Glyphs) -> list[Line]:
    return [((" " + line, "muted"),) for line in wrapped(glyphs.words(words), room)]
