"""One half of a comparison: a node with its definition, and its units in their own words and condensed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.feet import speaker, tone_of, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, filled, width_of, wrapped
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.safe_text import safe

_TEXT_AT = 5
"""Where the text begins at the least; further right where places are longer."""
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
    text_at = _text_at(side, project, width)
    lines = _head_lines(project, side.node, width, text_at)
    room = height - len(lines)

    def unit_lines(number: int) -> list[Line]:
        return _unit(side, number, project, (text_at, width), glyphs, focused)

    drawn = {side.at: unit_lines(side.at)} if side.units else {}
    taken = len(drawn.get(side.at, ())) - 1
    first = side.at
    while first > side.top:
        above = drawn[first - 1] = unit_lines(first - 1)
        if taken + len(above) > room:
            break
        first -= 1
        taken += len(above)
    side.top = first
    number = side.top
    while number < len(side.units) and len(lines) < height:
        unit = drawn.get(number) or unit_lines(number)
        if len(lines) + len(unit) - 1 > height and number != side.at:
            break
        lines += unit
        number += 1
    side.last = number
    if not side.units:
        lines.append(((" " * text_at + "no units yet", "muted"),))
    return lines[:height]


def _text_at(side: Side, project: Project, width: int) -> int:
    """Return where the text begins: behind the longest place, which is cut only where it takes words their room."""
    longest = 0
    for source in {str(unit["source"]) for unit in side.units}:
        longest = max(longest, cell_len(_name(project, source)) + 1 + len(str(len(project.turns(source)))))
    return max(_TEXT_AT, min(longest + 3, max(width // 4, width - _WIDEST_TEXT - 1)))


def _name(project: Project, source: str) -> str:
    return safe(str((project.get("sources", source) or {}).get("name") or ""))


def _place(project: Project, unit: Document, cells: int, more: str) -> str:
    """Return the place of a unit as it is cited, `L07:12`; of a name that is too long the turn is kept."""
    turn = project.turns(unit["source"]).before(unit["spans"][0][0])
    number = f":{turn.number}" if turn is not None else ""
    return cut(_name(project, unit["source"]), max(1, cells - len(number)), more) + number


def _head_lines(project: Project, node: str, width: int, text_at: int) -> list[Line]:
    """Return where a node lies and its brief definition."""
    book = project.codebook
    found = book.nodes[node]
    pile = (found.parent or "") if found.is_code else node
    letter = book.letter(pile) if pile else "-" if not found.parked else "0"
    where = safe(book.nodes[pile].title) if pile and found.is_code else found.level if not found.is_code else "unsorted"
    tone = tone_of(project, pile) if pile else "text"
    room = width - text_at - 1
    lines: list[Line] = [((f" {letter or ' '}".ljust(text_at), tone), (cut(where, room), "muted"))]
    definition = wrapped(safe(found.definition or "no definition yet"), min(room, _WIDEST_TEXT))[:_DEFINITION_LINES]
    role = "text" if found.definition else "muted"
    return [*lines, *[((" " * text_at, "text"), (line, role)) for line in definition], EMPTY]


def _unit(
    side: Side, number: int, project: Project, across: tuple[int, int], glyphs: Glyphs, focused: bool
) -> list[Line]:
    """Return a unit's lines and a blank one: place and words, below them the condensed form, then who speaks."""
    unit = side.units[number]
    text_at, width = across
    here = number == side.at and focused
    ground = "@row" if here else ""
    room = min(width - text_at - 1, _WIDEST_TEXT)
    said = wrapped(words_of(project, unit), room)
    if len(said) > _MOST_LINES:
        said = [*said[: _MOST_LINES - 1], cut(" ".join(said[_MOST_LINES - 1 :]), room, glyphs.more)]
    condensed = wrapped(safe(str(unit.get("condensed") or "")), room - 2) if unit.get("condensed") else []
    place = _place(project, unit, text_at - 2, glyphs.more)
    mark = glyphs.marked if unit["id"] in side.marked else glyphs.here if here else " "
    lead: list[Piece] = [(mark, "accent" + ground)]
    lead.append((place + " " * (text_at - 1 - cell_len(place)), ("strong" if here else "muted") + ground))
    margin: Piece = (" " * text_at, "text" + ground)
    lines: list[Line] = []
    for at, line in enumerate(said):
        lines.append((*(lead if at == 0 else [margin]), (line, "text" + ground)))
    quoted = "* " if unit.get("quoted") else ""
    for at, line in enumerate(condensed or [""] if quoted else condensed):
        lines.append((margin, (quoted if at == 0 else "", "accent" + ground), (line, "muted" + ground)))
    lines = _attributed(lines, safe(speaker(project, unit)), across, ground)
    return [*(filled(_without_empty(line), width - 1, "text" + ground) for line in lines), EMPTY]


def _attributed(lines: list[Line], who: str, across: tuple[int, int], ground: str) -> list[Line]:
    """Return a unit's lines with who speaks at the right of the last one, or below it where there is no room."""
    text_at, width = across
    if not who:
        return lines
    right: Piece = (cut(who, width - text_at - 2), "muted" + ground)
    if width_of(lines[-1]) + width_of([right]) + 4 > width:
        return [*lines, ((" " * text_at, "text" + ground), right)]
    return [*lines[:-1], ends(lines[-1], [right], width - 2, "text" + ground)]


def _without_empty(line: Line) -> Line:
    return tuple(piece for piece in line if piece[0])
