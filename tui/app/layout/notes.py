"""Notes in the margin right of the text: a unit's letter and codes beside its first line, its condensed form below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.app.layout.pieces import cut, wrapped
from tui.app.layout.units_shown import UnitsShown
from tui.model.safe_text import safe


class Note(NamedTuple):
    """A line of the margin: whose it is, its letter and the letter's role (on the first line), and its words."""

    unit: str
    letter: str
    role: str
    words: str


def notes_of(
    units: UnitsShown, first_lines: Mapping[str, int], width: int, written: Iterable[tuple[int, str]] = ()
) -> Mapping[int, Note]:
    """Return the notes by line; `written` are notes on passages without codes, with the lines where those begin.

    Codes come first: a unit whose line is taken gets the next one. Condensed forms take the lines that are left below
    their codes, as far as those go.
    """
    notes: dict[int, Note] = {}
    room = max(1, width - 2)
    for each in units.marked:
        if not each.is_relevant or each.id not in first_lines:
            continue
        line = first_lines[each.id]
        while line in notes:
            line += 1
        tone = units.tone(each.id)
        notes[line] = Note(each.id, tone.letter, tone.letter_role, cut(units.codes(each.id), room))
    below: dict[int, str] = {}
    for line, words in written:
        while line in notes:
            line += 1
        first, *rest = wrapped(words, room) or [""]
        notes[line] = Note("", "m", "accent", first)
        below[line] = " ".join(rest)
    for line, note in sorted(notes.items()):
        condensed = below.get(line, "")
        if note.unit:
            condensed = safe(str(units.documents[note.unit].get("condensed") or ""))
        for number, words in enumerate(wrapped(condensed, room) if condensed else (), line + 1):
            if number in notes:
                break
            notes[number] = Note(note.unit, "", "", words)
    return notes
