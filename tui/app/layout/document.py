"""A document on the screen: headings, paragraphs, quotations, tables, lists, as lines of one width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.pieces import EMPTY, Line, Piece, wrapped
from tui.app.layout.table import ColumnOf, head_of, row_of, widths_of
from tui.model.safe_text import safe
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table

WIDEST = 72
"""No text is wider than this."""

_GAP = 2
_BRANCH = re.compile(r"[ │├└─]+")
_MARKED = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


def wrapped_pieces(pieces: Iterable[Piece], cells: int) -> list[Line]:
    """Return pieces of running text as lines, broken at spaces; a word may be of several pieces."""
    lines: list[Line] = []
    line: list[Piece] = []
    width = 0
    for word in _words(pieces):
        across = sum(cell_len(text) for text, _ in word)
        if line and width + 1 + across > cells:
            lines.append(tuple(line))
            line, width = [], 0
        if line:
            line.append((" ", word[0][1]))
            width += 1
        line += word
        width += across
    return [*lines, tuple(line)] if line else lines


def _words(pieces: Iterable[Piece]) -> list[list[Piece]]:
    words: list[list[Piece]] = []
    joined = False
    for text, role in pieces:
        if not text:
            continue
        for number, part in enumerate(re.split(r"\s+", text)):
            joined = joined and number == 0
            if part and joined:
                words[-1].append((part, role))
            elif part:
                words.append([(part, role)])
            joined = bool(part)
    return words


def marked_up(text: str) -> list[Piece]:
    """Return words of our own in which keys stand between backticks and strong words between stars."""
    pieces: list[Piece] = []
    at = 0
    for match in _MARKED.finditer(text):
        pieces.append((text[at : match.start()], "text"))
        pieces.append((match[1], "accent") if match[1] else (match[2], "strong"))
        at = match.end()
    return [*pieces, (text[at:], "text")]


class Layout:
    """Lays blocks out in a width; `hue`: the role of headings and of the bars beside quotations."""

    def __init__(self, width: int, glyphs: Glyphs, *, hue: str = "heading", is_marked_up: bool = False) -> None:
        """Lay out for this width; `is_marked_up`: the text is our own and holds marks."""
        self._width = width
        self._glyphs = glyphs
        self._hue = hue
        self._is_marked_up = is_marked_up

    def lines(self, blocks: Sequence[Block]) -> list[Line]:
        """Return the lines of some blocks, a blank one behind each."""
        lines: list[Line] = []
        for block in blocks:
            lines += self._block(block)
            lines.append(EMPTY)
        return lines

    def _block(self, block: Block) -> list[Line]:
        if isinstance(block, Heading):
            return wrapped_pieces([(safe(block.text), self._hue if block.level <= 2 else "strong")], self._width)
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Items):
            return [line for entry in block.entries for line in self._item(entry)]
        if isinstance(block, Literal):
            return [line for each in block.lines for line in self._drawn(safe(each))]
        return self._table(block)

    def _text(self, text: str, role: str = "text") -> list[Piece]:
        return marked_up(self._glyphs.words(text)) if self._is_marked_up else [(safe(text), role)]

    def _paragraph(self, block: Paragraph) -> list[Line]:
        lines: list[Line] = []
        for number, text in enumerate(block.text.split("\n")):
            lead: list[Piece] = [(safe(block.lead) + " ", "muted")] if block.lead and not number else []
            lines += wrapped_pieces([*lead, *self._text(text, "muted" if block.lead else "text")], self._width)
        return lines

    def _quote(self, block: Quote) -> list[Line]:
        bar: Piece = (f" {self._glyphs.bar}  ", self._hue)
        lines = [line for text in block.paragraphs for line in wrapped_pieces(self._text(text), self._width - 6)]
        if block.attribution:
            lines += wrapped_pieces(self._text(block.attribution, "muted"), self._width - 6)
        return [(bar, *line) for line in lines]

    def _item(self, entry: str) -> list[Line]:
        lines = wrapped_pieces(self._text(entry), self._width - 2)
        return [((f"{self._glyphs.dot} " if not number else "  ", "muted"), *line) for number, line in enumerate(lines)]

    def _drawn(self, line: str) -> list[Line]:
        """Return a line of a tree; what does not fit goes on below its words, beside its branches."""
        if cell_len(line) <= self._width:  # its white space is part of the drawing
            return [((line, "muted"),)]
        branch = _BRANCH.match(line)
        before = branch[0] if branch else ""
        below = before.replace("├", "│").replace("└", " ").replace("─", " ")
        words = wrapped(line[len(before) :], self._width - cell_len(before))
        return [((f"{below if number else before}{each}", "muted"),) for number, each in enumerate(words)]

    def _table(self, block: Table) -> list[Line]:
        columns = [
            ColumnOf(safe(head), right=number in block.numeric, widest=self._width)
            for number, head in enumerate(block.heads)
        ]
        cells = [[safe(" ".join(cell.split())) for cell in row] for row in block.rows]
        alone = [
            [cell if taken == 1 else "" for cell, taken in zip(row, _taken(columns, row), strict=True)] for row in cells
        ]
        widths = widths_of(columns, alone, self._width, gap=_GAP)
        return [
            head_of(columns, widths, gap=_GAP),
            *(line for row in cells for line in self._row(columns, row, widths)),
        ]

    def _row(self, columns: Sequence[ColumnOf], row: Sequence[str], widths: Sequence[int]) -> list[Line]:
        """Return a row of a table, whole: what does not fit goes on below."""
        rooms = []
        for number, taken in enumerate(_taken(columns, row)):
            held = widths[number : number + taken]
            rooms.append(sum(held) + _GAP * (len(held) - 1) if held else 0)
        laid = [wrapped(cell, room) if room else [""] for cell, room in zip(row, rooms, strict=True)]
        return [
            row_of(columns, [each[at] if at < len(each) else "" for each in laid], rooms, gap=_GAP)
            for at in range(max(map(len, laid), default=0))
        ]


def _taken(columns: Sequence[ColumnOf], row: Sequence[str]) -> list[int]:
    """Return how many columns each cell takes: words take the empty ones behind them too, which then have none."""
    taken = [1] * len(row)
    at = 0
    while at < len(row):
        after = at + 1
        while row[at] and not columns[at].right and after < len(row) and not row[after] and not columns[after].right:
            taken[at] += 1
            taken[after] = 0
            after += 1
        at = after
    return taken
