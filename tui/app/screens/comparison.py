"""Two codes or piles side by side, or one alone: all their units, in their own words and condensed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tui.app.differing import who_wrote, why_they_differ
from tui.app.layout.compared import BY_CODE, BY_SOURCE, Compared, Looking, Shown
from tui.app.layout.feet import counted
from tui.app.layout.pieces import EMPTY, Line, Piece, cropped, cut, ends, filled, wrapped
from tui.app.layout.rules import Titled, title_rule, under_rule
from tui.app.layout.side import Side, side_lines
from tui.app.layout.units_shown import initials_of
from tui.app.screens.page import Page
from tui.app.unit_choices import title_of
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_FOOT_ROWS, _LOW_FOOT_ROWS, _LOW = 4, 3, 30
"""How many rows the foot has, and how many on a screen that is lower than so many."""
_AT_ONCE = 200
"""How many units' words are read at once while nothing else is to be done."""
_WIDE = 70
"""The width from which a side says of how many participants there are its units are."""


class ComparisonPage(Page):
    """The units of one node, or of two side by side; what keys do here acts on the unit under the cursor."""

    context: ClassVar[str] = "comparison"

    def __init__(self, session: Session, nodes: Sequence[str], looking: Looking | None = None) -> None:
        """Show these nodes, two at most, the cursor on the first's first unit."""
        super().__init__(session)
        self.sides = [Side(node, session.coder) for node in nodes[:2]]
        self.side_with_keys = 0
        self.looking = looking or Looking()
        self.compared = Compared(self.project, session.coder)
        self._read_at: tuple[object, ...] = ()
        self._lines: list[list[Line]] = []
        self._laid: dict[int, tuple[Shown, tuple[object, ...], list[Line]]] = {}
        """By side: what was laid out last, and how it looked then."""
        self._written = ("", "")
        """Why the two differ, and who wrote it when, as far as that was found."""
        self._both = 0
        """How many units carry both codes, whether they are shown or not."""
        self._read()

    def on_mount(self) -> None:
        """Draw, and read the words of the units while nobody waits, so that a filter has them at hand."""
        super().on_mount()
        self.call_after_refresh(self._learn)
        self.call_after_refresh(self.look_for_who_wrote)

    def _learn(self) -> None:
        if self.is_attached and any(self.compared.learn(side.node, _AT_ONCE) for side in self.sides):
            self.set_timer(0.02, self._learn)

    def look_for_who_wrote(self) -> None:
        """Find in the history who wrote why the two differ, and when; once for each wording."""
        because = self._because()
        if self.is_attached and because and because != self._written[0] and not self.session.saving:
            self._written = (because, "")
            nodes = [side.node for side in self.sides]
            self.session.work(lambda: who_wrote(self.session, nodes, because), self._wrote)

    def _wrote(self, said: str) -> None:
        self._written = (self._written[0], said)
        self.redraw()

    def _because(self) -> str:
        """Return why the two sides differ; empty where nobody has written it, or there is one alone."""
        return why_they_differ(self.project, self.sides[0].node, self.sides[1].node) if len(self.sides) > 1 else ""

    # what is there

    @property
    def side(self) -> Side:
        """The side that has the keys."""
        return self.sides[self.side_with_keys]

    @property
    def here(self) -> str:
        """The id of the unit under the cursor; empty where there is none."""
        return self.side.here

    @property
    def chosen(self) -> list[str]:
        """The marked units of this side; without any, the one under the cursor."""
        return self.side.marked_here or ([self.here] if self.here else [])

    @property
    def body_height(self) -> int:
        """How many units a page is counted as."""
        return max(1, self.side.last - self.side.top)

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "marks", "lists", "everywhere")

    def move(self, by: int) -> None:
        """Go so many units on, or back."""
        self.side.move(by)

    @property
    def at(self) -> int:
        """The number of the unit under the cursor, from 0."""
        return self.side.at

    @at.setter
    def at(self, number: int) -> None:
        self.side.move(number - self.side.at)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of this side's units."""
        return [str(unit["id"]) for unit in self.side.units]

    @property
    def marked(self) -> list[str]:
        """The ids of this side's marked units that are shown."""
        return self.side.marked_here

    @property
    def filter(self) -> str:
        """The words that units are filtered by."""
        return self.looking.words

    def open_row(self) -> None:
        """Go to the unit in its transcript; from there `''` leads back to this very row."""
        unit = self.project.get("units", self.here)
        if unit is None:
            return
        desk = self.desk
        reopen = self._as_it_stands()
        self.app.go(unit["source"], unit["spans"][0][0])
        desk.current = unit["id"]
        desk.leads_back(reopen)
        self.app.page.say("'' leads back to the comparison.")

    def _as_it_stands(self) -> Callable[[], None]:
        """Return what opens this comparison again as it is now: filters, marks, and the cursor on this row."""
        app, session, pane, node = self.app, self.session, self.desk.pane, self.desk.node
        sides = [(side.node, side.here, frozenset(side.marked)) for side in self.sides]
        looking = replace(self.looking, wanted=list(self.looking.wanted))
        with_keys = self.side_with_keys

        def reopen() -> None:
            session.desk.pane, session.desk.node = pane, node
            nodes = [each for each, _, _ in sides if session.project.codebook.resolve(each)]
            page = ComparisonPage(session, nodes, looking)
            for side, (_, here, marked) in zip(page.sides, sides, strict=False):
                side.marked = {unit for unit in marked if unit in page.ids_of(side)}
                side.stand_on(here)
            page.side_with_keys = min(with_keys, max(0, len(page.sides) - 1))
            app.open_page(page)

        return reopen

    def ids_of(self, side: Side) -> set[str]:
        """Return the ids of the units of a side."""
        return {str(unit["id"]) for unit in side.units}

    def set_filter(self, words: str) -> None:
        """Show only units that hold these words, in their own or condensed."""
        self.looking.words = words

    def show_only(self, choices: Sequence[str]) -> None:
        """Show only units of some participants or coders; none chosen: all."""
        self.looking.wanted = list(choices)

    def put_in_order(self, order: str) -> None:
        """Let the units stand in another order; the cursor stays on its unit."""
        self.looking.order = order

    @property
    def order(self) -> str:
        """In which order this side's units stand."""
        several = self.side.node in self.project.codebook.nodes and len(self.project.codebook.codes(self.side.node)) > 1
        return self.looking.order or (BY_CODE if several else BY_SOURCE)

    def step_back(self) -> bool:
        """Let go of the marks, then of the filters."""
        if self.sides and self.side.marked:
            self.side.marked.clear()
        elif self.looking.words:
            self.looking.words = ""
        elif self.looking.wanted:
            self.looking.wanted = []
        else:
            return False
        return True

    def stand_on_one_of(self, units: Sequence[str]) -> None:
        """Put the cursor on the first of some units that is shown, on this side or the other."""
        self._read()
        for number in (self.side_with_keys, 1 - self.side_with_keys):
            if number < len(self.sides) and any(self.sides[number].stand_on(unit) for unit in units):
                self.side_with_keys = number
                return

    def _read(self) -> None:
        """Gather the units anew where the project has changed; a node that was merged is read as what it is now."""
        state = (self.project.revision, *self.looking.state())
        if state == self._read_at:
            return
        self._read_at = state
        book = self.project.codebook
        for side in self.sides:
            side.node = book.resolve(side.node) or side.node
        self.sides = [side for side in self.sides if side.node in book.nodes]
        if len(self.sides) == 2 and self.sides[0].node == self.sides[1].node:
            self.sides = self.sides[:1]
        everything = [self.compared.ids(side.node) for side in self.sides]
        for side, ids in zip(self.sides, everything, strict=True):
            side.take(self.compared.shown(side.node, self.looking), ids)
        self._both = len(everything[0] & everything[1]) if len(everything) > 1 else 0
        self.side_with_keys = min(self.side_with_keys, max(0, len(self.sides) - 1))

    # drawing

    @property
    def _rule_row(self) -> int:
        foot_rows = (_LOW_FOOT_ROWS if self.down < _LOW else _FOOT_ROWS) if len(self.sides) > 1 else 0
        return self.down - 1 - (1 if self.down >= _LOW else 0) - foot_rows - 1

    def _widths(self) -> list[int]:
        if len(self.sides) < 2:
            return [self.across]
        left = (self.across - 1) // 2
        return [left, self.across - 1 - left]

    def prepare_frame(self) -> None:
        """Gather the units, and lay out those in view."""
        self._read()
        if not self.sides:
            self._lines = []
            return
        self._lines = [self._laid_out(number, width) for number, width in enumerate(self._widths())]

    def _laid_out(self, number: int, width: int) -> list[Line]:
        """Return the lines of a side; those of a side that nothing has happened to are as they were."""
        side, focused, height = self.sides[number], number == self.side_with_keys, self._rule_row - 2
        looks = (self.project.revision, side.node, focused, self.looking.briefly, width, height, self.glyphs)
        state = (*looks, side.at, side.top, frozenset(side.marked))
        known = self._laid.get(number)
        if known is not None and known[0] is side.shown and known[1] == state:
            return known[2]
        briefly = self.looking.briefly
        lines = side_lines(side, self.project, width, height, self.glyphs, focused=focused, briefly=briefly)
        self._laid[number] = (side.shown, (*looks, side.at, side.top, frozenset(side.marked)), lines)
        return lines

    def inner_line(self, y: int) -> Line:
        """Return title rule, the sides beside each other, the rule below them and why they differ."""
        if not self.sides:
            return ((" It is gone.", "muted"),) if y == 2 else EMPTY
        if y == 1:
            return self._title()
        if y < self._rule_row:
            return self._beside(y - 2)
        if y == self._rule_row:
            return under_rule(
                [
                    (0, width, self._in_view(side, width))
                    for side, width in zip(self.sides, self._widths(), strict=True)
                ],
                self.glyphs,
            )
        foot = self._foot()
        at = y - self._rule_row - 1
        return cropped(foot[at], self.across) if at < len(foot) else EMPTY

    def _in_view(self, side: Side, width: int) -> str:
        """Return up to which unit one sees, and how many are hidden; the fullest words that there is room for."""
        shown = side.shown
        seen = f"{side.last:,} of {len(side.units):,}"
        marked = f"{len(side.marked_here):,} marked, " if side.marked else ""
        hidden = f", {counted(shown.hidden, 'units')} hidden" if shown.hidden else ""
        number = sum(units for units, _ in shown.blind.values())
        if not number:
            return f"{marked}{seen}{hidden}"
        whose = ", ".join(
            f"{units:,} of {initials_of(self.project, coder)} until both close {safe(where) or 'what they read'}"
            for coder, (units, where) in shown.blind.items()
        )
        ways = (f"{marked}{seen}{hidden}, hidden: {whose}", f"{marked}{seen}{hidden}, {number:,} of colleagues hidden")
        return next((words for words in ways if len(words) <= width - 4), f"{seen}, {shown.hidden + number:,} hidden")

    def _title(self) -> Line:
        titled = []
        x = 0
        for number, (side, width) in enumerate(zip(self.sides, self._widths(), strict=True)):
            name, figures = self._named(side, width)
            has_keys = number == self.side_with_keys and self.sheet is None
            titled.append(Titled(name, figures, x, width, has_keys))
            x += width + 1
        return title_rule(titled, self.across, self.glyphs)

    def _named(self, side: Side, width: int) -> tuple[str, str]:
        """Return the name of a side and its figures: where both do not fit, the short name, then fewer figures."""
        node, figures = self.project.codebook.nodes[side.node], self._figures(side, width)
        names = [safe(name) for name in (node.title, node.short) if name]
        for said in (figures, figures.partition(",")[0], ""):
            room = width - cell_len(said) - 9
            for name in names:
                if cell_len(name) <= room:
                    return name, said
        return cut(names[-1], max(8, width - 9), self.glyphs.more), ""

    def _figures(self, side: Side, width: int) -> str:
        """Return how many units are shown, and of how many participants; of how many there are, where some are not."""
        shown = side.shown
        noun = safe(str(self.project.setting("participants_word")))
        if shown.hidden:
            units = f"{len(shown.units):,} of {counted(shown.all_units, 'units')}"
            return f"{units}, {shown.participants:,} of {counted(shown.all_participants, noun)}"
        heard = len(self.project.heard)
        people = f"{shown.participants:,} of {counted(heard, noun)}" if width >= _WIDE and heard else ""
        return f"{counted(len(shown.units), 'units')}, {people or counted(shown.participants, noun)}"

    def _beside(self, row: int) -> Line:
        pieces: list[Piece] = []
        for number, (lines, width) in enumerate(zip(self._lines, self._widths(), strict=True)):
            if number:
                pieces.append((self.glyphs.vertical, "rule"))
            line = lines[row] if row < len(lines) else EMPTY
            pieces += filled(cropped(line, width), width) if number == 0 and len(self.sides) > 1 else line
        return tuple(pieces)

    def _foot(self) -> Sequence[Line]:
        """Return why the two differ and how many units carry both; of one alone, nothing more."""
        if len(self.sides) < 2:
            return ()
        because = self._because()
        carry = f"{counted(self._both, 'units')} {'carries' if self._both == 1 else 'carry'} both"
        carry = carry if self._both else "no unit carries both"
        beside: list[Piece] = [(carry + " ", "muted")] if self.down < _LOW else []
        said = self._written[1] if because == self._written[0] else ""
        lines: list[Line] = [ends([(" They differ because", "strong"), (f"  {said}", "muted")], beside, self.across)]
        if because:
            lines += [((f" {line}", "text"),) for line in wrapped(safe(because), self.across - 2)[:2]]
        else:
            lines.append(((" nobody has written it down yet", "muted"),))
        return lines if beside else [*lines, ((f" {carry}", "muted"),)]

    def trail(self) -> list[Piece]:
        """Return what this page is, what is left out of it, and in which order the units stand."""
        words = "Compare two" if len(self.sides) > 1 else "Units"
        pieces: list[Piece] = [(f" {self.glyphs.here} ", "muted"), (words, "bright")]
        only = [safe(title_of(self.project, choice)) for choice in self.looking.wanted]
        if self.looking.words:
            only.append(f"{self.glyphs.opening}{safe(self.looking.words)}{self.glyphs.closing}")
        if only:
            pieces += [(f" {self.glyphs.dot} ", "muted"), (f"only {', '.join(only)}", "accent")]
        if self.sides and self.looking.order:
            pieces += [(f" {self.glyphs.dot} ", "muted"), (f"by {self.order}", "muted")]
        return pieces


def unit_of(page: ComparisonPage) -> Document | None:
    """Return the unit under the cursor."""
    return page.project.get("units", page.here) if page.here else None
