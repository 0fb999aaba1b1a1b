"""What stands below codebook and board about the row under the cursor: its name in full, counts, definition, units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.moved_words import waiting_words
from tui.app.layout.names import attributed, fitted
from tui.app.layout.pieces import Line, Piece, cut, ends, wrapped
from tui.app.layout.tree import PARKED, UNSORTED
from tui.app.theme import category
from tui.model.documents import Document
from tui.model.nodes import THEME
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.speaking import speakers

_WIDE = 60
"""The width from which counts stand beside the name."""
_NO_DEFINITION = "no definition yet"


def counted(number: int, noun: str) -> str:
    """Return a number and what is counted, in the singular for one: `3 units`, `1 leader`."""
    return f"{number:,} {noun[:-1] if number == 1 and noun.endswith('s') else noun}"


def counts(project: Project, node: str, listed: int = 0) -> str:
    """Return a node's units and participants, and how many more units are listed: `4 units, 3 leaders`."""
    more = listed - project.tally.units(node)
    participants = counted(project.tally.participants(node), safe(str(project.setting("participants_word"))))
    said = f"{counted(project.tally.units(node), 'units')}, {participants}"
    return f"{said}, {more} not counted" if more > 0 else said


def codebook_foot(project: Project, node: str, width: int, rows: int, glyphs: Glyphs) -> Sequence[Line]:
    """Return the codebook's foot: the name, and below it why a code is parked, or its brief definition."""
    said = _of_headings(project, node)
    if said:
        return [((f" {said[0]}", "strong"),), *_paragraph(said[1], width, rows - 1, glyphs)]
    if node not in project.codebook.nodes:
        return ()
    found = project.codebook.nodes[node]
    head: list[Piece] = [(" ", "text"), (fitted(found.title, width - 2, glyphs.more), "strong")]
    if width >= _WIDE:
        head.append((f"   {counts(project, node)}", "muted"))
        if found.aliases:
            old = fitted(found.aliases[0], 30, glyphs.more)
            head.append((f"   also called {glyphs.opening}{old}{glyphs.closing}", "muted"))
    text = f"parked: {found.parked}" if found.parked else found.definition or _NO_DEFINITION
    of_themes = themes_told(project, node)
    text = f"{text} {glyphs.dot} {of_themes}" if of_themes else text
    again = waiting_words(project, node)
    waiting: list[Line] = [((f" {again}", "accent"),)] if again else []
    return [tuple(head), *waiting, *_paragraph(text, width, rows - 1 - len(waiting), glyphs)]


def themes_told(project: Project, node: str) -> str:
    """Return what a theme holds, or to which themes something belongs; empty where there is nothing to tell."""
    book = project.codebook
    found = book.nodes[node]
    is_theme = found.level == THEME
    titles = ", ".join(book.nodes[one].title for one in (book.members(node) if is_theme else book.themes_of(node)))
    if is_theme:
        return f"holds {titles}" if titles else "holds nothing yet"
    return f"theme: {titles}" if titles else ""


def pile_foot(project: Project, node: str, width: int, rows: int, glyphs: Glyphs) -> Sequence[Line]:
    """Return the board's foot while one reads: the full name of the cursor's pile, its units, whose they are."""
    book = project.codebook
    if node not in book.nodes:
        return ()
    pile = (book.nodes[node].parent if book.nodes[node].is_code else node) or ""
    if not pile:
        return [((" - Unsorted" if not book.nodes[node].parked else " 0 Parked", "strong"),)]
    found = book.nodes[pile]
    indent = 3 if found.letter else 1
    lines: list[Line] = []
    for number, words in enumerate(wrapped(safe(found.title), max(1, width - indent - 1))[: rows - 1]):
        lead: Piece = (" " * indent, "text")
        if not number and found.letter:
            lead = (f" {found.letter[:1]} ", tone_of(project, pile))
        lines.append((lead, (words, "strong")))
    everybody = len(project.heard)
    units = counted(project.tally.units(pile), "units")
    people = f"{project.tally.participants(pile)} of {everybody}"
    full = f"{units}, {people} {safe(str(project.setting('participants_word')))}"
    fits = next((said for said in (full, f"{units}, {people}", units) if len(said) <= width - indent - 1), units)
    return [*lines, ((" " * indent, "text"), (fits, "muted"))]


def tone_of(project: Project, node: str) -> str:
    """Return the role of a node's letter: the colour of its category."""
    top = project.codebook.category_of(node)
    return category(project.codebook.categories().index(top), True) if top is not None else "text"


def units_foot(
    project: Project, node: str, units: Sequence[Document], at: int, width: int, rows: int, glyphs: Glyphs
) -> Sequence[Line]:
    """Return the board's foot while one sorts: name, counts, definition, then the units' condensed forms."""
    said = _of_headings(project, node)
    if said:
        return [((f" {said[0]}", "strong"), (f"  {said[1]}", "muted"))]
    if node not in project.codebook.nodes:
        return ()
    found = project.codebook.nodes[node]
    beside = f"parked: {found.parked}" if found.parked else found.definition or _NO_DEFINITION
    again = waiting_words(project, node)
    standing = counts(project, node, len(units))
    standing = f"{standing}, {again}" if again else standing
    about = f"{standing}, {beside}" if beside == _NO_DEFINITION else f"{standing}: {beside}"
    name = fitted(found.title, max(10, width // 2), glyphs.more)
    said_of = cut(safe(about), width - cell_len(name) - 4, glyphs.more)
    head = ((" ", "text"), (name, "strong"), (f"  {said_of}", "muted"))
    room = rows - 1
    first = max(0, min(at - room // 2, len(units) - room))
    shown = units[first : first + room]
    labels = [_label(project, unit) for unit in shown]
    indent = max((cell_len(label) for label in labels), default=3) + 2
    lines: list[Line] = [head]
    for number, (unit, label) in enumerate(zip(shown, labels, strict=True), first):
        words = cut(condensed(project, unit), width - indent - 2, glyphs.more)
        here = glyphs.here if number == at else " "
        pieces = ((here, "accent"), (label.ljust(indent), "muted"), (words, "text"))
        lines.append(pieces)
    return lines


def unit_foot(
    project: Project, node: str, units: Sequence[Document], at: int, width: int, rows: int, glyphs: Glyphs
) -> Sequence[Line]:
    """Return the board's foot on a small screen, where no transcript is seen.

    That is the unit's condensed form, its own words, and who spoke.
    """
    if node not in project.codebook.nodes:
        return units_foot(project, node, units, at, width, rows, glyphs)
    name = fitted(project.codebook.nodes[node].title, width // 2, glyphs.more)
    position = f"{at + 1} of {len(units)} " if units else ""
    left: list[Piece] = [(" ", "text"), (name, "strong"), (f"  {counts(project, node, len(units))}", "muted")]
    again = waiting_words(project, node)
    right: list[Piece] = [(f" {again}  ", "accent")] if again else []
    lines: list[Line] = [ends(left, [*right, (position, "muted")], width)]
    if not units:
        return [*lines, *_paragraph(project.codebook.nodes[node].definition or _NO_DEFINITION, width, rows - 1, glyphs)]
    unit = units[at]
    if unit.get("condensed") and rows > 3:
        lines += _paragraph(str(unit["condensed"]), width, 1, glyphs)
    quoted = f"{glyphs.opening}{words_of(project, unit)}{glyphs.closing}"
    lines += [((line[0][0], "text"),) for line in _paragraph(quoted, width, rows - 1 - len(lines), glyphs)]
    return [*lines, ((" ", "text"), (attributed(safe(speaker(project, unit)), width - 2, glyphs.more), "muted"))]


def condensed(project: Project, unit: Mapping[str, object]) -> str:
    """Return a unit's condensed form, or where it has none its own words, safe to be drawn."""
    return safe(str(unit.get("condensed") or "")) or words_of(project, unit)


def words_of(project: Project, unit: Mapping[str, object]) -> str:
    """Return a unit's own words as they are quoted, safe to be drawn."""
    transcript = project.transcript(str(unit["source"]))
    spans = unit.get("spans")
    return safe(transcript.shown(spans if isinstance(spans, list) else [], str(project.setting("omission"))))


def speaker(project: Project, unit: Mapping[str, object]) -> str:
    """Return who speaks in a unit, participants with attributes: `Leader 12, strategist, administration and INT`."""
    said = []
    for _, participant, name in speakers(project, unit):
        document = project.get("participants", participant) or {}
        attributes = [str(value) for value in (document.get("attributes") or {}).values() if value]
        said.append(", ".join([name, *attributes]))
    return " and ".join(said) or _label(project, unit)


def _label(project: Project, unit: Mapping[str, object]) -> str:
    source = project.get("sources", str(unit["source"])) or {}
    return cut(safe(str(source.get("name") or "")), 12)


def _of_headings(project: Project, node: str) -> tuple[str, str] | None:
    """Return what is said of the tray and of what is parked, which are no nodes."""
    if node == UNSORTED:
        return "Unsorted", f"{counted(len(project.codebook.unsorted()), 'codes')} not placed yet"
    if node == PARKED:
        return "Parked", f"{counted(len(project.codebook.parked()), 'codes')} set aside, each with a reason"
    return None


def _paragraph(text: str, width: int, rows: int, glyphs: Glyphs) -> list[Line]:
    """Return muted lines of a text, the last one cut where there are more."""
    lines = wrapped(safe(text), max(1, width - 2))
    if len(lines) > rows > 0:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), width - 2, glyphs.more)]
    return [((f" {line}", "muted"),) for line in lines[: max(0, rows)]]
