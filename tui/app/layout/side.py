"""One half of a comparison: a node with its definition, and its units in their own words and condensed."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.compared import Shown
from tui.app.layout.feet import counted, speaker, tone_of, words_of
from tui.app.layout.names import attributed, named
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, ends, filled, width_of, wrapped
from tui.app.layout.units_shown import initials_of
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.safe_text import safe

_TEXT_AT = 5
"""Where the text begins at the least; further right where places are longer."""
_WIDEST_TEXT = 72
_MOST_LINES = 12
"""How many lines of a unit's words are shown; under the cursor, as many as there is room for."""
_DEFINITION_LINES = 4
_WORTH_BEGINNING = 4
"""How many rows must be left for the next unit to be begun there, though not all of it can be seen."""


@dataclass(slots=True)
class Side:
    """A node, its units, and which of them are in view."""

    node: str
    coder: str = ""
    """Who looks at it: of the units of others it is said whose they are."""
    shown: Shown = field(default_factory=Shown)
    at: int = 0
    top: int = 0
    last: int = 0
    """The number of the last unit in view, counted from 1."""
    marked: set[str] = field(default_factory=set)

    @property
    def units(self) -> Sequence[Document]:
        """The units that are shown, in order."""
        return self.shown.units

    @property
    def marked_here(self) -> list[str]:
        """The ids of the marked units that are shown, in order; a key acts on no others."""
        return [str(unit["id"]) for unit in self.units if unit["id"] in self.marked] if self.marked else []

    @property
    def here(self) -> str:
        """The id of the unit under the cursor; empty where there is none."""
        return str(self.units[self.at]["id"]) if self.units else ""

    def move(self, by: int) -> None:
        """Go so many units on, as far as there are any."""
        self.at = max(0, min(len(self.units) - 1, self.at + by))

    def take(self, shown: Shown, everything: Set[str]) -> None:
        """Show these units now, and stay on the one under the cursor where it is still there.

        Of the marks only those go whose units are not among everything any more: what a filter hides stays marked.
        """
        here = self.here
        self.shown = shown
        if self.marked:
            self.marked.intersection_update(everything)
        if not self.stand_on(here):
            self.at = max(0, min(self.at, len(shown.units) - 1))
        self.top = min(self.top, self.at)

    def stand_on(self, unit: str) -> bool:
        """Put the cursor on a unit; answers whether it is shown."""
        at = next((number for number, each in enumerate(self.units) if each["id"] == unit), -1)
        self.at = at if at >= 0 else self.at
        return at >= 0


@dataclass(frozen=True, slots=True)
class Across:
    """How wide a side is, where its text begins, and how much of a unit is shown."""

    width: int
    text_at: int
    most_lines: int
    briefly: bool

    @property
    def room(self) -> int:
        """The width of the text."""
        return min(self.width - self.text_at - 1, _WIDEST_TEXT)


def side_lines(
    side: Side, project: Project, width: int, height: int, glyphs: Glyphs, *, focused: bool, briefly: bool = False
) -> list[Line]:
    """Return the lines of a side: its head, then as many units as there is room for, the cursor's among them."""
    text_at = _text_at(side, project, width)
    lines = _head_lines(project, side.node, width, text_at, glyphs)
    headings = side.shown.headings
    grouped = bool(side.units) and bool(headings[side.at])
    room = height - len(lines) - (1 if grouped else 0)

    def unit_lines(number: int) -> list[Line]:
        most = max(_MOST_LINES, room - 4) if number == side.at and focused else _MOST_LINES
        begins = number > 0 and headings[number] != headings[number - 1]
        unit = _unit(side, number, project, Across(width, text_at, most, briefly), glyphs, focused)
        return [*(_heading(side, number, width, text_at, glyphs) if begins else ()), *unit]

    drawn = {side.at: unit_lines(side.at)} if side.units else {}
    taken = len(drawn.get(side.at, ())) - 1
    first = side.at
    while first > side.top:
        above = drawn[first - 1] = unit_lines(first - 1)
        if taken + len(above) > room:
            break
        first -= 1
        taken += len(above)
    side.top = number = first
    if grouped and (first == 0 or headings[first] == headings[first - 1]):
        lines += _heading(side, first, width, text_at, glyphs)
    while number < len(side.units) and len(lines) < height:
        unit = drawn.get(number) or unit_lines(number)
        if len(lines) + len(unit) - 1 > height and number != side.at:
            break
        lines += unit
        number += 1
    side.last = number
    if number < len(side.units) and height - len(lines) >= _WORTH_BEGINNING:
        lines += unit_lines(number)
    if not side.units:
        said = "all units are hidden" if side.shown.all_units else "no units yet"
        lines.append(((" " * text_at + said, "muted"),))
    return lines[:height]


def _heading(side: Side, number: int, width: int, text_at: int, glyphs: Glyphs) -> list[Line]:
    """Return the line above the units of one code, or one participant: the name, and how many units are shown."""
    heading = side.shown.headings[number]
    count = f"  {counted(side.shown.in_group[heading], 'units')}"
    name = cut(heading, max(8, width - text_at - cell_len(count) - 2), glyphs.more)
    return [((" " * text_at, "text"), (name, "strong"), (count, "muted"))]


def _text_at(side: Side, project: Project, width: int) -> int:
    """Return where the text begins: behind the longest place, which is cut only where it takes words their room."""
    longest = 0
    for source in {str(unit["source"]) for unit in side.units}:
        longest = max(longest, cell_len(_name(project, source)) + 1 + len(str(len(project.turns(source)))))
    return max(_TEXT_AT, min(longest + 3, max(width // 4, width - _WIDEST_TEXT - 1)))


def name_of(project: Project, coder: str) -> str:
    """Return a coder's name, safe to be drawn."""
    return safe(str((project.get("coders", coder) or {}).get("name") or coder))


def _name(project: Project, source: str) -> str:
    return safe(str((project.get("sources", source) or {}).get("name") or ""))


def place_of(project: Project, unit: Document, cells: int, more: str) -> str:
    """Return the place of a unit as it is cited, `L07:12`; of a name that is too long the turn is kept."""
    turn = project.turns(unit["source"]).before(unit["spans"][0][0])
    number = f":{turn.number}" if turn is not None else ""
    return cut(_name(project, unit["source"]), max(1, cells - len(number)), more) + number


def _head_lines(project: Project, node: str, width: int, text_at: int, glyphs: Glyphs) -> list[Line]:
    """Return where a node lies and its brief definition."""
    book = project.codebook
    found = book.nodes[node]
    pile = (found.parent or "") if found.is_code else node
    letter = book.letter(pile) if pile else "-" if not found.parked else "0"
    tone = tone_of(project, pile) if pile else "text"
    room = width - text_at - 1
    if pile and found.is_code:
        where = named(book.nodes[pile].name, book.nodes[pile].short, room, glyphs.more)
    else:
        where = "unsorted" if found.is_code else found.level
    lines: list[Line] = [((f" {letter or ' '}".ljust(text_at), tone), (cut(where, room, glyphs.more), "muted"))]
    definition = wrapped(safe(found.definition or "no definition yet"), min(room, _WIDEST_TEXT))[:_DEFINITION_LINES]
    role = "text" if found.definition else "muted"
    return [*lines, *[((" " * text_at, "text"), (line, role)) for line in definition], EMPTY]


def _unit(side: Side, number: int, project: Project, across: Across, glyphs: Glyphs, focused: bool) -> list[Line]:
    """Return a unit's lines and a blank one: place and words, below them the condensed form, then who speaks.

    Briefly: the condensed form alone, or where it has none a line of its words.
    """
    unit = side.units[number]
    here = number == side.at and focused
    ground = "@row" if here else ""
    text_at, room = across.text_at, across.room
    condensed = safe(str(unit.get("condensed") or ""))
    said = wrapped(words_of(project, unit), room) if not (across.briefly and condensed) else []
    most = 1 if across.briefly else across.most_lines
    if len(said) > most:
        said = [*said[: most - 1], cut(" ".join(said[most - 1 :]), room, glyphs.more)]
    place = place_of(project, unit, text_at - 2, glyphs.more)
    mark = glyphs.marked if unit["id"] in side.marked else glyphs.here if here else " "
    lead: list[Piece] = [(mark, "accent" + ground)]
    lead.append((place + " " * (text_at - 1 - cell_len(place)), ("strong" if here else "muted") + ground))
    margin: Piece = (" " * text_at, "text" + ground)
    texts: list[Line] = [((line, "text" + ground),) for line in said]
    signs = _signs(project, unit)
    for at, line in enumerate(wrapped(condensed, room - len(signs)) if condensed else [""] if signs else []):
        texts.append(((signs if at == 0 else "", "accent" + ground), (line, "muted" + ground)))
    lines: list[Line] = [(*(lead if at == 0 else [margin]), *text) for at, text in enumerate(texts)]
    if not across.briefly:
        notes = _notes(side, project, unit)
        lines += [(margin, (cut(notes, room, glyphs.more), "muted" + ground))] if notes else []
        lines = _attributed(lines, _who(side, project, unit, across.width - text_at - 2, glyphs), across, ground)
    blank = () if across.briefly else (EMPTY,)
    return [*(filled(_without_empty(line), across.width - 1, "text" + ground) for line in lines), *blank]


def _signs(project: Project, unit: Document) -> str:
    """Return the marks of a unit that is a quotation, or has memos."""
    signs = ("*" if unit.get("quoted") else "") + ("m" if project.memos_on("unit", unit["id"]) else "")
    return f"{signs} " if signs else ""


def _notes(side: Side, project: Project, unit: Document) -> str:
    """Return what else is to be known of a unit: of what it is an example, and which other codes it has."""
    book = project.codebook
    codes = book.codes_of(unit)
    of = next((code for code in codes if code in side.shown.codes), side.node)
    kind = (book.nodes[side.node].document.get("anchors") or {}).get(unit["id"])
    others = [safe(book.nodes[code].title) for code in codes if code != of]
    said = [f"{kind} example" if kind else "", f"also {', '.join(others)}" if others else ""]
    return ", ".join(part for part in said if part)


def _who(side: Side, project: Project, unit: Document, cells: int, glyphs: Glyphs) -> str:
    """Return who speaks, where no heading says it, and who marked the unit, where that is a colleague.

    Attributes give way first; whose unit it is stays.
    """
    coder = str(unit.get("coder") or "")
    whose = initials_of(project, coder) if coder != side.coder else ""
    speaks = "" if side.shown.by_participant else safe(speaker(project, unit))
    between = f" {glyphs.dot} " if whose and speaks else ""
    return attributed(speaks, cells - cell_len(between + whose), glyphs.more) + between + whose


def _attributed(lines: list[Line], who: str, across: Across, ground: str) -> list[Line]:
    """Return a unit's lines with who speaks at the right of the last one, or below it where there is no room."""
    if not who:
        return lines
    right: Piece = (who, "muted" + ground)
    if width_of(lines[-1]) + width_of([right]) + 4 > across.width:
        return [*lines, ((" " * across.text_at, "text" + ground), right)]
    return [*lines[:-1], ends(lines[-1], [right], across.width - 2, "text" + ground)]


def _without_empty(line: Line) -> Line:
    return tuple(piece for piece in line if piece[0])
