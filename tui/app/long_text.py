"""A longer text being written: its cursor, its lines as they are shown, and what the keys do to it. No Textual."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from tui.app.layout.pieces import Line, Piece
from tui.model.safe_text import safe


def wrapped_spans(text: str, cells: int) -> list[tuple[int, int]]:
    """Return the lines of a text as half-open ranges of it, broken behind spaces; a line break is in no range."""
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        spans += [(start + first, start + last) for first, last in _paragraph(paragraph, max(1, cells))]
        start += len(paragraph) + 1
    return spans


def _paragraph(text: str, cells: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = at = width = 0
    break_at = -1
    while at < len(text):
        width += cell_len(text[at])
        if text[at] == " ":
            break_at = at + 1
        elif width > cells:
            end = break_at if break_at > start else max(at, start + 1)
            spans.append((start, end))
            start, break_at = end, -1
            at, width = end, 0
            continue
        at += 1
    spans.append((start, len(text)))
    return spans


@dataclass(slots=True)
class LongText:
    """Text with a cursor, in code points; `several_lines` tells whether `enter` makes a line break."""

    text: str = ""
    cursor: int = 0
    several_lines: bool = True
    width: int = 60
    """The cells it is shown in, for moving up and down."""
    _column: int | None = None

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does in a text; answers whether the key was one for it."""
        if key in ("up", "down", "pageup", "pagedown"):
            return self._vertical({"up": -1, "down": 1, "pageup": -10, "pagedown": 10}[key])
        self._column = None
        if key in _MOVES:
            self.cursor = self._moved(_MOVES[key])
        elif key in ("backspace", "ctrl+h"):
            self._remove(self.cursor - 1, self.cursor)
        elif key == "delete":
            self._remove(self.cursor, self.cursor + 1)
        elif key == "ctrl+w":
            self._remove(self._moved("word left"), self.cursor)
        elif key == "ctrl+u":
            self._remove(self._moved("home"), self.cursor)
        elif key in ("enter", "ctrl+j") and self.several_lines:
            self.insert("\n")
        elif character is not None and len(character) == 1 and character.isprintable():
            self.insert(character)
        else:
            return False
        return True

    def insert(self, words: str) -> None:
        """Put words in at the cursor; what cannot be seen is left out."""
        words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        if not self.several_lines:
            words = words.replace("\n", " ")
        kept = "".join(mark for mark in words if mark.isprintable() or mark == "\n")
        self.text = self.text[: self.cursor] + kept + self.text[self.cursor :]
        self.cursor += len(kept)

    def cursor_line(self) -> int:
        """Return in which of the lines shown the cursor is."""
        return self._line_of(wrapped_spans(self.text, self.width))

    def lines(self, cells: int, with_cursor: bool) -> list[Line]:
        """Return the text as lines of pieces, its cursor shown or not."""
        self.width = cells
        spans = wrapped_spans(self.text, cells)
        here = self._line_of(spans) if with_cursor else -1
        drawn: list[Line] = []
        for number, (start, end) in enumerate(spans):
            if number != here:
                drawn.append(((safe(self.text[start:end]), "text"),))
                continue
            at = self.text[self.cursor : self.cursor + 1] if self.cursor < end else ""
            pieces: list[Piece] = [(safe(self.text[start : self.cursor]), "text"), (safe(at) or " ", "text@cursor")]
            drawn.append((*pieces, (safe(self.text[self.cursor + 1 : end]), "text")))
        return drawn

    def _vertical(self, by: int) -> bool:
        """Move between the lines shown; answers whether there was one to go to."""
        spans = wrapped_spans(self.text, self.width)
        here = self._line_of(spans)
        there = max(0, min(len(spans) - 1, here + by))
        if there == here:
            return False
        if self._column is None:
            self._column = self.cursor - spans[here][0]
        start, end = spans[there]
        last = end - 1 if there + 1 < len(spans) and spans[there + 1][0] == end else end
        self.cursor = min(start + self._column, max(start, last))
        return True

    def _line_of(self, spans: list[tuple[int, int]]) -> int:
        for number, (start, end) in enumerate(spans):
            if start <= self.cursor < end or (
                self.cursor == end and (number + 1 == len(spans) or spans[number + 1][0] > end)
            ):
                return number
        return len(spans) - 1

    def _moved(self, where: str) -> int:
        text, cursor = self.text, self.cursor
        if where == "left":
            return max(0, cursor - 1)
        if where == "right":
            return min(len(text), cursor + 1)
        if where == "home":
            return text.rfind("\n", 0, cursor) + 1
        if where == "end":
            end = text.find("\n", cursor)
            return len(text) if end < 0 else end
        if where == "word left":
            return max(text[:cursor].rstrip().rfind(" "), text[:cursor].rstrip().rfind("\n")) + 1
        after = cursor
        while after < len(text) and not text[after].isspace():
            after += 1
        while after < len(text) and text[after].isspace():
            after += 1
        return after

    def _remove(self, start: int, end: int) -> None:
        start = max(0, start)
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start


_MOVES = {
    "left": "left",
    "right": "right",
    "home": "home",
    "end": "end",
    "ctrl+a": "home",
    "ctrl+e": "end",
    "ctrl+left": "word left",
    "ctrl+right": "word right",
}
