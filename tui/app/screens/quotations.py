"""Choosing quotations among the units of a code, a pile, a category or a theme, the balance of voices in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tui.app.layout.balance_shown import balance_lines
from tui.app.layout.compared import Compared
from tui.app.layout.feet import counted, tone_of, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, filled, padded, wrapped
from tui.app.layout.side import place_of
from tui.app.layout.units_shown import initials_of
from tui.app.screens.list_page import ListPage
from tui.app.unit_choices import Wanted, title_of
from tui.model.documents import Document
from tui.model.safe_text import safe
from tui.reports.balance import Balance, balance, named, pile_codes
from tui.reports.quotations import chosen

if TYPE_CHECKING:
    from tui.app.session import Session

NEVER = "never"
"""Stands beside participants who are quoted nowhere."""
_NARROW = 100
_MOST_LINES, _MOST_HERE = 3, 8
_NUMBER, _CODE, _WHO, _PLACE = 4, 24, 18, 9
_LOW = 30
_FOOT, _LOW_FOOT = 5, 3


class QuotationsPage(ListPage):
    """All units at and below a node as they stand in the texts, or its quotations alone in their order."""

    context: ClassVar[str] = "quotations"
    takes_marks = True

    def __init__(self, session: Session, node: str) -> None:
        """Show the units of a node that may be seen and that count."""
        super().__init__(session)
        self.node = node
        self.wanted: list[str] = []
        """By whom units are shown alone: attributes, participants, coders; none: all."""
        self.is_brief = False
        """Whether condensed forms stand for the words."""
        self.shows_chosen = False
        """Whether only quotations are shown, in their order."""
        self.compared = Compared(self.project, session.coder)
        self.balance = Balance({}, {})
        self._state: object = None
        self._listed: list[str] = []
        self._lying: dict[str, tuple[str, str]] = {}
        """By unit its code at or below the node, and the pile that lies in."""
        self._homes: set[str] = set()
        self._numbers_of: dict[str, int] = {}
        self._all = 0
        self._quoted_here: list[str] = []
        self._read()

    # what is there

    @property
    def name_shown(self) -> str:  # type: ignore[override]
        """What the title rule says."""
        node = self.project.codebook.nodes.get(self.node)
        if node is None:
            return "Quotations"
        room = max(12, self.across - len(self._fact()) - 24)
        title = node.short if node.short and cell_len(safe(node.title)) > room else node.title
        return f"Quotations: {cut(safe(title), room, self.glyphs.more)}"

    @property
    def foot_rows(self) -> int:  # type: ignore[override]
        """How many rows the balance takes."""
        return _LOW_FOOT if self.down < _LOW else _FOOT

    def unit(self, identifier: str) -> Document:
        """Return a unit's document."""
        return self.project.get("units", identifier) or self.project.tables["units"][identifier]

    def home_of(self, unit: str) -> str:
        """Return the pile whose quotation a unit is here; of a code that lies in none, the code."""
        return self._lying[unit][1] if unit in self._lying else self.node

    def number_of(self, unit: str) -> int:
        """Return which of its pile's quotations a unit is, from 1; 0 where it is none."""
        return self._numbers_of.get(unit, 0)

    def in_order(self, home: str) -> list[str]:
        """Return the quotations of a pile in their order."""
        codes = pile_codes(self.project, home) or self.project.codebook.codes(home)
        return [str(unit["id"]) for unit in chosen(self.project, codes, self.project.codebook.nodes[home])]

    def all_ids(self) -> Sequence[str]:
        """Return the units shown, before the filter by words."""
        self._read()
        return self._listed

    def _read(self) -> None:
        """Gather units, numbers and balance anew where the project or the choice has changed."""
        state = (self.project.revision, tuple(self.wanted), self.shows_chosen)
        if state == self._state:
            return
        self._state = state
        book = self.project.codebook
        self.node = book.resolve(self.node) or self.node
        self._listed, self._lying, self._homes, self._quoted_here = [], {}, set(), []
        if self.node not in book.nodes:
            return
        self.balance = balance(self.project)
        below = set(book.codes(self.node))
        wanted = Wanted(self.project, self.wanted)
        counted_coders = self.project.setting("counted")
        lying: dict[tuple[str, ...], tuple[str, str]] = {}  # few codes come together, however many units there are
        shown: dict[str, list[str]] = {}
        self._all = 0
        for unit, people in self.compared.with_people(self.node):
            if counted_coders is not None and unit.get("coder") not in counted_coders:
                continue
            identifier, codes = str(unit["id"]), tuple(unit["codes"])
            if codes not in lying:
                code = next(code for code in book.codes_of(unit) if code in below)
                lying[codes] = code, book.pile_of(code) or code
            self._lying[identifier] = lying[codes]
            self._all += 1
            if unit.get("quoted"):
                self._quoted_here.append(identifier)
            if wanted.takes_all or wanted.takes(unit, people):
                shown.setdefault(lying[codes][1], []).append(identifier)
        self._numbers_of = {}
        self._homes = {home for _, home in lying.values()}
        for home in self._homes:
            for number, each in enumerate(self.in_order(home), 1):
                if self.home_of(each) == home:  # one that stands in two piles is listed in one
                    self._numbers_of[each] = number
        for home in sorted(shown, key=book.place):
            self._listed += self._ordered(shown[home])

    def _ordered(self, units: list[str]) -> list[str]:
        """Return the units of a pile as they are shown."""
        if not self.shows_chosen:
            return units
        return sorted((unit for unit in units if self.number_of(unit)), key=self.number_of)

    def words_of(self, identifier: str) -> str:
        """Return what the filter looks in: words, condensed form, code, who speaks and where."""
        unit = self.unit(identifier)
        said = (words_of(self.project, unit), str(unit.get("condensed") or ""), self._code(unit)[1], *self._who(unit))
        return " ".join(said)

    def fact(self) -> str:
        """Return how many are chosen of how many, and by whom alone units are shown."""
        said = f"{len(self._quoted_here):,} chosen of {counted(self._all, 'units')}"
        only = ", ".join(safe(title_of(self.project, choice)) for choice in self.wanted)
        parts = (said, f"only {only}" if only else "", "in their order" if self.shows_chosen else "")
        return ", ".join(part for part in parts if part)

    def _unseen(self) -> str:
        hidden = 0 if self.shows_chosen else self._all - len(self._listed)
        said = [super()._unseen(), f"{counted(hidden, 'units')} hidden" if hidden else ""]
        return ", ".join(part for part in said if part)

    def trail(self) -> list[Piece]:
        """Return what one does here; of what, the title rule says."""
        return [(f" {self.glyphs.here} ", "muted"), ("Quotations", "bright")]

    # what the keys change

    def show_only(self, choices: Sequence[str]) -> None:
        """Show only units of some participants or coders; none chosen: all."""
        here, self.wanted = self.here, list(choices)
        self.stand_on(here)

    def show_chosen(self, on: bool) -> None:
        """Show the quotations alone, in their order, or all units again; the cursor stays on its unit."""
        here, self.shows_chosen, self.at = self.here, on, 0
        self.stand_on(here)

    def stand_on(self, identifier: str) -> None:
        """Put the cursor on a unit, as the units are listed now."""
        self._list()
        super().stand_on(identifier)

    def step_back(self) -> bool:
        """Let go of marks, filter and the choice of participants, then of showing quotations alone."""
        if super().step_back():
            return True
        was_alone = self.shows_chosen
        if was_alone:
            self.show_chosen(False)
        return was_alone

    def open_row(self) -> None:
        """Go to the unit in its transcript; from there `''` leads back to this very row."""
        if self.here:
            unit = self.unit(self.here)
            self.leave_for(lambda: self.app.go(unit["source"], unit["spans"][0][0]))
            self.desk.current = unit["id"]
            self.app.page.say("'' leads back to the quotations.")

    def again(self) -> QuotationsPage:
        """Return the page anew, as it is looked at now."""
        page = QuotationsPage(self.session, self.node)
        page.wanted, page.is_brief, page.shows_chosen = list(self.wanted), self.is_brief, self.shows_chosen
        return page

    # drawing

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads; on a narrow screen the definition's place is the words'."""
        if width < _NARROW:
            return [EMPTY]
        room = self._words_wide(width)
        return [
            (
                (" " * (_NUMBER + 1) + "unit".ljust(room + 2), "muted"),
                ("code".ljust(_CODE + 2), "muted"),
                ("who, quoted".ljust(_WHO + 2), "muted"),
                ("where", "muted"),
            ),
            EMPTY,
        ]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a unit: its number among the quotations, words, code, who speaks, and where."""
        unit = self.unit(identifier)
        narrow = width < _NARROW
        room = width - _NUMBER - 3 if narrow else self._words_wide(width)
        texts = self._texts(unit, room, identifier == self.here)
        number = self.number_of(identifier)
        lead = f" {number}*" if number else ""
        lines: list[Line] = []
        beside = [] if narrow else self._beside(unit)
        for at in range(max(len(texts), len(beside))):
            line: list[Piece] = [(padded(lead if not at else "", _NUMBER), "accent")]
            text: Line = (texts[at],) if at < len(texts) else EMPTY
            line += filled(text, room + 2) if beside else text
            line += beside[at] if at < len(beside) else EMPTY
            lines.append(tuple(line))
        if narrow:
            lines.append(((" " * _NUMBER, "text"), *self._under_words(unit, room)))
        return [*lines, EMPTY]

    def _words_wide(self, width: int) -> int:
        return min(72, width - _NUMBER - _CODE - _WHO - _PLACE - 9)

    def _texts(self, unit: Document, room: int, here: bool) -> list[Piece]:
        """Return the words of a unit, or where it is to be brief its condensed form; under the cursor more of them."""
        condensed = safe(str(unit.get("condensed") or ""))
        if self.is_brief and condensed:
            return [(line, "text") for line in wrapped(condensed, room)]
        lines = wrapped(words_of(self.project, unit), room)
        most = _MOST_HERE if here else 1 if self.is_brief else _MOST_LINES
        if len(lines) > most:
            lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, self.glyphs.more)]
        below = wrapped(condensed, room) if condensed and here else []
        return [*((line, "text") for line in lines), *((line, "muted") for line in below)]

    def _code(self, unit: Document) -> tuple[str, str, str]:
        """Return the letter of a unit's pile, its code here, and the letter's role."""
        book = self.project.codebook
        code, home = self._lying.get(str(unit["id"]), (self.node, self.node))
        letter = book.letter(home)[:1] if home in book.nodes and not book.nodes[home].is_code else "-"
        return letter or " ", safe(book.nodes[code].title), tone_of(self.project, code)

    def _who(self, unit: Document) -> list[str]:
        """Return who speaks, each with how often they are quoted in the whole summary."""
        people = self.project.participants_of(unit)
        times = (self.balance.people.get(who, 0) for who in people)
        mark = self.glyphs.words("×")
        often = [f"{number:,}{mark}" if number else NEVER for number in times]
        return [f"{safe(name)}, {said}" for name, said in zip(named(self.project, people), often, strict=True)]

    def _beside(self, unit: Document) -> list[Line]:
        """Return code, who speaks and place, as they stand beside the words."""
        letter, code, tone = self._code(unit)
        coder = str(unit.get("coder") or "")
        whose = "" if coder == self.session.coder else initials_of(self.project, coder)
        codes = wrapped(code, _CODE - 2)[:2]
        who = [*self._who(unit), *([whose] if whose else [])] or [whose]
        place = place_of(self.project, unit, _PLACE, self.glyphs.more)
        lines: list[Line] = []
        for at in range(max(len(codes), len(who), 1)):
            first: list[Piece] = [(letter if not at else " ", tone), (" ", "text")]
            named_here = who[at] if at < len(who) else ""
            lines.append(
                (
                    *filled((*first, (codes[at] if at < len(codes) else "", "text")), _CODE + 2),
                    *filled(((cut(named_here, _WHO, self.glyphs.more), _role(named_here)),), _WHO + 2),
                    (place if not at else "", "muted"),
                )
            )
        return lines

    def _under_words(self, unit: Document, room: int) -> Line:
        """Return the same in one line below the words, on a narrow screen."""
        letter, code, tone = self._code(unit)
        who = ", ".join(self._who(unit))
        place = place_of(self.project, unit, _PLACE, self.glyphs.more)
        said = f" {self.glyphs.dot} ".join(part for part in (who, place) if part)
        left = cut(code, max(8, room - len(said) - 6), self.glyphs.more)
        return ((letter, tone), (f" {left}", "muted"), (f" {self.glyphs.dot} ", "muted"), (said, _role(who)))

    def foot(self, width: int) -> Sequence[Line]:
        """Return the balance."""
        return balance_lines(
            self.project, self.balance, self._quoted_here, self._homes, width, self.foot_rows, self.glyphs
        )

    def empty(self) -> Sequence[Line]:
        """Return why nothing is listed, and what to do."""
        if self.node not in self.project.codebook.nodes:
            return [((" It is gone: it was deleted or merged meanwhile.", "text"),)]
        if self.shows_chosen:
            return [((" No quotation yet: tab shows all units, * chooses one.", "text"),)]
        return [((" No units here that count.", "text"),)]


def _role(who: str) -> str:
    return "accent" if who.endswith(NEVER) else "muted"
