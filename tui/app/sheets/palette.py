"""All commands by name, and places to go to: `:120` a line of the source, `:L07:12` a turn, `:40%`, `:q`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app import keymap
from tui.app.commands.command import Command
from tui.app.commands.other_words import OTHER_WORDS
from tui.app.field import Field
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, filled, width_of
from tui.app.panes.sheet import Sheet
from tui.app.pickers.folding import FoldedName
from tui.app.pickers.matching import Matching, candidates, places
from tui.app.places import Unreachable, place_named

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_ABOUT_AT = 31
_NOTHING = "   Nothing is called so here. ? shows every key, and m there the manual."
_LEAVE = frozenset({"q", "q!", "quit", "wq", "x"})
_PLACE = re.compile(r"\d+%?|.*:\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a command, and its key here."""

    command: Command
    key: str


class Palette(Sheet):
    """Typing finds a command; `enter` does it."""

    title = "All commands"

    def __init__(self, page: Page) -> None:
        """Offer what can be done on this page."""
        super().__init__()
        offered = [command for command in keymap.available(page.contexts) if command.id != "palette"]
        # While nothing is typed, what has no key or says what it concerns comes before the motions.
        offered.sort(key=lambda command: (not command.about, bool(command.keys), not command.line))
        self._entries = [Entry(command, _key(command, page.contexts)) for command in offered]
        self._candidates = candidates(
            (entry.command.name, OTHER_WORDS.get(entry.command.id, ())) for entry in self._entries
        )
        self._matching = Matching(self._candidates)
        self.field = Field()
        self._hits = self._matching.hits("")
        self._at = 0
        self._top = 0

    typed_row = 1

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        return [("enter", "go there" if self._is_place else "do it"), (self.page.glyphs.arrows, "move"), ("^C", "back")]

    @property
    def _typed(self) -> str:
        return self.field.text.strip()

    @property
    def _is_place(self) -> bool:
        return bool(_PLACE.fullmatch(self._typed))

    def press(self, key: str, character: str | None) -> None:
        """Move, do, leave, or type."""
        if key in ("ctrl+c", "escape") or (key == "backspace" and not self.field.text):
            self.close()
        elif key in ("down", "ctrl+n", "up", "ctrl+p"):
            if self._hits:
                self._at = (self._at + (1 if key in ("down", "ctrl+n") else -1)) % len(self._hits)
        elif key in ("enter", "ctrl+j"):
            self._enter()
        elif self.field.press(key, character):
            self._match()

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self.field.insert(text)
        self._match()

    def _match(self) -> None:
        self._hits = self._matching.hits(self.field.text.strip())
        self._at = self._top = 0

    def _enter(self) -> None:
        page, typed = self.page, self._typed
        if typed in _LEAVE:
            self.close()
            page.app.leave()
        elif self._is_place:
            self._go(typed)
        elif self._hits:
            command = self._entries[self._hits[self._at].index].command
            self.close()
            page.call(command, page.first_key(command))

    def _go(self, typed: str) -> None:
        page = self.page
        try:
            source, position = place_named(page.project, page.desk.source, typed)
        except Unreachable as error:
            page.say(str(error))
            return
        self.close()
        page.app.go(source, position)

    # drawing ----------------------------------------------------------------------------------------------------

    def body(self, y: int) -> Line:
        """Return query, rows, and the other ways at the end."""
        if y == 0:
            count = f"{len(self._hits)} of {len(self._entries)} "
            left: list[Piece] = [(" : ", "accent"), *self.field.line(max(4, self.across - len(count) - 4))]
            return ends(left, [(count, "muted")], self.across)
        room = self.down - 4
        if y == self.down - 2:
            return (
                ("   also  ", "muted"),
                (":120", "text"),
                (" line   ", "muted"),
                (":L07:12", "text"),
                (" turn   ", "muted"),
                (":40%   ", "text"),
                (":q", "text"),
                (" leave", "muted"),
            )
        self._top = max(0, min(max(self._at - room + 1, min(self._top, self._at)), len(self._hits) - room))
        if y == 2 and not self._hits and not self._is_place and self._typed not in _LEAVE:
            return ((cut(_NOTHING, self.across, self.page.glyphs.more), "muted"),)
        at = self._top + y - 2
        if y < 2 or y - 2 >= room or at >= len(self._hits):
            return EMPTY
        return self._row(at)

    def _row(self, at: int) -> Line:
        hit, here = self._hits[at], at == self._at
        entry = self._entries[hit.index]
        ground = "@row" if here else ""
        name = self._candidates[hit.index].name
        pieces: list[Piece] = [(self.page.glyphs.here if here else " ", f"accent{ground}"), ("  ", f"text{ground}")]
        if hit.old_name is None:
            pieces += self._lifted(name, "text", ground)
        else:
            pieces += [(self.page.glyphs.words(name.name), f"text{ground}"), ("  ", f"text{ground}")]
            pieces += self._lifted(hit.old_name, "muted", ground)
        about = self._about(entry.command)
        if about and self.across >= 60 and width_of(pieces) < _ABOUT_AT:
            pieces = list(filled(pieces, _ABOUT_AT, f"text{ground}"))
            pieces.append(
                (
                    cut(" " + self.page.glyphs.words(about), self.across - _ABOUT_AT - 12, self.page.glyphs.more),
                    f"muted{ground}",
                )
            )
        return ends(pieces, [(entry.key, f"accent{ground}"), (" ", f"text{ground}")], self.across, f"text{ground}")

    def _lifted(self, name: FoldedName, role: str, ground: str) -> list[Piece]:
        """Return a name with the letters that were typed lifted out."""
        lifted = set(places(self.field.text.strip(), name))
        shown = self.page.glyphs.words(name.name)
        return [(mark, f"{'match' if number in lifted else role}{ground}") for number, mark in enumerate(shown)]

    def _about(self, command: Command) -> str:
        """Return what a command concerns, and of what is to be settled how much there is."""
        number = len(self.page.session.store.conflicts()) if command.id == "conflicts" else 0
        return f"{number} changed by two at once, to settle" if number else command.about


def _key(command: Command, contexts: Sequence[str]) -> str:
    keys = keymap.keys_of(command, contexts)
    return keymap.shown(keys[0]) if keys else ""
