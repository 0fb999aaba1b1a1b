"""The category summary: what was found, category by category, as it can be pasted into the paper.

Every name, count and quotation comes from the project at the moment of writing; the narratives are the author's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model.nodes import CATEGORY, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.model.units import is_unit
from tui.reports.amounts import amount, in_cell, in_words, least_shown, of_units, sentence
from tui.reports.figure import WITHOUT_CATEGORY, figure
from tui.reports.quotations import chosen, omits, quote
from tui.reports.tree import Block, Heading, Paragraph, counted, listed, paragraphs


def summary(project: Project, *, locates: bool = False, mermaid: bool = False) -> list[Block]:
    """Return the whole summary: the categories named, a figure of them, then one section each."""
    book = project.codebook
    blocks: list[Block] = [Heading(1, project.title), *_opening(project), *figure(project, mermaid=mermaid)]
    blocks += _signs(project)
    for category in book.categories():
        blocks += category_section(project, book.nodes[category], locates=locates)
    alone = book.beside(None, SUB_CATEGORY)
    if alone:
        blocks.append(Heading(2, WITHOUT_CATEGORY))
    for pile in alone:
        blocks += pile_section(project, book.nodes[pile], locates=locates)
    if book.themes():
        blocks.append(Heading(2, "Themes"))
    for theme in book.themes():
        blocks += _theme_section(project, book.nodes[theme])
    blocks += _left_out(project)
    return blocks


def category_section(project: Project, category: Node, *, locates: bool = False) -> list[Block]:
    """Return a category: definition, amounts, its narrative and direct codes if any, then its sub-categories."""
    book = project.codebook
    children = [book.nodes[child] for child in book.children(category.id)]
    codes = [child.id for child in children if child.is_code]
    return [
        Heading(2, category.title, about=(category.id,)),
        Paragraph(_defined(project, category), about=(category.id,)),
        *_body(project, category, codes, locates=locates),
        *(block for child in children if not child.is_code for block in pile_section(project, child, locates=locates)),
    ]


def pile_section(project: Project, pile: Node, *, locates: bool = False) -> list[Block]:
    """Return a sub-category: narrative, chosen quotations, codes."""
    return [
        Heading(3, pile.title, about=(pile.id,)),
        *_body(project, pile, project.codebook.codes(pile.id), locates=locates),
    ]


def _opening(project: Project) -> Iterator[Block]:
    """Name the categories in one paragraph."""
    book = project.codebook
    categories = book.categories()
    if not categories:
        yield Paragraph("No categories have been formed yet.")
        return
    names = listed(book.nodes[category].title for category in categories)
    said = sentence(f"The analysis led to {counted(len(categories), CATEGORY, 'categories')}: {names}")
    number = sum(1 for node in book.nodes.values() if node.level == SUB_CATEGORY and node.parent)
    if number:
        holds = "It holds" if len(categories) == 1 else "They hold"
        said += f" {holds} {counted(number, 'sub-category', 'sub-categories')}."
    yield Paragraph(said, about=tuple(categories))


def _signs(project: Project) -> Iterator[Block]:
    """Say what the omission mark means, where a quotation has one, and what the numbers behind codes count."""
    book = project.codebook
    codes = [code for top in (*book.categories(), *book.beside(None, SUB_CATEGORY)) for code in book.codes(top)]
    said = []
    if any(omits(project, unit) for unit in chosen(project, codes)):
        said.append(f"In the quotations, {project.setting('omission')} stands where words were left out.")
    if codes and not in_words(project):
        said.append("Behind each code stands how many units it has.")
    yield Paragraph(" ".join(said))


def _defined(project: Project, node: Node) -> str:
    """Return the definition and the amounts, as one paragraph of sentences."""
    return " ".join(part for part in (sentence(node.definition), sentence(amount(project, node.id))) if part)


def _body(project: Project, node: Node, codes: Sequence[str], *, locates: bool) -> Iterator[Block]:
    yield from paragraphs(node.document.get("narrative"), about=(node.id,))
    for unit in chosen(project, codes, node):
        yield quote(project, unit, locates=locates)
    if codes:
        yield Paragraph(f"{', '.join(_code(project, code) for code in codes)}.", lead="Codes:", about=tuple(codes))


def _code(project: Project, code: str) -> str:
    title = project.codebook.nodes[code].title
    if in_words(project):
        return title
    units = project.tally.units(code)
    if not units and not least_shown(project):
        return f"{title} (no units)"
    return f"{title} ({in_cell(project, units)})"


def _theme_section(project: Project, theme: Node) -> Iterator[Block]:
    book = project.codebook
    yield Heading(3, theme.title, about=(theme.id,))
    yield Paragraph(_defined(project, theme), about=(theme.id,))
    yield from paragraphs(theme.document.get("narrative"), about=(theme.id,))
    members = [book.nodes[member].title for member in book.members(theme.id)]
    if members:
        yield Paragraph(f"{'; '.join(members)}.", lead="Runs through:", about=book.members(theme.id))


def _left_out(project: Project) -> Iterator[Block]:
    """Say what no section holds, so that nothing is missing without a word."""
    book = project.codebook
    left = [(book.unsorted(), "not yet sorted"), (book.parked(), "parked")]
    parts = [f"{counted(len(codes), 'code')} {state}" for codes, state in left if codes]
    uncoded = _uncoded(project)
    if uncoded and not in_words(project):
        parts.append(f"{of_units(project, len(uncoded))} without a code")
    if parts:
        about = (*book.unsorted(), *book.parked(), *uncoded)
        yield Paragraph(f"{listed(parts)}.", lead="Not in this summary:", about=about)


def _uncoded(project: Project) -> list[str]:
    """Return the units that count and have no code (any more)."""
    resolved = project.codebook.resolved
    uncoded = (unit for unit in project.alive("units") if resolved.keys().isdisjoint(unit.get("codes") or ()))
    units = (unit for unit in uncoded if is_unit(unit) and project.counts_coder(unit.get("coder")))
    return [unit["id"] for unit in units if project.get("sources", unit.get("source", "")) is not None]
