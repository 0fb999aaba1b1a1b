"""The abstraction table: how a few meaning units became condensed units, codes, sub-categories and categories."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model.documents import Document
from tui.model.edits.quotations import TYPICAL
from tui.model.nodes import Node
from tui.model.project import Project
from tui.reports.amounts import of_units, sentence
from tui.reports.balance import pile_codes
from tui.reports.quotations import counted_units, speakers_of, wordings
from tui.reports.records import Records
from tui.reports.tree import Block, Heading, Paragraph, Table

HEADS = ("Meaning unit", "Condensed meaning unit", "Code", "Sub-category", "Category")

ROWS = 2
"""Rows of a pile where nothing else is asked for; applied examples show one to three."""


def abstraction(project: Project, *, rows: int = ROWS) -> list[Block]:
    """Return the table with a few rows a pile.

    The typical examples of a pile itself are its rows, all of them: so an analyst chooses. A pile without any has at
    most so many rows, each of another participant: first come the examples of its codes, then quotations, then units
    with a condensed form, then the others as in the texts.
    """
    found = [row for pile in project.codebook.piles() for row in _pile(project, pile, rows)]
    title = Heading(1, f"{project.title}: from meaning unit to category")
    if not found:
        return [title, Paragraph("No code lies in a sub-category or category yet.")]
    table = Table(HEADS, tuple(row for _, row in found), about=tuple((unit,) for unit, _ in found))
    number = of_units(project, len(found), "meaning unit") or "Meaning units"
    return [title, table, Paragraph(sentence(f"{number}, chosen as examples"), lead="Note.")]


def abstraction_records(project: Project) -> Records:
    """Return a row for every coded unit and pile."""
    heads = ("id", "unit", "condensed", "code", "sub_category", "category")
    return Records(
        heads,
        (
            (unit["id"], *_row(project, unit, project.codebook.nodes[pile], codes))
            for pile in project.codebook.piles()
            for codes in [pile_codes(project, pile)]
            for unit in counted_units(project, codes)
        ),
    )


def _pile(project: Project, pile: str, most: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return the units that stand for a pile with their rows: those chosen, or at most so many."""
    book = project.codebook
    codes = pile_codes(project, pile)
    candidates = counted_units(project, codes)
    own = _anchors(book.nodes[pile])
    chosen = [unit for unit in candidates if own.get(unit["id"]) == TYPICAL]
    if not chosen:
        anchors = {unit: kind for code in (pile, *codes) for unit, kind in _anchors(book.nodes[code]).items()}
        chosen = _of_others(project, sorted(candidates, key=lambda unit: _rank(unit, anchors)), most)
    return [(unit["id"], _row(project, unit, book.nodes[pile], codes)) for unit in chosen]


def _of_others(project: Project, candidates: Iterable[Document], most: int) -> list[Document]:
    """Return at most so many units, each of another participant than those before it."""
    chosen: list[Document] = []
    heard: set[str] = set()
    for unit in candidates:
        speakers = project.participants_of(unit)
        if len(chosen) == most:
            break
        if heard.isdisjoint(speakers):
            heard.update(speakers)
            chosen.append(unit)
    return chosen


def _anchors(node: Node) -> dict[str, str]:
    return node.document.get("anchors") or {}


def _rank(unit: Document, anchors: dict[str, str]) -> int:
    """Return the place among the candidates; sorting is stable, so equals stay in the order of the texts."""
    kind = anchors.get(unit["id"])
    if kind is not None:
        return 0 if kind == TYPICAL else 1
    return 2 if unit.get("quoted") else 3 if unit.get("condensed") else 4


def _worded(project: Project, unit: Document) -> str:
    """Return a unit's words as they stand in a cell: the translation, behind it in brackets what was said."""
    first, *original = wordings(project, unit)
    return " ".join((first, *(f"[original: {words}]" for words in original)))


def _row(project: Project, unit: Document, pile: Node, codes: list[str]) -> tuple[str, ...]:
    book = project.codebook
    named = ", ".join(book.nodes[code].title for code in book.codes_of(unit) if code in codes)
    words = _worded(project, unit)
    speaker = speakers_of(project, unit)
    category = book.category_of(pile.id)
    return (
        f"{words} ({speaker})" if speaker else words,
        unit.get("condensed") or "",
        named,
        "" if pile.id == category else pile.title,
        book.nodes[category].title if category else "",
    )
