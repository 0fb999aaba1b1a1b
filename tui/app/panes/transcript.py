"""The transcript: text to read for hours, with a gutter that shows what is coded. It draws what the desk says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.app import keymap
from tui.app.layout.pieces import EMPTY, Line, wrapped
from tui.app.panes import transcript_feet as feet
from tui.app.panes.finder import Finder
from tui.app.panes.transcript_mouse import TextMouse
from tui.app.panes.transcript_open import OpenTranscript
from tui.app.panes.transcript_page import TranscriptPage
from tui.app.panes.transcript_rows import Rows, Shown, no_source
from tui.app.panes.transcript_scroll import MARGIN, Scroll
from tui.model import ends as moving_ends
from tui.model import reaching
from tui.model import selection as selecting
from tui.model.ends import Ends
from tui.model.text import Position, united

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

# In the order of the table: pairs that mean the same before and after keep their places, and are not drawn anew.
_SELECTED = {
    "code": "",
    "code_again": "",
    "select_sentence": "",
    "select_freely": "",
    "hold_span": "",
    "condense": "",
    "in_vivo": "in vivo",
    "not_relevant": "not relevant",
}
_HELD = {
    "select_sentence": "",
    "select_freely": "",
    "hold_span": "",
    "code": "",
    "code_again": "",
    "join_units": "merge",
}
_MOVING = {"keep_ends": "", "other_end": "", "drop_span": ""}


class TranscriptPane(OpenTranscript):
    """The transcript of the main screen."""

    name_shown = "Transcript"

    def __init__(self, main: MainScreen) -> None:
        """Begin with nothing laid out."""
        super().__init__(main)
        self.finder = Finder()
        self.mouse = TextMouse(self)
        self._scroll = Scroll()
        self._passage_end: Position = 0
        """Where the passage ends that was leapt to, until it has been brought into view."""
        self._rows: Rows | None = None

    # drawing ----------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Lay the source out where something changed, and bring the cursor into view."""
        page = self.laid()
        if page is None:
            self._rows = None
            return
        self.desk.page_height = max(1, self.down - 2)
        if self.main.question is None:
            self.finder.look_once(self.project, page.transcript, self.desk, self.main.redraw)
        if not self.is_sorting:
            self.desk.cursor = page.reading.stand(self.desk.cursor)
            self.settle()
        line = page.wrapping.line_of(self.cursor)
        if self.is_sorting:
            self._scroll.show_in_context(page.wrapping, line, self.down, self.source)
        else:
            margin = 0 if self.mouse.put == self.desk.cursor else MARGIN
            passage = page.wrapping.line_of(self._passage_end) - line
            self._scroll.follow(page.wrapping, line, self._uncovered_rows(), self.source, margin, passage)
            self._passage_end = 0
        self._rows = Rows(page, self._shown(page), self.glyphs)

    def line(self, y: int) -> Line:
        """Return a line of the text, or of what to do where there is none."""
        if self._rows is not None:
            return self._rows.row(self._scroll.top + y, is_top=y == 0)
        if self.problem:
            lines: Sequence[Line] = [
                EMPTY,
                *((("    " + words, "text"),) for words in wrapped(self.problem, self.across - 6)),
            ]
        else:
            lines = no_source(bool(self.project.tables["sources"]), self.glyphs)
        return lines[y] if y < len(lines) else EMPTY

    def fact(self) -> str:
        """Return the turn the cursor is in, and whose units are shown where there are colleagues'."""
        page = self.laid()
        if page is None:
            return ""
        fact = feet.fact(page, self.cursor, self.glyphs, self.desk.zoomed, self.is_sorting)
        if not self.desk.find or self.is_sorting:
            return fact
        number = len(self.finder.places(self.project, page.transcript, self.desk))
        return f"{number:,} found {self.glyphs.dot} {fact}" if number or self.main.question is not None else fact

    def hidden(self) -> str:
        """Return what is hidden from the text."""
        page = self.laid()
        return "" if page is None or self.is_sorting else feet.hidden(page)

    def foot(self, width: int, rows: int) -> Sequence[Line]:
        """Return the units here, or what is selected and held, or who speaks while one sorts."""
        page = self.laid()
        if page is None:
            return ()
        if self.is_sorting:
            shown_of = getattr(self.main.board, "shown_of", None)
            at, count = shown_of() if shown_of is not None else (0, 0)
            return feet.speaker_foot(page, self.unit_of_card(), (at, count), width, rows, self.glyphs)
        if self.desk.held or self.desk.selection is not None or self.desk.ends is not None:
            return feet.selection_foot(page, self.desk, self.selected(), width, rows, self.glyphs)
        return feet.units_here_foot(page, self.units_here(), self.cursor, width, rows, self.glyphs)

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what matters while something is selected or held, or an end is moved."""
        desk = self.desk
        if desk.ends is not None:
            words: Mapping[str, str] = _MOVING
        elif desk.selection is not None:
            grows = "one more" if desk.selection.how == selecting.SENTENCE else ""
            drops = "let go" if desk.selection.how == selecting.FREE else ""
            words = {**_SELECTED, "select_sentence": grows, "select_freely": drops}
        elif desk.held:
            words = _HELD
        else:
            return ()
        return keymap.named(words, self.main.contexts, self.main)

    def position(self) -> float:
        """Return how far into the text the cursor is."""
        page = self.laid()
        if page is None or len(page.wrapping) < 2:
            return 0.0
        return page.wrapping.line_of(self.cursor) / (len(page.wrapping) - 1)

    # moving -----------------------------------------------------------------------------------------------------

    def move_to(self, position: Position, *, whole_words: bool = False) -> None:
        """Put the cursor on a character; the end in hand goes along, and so does the end of a selection.

        With `whole_words` these take in the words that they lie in: where one goes by lines, the column is chance.
        """
        desk, reading = self.desk, self.reading
        if reading is None:
            return
        position = reading.stand(position)
        if isinstance(desk.ends, Ends):
            if whole_words:
                span = desk.ends.spans[desk.ends.which]
                position = reaching.end_rounded(reading, span, position, is_start=desk.ends.is_start)
            ends = moving_ends.moved(desk.ends, reading, position)
            desk.ends, position = ends, ends.position(reading)
        elif desk.selection is not None:
            anchor = desk.selection.anchor
            if whole_words:
                anchor, position = reaching.rounded(reading, anchor, position)
            desk.selection = selecting.freely(reading, anchor, position)
        desk.cursor = position

    def leap_to(self, position: Position, unit: str | None = None, passage_end: Position = 0) -> None:
        """Put the cursor somewhere else in the text, on a unit perhaps; what was selected is let go.

        A passage that begins there is brought into view to its end, as far as there is room.
        """
        desk, reading = self.desk, self.reading
        if reading is not None:
            desk.selection, desk.ends, desk.current = None, None, unit
            desk.cursor = reading.stand(position)
            self._passage_end = passage_end

    def move_lines(self, by: int) -> None:
        """Go so many lines of text on, or back, in the column where one set out."""
        page = self.laid()
        if page is not None:
            self.move_to(self._scroll.beside(page.wrapping, self.desk.cursor, by), whole_words=True)
            self._scroll.stay_in_column(self.desk.cursor)

    def goes_to(self, where: str) -> None:
        """Go to an end of the text, or a page or half of one on or back."""
        page, reading = self.laid(), self.reading
        if page is None or reading is None or self.is_sorting:
            return
        height = self.desk.page_height
        pages = {"page_down": height, "page_up": -height, "half_down": height // 2, "half_up": -(height // 2)}
        lines = pages.get(where)
        if lines is not None:
            self.move_to(self._scroll.paged(page.wrapping, self.desk.cursor, lines, self.down), whole_words=True)
            self._scroll.stay_in_column(self.desk.cursor)
            return
        end = 0 if where == "top" else len(reading.text)
        if self.desk.selection is not None or self.desk.ends is not None:
            self.move_to(end)
        else:
            self.desk.go(self.desk.source, reading.stand(end))

    def step_back(self) -> bool:
        """Let go of one thing: the ends in hand, the selection, the spans held, the unit chosen, the filter."""
        desk = self.desk
        if desk.ends is not None:
            desk.ends, desk.mode = None, ""
        elif desk.selection is not None:
            desk.selection = None
        elif desk.held:
            desk.held = []
        elif desk.codes_shown or desk.coders_shown:
            desk.codes_shown, desk.coders_shown = set(), set()
        elif desk.find:
            desk.find = ""
        else:
            return False
        return True

    def clicked(self, x: int, y: int) -> None:
        """Do what a press of the mouse means."""
        self.mouse.press(x, y)

    def scroll_by(self, lines: int) -> None:
        """Let the text go on by some lines, or back, as far as there are any."""
        page = self.laid()
        if page is not None:
            self._scroll.shift(page.wrapping, lines, self.down)

    def pointed(self, x: int, y: int) -> Position | None:
        """Return the character at a cell of this pane."""
        page = self.laid()
        if page is None or self.is_sorting or not len(page.wrapping):
            return None
        line = min(self._scroll.top + y, len(page.wrapping) - 1)
        return page.wrapping.position_at(line, max(0, x - page.columns.text_at))

    def passage_memos(self) -> list[str]:
        """Return the ids of the memos on passages that the cursor is in."""
        page = self.laid()
        return [] if page is None or self.is_sorting else feet.passages_at(page, self.cursor)

    # what it is made of -----------------------------------------------------------------------------------------

    def _uncovered_rows(self) -> int:
        """Return how many rows are in sight: a sheet at the bottom of a small screen covers some."""
        sheet = self.main.sheet
        if sheet is None or not sheet.spot.area or sheet.spot.x > self.spot.x:
            return self.down
        return min(self.down, max(1, sheet.spot.y - self.spot.y))

    def _shown(self, page: TranscriptPage) -> Shown:
        """Return what is lit, selected and found, and where the cursor is."""
        lit = self.unit_here()
        has_selection = self.desk.selection is not None or self.desk.ends is not None
        return Shown(
            cursor=self.cursor,
            has_cursor=not self.is_sorting,
            lit=str(lit["id"]) if lit is not None and not has_selection else "",
            selected=() if self.is_sorting else tuple(united([*self.desk.held, *self.selected()])),
            found=() if self.is_sorting else self.finder.places(self.project, page.transcript, self.desk),
        )
