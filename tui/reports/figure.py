"""The category system as a figure: a table, and a tree drawn in text or in the language of mermaid."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model.nodes import CATEGORY, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.reports.amounts import (
    as_value,
    in_cell,
    in_words,
    of_participants,
    participants_head,
    participants_in_cell,
    what_counts,
)
from tui.reports.records import Cell, Records
from tui.reports.tree import Block, Literal, Paragraph, Table

WITHOUT_CATEGORY = "Without a category"


def figure(project: Project, *, mermaid: bool = False) -> list[Block]:
    """Return categories and sub-categories with their amounts as a table with its note, then as a tree.

    Where there is none, nothing.
    """
    rows = [*_rows(project)]
    if not rows:
        return []
    heads = ["Category", "Sub-category", participants_head(project)]
    if not in_words(project):
        heads.append("Units")
    numeric = frozenset() if in_words(project) else frozenset({2, 3})
    drawn = list(_mermaid(project) if mermaid else _tree(project))
    tree = Literal(
        tuple(line for _, line in drawn),
        "mermaid" if mermaid else "",
        about=tuple((node,) if node else () for node, _ in drawn),
    )
    return [_table(heads, rows, numeric), Paragraph(what_counts(project), lead="Note."), tree]


def _table(heads: list[str], rows: list[tuple[str, tuple[str, ...]]], numeric: frozenset[int]) -> Table:
    return Table(tuple(heads), tuple(row for _, row in rows), numeric, about=tuple((node,) for node, _ in rows))


def _rows(project: Project) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the node that a row is about, and the row."""
    book = project.codebook
    for node in book.nodes.values():
        if node.level == CATEGORY:
            yield node.id, (node.title, "", *_amounts(project, node))
        elif node.level == SUB_CATEGORY:
            alone = "" if node.parent else WITHOUT_CATEGORY
            yield node.id, (alone, node.title, *_amounts(project, node))


def _amounts(project: Project, node: Node) -> tuple[str, ...]:
    participants = project.tally.participants(node.id)
    if in_words(project):
        return (of_participants(project, participants),)
    return participants_in_cell(project, participants), in_cell(project, project.tally.units(node.id))


def figure_alone(project: Project, *, mermaid: bool = False) -> list[Block]:
    """Return the figure as a report of its own, which says so where there is none."""
    return figure(project, mermaid=mermaid) or [Paragraph("No categories have been formed yet.")]


def figure_records(project: Project) -> Records:
    """Return a row for each category and sub-category; in words there are no units."""
    return Records(("id", "category", "sub_category", "participants", "units"), _record_rows(project))


def _record_rows(project: Project) -> Iterator[tuple[Cell, ...]]:
    book = project.codebook
    for identifier, (_, _, participants, *units) in _rows(project):
        node = book.nodes[identifier]
        category = book.category_of(identifier)
        yield (
            identifier,
            book.nodes[category].title if category else None,
            node.title if node.level == SUB_CATEGORY else None,
            as_value(participants),
            as_value(units[0]) if units else None,
        )


def _tree(project: Project) -> Iterator[tuple[str, str]]:
    """Draw the tree, each line with its node; sub-categories without a category stand at its edge like categories."""
    book = project.codebook
    for top in (*book.categories(), *book.beside(None, SUB_CATEGORY)):
        yield top, book.nodes[top].title
        below = book.beside(top, SUB_CATEGORY)
        for child in below:
            yield child, f"{'└' if child == below[-1] else '├'}─ {book.nodes[child].title}"


def _mermaid(project: Project) -> Iterator[tuple[str, str]]:
    """Write the tree as a mermaid flowchart, each line with its node.

    Names stand in quotes, in which only a quote and markup mean something.
    """
    book = project.codebook
    numbers = {node: f"n{number}" for number, node in enumerate(book.nodes)}
    yield "", "flowchart LR"
    for top in (*book.categories(), *book.beside(None, SUB_CATEGORY)):
        yield top, f"  {numbers[top]}[{_quoted(book.nodes[top].title)}]"
        for child in book.beside(top, SUB_CATEGORY):
            yield child, f"  {numbers[top]} --- {numbers[child]}[{_quoted(book.nodes[child].title)}]"


def _quoted(name: str) -> str:
    for letter, entity in (("#", "#35;"), ("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        name = name.replace(letter, entity)
    return f'"{name}"'
