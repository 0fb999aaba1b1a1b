"""The page of keys, made from the table of commands: every key that works here, and `enter` does one at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app import keymap
from tui.app.keymap import HelpRow
from tui.app.layout.pieces import EMPTY, Line, filled, wrapped
from tui.app.layout.rules import Titled, title_rule
from tui.app.screens.page import Page

if TYPE_CHECKING:
    from tui.app.session import Session

_NOTES = (
    "A key acts on the selection; else on the unit you are in; else, for enter . 1–9 i c, on the sentence. "
    "^C is ctrl+c. After g, t or ' the key line shows what may follow; any other key cancels."
)
_SIGNS = (
    "Left of the text: a letter is the pile of a unit’s code, a digit its quick key, - neither; {bar} a unit, "
    "{current} the one you are in, {other} a colleague’s, {gap} it goes on below, + more units, {cross} not relevant. "
    "Right of it: * quotation, m memo, ? words changed when the text was amended."
)
_SIDE_BY_SIDE = 110
_KEYS_WIDE = 9

Section = tuple[str, bool, list[HelpRow]]
"""Title, whether one came from here, and the rows."""


class KeysPage(Page):
    """Every key, by where it works."""

    context: ClassVar[str] = "keys"
    offers_keys = False

    def __init__(self, session: Session, behind: Page) -> None:
        """Show the keys of the page behind."""
        super().__init__(session)
        self.behind = behind
        self.at = 0
        self.find = ""
        self.top = 0
        self._sections = self._made()
        self._lines: list[Line] = []

    @property
    def rows(self) -> list[HelpRow]:
        """The rows that hold what is looked for, in the order of the cursor."""
        return [row for _, _, rows in self._shown() for row in rows]

    def _made(self) -> list[Section]:
        behind = self.behind.contexts
        if "panes" in behind:
            pane = self.desk.pane
            return [
                ("Transcript", pane == "transcript", keymap.help_rows(("transcript",))),
                ("Codebook and board", pane != "transcript", keymap.help_rows(("codebook", "board"))),
                ("Everywhere", False, keymap.help_rows(("panes", "everywhere"))),
            ]
        own = tuple(context for context in behind if context != "everywhere")
        return [("Here", True, keymap.help_rows(own)), ("Everywhere", False, keymap.help_rows(("everywhere",)))]

    def _shown(self) -> list[Section]:
        folded = self.find.casefold()
        return [
            (title, here, [row for row in rows if folded in f"{row.keys} {row.words}".casefold()])
            for title, here, rows in self._sections
        ]

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what can be done here."""
        return [("j k", "scroll"), ("enter", "do it now"), ("/", "find")]

    def trail(self) -> list[tuple[str, str]]:
        """Return the page's name."""
        return [(f" {self.glyphs.here} ", "muted"), ("Keys", "bright")]

    def prepare_frame(self) -> None:
        """Lay the sections out, side by side where they fit."""
        self.at = max(0, min(self.at, len(self.rows) - 1))
        sections = self._shown()
        lines, cursor = (self._beside if self.across >= _SIDE_BY_SIDE else self._below)(sections)
        room = self.down - 3 - (1 if self.down >= 30 else 0)
        if "panes" in self.behind.contexts and self.desk.pane == "transcript":
            signs = self._signs()
            lines += signs if len(lines) + len(signs) <= room else []
        self.top = max(0, min(self.top, cursor, len(lines) - room))
        if cursor >= self.top + room:
            self.top = cursor - room + 1
        if cursor <= 3:
            self.top = 0
        self._lines = lines[self.top : self.top + room]

    def inner_line(self, y: int) -> Line:
        """Return title rule and keys."""
        if y == 1:
            return title_rule([Titled("Keys", "", 0, self.across, True)], self.across, self.glyphs)
        return self._lines[y - 2] if y - 2 < len(self._lines) else EMPTY

    def _signs(self) -> list[Line]:
        """Return what the signs beside the text mean."""
        glyphs = self.glyphs
        words = glyphs.words(_SIGNS).format(
            bar=glyphs.bar,
            current=glyphs.bar_current,
            other=glyphs.bar_other,
            gap=glyphs.gap,
            cross=glyphs.not_relevant,
        )
        left = _KEYS_WIDE + 2 if self.across >= _SIDE_BY_SIDE else 1
        return [EMPTY, *(((" " * left + line, "muted"),) for line in wrapped(words, self.across - left - 3))]

    def _beside(self, sections: list[Section]) -> tuple[list[Line], int]:
        widths = [
            max(_KEYS_WIDE, *(len(row.keys) for row in rows)) + 2 + max(24, *(len(row.words) for row in rows))
            for _, _, rows in self._sections
        ]
        gap = max(1, (self.across - sum(widths) - 1) // len(widths))
        columns = []
        before = 0
        for section, width in zip(sections, widths, strict=True):
            columns.append(self._column(section, before, width + gap))
            before += len(section[2])
        height = max(len(column) for column, _ in columns)
        lines: list[Line] = []
        for y in range(height):
            pieces: list[tuple[str, str]] = []
            for (column, _), width in zip(columns, widths, strict=True):
                pieces += filled(column[y] if y < len(column) else EMPTY, width + gap)
            lines.append(tuple(pieces))
        notes: list[Line] = [
            ((" " * (_KEYS_WIDE + 2) + words, "muted"),)
            for words in wrapped(self.glyphs.words(_NOTES), self.across - 14)
        ]
        return [*lines, EMPTY, *notes], max(at for _, at in columns)

    def _below(self, sections: list[Section]) -> tuple[list[Line], int]:
        lines: list[Line] = []
        cursor, before = 0, 0
        for section in sections:
            column, at = self._column(section, before, self.across)
            cursor = len(lines) + at if at >= 0 else cursor
            lines += column
            before += len(section[2])
        return [
            *lines,
            EMPTY,
            *[((" " + words, "muted"),) for words in wrapped(self.glyphs.words(_NOTES), self.across - 2)],
        ], cursor

    def _column(self, section: Section, before: int, width: int) -> tuple[list[Line], int]:
        """Return the lines of a section and in which of them the cursor is (-1: in none)."""
        title, here, rows = section
        wide = max([_KEYS_WIDE, *(len(row.keys) for row in rows)])
        head: list[tuple[str, str]] = [(" " * (wide + 2) + title, "heading")]
        if here:
            head.append(("  you are here", "muted"))
        lines: list[Line] = [EMPTY, tuple(head), EMPTY]
        cursor = -1
        for number, row in enumerate(rows, before):
            ground = ""
            if number == self.at:
                cursor, ground = len(lines), "@row"
            keys = self.glyphs.words(row.keys)
            lines.append(
                (
                    (keys.rjust(wide), f"accent{ground}"),
                    ("  ", f"text{ground}"),
                    (self.glyphs.words(row.words), f"text{ground}"),
                )
            )
        return lines, cursor

    def back(self) -> tuple[str, str]:
        """Return the way back."""
        return ("q", "back")

    def step_back(self) -> bool:
        """Let go of what is looked for."""
        found, self.find = bool(self.find), ""
        return found
