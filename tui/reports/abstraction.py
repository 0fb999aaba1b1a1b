"""The abstraction table: how a few meaning units became condensed units, codes, sub-categories and categories."""

from __future__ import annotations

from tui.model.documents import Document
from tui.model.nodes import Node
from tui.model.project import Project
from tui.reports.csv_rows import csv_of
from tui.reports.quotations import counted_units, speakers_of, wordings
from tui.reports.tree import Block, Heading, Paragraph, Table, counted

HEADS = ("Meaning unit", "Condensed meaning unit", "Code", "Sub-category", "Category")

ROWS = 2
"""Rows of a pile where nothing else is asked for; applied examples show one to three."""


def abstraction(project: Project, *, rows: int = ROWS) -> list[Block]:
    """Return the table with at most so many rows a pile, each of another participant.

    Anchor examples come first, then quotations, then units with a condensed form, then the others as in the texts.
    """
    found = [row for pile in project.codebook.piles() for row in _pile(project, pile, rows)]
    title = Heading(1, f"{project.title}: from meaning unit to category")
    if not found:
        return [title, Paragraph("No code lies in a sub-category or category yet.")]
    table = Table(HEADS, tuple(row for _, row in found), about=tuple((unit,) for unit, _ in found))
    return [title, table, Paragraph(f"{counted(len(found), 'meaning unit')}, chosen as examples.")]


def abstraction_csv(project: Project) -> str:
    """Return a row for every coded unit and pile, as comma-separated values; no cell can become a formula."""
    book = project.codebook
    lying = {pile: [code for code in book.codes(pile) if book.pile_of(code) == pile] for pile in book.piles()}
    return csv_of(
        HEADS,
        (
            _row(project, unit, book.nodes[pile], codes)
            for pile, codes in lying.items()
            for unit in counted_units(project, codes)
        ),
    )


def _pile(project: Project, pile: str, most: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return at most so many units of a pile, each of another participant, with their rows."""
    book = project.codebook
    codes = [code for code in book.codes(pile) if book.pile_of(code) == pile]
    anchors = {unit: kind for code in (pile, *codes) for unit, kind in _anchors(book.nodes[code]).items()}
    candidates = sorted(counted_units(project, codes), key=lambda unit: _rank(unit, anchors))
    rows: list[tuple[str, tuple[str, ...]]] = []
    heard: set[str] = set()
    for unit in candidates:
        speakers = project.participants_of(unit)
        if len(rows) == most:
            break
        if heard.isdisjoint(speakers):
            heard.update(speakers)
            rows.append((unit["id"], _row(project, unit, book.nodes[pile], codes)))
    return rows


def _anchors(node: Node) -> dict[str, str]:
    return node.document.get("anchors") or {}


def _rank(unit: Document, anchors: dict[str, str]) -> int:
    """Return the place among the candidates; sorting is stable, so equals stay in the order of the texts."""
    kind = anchors.get(unit["id"])
    if kind is not None:
        return 0 if kind == "typical" else 1
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
