"""What the terminal shows, so that only cells that differ are written, with one change of colour per change of colour.

Textual's compositor repaints whole regions; on a slow line that is three to fourteen times the bytes. This module
reads the compositor's updates (two classes of Textual 8, held by the bound in `pyproject.toml` and a test against an
emulator). Where they are not what is expected, the app falls back to Textual's own writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate

_OFF = {1: "22", 2: "22", 4: "24", 7: "27"}
_SEEN_ON_BLANKS = (4, 7)
"""Attributes that show where nothing is written."""


class Pen(NamedTuple):
    """How a cell is written: codes of letters and ground, and attributes (1 bold, 2 dim, 4 underline, 7 reverse)."""

    fore: str = "39"
    ground: str = "49"
    attributes: tuple[int, ...] = ()


PLAIN = Pen()
Cell = tuple[str, Pen]
"""What stands in a cell; empty text: the right half of a wide character."""
UNKNOWN: Cell = ("\0", PLAIN)

_BLANK: Cell = (" ", PLAIN)


@dataclass(slots=True)
class Run:
    """Cells of a row that are written one after the other with one pen."""

    y: int
    x: int
    pen: Pen
    text: str = ""
    end: int | None = None
    """The column where the terminal's cursor surely stands afterwards; `None` where that is not sure."""

    @property
    def is_blank(self) -> bool:
        """Whether it is nothing but blanks."""
        return not self.text.strip(" ")

    def takes(self, cell: Cell) -> bool:
        """Tell whether the cell behind it can be written along; one of blanks takes on the pen of what follows."""
        pen = cell[1]
        if self.pen == pen or cell == gap_of(self.pen):
            return True
        if self.is_blank and self.pen == gap_of(pen)[1]:
            self.pen = pen
            return True
        return False


_pens: dict[Style | None, Pen] = {None: PLAIN}


def pen_of(style: Style | None) -> Pen:
    """Return the pen of a Rich style."""
    pen = _pens.get(style)
    if pen is None:
        assert style is not None, "no style has its pen from the beginning"
        fore = ";".join(style.color.get_ansi_codes(True)) if style.color is not None else "39"
        ground = ";".join(style.bgcolor.get_ansi_codes(False)) if style.bgcolor is not None else "49"
        attributes = tuple(
            code for code, on in ((1, style.bold), (2, style.dim), (4, style.underline), (7, style.reverse)) if on
        )
        pen = _pens[style] = Pen(fore, ground, attributes)
    return pen


@cache
def gap_of(pen: Pen) -> Cell:
    """Return the blank that a pen writes: all pens of one ground write the same, but for a line below or a reverse."""
    return (" ", pen if any(code in pen.attributes for code in _SEEN_ON_BLANKS) else Pen(ground=pen.ground))


def cells_of(segments: Iterable[Segment]) -> list[Cell]:
    """Return the cells that segments fill; what has no width of its own stays with the character before."""
    cells: list[Cell] = []
    for segment in segments:
        pen = pen_of(segment.style)
        gap = gap_of(pen)
        text = segment.text
        if text.isascii():
            cells.extend([gap if character == " " else (character, pen) for character in text])
            continue
        for start, end, width in split_graphemes(text)[0]:
            if width:
                cells.append(gap if text[start:end] == " " else (text[start:end], pen))
                cells.extend([("", pen)] * (width - 1))
            elif cells:
                at = -1 if cells[-1][0] else -2
                cells[at] = (cells[at][0] + text[start:end], cells[at][1])
    return cells


class Display:
    """The cells the terminal is known to show, and the cells it should show."""

    def __init__(self, ascii_only: bool = False) -> None:
        """Know nothing yet; `ascii_only`: write `?` for every character the terminal's encoding lacks."""
        self.width = self.height = 0
        self._ascii_only = ascii_only
        self._wanted: list[list[Cell]] = []
        self._shown: list[list[Cell]] = []
        self._pen: Pen | None = None

    def forget(self) -> None:
        """Count nothing as shown, as after a resize or when another program wrote over the screen."""
        self._shown = [[UNKNOWN] * self.width for _ in range(self.height)]
        self._pen = None

    def take(self, update: object, width: int, height: int) -> bool:
        """Take in an update of the compositor; answers whether it was of a kind known here."""
        if (width, height) != (self.width, self.height):
            self.width, self.height = width, height
            self._wanted = [[_BLANK] * width for _ in range(height)]
            self.forget()
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                self._put(update.region.x, y, [cell for strip in strips for cell in cells_of(strip)])
        elif isinstance(update, ChopsUpdate):
            for y in {span[0] for span in update.spans}:
                for x, strip in update.chops[y].items():
                    if strip is not None:
                        self._put(x, y, cells_of(strip))
        else:
            return False
        return True

    def paint(self) -> str:
        """Return what must be written so that the terminal shows what it should.

        All that is written with one pen is written together, whatever row it stands in: a move costs fewer bytes than
        a change of colour and back.
        """
        found: list[Run] = []
        for y, (wanted, shown) in enumerate(zip(self._wanted, self._shown, strict=True)):
            if wanted != shown:
                found += self._collected(y, wanted, shown)
                self._shown[y] = wanted.copy()
        runs = self._by_pen(found)
        out: list[str] = []
        for pen in sorted(runs, key=lambda pen: pen != self._pen):
            if pen != self._pen:
                out.append(self._change(pen))
            at: tuple[int, int] | None = None
            for run in runs[pen]:
                out.append(self._go(at, run, pen))
                out.append(run.text)
                at = (run.y, run.end) if run.end is not None else None
        return "".join(out)

    def wanted(self) -> list[str]:
        """Return the text of the rows that should stand on the screen."""
        return ["".join(text for text, _ in row) for row in self._wanted]

    def _put(self, x: int, y: int, cells: list[Cell]) -> None:
        if 0 <= y < self.height and x < self.width:
            row = self._wanted[y]
            row[x : x + len(cells)] = cells
            del row[self.width :]

    def _by_pen(self, found: Iterable[Run]) -> dict[Pen, list[Run]]:
        """Group runs by the pen they are written with; those of nothing but blanks fall to one that is used anyhow."""
        found = list(found)
        pens = {run.pen: None for run in found if not run.is_blank}
        for_blanks: dict[Pen, Pen] = {}
        for pen in (*pens, *([self._pen] if self._pen is not None else [])):
            for_blanks[gap_of(pen)[1]] = pen
        runs: dict[Pen, list[Run]] = {}
        for run in found:
            pen = for_blanks.get(run.pen, run.pen) if run.is_blank else run.pen
            runs.setdefault(pen, []).append(run)
        return runs

    def _collected(self, y: int, wanted: list[Cell], shown: list[Cell]) -> list[Run]:
        """Return the cells of a row that differ, as runs."""
        x, width = 0, self.width
        runs: list[Run] = []
        run: Run | None = None
        while x < width:
            if wanted[x] == shown[x] and not self._torn(x, wanted, shown):
                run = None
                x += 1
                continue
            while x and not wanted[x][0]:
                x -= 1
            text, pen = wanted[x]
            end = x + 1
            while end < width and not wanted[end][0]:
                end += 1
            if run is None or run.end != x or not run.takes(wanted[x]):
                run = Run(y, x, pen)
                runs.append(run)
            run.text += self._written(text, end - x)
            # Terminals do not agree on characters that are not one cell wide, nor on the last column.
            run.end = end if end == x + 1 and len(text) == 1 and end < width else None
            x = end
        return runs

    def _torn(self, x: int, wanted: list[Cell], shown: list[Cell]) -> bool:
        """Tell whether the right half of a wide character here is new though this cell is the same."""
        end = x + 1
        while end < self.width and not wanted[end][0]:
            if wanted[end] != shown[end]:
                return True
            end += 1
        return False

    def _go(self, at: tuple[int, int] | None, run: Run, pen: Pen) -> str:
        """Go to where a run begins: by writing the few cells between again, by moving on, or to the place."""
        if at is None or at[0] != run.y or at[1] > run.x:
            return f"\x1b[{run.y + 1};{run.x + 1}H"
        between = self._wanted[run.y][at[1] : run.x]
        gap = gap_of(pen)
        if len(between) <= 3 and all(
            cell == gap or (cell[1] == pen and len(cell[0]) == 1 and cell[0].isascii()) for cell in between
        ):
            return "".join(text for text, _ in between)
        return f"\x1b[{len(between)}C" if len(between) > 1 else "\x1b[C"

    def _written(self, text: str, width: int) -> str:
        if self._ascii_only and not text.isascii():
            return "?" * width
        return text

    def _change(self, pen: Pen) -> str:
        """Return the sequence that changes the terminal's pen to this one."""
        old = self._pen
        self._pen = pen
        if old is None:
            codes = ["0", *(str(code) for code in pen.attributes)]
            codes += [code for code in (pen.fore, pen.ground) if code not in ("39", "49")]
            return f"\x1b[{';'.join(codes)}m"
        kept = pen.attributes
        codes = []
        if any(code not in kept for code in old.attributes):
            codes = list(dict.fromkeys(_OFF[code] for code in old.attributes if code not in kept))
        gone = "22" in codes
        codes += [str(code) for code in kept if code not in old.attributes or (gone and code in (1, 2))]
        if pen.fore != old.fore:
            codes.append(pen.fore)
        if pen.ground != old.ground:
            codes.append(pen.ground)
        return f"\x1b[{';'.join(codes)}m"
