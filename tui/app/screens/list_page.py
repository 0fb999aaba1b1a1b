"""A screen with a list: a head, a row or several lines for each thing, a cursor, marks, a filter, and a foot.

Subclasses say what the things are and how a row is drawn; only rows in view are ever asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.pieces import EMPTY, Line, cropped, filled, width_of
from tui.app.layout.rules import Titled, title_rule, under_rule
from tui.app.panes.lines import Lines
from tui.app.screens.page import Page
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session


def on_row(line: Line, width: int) -> Line:
    """Return a line on the ground of the row under the cursor, to the full width; a piece's own ground stays."""
    return tuple((text, role if "@" in role else f"{role}@row") for text, role in filled(line, width))


class ListPage(Page):
    """A list of things known by their ids."""

    name_shown = ""
    foot_rows = 2
    takes_marks: ClassVar[bool] = False
    """Whether rows can be marked here."""

    def __init__(self, session: Session) -> None:
        """Stand on the first row, with nothing marked and nothing filtered."""
        super().__init__(session)
        self.at = 0
        self.top = 0
        self.marked: list[str] = []
        self.filter = ""
        self.wanted: list[str] = []
        """What the things shown are chosen by, as subclasses have it; none: all are shown."""
        self.ids: Sequence[str] = ()
        self._heads: Sequence[Line] = ()
        self._rows: list[Line] = []
        self._foot: Sequence[Line] = ()
        self._numbers: list[int] = []
        self._below = 0
        self._marks: frozenset[str] = frozenset()

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, *(("marks",) if self.takes_marks else ()), "lists", "everywhere")

    # for subclasses ---------------------------------------------------------------------------------------------

    def all_ids(self) -> Sequence[str]:
        """Return the ids of the things listed, in order, before the filter."""
        return ()

    def words_of(self, identifier: str) -> str:
        """Return the words that the filter is looked for in."""
        return ""

    def heads(self, width: int) -> Sequence[Line]:
        """Return the lines above the rows: what the list is about, and the column heads."""
        return ()

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return the lines of one row, without cursor and ground; the first two cells are left for them."""
        return ()

    def foot(self, width: int) -> Sequence[Line]:
        """Return the lines on what the cursor is on."""
        return ()

    def empty(self) -> Sequence[Line]:
        """Return the lines shown where there is nothing to list."""
        return ()

    def fact(self) -> str:
        """Return the one thing said at the right of the title rule."""
        return ""

    def open_row(self) -> None:
        """Do the main thing with what the cursor is on."""

    def again(self) -> ListPage | None:
        """Return this page anew; `None` where one does not come back to it from the place one went to."""
        return None

    # where one is -----------------------------------------------------------------------------------------------

    @property
    def here(self) -> str:
        """The id under the cursor; empty where nothing is listed."""
        return self.ids[self.at] if self.ids else ""

    @property
    def chosen(self) -> list[str]:
        """The marked ids; without any, the one under the cursor."""
        return list(self.marked) or ([self.here] if self.here else [])

    @property
    def body_height(self) -> int:
        """How many lines there are for rows."""
        return max(1, self._rule_row - 2 - len(self._heads))

    @property
    def rows_for_long_lines(self) -> int:
        """How many rows above the key line a line that is typed may take: those of the foot."""
        return min(super().rows_for_long_lines, self.down - 2 - self._rule_row)

    @property
    def _rule_row(self) -> int:
        return self.down - 1 - (1 if self.down >= 30 else 0) - self.foot_rows - 1

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.at = max(0, min(len(self.ids) - 1, self.at + rows))

    def stand_on(self, identifier: str) -> None:
        """Put the cursor on a thing, where it is listed."""
        if identifier in self.ids:
            self.at = self.ids.index(identifier)

    def leave_for(self, go: Callable[[], None]) -> None:
        """Go to a place in the panes, so that the way back from there leads here again."""
        app = self.app

        def come_back() -> None:
            page = self.again()
            if page is not None:
                page.filter, page.marked = self.filter, list(self.marked)
                page._list()
                page.stand_on(self.here)
                app.open_page(page)

        go()
        self.desk.leads_back(come_back)

    def set_filter(self, words: str) -> None:
        """Show only rows that hold these words, whatever their case."""
        kept = self.here
        self.filter = words
        self._list()
        self.at = 0
        self.stand_on(kept)

    def step_back(self) -> bool:
        """Let go of the marks, then of the filter, then of what the things shown are chosen by."""
        if self.marked:
            self.marked.clear()
        elif self.filter:
            self.set_filter("")
        elif self.wanted:
            self.show_only([])
        else:
            return False
        return True

    def show_only(self, choices: Sequence[str]) -> None:
        """Show only what is chosen so."""
        self.wanted = list(choices)

    # drawing ----------------------------------------------------------------------------------------------------

    def prepare_frame(self) -> None:
        """List, keep the cursor in view, and draw the rows in view."""
        self._list()
        self._marks = frozenset(self.marked)
        width = self.across
        self._heads = self.heads(width)
        self.at = max(0, min(self.at, len(self.ids) - 1))
        self.top = min(self.top, self.at)
        height = self.body_height
        drawn = {self.at: self._drawn(self.at)} if self.ids else {}
        taken = len(drawn.get(self.at, ()))
        first = self.at
        while first > self.top:
            drawn[first - 1] = self._drawn(first - 1)
            if taken + len(drawn[first - 1]) > height:
                break
            first -= 1
            taken += len(drawn[first])
        self.top = first
        self._rows, self._numbers = [], []
        number = self.top
        while number < len(self.ids) and len(self._rows) < height:
            lines = drawn.get(number) or self._drawn(number)
            if len(self._rows) + len(lines) > height and number != self.at:
                break
            self._rows += lines
            self._numbers += [number] * len(lines)
            number += 1
        self._below = len(self.ids) - number
        if not self.ids:
            self._rows = list(self.empty())
        self._foot = self.foot(width)

    def inner_line(self, y: int) -> Line:
        """Return title rule, heads, rows, the rule that says how many more there are, and the foot."""
        rule_row = self._rule_row
        if y == 1:
            return title_rule(
                [Titled(self.name_shown, self._fact(), 0, self.across, self.sheet is None)], self.across, self.glyphs
            )
        if y == rule_row:
            return under_rule([(0, self.across, self._unseen())], self.glyphs)
        lines: Sequence[Line]
        if y > rule_row:
            lines, at = self._foot, y - rule_row - 1
        elif y - 2 < len(self._heads):
            lines, at = self._heads, y - 2
        else:
            lines, at = self._rows, y - 2 - len(self._heads)
        return cropped(lines[at], self.across) if at < len(lines) else EMPTY

    def click(self, widget: Lines, x: int, y: int) -> None:
        """Put the cursor on the row that was pressed; on the cursor's own row, do its main thing."""
        at = y - 2 - len(self._heads)
        if 0 <= at < len(self._numbers) and y < self._rule_row:
            if self._numbers[at] == self.at:
                self.open_row()
            else:
                self.at = self._numbers[at]

    def trail(self) -> list[tuple[str, str]]:
        """Return the name of the list."""
        return [(f" {self.glyphs.here} ", "muted"), (self.name_shown, "bright")]

    def _list(self) -> None:
        ids = self.all_ids()
        if self.filter:
            folded = self.filter.casefold()
            ids = [each for each in ids if folded in self.words_of(each).casefold()]
        self.ids = ids

    def _drawn(self, number: int) -> list[Line]:
        identifier, width = self.ids[number], self.across
        lines = [cropped(line, width) for line in self.row(identifier, width)]
        at_cursor = number == self.at
        # the row's ground shows the cursor too: a mark is seen under it
        mark = self.glyphs.marked if identifier in self._marks else self.glyphs.here if at_cursor else " "
        first: Line = ((mark, "accent"), *lines[0]) if lines else EMPTY
        rest: list[Line] = [((" ", "text"), *line) for line in lines[1:]]
        return [on_row(line, width) if at_cursor and width_of(line) > 1 else line for line in (first, *rest)]

    def _fact(self) -> str:
        fact = self.fact()
        if not self.filter:
            return fact
        words = f"{self.glyphs.opening}{safe(self.filter)}{self.glyphs.closing}"
        shown = f"{len(self.ids)} of {len(self.all_ids())} with {words}"
        return f"{fact}, {shown}" if fact else shown

    def _unseen(self) -> str:
        parts = [f"{self.top} before" if self.top else "", f"{self._below} more" if self._below > 0 else ""]
        return ", ".join(part for part in parts if part)
