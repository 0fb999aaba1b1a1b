"""A transcript laid out for a pane: lines, gutter, marks, margin notes; made anew only where something changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.app.layout.gutter import Gutter, gutter_of
from tui.app.layout.labels import column_width, short_labels
from tui.app.layout.notes import Note, notes_of
from tui.app.layout.transcript_columns import Columns, columns_of
from tui.app.layout.units_shown import UnitsShown
from tui.app.layout.wrap import WIDEST, Wrapping
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.reading import Reading, reading_of
from tui.model.safe_text import safe
from tui.model.sources import Transcript
from tui.model.text import Position, Span, spans_of

_KEPT = 4


class Near(NamedTuple):
    """What lies near a position: so many lines of text before and behind it, some more perhaps."""

    position: Position
    lines: int


class Request(NamedTuple):
    """What a page is made for: a source, a pane's width and posture, whose units and which codes are shown."""

    source: str
    coder: str
    width: int
    posture: str
    zoomed: bool
    screen: int
    codes: frozenset[str]
    coders: frozenset[str]
    only: str = ""
    """The only unit that is shown, while sorting."""
    numbers: bool = False
    """Whether turns have their numbers beside the text."""
    near: Near | None = None
    """The only lines that are laid out, while the rest of the text can wait."""


@dataclass(slots=True)
class TranscriptPage:
    """One source laid out."""

    transcript: Transcript
    reading: Reading
    columns: Columns
    labels: Mapping[str, str]
    wrapping: Wrapping
    units: UnitsShown
    gutter: Gutter
    marks: Mapping[int, str] = field(default_factory=dict)
    """What stands right of the text by line: `*` a quotation, `?` words changed by an amendment, `m` a memo."""
    passages: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    """Where memos on passages lie, by the memos' ids."""
    notes: Mapping[int, Note] = field(default_factory=dict)
    numbers: bool = False
    """Whether every turn's number stands below its label, as it is cited."""


class TranscriptPages:
    """Makes pages and keeps the latest: wrapping by source and width, units until something of them changes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._wrapped: dict[tuple[int, int, bool], Wrapping] = {}
        self._page: tuple[Request, dict[str, int], int, TranscriptPage] | None = None

    def page(self, project: Project, request: Request) -> TranscriptPage:
        """Return the page for what is asked.

        Raises:
            Mistake: there is no such source.
            Damaged: its text is not in the project.
        """
        transcript = project.transcript(request.source)
        kept = self._page
        if kept is not None and kept[0] == request and kept[2] == id(transcript):
            # Codes that move leave the page as it is, unless units are chosen by codes or notes name them.
            names_codes = bool(request.codes or kept[3].columns.notes)
            changed = {table for table, revision in project.revisions.items() if revision != kept[1][table]}
            if changed <= (set() if names_codes else {"nodes", "snapshots"}):
                return kept[3]
        page = self._made(project, request, transcript)
        self._page = (request, dict(project.revisions), id(transcript), page)
        return page

    def _made(self, project: Project, request: Request, transcript: Transcript) -> TranscriptPage:
        part = _part(project, request, transcript.text)
        reading = reading_of(transcript) if part is None else Reading(transcript, part)
        labels = short_labels(turn.label for turn in transcript.turns if turn.label)
        width = column_width(labels.values())
        if request.numbers:
            width = max(width, len(f":{len(transcript.turns)}"))
        columns = columns_of(request.width, width, request.posture, zoomed=request.zoomed, screen=request.screen)
        wrapping = self._wrapping(reading, columns)
        before = self._page[3] if self._page is not None else None
        seen = before.units if before is not None and before.units.project is project else None
        units = UnitsShown(
            project, request.source, request.coder, request.codes, request.coders, request.only, seen, part
        )
        same = before is not None and before.wrapping is wrapping
        gutter = gutter_of(units.marked, wrapping, columns.lanes, before.gutter if before and same else None)
        page = TranscriptPage(transcript, reading, columns, labels, wrapping, units, gutter, numbers=request.numbers)
        if not request.only:
            page.passages = _passages(project, request.source)
            page.marks = _marks(project, page)
        if columns.notes:
            page.notes = notes_of(units, gutter.first_lines, columns.notes, _written(project, page))
        return page

    def _wrapping(self, reading: Reading, columns: Columns) -> Wrapping:
        key = (id(reading), columns.text, columns.labels_above)
        wrapping = self._wrapped.get(key)
        if wrapping is None or wrapping.reading is not reading:
            wrapping = Wrapping(reading, columns.text, labels_above=columns.labels_above)
            self._wrapped[key] = wrapping
            while len(self._wrapped) > _KEPT:
                del self._wrapped[next(iter(self._wrapped))]
        return wrapping


def _part(project: Project, request: Request, text: str) -> Span | None:
    """Return the part of a text that is laid out; `None` where that is all of it.

    Where units reach over its beginning it begins before them, so that lanes are those of the whole.
    """
    if request.near is None:
        return None
    reach = request.near.lines * WIDEST
    low, high = max(0, request.near.position - reach), request.near.position + reach
    first = reached = 0
    for unit in project.units_in(request.source):
        start, end = _extent(unit)
        if start >= low:
            break
        if start >= reached:
            first = start
        reached = max(reached, end)
    if reached > low:
        low = first
    behind = text.find("\n", high)
    return Span(text.rfind("\n", 0, low) + 1, len(text) if behind < 0 else behind)


def _extent(unit: Document) -> tuple[Position, Position]:
    spans = unit.get("spans") or [(0, 0)]
    return spans[0][0], spans[-1][1]


def _passages(project: Project, source: str) -> dict[str, list[Span]]:
    """Return where the memos on passages of a source lie."""
    found = {memo["id"]: spans_of((memo.get("on") or {}).get("spans")) for memo in project.memos_on("passage", source)}
    return {memo: spans for memo, spans in found.items() if spans}


def _written(project: Project, page: TranscriptPage) -> list[tuple[int, str]]:
    """Return the words of the memos on passages, with the lines where the passages begin."""
    notes = []
    for memo, spans in page.passages.items():
        text = str((project.get("memos", memo) or {}).get("text") or "")
        notes.append((page.wrapping.line_of(spans[0].start), safe(" ".join(text.split()))))
    return sorted(notes)


def _marks(project: Project, page: TranscriptPage) -> dict[int, str]:
    """Return the marks by line: both where a line has both."""
    marks: dict[int, str] = {}
    lines = page.gutter.first_lines
    for identifier, document in page.units.documents.items():
        if identifier not in lines:
            continue
        if document.get("quoted"):
            _put(marks, lines[identifier], "*")
        if document.get("uncertain"):
            _put(marks, lines[identifier], "?")
    # There are far fewer memos than units.
    for memo in project.alive("memos"):
        on = memo.get("on") or {}
        if on.get("kind") == "unit" and on.get("id") in lines:
            _put(marks, lines[on["id"]], "m")
    for spans in page.passages.values():
        _put(marks, page.wrapping.line_of(spans[0].start), "m")
    return marks


def _put(marks: dict[int, str], line: int, mark: str) -> None:
    if mark not in marks.get(line, ""):
        marks[line] = "".join(sorted(marks.get(line, "") + mark))
