"""Two codes or piles side by side, or one alone: all their units, in their own words and condensed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.feet import counted, counts, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cropped, filled, wrapped
from tui.app.layout.rules import Titled, title_rule, under_rule
from tui.app.layout.side import Side, side_lines
from tui.app.screens.page import Page
from tui.model.safe_text import safe
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_FOOT_ROWS = 4


class ComparisonPage(Page):
    """The units of one node, or of two side by side; what keys do here acts on the unit under the cursor."""

    context: ClassVar[str] = "comparison"

    def __init__(self, session: Session, nodes: Sequence[str]) -> None:
        """Show these nodes, two at most, the cursor on the first's first unit."""
        super().__init__(session)
        self.sides = [Side(node) for node in nodes[:2]]
        self.side_with_keys = 0
        self.filter = ""
        self._read_at: tuple[int, str] = (-1, "")
        self._lines: list[list[Line]] = []
        self._read()

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
        marked = [str(unit["id"]) for unit in self.side.units if unit["id"] in self.side.marked]
        return marked or ([self.here] if self.here else [])

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
        """The ids of this side's marked units."""
        return sorted(self.side.marked)

    def open_row(self) -> None:
        """Go to the unit in its transcript."""
        unit = self.project.get("units", self.here)
        if unit is not None:
            self.desk.pane = "transcript"
            self.desk.go(unit["source"], unit["spans"][0][0])
            self.desk.current = unit["id"]
            self.app.close_page()

    def set_filter(self, words: str) -> None:
        """Show only units that hold these words, in their own or condensed."""
        self.filter = words

    def _lets_through(self, unit: Document) -> bool:
        sought = self.filter.casefold()
        words = f"{words_of(self.project, unit)} {unit.get('condensed') or ''}" if sought else ""
        return sought in words.casefold()

    def step_back(self) -> bool:
        """Let go of the marks, then of the filter."""
        if self.sides and self.side.marked:
            self.side.marked.clear()
        elif self.filter:
            self.filter = ""
        else:
            return False
        return True

    def _read(self) -> None:
        """Gather the units anew where the project has changed; a node that was merged is read as what it is now."""
        if (self.project.revision, self.filter) == self._read_at:
            return
        self._read_at = (self.project.revision, self.filter)
        book = self.project.codebook
        names = {source["id"]: source.get("name") or "" for source in self.project.alive("sources")}
        for side in self.sides:
            side.node = book.resolve(side.node) or side.node
            if side.node not in book.nodes:
                side.take([])
                continue
            carrying = (unit for code in book.codes(side.node) for unit in self.project.units_with(code))
            units = {unit["id"]: unit for unit in carrying if is_unit(unit)}
            shown = [unit for unit in units.values() if self._lets_through(unit)]
            side.take(sorted(shown, key=lambda unit: (names.get(unit["source"], ""), unit["spans"], unit["id"])))
        self.sides = [side for side in self.sides if side.node in book.nodes]
        if len(self.sides) == 2 and self.sides[0].node == self.sides[1].node:
            self.sides = self.sides[:1]
        self.side_with_keys = min(self.side_with_keys, max(0, len(self.sides) - 1))

    # drawing

    @property
    def _rule_row(self) -> int:
        foot_rows = _FOOT_ROWS if len(self.sides) > 1 else 0
        return self.down - 1 - (1 if self.down >= 30 else 0) - foot_rows - 1

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
        height = self._rule_row - 2
        self._lines = [
            side_lines(side, self.project, width, height, self.glyphs, focused=number == self.side_with_keys)
            for number, (side, width) in enumerate(zip(self.sides, self._widths(), strict=False))
        ]

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
                [(0, width, self._in_view(side)) for side, width in zip(self.sides, self._widths(), strict=True)],
                self.glyphs,
            )
        foot = self._foot()
        at = y - self._rule_row - 1
        return cropped(foot[at], self.across) if at < len(foot) else EMPTY

    def _in_view(self, side: Side) -> str:
        """Return up to which unit one sees, and that some are hidden where a filter hides them."""
        if not self.filter:
            return f"{side.last} of {len(side.units)}"
        return f"{side.last} of {len(side.units)} with {self.glyphs.opening}{safe(self.filter)}{self.glyphs.closing}"

    def _title(self) -> Line:
        titled = []
        x = 0
        for number, (side, width) in enumerate(zip(self.sides, self._widths(), strict=True)):
            name = safe(self.project.codebook.nodes[side.node].title)
            has_keys = number == self.side_with_keys and self.sheet is None
            titled.append(Titled(name, counts(self.project, side.node), x, width, has_keys))
            x += width + 1
        return title_rule(titled, self.across, self.glyphs)

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
        first, second = (side.node for side in self.sides)
        lines: list[Line] = [((" They differ because", "strong"),)]
        because = why_they_differ(self, first, second)
        if because:
            lines += [((f" {line}", "text"),) for line in wrapped(safe(because), self.across - 2)[:2]]
        else:
            lines.append(((" nobody has written it down yet", "muted"),))
        mine, others = ({str(unit["id"]) for unit in side.units} for side in self.sides)
        both = len(mine & others)
        carry = (
            f"{counted(both, 'units')} {'carries' if both == 1 else 'carry'} both" if both else "no unit carries both"
        )
        return [*lines, ((f" {carry}", "muted"),)]

    def trail(self) -> list[Piece]:
        """Return what this page is."""
        words = "Compare two" if len(self.sides) > 1 else "Units"
        return [(f" {self.glyphs.here} ", "muted"), (words, "bright")]


def why_they_differ(page: Page, first: str, second: str) -> str:
    """Return because of what two nodes differ, as it is written down with one of them; empty where it is not."""
    book = page.project.codebook
    for node, other in ((first, second), (second, first)):
        for named, because in (book.nodes[node].document.get("differs") or {}).items():
            if because and book.resolve(named) == other:
                return str(because)
    return ""


def unit_of(page: ComparisonPage) -> Document | None:
    """Return the unit under the cursor."""
    return page.project.get("units", page.here) if page.here else None
