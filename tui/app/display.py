"""What the terminal shows, so that only cells that differ are written, with one change of colour per change of colour.

Textual's compositor repaints whole regions; on a slow line that is three to fourteen times the bytes. This module
reads the compositor's updates (two classes of Textual 8, held by the bound in `pyproject.toml` and a test against an
emulator). Where they are not what is expected, the app falls back to Textual's own writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import split_graphemes
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate

from tui.app.moves import move
from tui.app.pen import PLAIN, Cell, Pen, change, gap_of, pen_of
from tui.app.right_to_left import APART, arranged

if TYPE_CHECKING:
    from textual.geometry import Region

UNKNOWN: Cell = ("\0", PLAIN)

_BLANK: Cell = (" ", PLAIN)


class Run:
    """Cells of a row that are written one after the other with one pen."""

    __slots__ = ("end", "is_blank", "pen", "text", "x", "y")

    def __init__(self, y: int, x: int, pen: Pen) -> None:
        """Begin at a cell with nothing."""
        self.y = y
        self.x = x
        self.pen = pen
        self.text = ""
        self.is_blank = True
        """Whether it is nothing but blanks."""
        self.end: int | None = x
        """The column where the terminal's cursor surely stands afterwards; `None` where that is not sure."""

    def takes(self, cell: Cell) -> bool:
        """Tell whether the cell behind it can be written along; one of blanks takes on the pen of what follows."""
        pen = cell[1]
        if self.pen == pen or cell == gap_of(self.pen):
            return True
        if self.is_blank and self.pen == gap_of(pen)[1]:
            self.pen = pen
            return True
        return False

    def away_from(self, other: Run) -> int:
        """Return how many cells lie between it and another run of its row."""
        return max(other.x - self.x - len(self.text), self.x - other.x - len(other.text))


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
        self.right_to_left = APART
        """What is done with text that is written from right to left."""
        self._taken: list[list[Cell]] = []
        """The rows as they were handed over."""
        self._wanted: list[list[Cell]] = []
        """The rows as they are to stand on the screen."""
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
            self._taken = [[_BLANK] * width for _ in range(height)]
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

    def paint(self, part: Region | None = None) -> str:
        """Return what must be written so that the terminal shows what it should, or a part of it.

        All that is written with one pen is written together, whatever row it stands in: a move costs fewer bytes than
        a change of colour and back.
        """
        found: list[Run] = []
        for y, (wanted, shown) in enumerate(zip(self._wanted, self._shown, strict=True)):
            if wanted == shown or (part is not None and not part.y <= y < part.bottom):
                continue
            row = wanted if part is None else shown[: part.x] + wanted[part.x : part.right] + shown[part.right :]
            found += self._collected(y, row, shown)
            self._shown[y] = row.copy()
        out: list[str] = []
        at: tuple[int, int] | None = None
        runs = self._by_pen(found)
        while runs:
            pen = self._next_pen(runs)
            if pen != self._pen:
                out.append(change(self._pen, pen))
                self._pen = pen
            for run in runs.pop(pen):
                out += (self._go(at, run, pen), run.text)
                at = (run.y, run.end) if run.end is not None else None
        return "".join(out)

    def wanted(self) -> list[str]:
        """Return the text of the rows that should stand on the screen."""
        return ["".join(text for text, _ in row) for row in self._wanted]

    def _put(self, x: int, y: int, cells: list[Cell]) -> None:
        if 0 <= y < self.height and x < self.width:
            row = self._taken[y]
            row[x : x + len(cells)] = cells
            del row[self.width :]
            self._wanted[y] = arranged(row, self.right_to_left)

    def order_right_to_left(self, how: str) -> None:
        """Do something else with text that is written from right to left, from now on."""
        self.right_to_left = how
        self._wanted = [arranged(row, how) for row in self._taken]

    def _by_pen(self, found: Iterable[Run]) -> dict[Pen, list[Run]]:
        """Group runs by the pen they are written with.

        Nobody sees the colour of blanks: they fall to the pen of what is written nearest in their row, else to one that
        is used anyhow.
        """
        found = list(found)
        beside: dict[tuple[int, Pen], list[Run]] = {}
        of_ground: dict[Pen, Pen] = {}
        for run in found:
            if not run.is_blank:
                ground = gap_of(run.pen)[1]
                beside.setdefault((run.y, ground), []).append(run)
                of_ground[ground] = run.pen
        if self._pen is not None:
            of_ground[gap_of(self._pen)[1]] = self._pen
        runs: dict[Pen, list[Run]] = {}
        for run in found:
            pen = run.pen
            if run.is_blank:
                near = beside.get((run.y, pen))
                pen = min(near, key=run.away_from).pen if near else of_ground.get(pen, pen)
            runs.setdefault(pen, []).append(run)
        return runs

    def _next_pen(self, runs: dict[Pen, list[Run]]) -> Pen:
        """Return the pen to go on with: the one the terminal has, else the one that is the least to change to."""
        old = self._pen
        if old in runs:
            return old
        return min(runs, key=lambda pen: len(change(old, pen)))

    def _collected(self, y: int, wanted: list[Cell], shown: list[Cell]) -> list[Run]:
        """Return the cells of a row that differ, as runs."""
        x, width = 0, self.width
        runs: list[Run] = []
        run: Run | None = None
        while x < width:
            is_single = x + 1 == width or wanted[x + 1][0]
            if wanted[x] == shown[x] and (is_single or not self._torn(x, wanted, shown)):
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
            run.is_blank = run.is_blank and text == " "
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
        """Go to where a run begins: by a move, or by writing the few cells between again where that is no longer."""
        moved = move(at, run.y, run.x)
        if at is None or at[0] != run.y or not 0 < run.x - at[1] <= len(moved):
            return moved
        between = self._wanted[run.y][at[1] : run.x]
        gap = gap_of(pen)
        if all(cell == gap or (cell[1] == pen and len(cell[0]) == 1 and cell[0].isascii()) for cell in between):
            return "".join(text for text, _ in between)
        return moved

    def _written(self, text: str, width: int) -> str:
        if self._ascii_only and not text.isascii():
            return "?" * width
        return text
