"""The balance of quotations below a list of units: who is quoted how often, who never, how many each pile has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.layout.feet import counted, tone_of
from tui.app.layout.pieces import Line, Piece, cut, width_of, wrapped
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.reports.balance import Balance, named, told

_LABEL = 8


def balance_lines(
    project: Project, found: Balance, here: Iterable[str], piles: Iterable[str], width: int, rows: int, glyphs: Glyphs
) -> list[Line]:
    """Return the balance in so many rows: the whole and what is quoted here, who never, how many each pile has.

    `here` are the quotations of what is shown, `piles` the piles it is of.
    """
    never = _labelled("never", _names(project, found.never), "accent", width, max(1, rows - 3), glyphs)
    if not found.never:
        never = [((" everybody is quoted", "muted"),)]
    piles_line = _piles(project, found, frozenset(piles), width, glyphs)
    head = _head(project, found, here, width, glyphs)
    if rows < 4:
        return [head, never[0], piles_line][:rows]
    quoted = sorted(found.quoted, key=lambda who: -found.people[who])
    often = _labelled("quoted", _how_often(project, quoted, found.people, glyphs), "muted", width, 1, glyphs)
    return [head, *often, *never, piles_line]


def _head(project: Project, found: Balance, here: Iterable[str], width: int, glyphs: Glyphs) -> Line:
    """Return how many quotations of how many there are in the whole summary, and who is quoted here how often."""
    noun = safe(str(project.setting("participants_word")))
    whole = f" {counted(found.quotations, 'quotations')} of {len(found.quoted):,} of {len(found.people):,} {noun}"
    ids = list(here)
    counts = Counter(who for unit in ids for who in found.of_unit.get(unit, ()))
    order = [who for who in found.people if who in counts]
    said = f"   here {len(ids):,}" if ids else "   none here yet"
    names = ", ".join(_how_often(project, order, counts, glyphs))
    words = f"{said}: {names}" if names else said
    return ((whole, "strong"), (cut(words, max(0, width - cell_len(whole) - 1), glyphs.more), "text"))


def _how_often(project: Project, people: Sequence[str], counts: Counter[str] | object, glyphs: Glyphs) -> list[str]:
    """Return names with how often each is quoted, where that is more than once: `Leader 2 ×5`, `7`."""
    times = counts if isinstance(counts, dict) else {}
    names = _names(project, people)
    return [
        f"{name} {glyphs.words('×')}{times[who]}" if times.get(who, 0) > 1 else name
        for who, name in zip(people, names, strict=True)
    ]


def _names(project: Project, people: Iterable[str]) -> list[str]:
    return [safe(name) for name in told(named(project, people))]


def _labelled(label: str, names: Sequence[str], role: str, width: int, rows: int, glyphs: Glyphs) -> list[Line]:
    """Return names behind a label, in so many rows at most."""
    lines = wrapped(", ".join(names) or "nobody", max(10, width - _LABEL - 2))
    if len(lines) > rows:
        lines = [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), width - _LABEL - 2, glyphs.more)]
    indent: Piece = (" " * (_LABEL + 1), "text")
    return [
        ((f" {label}".ljust(_LABEL + 1), role) if not number else indent, (line, "text"))
        for number, line in enumerate(lines)
    ]


def _piles(project: Project, found: Balance, here: frozenset[str], width: int, glyphs: Glyphs) -> Line:
    """Return the piles by their letters with how many quotations each has; those shown are strong."""
    pieces: list[Piece] = [(" piles".ljust(_LABEL + 1), "muted")]
    for pile, units in found.piles.items():
        letter = project.codebook.letter(pile)[:1] or "-"
        said = f" {len(units):,}  "
        if width_of(pieces) + len(said) + 2 > width:
            return (*pieces, (glyphs.more, "muted"))
        count = "strong" if pile in here else "text" if units else "accent"
        pieces += [(letter, tone_of(project, pile)), (said, count)]
    return tuple(pieces)
