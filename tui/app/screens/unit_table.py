"""The units of the open source, or of all, in source order: their words, condensed, and what they are coded as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.feet import tone_of, words_of
from tui.app.layout.moved_words import AGAIN
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, filled, padded, wrapped
from tui.app.layout.units_shown import blind_to, initials_of
from tui.app.screens.list_page import ListPage
from tui.model.names import in_order
from tui.model.safe_text import safe
from tui.model.uncertain import CHANGED

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_MOST_LINES = 3
_TURN = 6
_PLACE = 13
_NARROW = 100
_ASKED = 500
"""How many units are asked whose they are, for the title rule."""


class UnitTablePage(ListPage):
    """One source's units, or those of all, a unit over three lines at most."""

    context: ClassVar[str] = "unit_table"
    name_shown = "Units"
    foot_rows = 1
    takes_marks = True
    second_head: ClassVar[str] = "condensed"
    no_unit = "There is no unit under the cursor."

    def __init__(self, session: Session) -> None:
        """Stand on the unit that is lit in the transcript, or the next behind the cursor."""
        super().__init__(session)
        self.shows_all = False
        self._shown: tuple[object, list[str], int] = (None, [], 0)
        self._list()
        units = [self.unit(each) for each in self.ids]
        behind = (number for number, unit in enumerate(units) if unit["spans"][-1][1] > self.desk.cursor)
        self.at = next(behind, 0)
        if self.desk.current:
            self.stand_on(self.desk.current)

    def unit(self, identifier: str) -> Document:
        """Return a unit's document."""
        return self.project.get("units", identifier) or self.project.tables["units"][identifier]

    def show_all(self, on: bool) -> None:
        """Show the units of all sources, or of the open one; the cursor stays on its unit."""
        here, self.shows_all = self.here, on
        self.marked.clear()
        self._list()
        self.at = 0
        self.stand_on(here)

    def all_ids(self) -> Sequence[str]:
        """Return the units that the transcript shows: none of colleagues one must not see yet, none filtered out."""
        return self._units()[0]

    def _units(self) -> tuple[list[str], int]:
        """Return the units listed and how many are hidden, looked for once a change."""
        desk, project = self.desk, self.project
        state = (
            project.revision,
            desk.source,
            self.shows_all,
            frozenset(desk.codes_shown),
            frozenset(desk.coders_shown),
        )
        if self._shown[0] != state:
            ids: list[str] = []
            hidden = 0
            for source in self._sources():
                blind = blind_to(project, source, self.session.coder)
                for unit in project.units_in(source, relevant_only=True):
                    if unit.get("coder") not in blind and self._is_wanted(unit):
                        ids.append(unit["id"])
                    else:
                        hidden += 1
            self._shown = (state, ids, hidden)
        return self._shown[1], self._shown[2]

    def _sources(self) -> list[str]:
        if not self.shows_all:
            return [self.desk.source]
        return [str(source["id"]) for source in in_order(self.project.alive("sources"))]

    def _is_wanted(self, unit: Document) -> bool:
        codes, coders = self.desk.codes_shown, self.desk.coders_shown
        if coders and unit.get("coder") not in coders:
            return False
        return not codes or not codes.isdisjoint(self.project.codebook.codes_of(unit))

    def _unseen(self) -> str:
        hidden = self._units()[1]
        said = [super()._unseen(), f"{hidden:,} unit{'' if hidden == 1 else 's'} hidden" if hidden else ""]
        return ", ".join(part for part in said if part)

    def words_of(self, identifier: str) -> str:
        """Return words, condensed form and codes of a unit."""
        unit, book = self.unit(identifier), self.project.codebook
        codes = " ".join(book.nodes[code].title for code in book.codes_of(unit))
        again = AGAIN if self.project.moved.codes_of(unit) else ""
        changed = CHANGED if unit.get("uncertain") else ""
        return f"{words_of(self.project, unit)} {unit.get('condensed') or ''} {codes} {again} {changed}"

    def fact(self) -> str:
        """Return which unit this is, and which codes and coders are shown."""
        shown = len(self.ids)
        codes = f"{len(self.desk.codes_shown)} codes" if self.desk.codes_shown else "all codes"
        coders = sorted({str(self.unit(each).get("coder")) for each in self.ids[:_ASKED]})
        who = ", ".join(initials_of(self.project, coder) for coder in coders)
        return f"{min(self.at + 1, shown):,} of {shown:,} {self.glyphs.dot} {codes}{', ' + who if who else ''}"

    def trail(self) -> list[Piece]:
        """Return the source, and in which order its units stand."""
        source = self.project.get("sources", self.desk.source) or {}
        name = "all sources" if self.shows_all else safe(str(source.get("name") or ""))
        named: list[Piece] = [(f" {self.glyphs.here} ", "muted"), (name, "bright")]
        return [*named, (f" {self.glyphs.dot} ", "muted"), ("units in source order", "muted")]

    def _widths(self, width: int) -> tuple[int, int, int]:
        """Return how wide words, condensed form and codes are; on a narrow screen the condensed form is left out."""
        room = width - self._place_wide - 4
        if width < _NARROW:
            code = min(26, room // 3)
            return room - code - 2, 0, code
        words = room * 39 // 100
        condensed = room * 28 // 100
        return words, condensed, room - words - condensed - 4

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        words, condensed, _ = self._widths(width)
        pieces: list[Piece] = [(" turn".ljust(self._place_wide + 2), "muted"), ("unit".ljust(words + 3), "muted")]
        if condensed:
            pieces.append((self.second_head.ljust(condensed + 2), "muted"))
        return [(*pieces, ("code, sub-category", "muted")), EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a unit: turn, words and mark, condensed form, codes with the pile of the first; and a blank line."""
        unit = self.unit(identifier)
        words_wide, condensed_wide, codes_wide = self._widths(width)
        first_words, second_words = self.told(unit)
        words = self._limited(first_words, words_wide)
        condensed = self._limited(second_words, condensed_wide) if condensed_wide else []
        codes = self._codes(unit, codes_wide)
        place = self._place(unit)
        lines: list[Line] = []
        for number in range(max(1, len(words), len(condensed), len(codes))):
            first = number == 0
            line: list[Piece] = [(padded(place if first else "", self._place_wide + 1), "muted")]
            line += filled(((words[number] if number < len(words) else "", "text"),), words_wide)
            line.append((f" {self._mark(unit) if first else ' '} ", "accent"))
            if condensed_wide:
                line += filled(((condensed[number] if number < len(condensed) else "", "text"),), condensed_wide + 2)
            line += codes[number] if number < len(codes) else EMPTY
            lines.append(tuple(line))
        return [*lines, EMPTY]

    def told(self, unit: Document) -> tuple[str, str]:
        """Return what stands in the two columns of words: what was said, and the condensed form."""
        return words_of(self.project, unit), safe(str(unit.get("condensed") or ""))

    def foot(self, width: int) -> Sequence[Line]:
        """Return the condensed form of the unit under the cursor, where there is no column for it."""
        condensed = str(self.unit(self.here).get("condensed") or "") if self.here else ""
        if not condensed or (self._widths(width)[1] and self.second_head == "condensed"):
            return ()
        return [((" condensed: ", "muted"), (cut(safe(condensed), width - 13, self.glyphs.more), "text"))]

    def empty(self) -> Sequence[Line]:
        """Return how one begins."""
        return [((" No units in this source yet: in the transcript, enter gives a passage its first code.", "text"),)]

    def open_row(self) -> None:
        """Go to the unit in the transcript."""
        if self.here:
            unit = self.unit(self.here)
            self.leave_for(lambda: self.app.go(unit["source"], unit["spans"][0][0]))
            self.desk.current = unit["id"]

    def again(self) -> UnitTablePage:
        """Return the page anew, as it is now."""
        page = UnitTablePage(self.session)
        page.shows_all = self.shows_all
        return page

    @property
    def _place_wide(self) -> int:
        return _PLACE if self.shows_all else _TURN

    def _place(self, unit: Document) -> str:
        """Return the turn a unit begins in, as it is cited, the source's name before it where there are several."""
        turn = self.project.turns(unit["source"]).before(unit["spans"][0][0])
        number = f":{turn.number}" if turn is not None else ""
        if not self.shows_all:
            return number
        name = safe(str((self.project.get("sources", unit["source"]) or {}).get("name") or ""))
        return cut(name, _PLACE - len(number), self.glyphs.more) + number

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
            return [(("  no code yet", "muted"),), *_changed(unit)]
        named = f" {self.glyphs.dot} ".join(safe(book.nodes[code].title) for code in codes)
        pile = book.pile_of(codes[0])
        letter = (book.letter(pile) if pile is not None else "-") or " "
        room = max(8, width - 2)
        lines: list[Line] = [((f"  {words}", "text"),) for words in self._limited(named, room)[:2]]
        lines[0] = ((letter[:1], tone_of(self.project, codes[0])), (lines[0][0][0][1:], "text"))
        if pile is not None:
            node = book.nodes[pile]
            lines.append(((f"  {cut(safe(node.short or node.title), room, self.glyphs.more)}", "muted"),))
        if self.project.moved.codes_of(unit):
            lines.append(((f"  {AGAIN}", "accent"),))
        return [*lines, *_changed(unit)]


def _changed(unit: Document) -> list[Line]:
    """Return the line that says that words changed when the text was amended."""
    return [((f"? {CHANGED}", "accent"),)] if unit.get("uncertain") else []
