"""A document to be read: its contents at the left where there is room, its text at the right, a section at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.document import WIDEST, Layout
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, filled
from tui.app.layout.rules import Titled, title_rule
from tui.app.screens.page import Page
from tui.reports.tree import Block

if TYPE_CHECKING:
    from tui.app.session import Session

_CONTENTS = 30
_WITH_CONTENTS = 110


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: what the contents call it, and its blocks, the heading first."""

    name: str
    blocks: Sequence[Block]
    node: str = ""
    """The node it is about."""
    letter: str = ""
    hue: str = "heading"
    """The role of its heading."""
    missing: str = ""
    """What it lacks, in a word or two."""
    begins_group: bool = False


class DocumentPage(Page):
    """Reads sections; subclasses say which."""

    context: ClassVar[str] = "document"
    name_shown = ""
    file_shown = ""
    is_marked_up = False

    def __init__(self, session: Session) -> None:
        """Stand at the beginning."""
        super().__init__(session)
        self.at = 0
        self.sections: Sequence[Section] = ()
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._laid_for: object = None

    def made(self) -> Sequence[Section]:
        """Return the sections as they are now; for subclasses."""
        return ()

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "document", "everywhere") if self.context != "document" else ("document", "everywhere")

    @property
    def body_height(self) -> int:
        """How many lines are in view."""
        return max(1, self.down - 3 - (1 if self.down >= 30 else 0))

    @property
    def section_number(self) -> int:
        """The number of the section that one reads, from 0."""
        return max(0, sum(1 for start in self._starts if start <= self.at) - 1)

    @property
    def section(self) -> Section | None:
        """The section that one reads."""
        return self.sections[self.section_number] if self.sections else None

    def move(self, lines: int) -> None:
        """Read on, or back, by so many lines."""
        self.prepare_frame()
        self.at = max(0, min(self.at + lines, self._last))

    def to_section(self, number: int) -> None:
        """Go to where a section begins."""
        if self._starts:
            self.at = self._starts[max(0, min(number, len(self._starts) - 1))]

    def to_end(self) -> None:
        """Go to the end."""
        self.at = self._last

    @property
    def _last(self) -> int:
        return max(0, len(self._lines) - self.body_height, self._starts[-1] if self._starts else 0)

    @property
    def _shows_contents(self) -> bool:
        return self.across >= _WITH_CONTENTS

    def prepare_frame(self) -> None:
        """Lay the document out where it or the width has changed."""
        wanted = (self.project.revision, self.across, self.app.postil_theme)
        if wanted == self._laid_for:
            return
        self._laid_for = wanted
        reading = self.section
        into = self.at - self._starts[self.section_number] if reading else 0
        self.sections = self.made()
        width = min(WIDEST, self.across - (_CONTENTS + 10 if self._shows_contents else 4))
        self._lines, self._starts = [], []
        for section in self.sections:
            self._starts.append(len(self._lines))
            layout = Layout(width, self.glyphs, hue=section.hue, is_marked_up=self.is_marked_up)
            self._lines += layout.lines(section.blocks)
        self._stay(reading, into)
        self.at = max(0, min(self.at, self._last))

    def _stay(self, reading: Section | None, into: int) -> None:
        """Stay in the section that one reads, so many lines into it, also where those before it became longer."""
        if reading is None:
            return
        for number, section in enumerate(self.sections):
            if (section.node or section.name) == (reading.node or reading.name):
                end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._lines)
                self.at = max(self._starts[number], min(self._starts[number] + into, end - 1))
                return

    def inner_line(self, y: int) -> Line:
        """Return title rule, contents and text."""
        left = _CONTENTS if self._shows_contents else 0
        if y == 1:
            several = len(self.sections) > 1
            number = f"section {self.section_number + 1} of {len(self.sections)}" if several else ""
            text = Titled(self.file_shown, number, left + 1 if left else 0, self.across - left - 1, self.sheet is None)
            contents = [Titled("Contents", "", 0, left)] if left else []
            return title_rule([*contents, text], self.across, self.glyphs)
        row = y - 2
        if row >= self.body_height:
            return EMPTY
        at = self.at + row - 1
        line = self._lines[at] if 0 <= at < len(self._lines) and row else EMPTY
        margin: Piece = ("      " if left else "  ", "text")
        if not left:
            return (margin, *line)
        return (*filled(self._contents_line(row), left), (self.glyphs.vertical, "rule"), margin, *line)

    def _contents_line(self, row: int) -> Line:
        """Return a row of the contents; a blank one stands before each group."""
        rows: list[Section | None] = []
        for each in self.sections:
            if each.begins_group and rows:
                rows.append(None)
            rows.append(each)
        here = rows.index(self.section) if self.section in rows else 0
        top = max(0, min(here - self.body_height // 2, len(rows) - self.body_height))
        at = top + row
        shown = rows[at] if at < len(rows) else None
        return self._named(shown) if shown is not None else EMPTY

    def _named(self, section: Section) -> Line:
        """Return a section as the contents name it."""
        mark: Piece = (self.glyphs.here if section is self.section else " ", "accent")
        missing: list[Piece] = [(section.missing + " ", "accent")] if section.missing else []
        letter: list[Piece] = [(section.letter[:1] + " ", section.hue)] if section.letter else []
        room = _CONTENTS - 5 - len(section.missing) - (2 if section.letter else 0)
        name: Piece = (cut(section.name, room, self.glyphs.more), "text" if section.letter else section.hue)
        return ends([mark, ("  ", "text"), *letter, name], missing, _CONTENTS)

    def trail(self) -> list[Piece]:
        """Return the document's name."""
        return [(f" {self.glyphs.here} ", "muted"), (self.name_shown, "bright")]

    def open_row(self) -> None:
        """Go to what the section is about."""
