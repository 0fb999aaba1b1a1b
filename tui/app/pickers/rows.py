"""A picker's rows: what can be taken, and how a row is drawn with what was typed lifted out of its name."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.names import fitted
from tui.app.layout.pieces import Line, Piece
from tui.app.pickers.folding import FoldedName
from tui.app.pickers.matching import Hit, places
from tui.model.safe_text import safe

NAME_AT = 3
_BESIDE_FROM = 45
"""The width from which a row also says what it lies in."""


@dataclass(frozen=True, slots=True)
class Choosable:
    """Something that can be taken."""

    id: str
    name: str
    old_names: tuple[str, ...] = ()
    short: str = ""
    """A name for narrow places, by which it is found too."""
    key: str = ""
    """Its own key, shown before the name."""
    beside: str = ""
    """What it lies in, at the right."""
    letter: str = ""
    tone: str = "text"
    """The role of the letter."""

    @property
    def names_besides(self) -> tuple[str, ...]:
        """The other names it is found by."""
        return (*self.old_names, self.short) if self.short else self.old_names


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands at the moment."""

    here: bool = False
    ticked: bool = False


def choosable_line(
    row: Choosable, name: FoldedName, hit: Hit, typed: str, state: RowState, width: int, glyphs: Glyphs
) -> Line:
    """Return a row of exactly this width."""
    ground = "@row" if state.here else ""
    right = _right(row, width, ground, glyphs)
    room = width - NAME_AT - sum(cell_len(text) for text, _ in right) - 1
    lifted: set[int] = set()
    if hit.old_name is None:
        lifted.update(places(typed, name))
        pieces = _name(name.name, lifted, room, ground, glyphs)
    else:
        was = places(typed, hit.old_name)
        present = fitted(name.name, max(4, room // 2), glyphs.more)
        was_called = "" if hit.old_name.name == row.short else "was "
        left = room - cell_len(present) - 3 - len(was_called)
        pieces = [(present, "text" + ground), (f"  {was_called}{glyphs.opening}", "muted" + ground)]
        pieces += _name(hit.old_name.name, set(was), max(1, left - 1), ground, glyphs, role="muted")
        pieces.append((glyphs.closing, "muted" + ground))
    mark = glyphs.marked if state.ticked else row.key[:1] or " "
    lead: list[Piece] = [(glyphs.here if state.here else " ", "accent" + ground), (mark, "accent" + ground)]
    lead.append((" ", "text" + ground))
    used = sum(cell_len(text) for text, _ in (*lead, *pieces, *right))
    return tuple(piece for piece in (*lead, *pieces, (" " * (width - used), "text" + ground), *right) if piece[0])


def new_line(label: str, typed: str, state: RowState, width: int, glyphs: Glyphs, remark: str = "") -> Line:
    """Return the last row, which makes something new of what was typed, and what is to be said of its name."""
    ground = "@row" if state.here else ""
    words = fitted(typed, max(1, width - NAME_AT - len(label) - 8 - len(remark)), glyphs.more)
    name = f"{glyphs.opening}{words}{glyphs.closing}"
    mark = glyphs.marked if state.ticked else "+"
    lead: list[Piece] = [(glyphs.here if state.here else " ", "accent" + ground), (mark, "accent" + ground)]
    pieces = [*lead, (f" new {label} ", "muted" + ground), (name, "text" + ground)]
    used = sum(cell_len(text) for text, _ in pieces) + len(remark)
    rest = (" " * max(0, width - used), "text" + ground)
    return tuple(piece for piece in (*pieces, rest, (remark, "accent" + ground)) if piece[0])


def _right(row: Choosable, width: int, ground: str, glyphs: Glyphs) -> list[Piece]:
    """Return the pile and its letter at a row's end, with a space behind."""
    pieces: list[Piece] = []
    if row.beside and width >= _BESIDE_FROM:
        pieces += [(fitted(row.beside, width // 3 + 2, glyphs.more), "muted" + ground), (" ", "text" + ground)]
    if row.letter:
        pieces.append((row.letter[:1], row.tone + ground))
    return [*pieces, (" ", "text" + ground)] if pieces else []


def _name(name: str, lifted: set[int], room: int, ground: str, glyphs: Glyphs, role: str = "text") -> list[Piece]:
    """Return a name with the letters that were typed lifted out, cut where it is too long."""
    shown = fitted(name, room, glyphs.more)
    kept = len(shown) if shown == safe(name) else len(shown) - len(glyphs.more)
    pieces: list[Piece] = []
    for at, character in enumerate(shown):
        drawn = ("match" if at < kept and at in lifted and character != " " else role) + ground
        if pieces and pieces[-1][1] == drawn:
            pieces[-1] = (pieces[-1][0] + character, drawn)
        else:
            pieces.append((character, drawn))
    return pieces
