"""What the transcript says in the frame around it: its fact, what is hidden, and the lines below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.app.desk import Desk
from tui.app.glyphs import Glyphs
from tui.app.layout.moved_words import AGAIN
from tui.app.layout.pieces import Line
from tui.app.layout.transcript_foot import UnitSaid, said_foot, units_foot
from tui.app.layout.units_shown import initials_of
from tui.app.panes.transcript_page import TranscriptPage
from tui.model.documents import Document
from tui.model.ends import Ends
from tui.model.guide import topic_of
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.selection import is_interviewers
from tui.model.text import Position, Span
from tui.model.uncertain import CHANGED
from tui.model.units import unit_at

_INTERVIEWERS = "inside a turn of the interviewer"


def counted(number: int, noun: str) -> str:
    """Return a number and what is counted, a noun with a plain plural: `1 word`, `26 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def fact(page: TranscriptPage, cursor: Position, glyphs: Glyphs, zoomed: bool, sorting: bool) -> str:
    """Return whose units are shown where there are colleagues', and the turn."""
    turn = page.transcript.turns.before(cursor)
    if sorting:
        return f"{safe(page.transcript.name)}, turn {turn.number}" if turn is not None else safe(page.transcript.name)
    said = ["zoomed"] if zoomed else []
    names = [initials_of(page.units.project, coder) for coder in page.units.coders]
    if names:
        said.append(f"{' and '.join([', '.join(names[:-1]), names[-1]] if len(names) > 1 else names)} shown")
    topic = topic_of(page.units.project, turn) if turn is not None else None
    if topic is not None and not names:
        said.append(f"topic {topic.number}")
    if turn is not None:
        said.append(f"turn {turn.number} of {len(page.transcript.turns):,}")
    return f" {glyphs.dot} ".join(said)


def hidden(page: TranscriptPage) -> str:
    """Return how many units are hidden, and whose until when."""
    said = []
    if page.units.hidden:
        said.append(f"{counted(page.units.hidden, 'unit')} hidden")
    for coder, number in sorted(page.units.unseen.items()):
        initials = initials_of(page.units.project, coder)
        closed = safe(page.transcript.name)
        said.append(f"{counted(number, 'unit')} of {initials} hidden until both close {closed}")
    return ", ".join(said)


def units_here_foot(
    page: TranscriptPage, units: Sequence[Document], cursor: Position, width: int, rows: int, glyphs: Glyphs
) -> Sequence[Line]:
    """Return the units under the cursor and the notes on its passage; without any, that no participant speaks there.

    That stands where it stands, too, when something is selected: it need not be drawn again then.
    """
    said, notes = [_unit_said(page, unit, glyphs) for unit in units], _notes(page, cursor)
    if not said and not notes and is_interviewers(page.transcript, [Span(cursor, cursor + 1)]):
        return said_foot("", "", glyphs.words(_INTERVIEWERS), page.columns, width, rows, glyphs.more)
    return units_foot(said, page.columns, width, rows, glyphs.more, notes)


def selection_foot(
    page: TranscriptPage, desk: Desk, selected: Sequence[Span], width: int, rows: int, glyphs: Glyphs
) -> Sequence[Line]:
    """Return how many words are selected and how many spans held, and what they are."""
    spans = sorted([*desk.held, *selected])
    words = counted(page.transcript.word_count(spans), "word")
    below = _what_it_is(page, spans, desk)
    if isinstance(desk.ends, Ends):
        end = "beginning" if desk.ends.is_start else "end"
        bold, beside = f"The unit’s {end}", words
    elif not desk.held:
        bold, beside = f"Selected {words}", ""
    else:
        bold = f"{counted(len(desk.held), 'span')} held"
        beside = f"and this one: {words}" if selected else words
    return said_foot(glyphs.words(bold), beside, glyphs.words(below), page.columns, width, rows, glyphs.more)


def speaker_foot(
    page: TranscriptPage, unit: Document | None, shown: tuple[int, int], width: int, rows: int, glyphs: Glyphs
) -> Sequence[Line]:
    """Return who speaks in a unit, with attributes, and which of a code's units it is."""
    if unit is None:
        return ()
    project = page.units.project
    speakers = [project.get("participants", each) or {} for each in project.participants_of(unit)]
    name = " and ".join(safe(str(each.get("name") or "")) for each in speakers) or safe(page.transcript.name)
    attributes: Mapping[str, object] = (speakers[0].get("attributes") or {}) if len(speakers) == 1 else {}
    below = ", ".join(safe(str(value)) for value in attributes.values() if value)
    of = f"{shown[0]} of {shown[1]}" if shown[1] else ""
    return said_foot(name, "", below, page.columns, width, rows, glyphs.more, right=of)


def passages_at(page: TranscriptPage, cursor: Position) -> list[str]:
    """Return the memos on passages that hold a position, the shortest passage first."""
    here = [
        (sum(end - start for start, end in spans), memo)
        for memo, spans in page.passages.items()
        if any(start <= cursor < end for start, end in spans)
    ]
    return [memo for _, memo in sorted(here)]


def _notes(page: TranscriptPage, cursor: Position) -> list[str]:
    memos = [page.units.project.get("memos", memo) or {} for memo in passages_at(page, cursor)]
    return [safe(" ".join(str(memo.get("text") or "").split())) for memo in memos]


def _what_it_is(page: TranscriptPage, spans: Sequence[Span], desk: Desk) -> str:
    """Return the codes of the unit in hand or of one's own with these spans, or whose turn it is."""
    if not spans:
        return "nothing here to code"
    if is_interviewers(page.transcript, spans):
        return _INTERVIEWERS
    if desk.selection is not None and desk.selection.is_at_turns_end:
        return "the turn ends here: once more goes on into the next"
    units = page.units
    if isinstance(desk.ends, Ends):
        return units.codes(desk.ends.unit)
    own = unit_at(units.project, page.transcript.id, spans, units.coder)
    return units.codes(str(own["id"])) if own is not None and own["id"] in units.documents else "no code yet"


def _unit_said(page: TranscriptPage, unit: Document, glyphs: Glyphs) -> UnitSaid:
    units, identifier = page.units, str(unit["id"])
    tone = units.tone(identifier)
    return UnitSaid(
        tone.letter,
        tone.letter_role,
        glyphs.words(units.codes(identifier)),
        safe(str(unit.get("condensed") or "")),
        glyphs.words(_marks(units.project, unit, glyphs)),
        units.initials(identifier),
    )


def _marks(project: Project, unit: Document, glyphs: Glyphs) -> str:
    """Return what else is to be known of a unit: words or a definition changed since it was coded, it is quoted."""
    marks = [f"? {CHANGED}"] if unit.get("uncertain") else []
    marks += [AGAIN] if project.moved.codes_of(unit) else []
    marks += ["* quotation"] if unit.get("quoted") else []
    return f" {glyphs.dot} ".join(marks)
