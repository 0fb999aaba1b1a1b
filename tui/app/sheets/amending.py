"""A corrected text for a source: what becomes of all that is marked is shown, and `enter` amends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.app.completion import completed
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, wrapped
from tui.app.panes.sheet import Sheet
from tui.formats import corrected
from tui.formats.parsed import Parsed
from tui.model.edits.amending import Amendment, AmendSource, Passage, amended
from tui.model.safe_text import safe
from tui.model.units import is_unit
from tui.reports.amending import differing, fate, place

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.project import Project
    from tui.model.transaction import Edit

_WIDEST = 72


class Corrected(NamedTuple):
    """A corrected text that was read, and what it would make of what is marked."""

    parsed: Parsed
    edit: AmendSource
    edits: Sequence[Edit]
    """Those of new participants and the amendment itself."""
    found: Amendment


def ask_for_corrected(page: Page, source: str) -> None:
    """Ask for the file of a corrected text, read it, and show what would become of what is marked."""
    here = Path.cwd()
    name = str(page.project.need("sources", source).get("name"))

    def shown(read: Corrected) -> None:
        if read.edit.changes_text(page.project):
            page.app.page.open_sheet(AmendSheet(read))
        else:
            page.app.page.say("Nothing to change: this is the text that the source has.")

    def named(words: str) -> None:
        if words.strip():
            path = here / Path(words.strip()).expanduser()
            page.session.work(lambda: _read(path, page.project, source), shown, "comparing…")

    page.ask(f"Amend {name} by", named, word="look at it", complete=lambda words: completed(words, here))


def _read(path: Path, project: Project, source: str) -> Corrected:
    parsed = corrected.read(path, project.transcript(source))
    edit, cast = corrected.amendment(path, parsed, project, project.need("sources", source))
    return Corrected(parsed, edit, [*cast.edits, edit], amended(project, source, edit.fields, parsed.text))


class AmendSheet(Sheet):
    """What is marked and would not be as it was, passage by passage: its words now, and then."""

    rows = 16
    wide = 84

    def __init__(self, read: Corrected) -> None:
        """Show what was read."""
        super().__init__()
        self.title = f"Amend {read.found.source.get('name')}"
        self._read = read
        self._otherwise = [passage for passage in read.found.passages if not passage.is_as_it_was]
        self._top = 0
        self._lines: list[Line] = []

    def fact(self) -> str:
        """Return how much stays as it was."""
        same = len(self._read.found.passages) - len(self._otherwise)
        units = sum(1 for passage in self._otherwise if passage.table == "units" and is_unit(passage.document))
        others = len(self._otherwise) - units
        said = f"{same:,} as before, {len(self._otherwise):,} otherwise"
        return f"{said}, {units:,} unit{'' if units == 1 else 's'} of them" if others else said

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        scroll = [("j k", "scroll")] if len(self._lines) > self.down - 1 else []
        return [("enter", "amend"), *scroll, ("^C", "leave it as it is")]

    def press(self, key: str, character: str | None) -> None:
        """Scroll, amend, or leave."""
        page = max(1, self.down - 2)
        by = {"j": 1, "down": 1, "k": -1, "up": -1, "pagedown": page, "space": page, "pageup": -page}.get(key, 0)
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("enter", "ctrl+j"):
            self._amend()
        elif by:
            self._top = max(0, min(self._top + by, len(self._lines) - self.down + 1))

    def prepare(self) -> None:
        """Lay out what is not as it was."""
        width = max(20, min(_WIDEST, self.across - 4))
        lines: list[Line] = [EMPTY]
        if not self._otherwise:
            lines.append(((" Everything that is marked keeps its words and its place.", "text"),))
        gone = self._read.found.lost_corrections
        lines += [((f" Turn {number} is gone, of which you said who speaks.", "text"),) for number in gone]
        for passage in self._otherwise:
            lines += [*self._told(passage, width), EMPTY]
        self._lines = lines

    def body(self, y: int) -> Line:
        """Return a line of it."""
        at = self._top + y
        return self._lines[at] if at < len(self._lines) else EMPTY

    def _told(self, passage: Passage, width: int) -> list[Line]:
        """Return a passage: where it will lie, what becomes of it, and where its words differ."""
        more = self.page.glyphs.more
        where = cut(safe(place(self._read.found, passage)), width // 2, more)
        lines: list[Line] = [ends([(f" {where}", "strong")], [(fate(passage), "muted"), (" ", "text")], width)]
        for role, words in zip(("muted", "text"), differing(passage.before, passage.after), strict=True):
            mark: Piece = ("  - " if role == "muted" else "  + ", "muted")
            for number, line in enumerate(wrapped(safe(words), width - 4)):
                lines.append((mark if not number else ("    ", "text"), (line, role)))
        return lines

    def _amend(self) -> None:
        """Keep the text, give it to the source, and say how many units are to be looked at."""
        page, read = self.page, self._read
        session = page.session
        if session.cannot_write:
            page.say(session.cannot_write)
            return
        uncertain = sum(1 for passage in self._otherwise if is_unit(passage.document) and passage.table == "units")

        def kept(_: str) -> None:
            session.do(*read.edits, sentence=read.edit.sentence(session.project), then=lambda _: done())

        def done() -> None:
            self.close()
            if uncertain:
                number = f"{uncertain} unit is" if uncertain == 1 else f"{uncertain} units are"
                session.watcher.say(f"{number} to be looked at; :units whose words changed lists them", undo=True)

        session.work(lambda: session.store.add_text(read.parsed.text), kept, "saving…")
