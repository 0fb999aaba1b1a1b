"""The codebook as a document: for every code and everything above it what it means, when to use it, an example.

Each entry has MacQueen's parts (1998): code, brief definition, full definition, when to use, when not, example; and
beside them a borderline example, what tells it from its neighbours, and which codes were merged into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME, Node
from tui.model.project import Project
from tui.model.quoting import printed
from tui.reports.amounts import amount, sentence
from tui.reports.quotations import attribution
from tui.reports.tree import Block, Heading, Paragraph, Quote, paragraphs

_EXAMPLES = ("typical", "borderline")
_DEPTH = {CATEGORY: 2, THEME: 2, SUB_CATEGORY: 3, CODE: 4}


def codebook(project: Project) -> list[Block]:
    """Return the codebook in its own order, then the unsorted and the parked codes, then the themes."""
    book = project.codebook
    blocks: list[Block] = [Heading(1, f"{project.title}: codebook")]
    if not book.nodes:
        return [*blocks, Paragraph("There are no codes yet.")]
    sections = {
        "Not yet sorted": book.unsorted(),
        "Parked": book.parked(),
        "Themes": book.themes(),
    }
    heads = {nodes[0]: title for title, nodes in sections.items() if nodes}
    for node in book.nodes.values():
        if node.id in heads:
            blocks.append(Heading(2, heads[node.id]))
        blocks += _entry(project, node)
    return blocks


def _entry(project: Project, node: Node) -> Iterator[Block]:
    document = node.document
    yield Heading(3 if node.level == THEME else _DEPTH[node.level], node.title, about=(node.id,))
    said = " ".join(part for part in (sentence(node.definition), sentence(amount(project, node.id))) if part)
    yield Paragraph(said, about=(node.id,))
    yield from paragraphs(document.get("full"))
    for lead, field in (("Use:", "include"), ("Do not use:", "exclude")):
        yield Paragraph(sentence(document.get(field) or ""), lead=lead if document.get(field) else "")
    yield from _differences(project, node)
    yield from _examples(project, node)
    for lead, words in (
        ("Parked because:", sentence(node.parked)),
        ("Members:", _titles(project, project.codebook.members(node.id) if node.level == THEME else ())),
        ("Merged into it:", f"{', '.join(node.aliases)}." if node.aliases else ""),
    ):
        if words:
            yield Paragraph(words, lead=lead)
    notes = paragraphs(document.get("notes"))
    if notes:
        yield from (Paragraph(notes[0].text, lead="Notes:"), *notes[1:])


def _differences(project: Project, node: Node) -> Iterator[Block]:
    """Say what tells a node from its neighbours; one that is gone is left out."""
    book = project.codebook
    for other, because in sorted((node.document.get("differs") or {}).items()):
        stands = book.resolve(other)
        if stands is not None and stands in book.nodes and stands != node.id:
            yield Paragraph(sentence(because), lead=f"Differs from {book.nodes[stands].title}:")


def _examples(project: Project, node: Node) -> Iterator[Block]:
    anchors = node.document.get("anchors") or {}
    for kind in _EXAMPLES:
        for unit in (project.get("units", identifier) for identifier in sorted(anchors) if anchors[identifier] == kind):
            if unit is None:
                continue
            yield Paragraph("", lead=f"{kind.capitalize()} example:")
            yield Quote((printed(project, unit),), attribution(project, unit), about=(unit["id"],))


def _titles(project: Project, nodes: tuple[str, ...]) -> str:
    titles = [project.codebook.nodes[node].title for node in nodes]
    return f"{'; '.join(titles)}." if titles else ""
