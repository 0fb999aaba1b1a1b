"""A source with its codes in the margin, to be discussed on paper or in a meeting.

In the text `⟦1` stands where unit 1 begins and `1⟧` where it ends; the margin says what the numbers mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.documents import Document
from tui.model.project import Project
from tui.model.sources import Transcript
from tui.model.turns import Turn
from tui.model.words import without
from tui.reports.amounts import of_units, sentence
from tui.reports.tree import Block, Heading, Paragraph, Table, counted

OPENS, CLOSES = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A unit with its number in the margin."""

    number: int
    unit: Document


def transcript_with_codes(project: Project, source: str) -> list[Block]:
    """Return a source as a table: turn, speaker, what is said with the units marked, and the codes beside it."""
    transcript = project.transcript(source)
    units = [unit for unit in project.units_in(source, relevant_only=True) if project.counts_coder(unit.get("coder"))]
    marked = [_Marked(number, unit) for number, unit in enumerate(units, 1)]
    several = len({unit["coder"] for unit in units}) > 1
    rows = [row for turn in transcript.turns for row in _rows(project, transcript, turn, marked, several)]
    facts = [counted(len(transcript.turns), "turn"), of_units(project, len(units))]
    return [
        Heading(1, f"{project.title}: {transcript.name}"),
        Paragraph(sentence(", ".join(filter(None, [*_facts(transcript), *facts])))),
        Table(
            ("Turn", "Speaker", "Text", "Codes"),
            tuple(row for row, _ in rows),
            frozenset({0}),
            about=tuple(units for _, units in rows),
        ),
    ]


def _facts(transcript: Transcript) -> list[str]:
    source = transcript.source
    minutes = source.get("minutes")
    return [
        str(fact) for fact in (source.get("date"), source.get("mode"), f"{minutes} minutes" if minutes else "") if fact
    ]


def _rows(
    project: Project, transcript: Transcript, turn: Turn, marked: list[_Marked], several: bool
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return a turn's rows, a paragraph each, and the units in them; number and speaker stand beside the first."""
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for place, (start, end) in enumerate(transcript.paragraphs(turn)):
        here = [mark for mark in marked if any(span[0] < end and start < span[1] for span in mark.unit["spans"])]
        begin = [mark for mark in here if any(start <= span[0] < end for span in mark.unit["spans"])]
        margin = "; ".join(_noted(project, mark, several) for mark in begin)
        first = (str(turn.number), _speaker(project, turn)) if place == 0 else ("", "")
        row = (*first, _with_marks(transcript, start, end, here), margin)
        rows.append((row, tuple(mark.unit["id"] for mark in here)))
    return rows


def _speaker(project: Project, turn: Turn) -> str:
    participant = project.get("participants", turn.participant) if turn.participant else None
    return (participant or {}).get("name") or turn.label or ""


def _noted(project: Project, mark: _Marked, several: bool) -> str:
    book = project.codebook
    codes = ", ".join(book.nodes[code].title for code in book.codes_of(mark.unit)) or "no code yet"
    if not several:
        return f"{mark.number} {codes}"
    coder = project.get("coders", mark.unit["coder"]) or {}
    return f"{mark.number} {codes} ({coder.get('initials') or coder.get('name') or mark.unit['coder']})"


def _with_marks(transcript: Transcript, start: int, end: int, marked: list[_Marked]) -> str:
    """Return a paragraph's words, stamps left out, with a mark where each span begins and ends."""
    marks: list[tuple[int, int, int, str]] = []
    for mark in marked:
        for low, high in mark.unit["spans"]:
            if start <= low < end:
                marks.append((low, 1, mark.number, f"{OPENS}{mark.number} "))
            if start < high <= end:
                marks.append((high, 0, -mark.number, f" {mark.number}{CLOSES}"))
    pieces: list[str] = []
    at = start
    for position, _, _, sign in [*sorted(marks), (end, 2, 0, "")]:
        pieces += [transcript.text[low:high] for low, high in without([(at, position)], transcript.stamps)]
        pieces.append(sign)
        at = position
    return " ".join("".join(pieces).split())
