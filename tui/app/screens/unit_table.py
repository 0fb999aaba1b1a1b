"""The units of the open source in the order of its text: their words, condensed, and what they are coded as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.feet import tone_of, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, filled, wrapped
from tui.app.layout.units_shown import blind_to, initials_of
from tui.app.screens.list_page import ListPage
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_MOST_LINES = 3
_TURN = 6
_NARROW = 100


class UnitTablePage(ListPage):
    """One source's units, a unit over three lines at most."""

    context: ClassVar[str] = "unit_table"
    name_shown = "Units"
    foot_rows = 1

    def __init__(self, session: Session) -> None:
        """Stand on the unit that is lit in the transcript, or the next behind the cursor."""
        super().__init__(session)
        self._blind = blind_to(self.project, self.desk.source, session.coder)
        self._list()
        units = [self.unit(each) for each in self.ids]
        behind = (number for number, unit in enumerate(units) if unit["spans"][-1][1] > self.desk.cursor)
        self.at = next(behind, 0)
        if self.desk.current:
            self.stand_on(self.desk.current)

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "marks", "lists", "everywhere")

    def unit(self, identifier: str) -> Document:
        """Return a unit's document."""
        return self.project.get("units", identifier) or self.project.tables["units"][identifier]

    def all_ids(self) -> Sequence[str]:
        """Return the units that the transcript shows: none of colleagues one must not see yet, none filtered out."""
        desk, book = self.desk, self.project.codebook
        return [
            unit["id"]
            for unit in self.project.units_in(desk.source, relevant_only=True)
            if unit.get("coder") not in self._blind
            and (not desk.coders_shown or unit.get("coder") in desk.coders_shown)
            and (not desk.codes_shown or desk.codes_shown & set(book.codes_of(unit)))
        ]

    def words_of(self, identifier: str) -> str:
        """Return words, condensed form and codes of a unit."""
        unit, book = self.unit(identifier), self.project.codebook
        codes = " ".join(book.nodes[code].title for code in book.codes_of(unit))
        return f"{words_of(self.project, unit)} {unit.get('condensed') or ''} {codes}"

    def fact(self) -> str:
        """Return which unit this is, and which codes and coders are shown."""
        shown = len(self.ids)
        codes = f"{len(self.desk.codes_shown)} codes" if self.desk.codes_shown else "all codes"
        coders = sorted({str(self.unit(each).get("coder")) for each in self.ids})
        who = ", ".join(initials_of(self.project, coder) for coder in coders)
        return f"{min(self.at + 1, shown)} of {shown} {self.glyphs.dot} {codes}{', ' + who if who else ''}"

    def trail(self) -> list[Piece]:
        """Return the source, and in which order its units stand."""
        source = self.project.get("sources", self.desk.source) or {}
        named: list[Piece] = [(f" {self.glyphs.here} ", "muted"), (safe(str(source.get("name") or "")), "bright")]
        return [*named, (f" {self.glyphs.dot} ", "muted"), ("units in source order", "muted")]

    def _widths(self, width: int) -> tuple[int, int, int]:
        """Return how wide words, condensed form and codes are; on a narrow screen the condensed form is left out."""
        room = width - _TURN - 4
        if width < _NARROW:
            code = min(26, room // 3)
            return room - code - 2, 0, code
        words = room * 39 // 100
        condensed = room * 28 // 100
        return words, condensed, room - words - condensed - 4

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        words, condensed, _ = self._widths(width)
        pieces: list[Piece] = [(" turn".ljust(_TURN + 2), "muted"), ("unit".ljust(words + 3), "muted")]
        if condensed:
            pieces.append(("condensed".ljust(condensed + 2), "muted"))
        return [(*pieces, ("code, sub-category", "muted")), EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a unit: turn, words and mark, condensed form, codes with the pile of the first; and a blank line."""
        unit = self.unit(identifier)
        words_wide, condensed_wide, codes_wide = self._widths(width)
        words = self._limited(words_of(self.project, unit), words_wide)
        condensed = self._limited(safe(str(unit.get("condensed") or "")), condensed_wide) if condensed_wide else []
        codes = self._codes(unit, codes_wide)
        turn = self.project.turns(unit["source"]).before(unit["spans"][0][0])
        place = f":{turn.number}" if turn is not None else ""
        lines: list[Line] = []
        for number in range(max(1, len(words), len(condensed), len(codes))):
            first = number == 0
            line: list[Piece] = [((place if first else "").ljust(_TURN + 1), "muted")]
            line += filled(((words[number] if number < len(words) else "", "text"),), words_wide)
            line.append((f" {self._mark(unit) if first else ' '} ", "accent"))
            if condensed_wide:
                line += filled(((condensed[number] if number < len(condensed) else "", "text"),), condensed_wide + 2)
            line += codes[number] if number < len(codes) else EMPTY
            lines.append(tuple(line))
        return [*lines, EMPTY]

    def empty(self) -> Sequence[Line]:
        """Return how one begins."""
        return [((" No units in this source yet: in the transcript, enter gives a passage its first code.", "text"),)]

    def open_row(self) -> None:
        """Go to the unit in the transcript."""
        if self.here:
            unit = self.unit(self.here)
            self.app.go(unit["source"], unit["spans"][0][0])
            self.desk.current = unit["id"]

    def _limited(self, text: str, width: int) -> list[str]:
        lines = wrapped(text, width) if text else []
        if len(lines) <= _MOST_LINES:
            return lines
        return [
            *lines[: _MOST_LINES - 1],
            cut(f"{lines[_MOST_LINES - 1]} {lines[_MOST_LINES]}", width, self.glyphs.more),
        ]

    def _mark(self, unit: Document) -> str:
        if unit.get("quoted"):
            return "*"
        return "m" if self.project.memos_on("unit", unit["id"]) else " "

    def _codes(self, unit: Document, width: int) -> list[Line]:
        book = self.project.codebook
        codes = book.codes_of(unit)
        if not codes:
            return [(("  no code yet", "muted"),)]
        named = f" {self.glyphs.dot} ".join(safe(book.nodes[code].title) for code in codes)
        pile = book.pile_of(codes[0])
        letter = (book.letter(pile) if pile is not None else "-") or " "
        room = max(8, width - 2)
        lines: list[Line] = [((f"  {words}", "text"),) for words in self._limited(named, room)[:2]]
        lines[0] = ((letter[:1], tone_of(self.project, codes[0])), (lines[0][0][0][1:], "text"))
        if pile is not None:
            node = book.nodes[pile]
            lines.append(((f"  {cut(safe(node.short or node.title), room, self.glyphs.more)}", "muted"),))
        return lines
