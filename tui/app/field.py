"""A line being typed: its text, where its cursor is, and what the editing keys do to it. No Textual."""

from __future__ import annotations

from dataclasses import dataclass

from tui.app.layout.pieces import Line, cut
from tui.model.safe_text import safe


@dataclass(slots=True)
class Field:
    """Text with a cursor, in code points from its beginning."""

    text: str = ""
    cursor: int = 0
    is_offered: bool = False
    """Whether the text is only offered: typing replaces it, moving the cursor takes it up."""

    @classmethod
    def of(cls, text: str, *, is_offered: bool = False) -> Field:
        """Return a field with the cursor behind this text."""
        return cls(text, len(text), is_offered and bool(text))

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does in a field; answers whether the key was one for it."""
        if self.is_offered and key in ("backspace", "ctrl+h", "delete", "ctrl+w"):
            self._remove(0, len(self.text))
        elif self.is_offered and key == "left":
            self.cursor = 0
        elif key in ("left", "right", "home", "end", "ctrl+a", "ctrl+e"):
            self.cursor = {
                "left": max(0, self.cursor - 1),
                "right": min(len(self.text), self.cursor + 1),
            }.get(key, 0 if key in ("home", "ctrl+a") else len(self.text))
        elif key in ("backspace", "ctrl+h"):
            self._remove(self.cursor - 1, self.cursor)
        elif key == "delete":
            self._remove(self.cursor, self.cursor + 1)
        elif key == "ctrl+u":
            self._remove(0, self.cursor)
        elif key == "ctrl+w":
            self._remove(len(self.text[: self.cursor].rstrip().rpartition(" ")[0]), self.cursor)
        elif character is not None and len(character) == 1 and character.isprintable():
            self.insert(character)
        else:
            return False
        self.is_offered = False
        return True

    def insert(self, words: str) -> None:
        """Put words in at the cursor; line ends become spaces and what cannot be seen is left out."""
        if self.is_offered:
            self._remove(0, len(self.text))
            self.is_offered = False
        kept = "".join(" " if mark in "\r\n\t" else mark for mark in words if mark.isprintable() or mark in "\r\n\t")
        self.text = self.text[: self.cursor] + kept + self.text[self.cursor :]
        self.cursor += len(kept)

    def line(self, cells: int) -> Line:
        """Return the field as pieces with its cursor, its end shown where it is longer than the cells.

        Of a text that is only offered the beginning is shown.
        """
        if self.is_offered:
            return ((cut(safe(self.text), max(1, cells - 1)), "text@selection"), (" ", "text@cursor"))
        before, at, after = (
            self.text[: self.cursor],
            self.text[self.cursor : self.cursor + 1],
            self.text[self.cursor + 1 :],
        )
        room = max(1, cells - 1)
        shown = safe(before)
        if len(shown) > room:
            shown = "…" + shown[-(room - 1) :]
        left = max(0, room - len(shown))
        return ((shown, "bright"), (safe(at) or " ", "text@cursor"), (cut(safe(after), left), "bright"))

    def _remove(self, start: int, end: int) -> None:
        start = max(0, start)
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
