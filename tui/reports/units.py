"""Meaning units: as a table for other programs (csv), and as all text under each code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.model.documents import Document
from tui.model.ids import time_of
from tui.model.project import Project
from tui.reports.amounts import amount, sentence, what_counts
from tui.reports.quotations import attribution, counted_units, participants_in, words_of
from tui.reports.records import Cell, Records
from tui.reports.tree import Block, Heading, Paragraph, Quote

HEADS = (
    *("id", "source", "line", "turn", "participants", "coder", "at", "spans", "text", "condensed", "codes"),
    *("quotation", "edited", "translation", "attribution", "translator", "translated"),
)


def moment(identifier: str) -> str:
    """Return when an id was drawn, as ISO 8601 in UTC to the second."""
    return time_of(identifier).strftime("%Y-%m-%dT%H:%M:%SZ")


def unit_records(project: Project, units: Iterable[Document]) -> Records:
    """Return units, a row each."""
    return Records(HEADS, (_row(project, unit) for unit in units))


def _row(project: Project, unit: Document) -> Iterator[Cell]:
    transcript = project.transcript(unit["source"])
    start = unit["spans"][0][0]
    turn = transcript.turns.before(start)
    yield unit["id"]
    yield transcript.name
    yield transcript.line_of(start)
    yield turn.number if turn else 1
    yield participants_in(project, unit)
    yield (project.get("coders", unit["coder"]) or {}).get("name") or unit["coder"]
    yield moment(unit["id"])
    yield [f"{start}:{end}" for start, end in unit["spans"]]
    yield words_of(project, unit)
    yield unit.get("condensed")
    yield [project.codebook.path(code) for code in project.codebook.codes_of(unit)]
    yield bool(unit.get("quoted"))
    yield from (unit.get(part) for part in ("edited", "translation", "attribution", "translator", "translated"))


def text_under_codes(project: Project, codes: Iterable[str]) -> list[Block]:
    """Return all text under each of the codes, with its place; codes stand under the names of their piles."""
    book = project.codebook
    blocks: list[Block] = [
        Heading(1, f"{project.title}: text under each code"),
        Paragraph(what_counts(project), lead="Counts."),
    ]
    open_piles: tuple[str, ...] = ()
    for code in codes:
        piles = tuple(reversed(book.ancestry(code)[1:]))
        for depth, pile in enumerate(piles):
            if open_piles[depth : depth + 1] != (pile,):
                blocks.append(Heading(2 + depth, book.nodes[pile].title, about=(pile,)))
        open_piles = piles
        blocks += _text_under(project, code)
    return blocks


def _text_under(project: Project, code: str) -> Iterator[Block]:
    node = project.codebook.nodes[code]
    yield Heading(4, node.title, about=(code,))
    said = " ".join(part for part in (sentence(node.definition), sentence(amount(project, code))) if part)
    yield Paragraph(said, about=(code,))
    for unit in counted_units(project, [code]):
        about = (unit["id"],)
        yield Quote((words_of(project, unit),), attribution(project, unit, locates=True), about=about)
        if unit.get("condensed"):
            yield Paragraph(unit["condensed"], lead="Condensed:", about=about)
