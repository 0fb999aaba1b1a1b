"""The rows of the transcript as pieces: pointer, label, lanes, text, marks, and notes in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.app.glyphs import Glyphs
from tui.app.layout.gutter import BAR, GAP, LETTER, MORE, Mark
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, padded
from tui.app.layout.transcript_text import FOUND, LIT, MUTED, PLAIN, SELECTED, Overlay, painted
from tui.app.layout.wrap import BLANK, FIRST, LABEL, OUTSIDE, TEXT, ScreenLine
from tui.app.panes.transcript_page import TranscriptPage
from tui.model.safe_text import safe
from tui.model.text import Position, Span

_TO_DO = (
    ("o", "import transcripts", "or: postil import interviews/*.txt"),
    ("s enter", "take a sentence, give it a code", "as often as the text asks for it"),
    ("g3", "sort the codes into piles", "name the piles when you know them"),
)


class Shown(NamedTuple):
    """What is shown on the text: the cursor, the lit unit's id, and the spans that are selected and found."""

    cursor: Position
    has_cursor: bool
    lit: str
    selected: Sequence[Span]
    found: Sequence[Span]


class Rows:
    """Makes the rows of one page for one state of the desk."""

    def __init__(self, page: TranscriptPage, shown: Shown, glyphs: Glyphs) -> None:
        """Work out what all rows share."""
        self.page = page
        self.shown = shown
        self.glyphs = glyphs
        self._cursor_line = page.wrapping.line_of(shown.cursor) if len(page.wrapping) else -1
        lit = page.units.by_id[shown.lit].spans if shown.lit in page.units.by_id else ()
        self._overlays = (
            Overlay(MUTED, page.units.not_relevant),
            Overlay(MUTED, page.transcript.stamps),
            Overlay(LIT, lit),
            Overlay(FOUND, shown.found),
            Overlay(SELECTED, shown.selected),
        )

    def row(self, number: int, *, is_top: bool) -> Line:
        """Return a row, by the number of its line in the whole text."""
        page, columns = self.page, self.page.columns
        if number >= len(page.wrapping):
            return EMPTY
        line = page.wrapping.lines[number]
        here = number == self._cursor_line
        pieces: list[Piece] = [(self.glyphs.here, "accent") if here else (" ", "text")]
        pieces += self._label(line, number, is_top=is_top)
        pieces += [self._lane(mark) for mark in page.gutter.on(number, is_top=is_top)]
        pieces.append((" ", "text"))
        text, width = self._text(line, here=here)
        pieces += text
        marks = page.marks.get(number, "")
        if marks:
            pieces.append((" " * max(0, columns.text + 2 - width - len(marks)), "text"))
            pieces.append((marks, "accent"))
            width = columns.text + 2
        if columns.notes:
            pieces += self._note(number, columns.notes_at - columns.text_at - width)
        return tuple(pieces)

    def _label(self, line: ScreenLine, number: int, *, is_top: bool) -> list[Piece]:
        """Return the label beside the first line of a turn, and beside the first line in view."""
        width = self.page.columns.labels
        if not width:
            return [(" ", "text")]
        is_labelled = line.kind == FIRST or (is_top and line.kind == TEXT)
        if not is_labelled:
            return [(padded(self._turn_number(number), width + 1), "muted")]
        turn = self.page.transcript.turns[line.turn]
        short = self.page.labels.get(turn.label or "", "")
        role = "strong" if turn.is_participants else "muted"
        return [(padded(short, width), role), (" ", "text")]

    def _turn_number(self, number: int) -> str:
        """Return the turn's number where its label stands in the line above, as it is cited (`L07:12`)."""
        above = self.page.wrapping.lines[number - 1] if number else None
        if not self.page.numbers or above is None or above.kind != FIRST:
            return ""
        return f":{self.page.transcript.turns[above.turn].number}"

    def _lane(self, mark: Mark | None) -> Piece:
        """Return what stands in a lane."""
        if mark is None:
            return (" ", "text")
        if mark.kind not in (LETTER, BAR, GAP):
            return ("+", "text") if mark.kind == MORE else (self.glyphs.not_relevant, "muted")
        tone = self.page.units.tone(mark.unit)
        if mark.kind == LETTER:
            return (tone.letter, tone.letter_role)
        if mark.kind == GAP:
            return (self.glyphs.gap, tone.bar_role)
        if mark.unit == self.shown.lit:
            return (self.glyphs.bar_current, tone.bar_role)
        return (self.glyphs.bar if mark.is_own else self.glyphs.bar_other, tone.bar_role)

    def _text(self, line: ScreenLine, *, here: bool) -> tuple[Sequence[Piece], int]:
        """Return the text of a line, or a label that stands above it, and its width."""
        if line.kind == BLANK:
            return (), 0
        if line.kind == OUTSIDE:
            return painted(self.page.wrapping, line, MUTED, ())
        turn = self.page.transcript.turns[line.turn]
        if line.kind == LABEL:
            label = cut(safe(turn.label or ""), self.page.columns.text, self.glyphs.more)
            return ((label, "strong" if turn.is_participants else "muted"),), len(label)
        base = PLAIN if turn.is_participants else MUTED
        cursor = self.shown.cursor if here and self.shown.has_cursor else None
        return painted(self.page.wrapping, line, base, self._overlays, cursor)

    def _note(self, number: int, gap: int) -> list[Piece]:
        """Return a line of the margin."""
        note = self.page.notes.get(number)
        if note is None:
            return []
        if not note.letter:
            return [(" " * (gap + 2), "text"), (note.words, "muted")]
        role = "strong" if note.unit and note.unit == self.shown.lit else "text"
        return [(" " * gap, "text"), (note.letter, note.role), (" ", "text"), (note.words, role)]


def no_source(has_some: bool, glyphs: Glyphs) -> Sequence[Line]:
    """Return what stands where no source is open: how to begin, in the words of the work."""
    if has_some:
        return (EMPTY, (("    No source is open: ", "text"), ("o", "accent"), (" shows them.", "text")))
    lines: list[Line] = [EMPTY, (("    No sources yet.", "strong"),), EMPTY]
    for keys, words, below in _TO_DO:
        lines += [((f"    {keys:<10}", "accent"), (words, "text")), ((" " * 14 + below, "muted"),), EMPTY]
    lines.append((("    Every key is under ", "muted"), ("?", "accent"), (".", "muted")))
    lines.append((("    A finished study to look at: ", "muted"), ("postil demo", "text")))
    return lines
