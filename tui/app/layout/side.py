"""One half of a comparison: a node with its definition, and its units in their own words and condensed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.feet import tone_of, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, filled, wrapped
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.safe_text import safe

TEXT_AT = 5
_WIDEST_TEXT = 72
_MOST_LINES = 12
"""How many lines of a unit's words are shown; a longer one is cut, and stands in full in the transcript."""
_DEFINITION_LINES = 4


@dataclass(slots=True)
class Side:
    """A node, its units, and which of them are in view."""

    node: str
    units: Sequence[Document] = ()
    at: int = 0
    top: int = 0
    last: int = 0
    """The number of the last unit in view, counted from 1."""
    marked: set[str] = field(default_factory=set)

    @property
    def here(self) -> str:
        """The id of the unit under the cursor; empty where there is none."""
        return str(self.units[self.at]["id"]) if self.units else ""

    def move(self, by: int) -> None:
        """Go so many units on, as far as there are any."""
        self.at = max(0, min(len(self.units) - 1, self.at + by))

    def take(self, units: Sequence[Document]) -> None:
        """Hold these units now, and stay on the one under the cursor where it is still there."""
        here = self.here
        self.units = units
        self.marked.intersection_update(unit["id"] for unit in units)
        stays = next((number for number, unit in enumerate(units) if unit["id"] == here), self.at)
        self.at = max(0, min(stays, len(units) - 1))
        self.top = min(self.top, self.at)


def side_lines(side: Side, project: Project, width: int, height: int, glyphs: Glyphs, *, focused: bool) -> list[Line]:
    """Return the lines of a side: its head, then as many units as there is room for, the cursor's among them."""
    lines = head_lines(project, side.node, width)
    room = height - len(lines)
    drawn = {side.at: _unit(side, side.at, project, width, glyphs, focused)} if side.units else {}
    taken = len(drawn.get(side.at, ())) - 1
    first = side.at
    while first > side.top:
        above = drawn[first - 1] = _unit(side, first - 1, project, width, glyphs, focused)
        if taken + len(above) > room:
            break
        first -= 1
        taken += len(above)
    side.top = first
    number = side.top
    while number < len(side.units) and len(lines) < height:
        unit = drawn.get(number) or _unit(side, number, project, width, glyphs, focused)
        if len(lines) + len(unit) - 1 > height and number != side.at:
            break
        lines += unit
        number += 1
    side.last = number
    if not side.units:
        lines.append(((" " * TEXT_AT + "no units yet", "muted"),))
    return lines[:height]


def head_lines(project: Project, node: str, width: int) -> list[Line]:
    """Return where a node lies and its brief definition."""
    book = project.codebook
    found = book.nodes[node]
    pile = (found.parent or "") if found.is_code else node
    letter = book.letter(pile) if pile else "-" if not found.parked else "0"
    where = safe(book.nodes[pile].title) if pile and found.is_code else found.level if not found.is_code else "unsorted"
    tone = tone_of(project, pile) if pile else "text"
    room = width - TEXT_AT - 1
    lines: list[Line] = [((f" {letter or ' '}".ljust(TEXT_AT), tone), (cut(where, room), "muted"))]
    definition = wrapped(safe(found.definition or "no definition yet"), min(room, _WIDEST_TEXT))[:_DEFINITION_LINES]
    role = "text" if found.definition else "muted"
    return [*lines, *[((" " * TEXT_AT, "text"), (line, role)) for line in definition], EMPTY]


def _unit(side: Side, number: int, project: Project, width: int, glyphs: Glyphs, focused: bool) -> list[Line]:
    """Return a unit's lines and a blank one: source, its words, below them its condensed form."""
    unit = side.units[number]
    here = number == side.at and focused
    ground = "@row" if here else ""
    room = min(width - TEXT_AT - 1, _WIDEST_TEXT)
    said = wrapped(words_of(project, unit), room)
    if len(said) > _MOST_LINES:
        said = [*said[: _MOST_LINES - 1], cut(" ".join(said[_MOST_LINES - 1 :]), room, glyphs.more)]
    condensed = wrapped(safe(str(unit.get("condensed") or "")), room) if unit.get("condensed") else []
    name = cut(safe(str((project.get("sources", unit["source"]) or {}).get("name") or "")), TEXT_AT - 2, glyphs.more)
    mark = glyphs.marked if unit["id"] in side.marked else glyphs.here if here else " "
    lead: list[Piece] = [(mark, "accent" + ground)]
    lead.append((name + " " * (TEXT_AT - 1 - cell_len(name)), ("strong" if here else "muted") + ground))
    quoted = "* " if unit.get("quoted") else ""
    lines: list[Line] = []
    for at, line in enumerate(said):
        before = lead if at == 0 else [(" " * TEXT_AT, "text" + ground)]
        lines.append((*before, (line, "text" + ground)))
    for at, line in enumerate(condensed):
        star: Piece = (quoted if at == 0 else "", "accent" + ground)
        lines.append(((" " * TEXT_AT, "text" + ground), star, (line, "muted" + ground)))
    if quoted and not condensed:
        lines.append(((" " * TEXT_AT, "text" + ground), (quoted, "accent" + ground)))
    return [*(filled(_without_empty(line), width - 1, "text" + ground) for line in lines), EMPTY]


def _without_empty(line: Line) -> Line:
    return tuple(piece for piece in line if piece[0])
