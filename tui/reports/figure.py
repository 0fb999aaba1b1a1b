"""The category system as a figure: a table, and a tree drawn in text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model.nodes import CATEGORY, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.reports.amounts import in_words, of_participants
from tui.reports.tree import Block, Literal, Table


def figure(project: Project) -> list[Block]:
    """Return categories and sub-categories with their amounts as a table, then as a tree; nothing where none is."""
    rows = [*_rows(project)]
    if not rows:
        return []
    noun = project.setting("participants_word")
    heads = ["Category", "Sub-category", noun[:1].upper() + noun[1:]]
    if not in_words(project):
        heads.append("Units")
    numeric = frozenset() if in_words(project) else frozenset({2, 3})
    return [Table(tuple(heads), tuple(rows), numeric), Literal(tuple(_tree(project)))]


def _rows(project: Project) -> Iterator[tuple[str, ...]]:
    book = project.codebook
    for node in book.nodes.values():
        if node.level == CATEGORY:
            yield (node.title, "", *_amounts(project, node))
        elif node.level == SUB_CATEGORY:
            yield ("", node.title, *_amounts(project, node))


def _amounts(project: Project, node: Node) -> tuple[str, ...]:
    participants = project.tally.participants(node.id)
    if in_words(project):
        return (of_participants(project, participants),)
    return f"{participants:,}", f"{project.tally.units(node.id):,}"


def _tree(project: Project) -> Iterator[str]:
    """Draw the tree; sub-categories without a category stand at its edge like categories."""
    book = project.codebook
    for top in (*book.categories(), *book.beside(None, SUB_CATEGORY)):
        yield book.nodes[top].title
        below = book.beside(top, SUB_CATEGORY)
        for child in below:
            yield f"{'└' if child == below[-1] else '├'}─ {book.nodes[child].title}"
