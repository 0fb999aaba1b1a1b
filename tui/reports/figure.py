"""The category system as a figure: a table, and a tree drawn in text or in the language of mermaid."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model.nodes import CATEGORY, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.reports.amounts import in_words, of_participants
from tui.reports.tree import Block, Literal, Table

WITHOUT_CATEGORY = "Without a category"


def figure(project: Project, *, mermaid: bool = False) -> list[Block]:
    """Return categories and sub-categories with their amounts as a table, then as a tree; nothing where none is."""
    rows = [*_rows(project)]
    if not rows:
        return []
    noun = project.setting("participants_word")
    heads = ["Category", "Sub-category", noun[:1].upper() + noun[1:]]
    if not in_words(project):
        heads.append("Units")
    numeric = frozenset() if in_words(project) else frozenset({2, 3})
    drawn = Literal(tuple(_mermaid(project)), "mermaid") if mermaid else Literal(tuple(_tree(project)))
    return [Table(tuple(heads), tuple(rows), numeric), drawn]


def _rows(project: Project) -> Iterator[tuple[str, ...]]:
    book = project.codebook
    for node in book.nodes.values():
        if node.level == CATEGORY:
            yield (node.title, "", *_amounts(project, node))
        elif node.level == SUB_CATEGORY:
            alone = "" if node.parent else WITHOUT_CATEGORY
            yield (alone, node.title, *_amounts(project, node))


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


def _mermaid(project: Project) -> Iterator[str]:
    """Write the tree as a mermaid flowchart; names stand in quotes, in which only a quote and markup mean something."""
    book = project.codebook
    numbers = {node: f"n{number}" for number, node in enumerate(book.nodes)}
    yield "flowchart LR"
    for top in (*book.categories(), *book.beside(None, SUB_CATEGORY)):
        yield f"  {numbers[top]}[{_quoted(book.nodes[top].title)}]"
        for child in book.beside(top, SUB_CATEGORY):
            yield f"  {numbers[top]} --- {numbers[child]}[{_quoted(book.nodes[child].title)}]"


def _quoted(name: str) -> str:
    for letter, entity in (("#", "#35;"), ("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        name = name.replace(letter, entity)
    return f'"{name}"'
