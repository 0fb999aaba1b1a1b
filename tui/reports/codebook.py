"""The codebook as a document: for every code and everything above it what it means, when to use it, an example.

Each entry has MacQueen's six parts (1998), also where nobody has written them yet: code, brief definition, full
definition, when to use, when not, example. Beside them stand counts, a borderline example, what tells it from its
neighbours, and what became of it: when it was made, its earlier names, which codes were merged into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.analysis.decisions import Entry
from tui.analysis.node_history import Event, node_history
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME, Node
from tui.model.project import Project
from tui.model.quoting import printed
from tui.reports.amounts import (
    amount,
    as_value,
    in_cell,
    in_words,
    of_participants,
    participants_in_cell,
    sentence,
    what_counts,
)
from tui.reports.audit import coder_name, day
from tui.reports.quotations import attribution
from tui.reports.records import Cell, Records
from tui.reports.tree import Block, Heading, Paragraph, Quote, paragraphs

NOT_WRITTEN, NOT_CHOSEN = "Not written yet.", "None chosen yet."

HEADS = (
    *("id", "level", "name", "short", "sub_category", "category", "participants", "units"),
    *("definition", "full", "use", "do_not_use", "typical", "borderline", "differs", "notes"),
    *("parked", "members", "merged", "history"),
)

_TYPICAL, _BORDERLINE = "typical", "borderline"
_DEPTH = {CATEGORY: 2, THEME: 2, SUB_CATEGORY: 3, CODE: 4}


def codebook(project: Project, entries: Iterable[Entry] = ()) -> list[Block]:
    """Return the codebook in its own order, then the unsorted and the parked codes, then the themes.

    `entries` are the transactions that touch nodes, the newest first: they tell what became of each.
    """
    book = project.codebook
    blocks: list[Block] = [Heading(1, f"{project.title}: codebook")]
    if not book.nodes:
        return [*blocks, Paragraph("There are no codes yet.")]
    blocks.append(Paragraph(what_counts(project), lead="Counts."))
    sections = {
        "Not yet sorted": book.unsorted(),
        "Parked": book.parked(),
        "Themes": book.themes(),
    }
    heads = {nodes[0]: title for title, nodes in sections.items() if nodes}
    became = node_history(project, entries)
    for node in book.nodes.values():
        if node.id in heads:
            blocks.append(Heading(2, heads[node.id]))
        blocks += _entry(project, node, became[node.id])
    return blocks


def codebook_records(project: Project, entries: Iterable[Entry] = ()) -> Records:
    """Return a row for each code and everything above it."""
    became = node_history(project, entries)
    nodes = project.codebook.nodes.values()
    return Records(HEADS, ([*_names(project, node), *_parts(project, node, became[node.id])] for node in nodes))


def _entry(project: Project, node: Node, became: Sequence[Event]) -> Iterator[Block]:
    document, about = node.document, (node.id,)
    yield Heading(3 if node.level == THEME else _DEPTH[node.level], node.title, about=about)
    yield Paragraph(
        sentence(amount(project, node.id)), lead="Counted:" if amount(project, node.id) else "", about=about
    )
    yield from _written("Brief definition:", sentence(node.definition), about)
    yield from _written("Full definition:", document.get("full"), about)
    yield from _written("When to use:", sentence(document.get("include") or ""), about)
    yield from _written("When not to use:", sentence(document.get("exclude") or ""), about)
    yield from _differences(project, node)
    yield from _examples(project, node)
    for lead, words in (
        ("Parked because:", sentence(node.parked)),
        ("Members:", _ended("; ".join(_members(project, node)))),
        ("Merged into it:", _ended(", ".join(node.aliases))),
        ("Notes:", document.get("notes")),
        ("History:", _ended("; ".join(_told(project, became)))),
    ):
        if words:
            yield from _written(lead, words, about)


def _written(lead: str, words: str | None, about: tuple[str, ...]) -> Iterator[Paragraph]:
    """Yield a part of an entry as paragraphs, its name before the first; what is missing is said to be."""
    first, *rest = paragraphs(words, about) or [Paragraph(NOT_WRITTEN, about=about)]
    yield Paragraph(first.text, lead=lead, about=about)
    yield from rest


def _told(project: Project, became: Iterable[Event]) -> Iterator[str]:
    """Yield what became of a node: `2026-03-01 made (Lena Palm)`."""
    for event in became:
        by = f" ({coder_name(project, event.coder)})" if event.coder else ""
        yield f"{day(event.at)} {event.what}{by}"


def _members(project: Project, node: Node) -> list[str]:
    members = project.codebook.members(node.id) if node.level == THEME else ()
    return [project.codebook.nodes[member].title for member in members]


def _ended(words: str) -> str:
    return f"{words}." if words else ""


def _differences(project: Project, node: Node) -> Iterator[Block]:
    for other, because in _told_apart(project, node).items():
        yield Paragraph(sentence(because), lead=f"Differs from {other}:", about=(node.id,))


def _told_apart(project: Project, node: Node) -> Mapping[str, str]:
    """Return what tells a node from its neighbours, by their titles; one that is gone is left out."""
    book = project.codebook
    found: dict[str, str] = {}
    for other, because in sorted((node.document.get("differs") or {}).items()):
        stands = book.resolve(other)
        if stands is not None and stands in book.nodes and stands != node.id and because:
            found[book.nodes[stands].title] = because
    return found


def _examples(project: Project, node: Node) -> Iterator[Block]:
    """Yield the examples; that there is no typical one is said, borderline ones are welcome."""
    for kind in (_TYPICAL, _BORDERLINE):
        quotes = _quoted(project, node, kind)
        if not quotes and kind == _TYPICAL:
            yield Paragraph(NOT_CHOSEN, lead="Example:", about=(node.id,))
        for each in quotes:
            yield Paragraph("", lead=f"{kind.capitalize()} example:", about=(node.id,))
            yield each


def _quoted(project: Project, node: Node, kind: str) -> list[Quote]:
    anchors = node.document.get("anchors") or {}
    units = (project.get("units", unit) for unit in sorted(anchors) if anchors[unit] == kind)
    return [Quote((printed(project, unit),), attribution(project, unit), about=(unit["id"],)) for unit in units if unit]


def _names(project: Project, node: Node) -> Iterator[Cell]:
    """Yield where a node stands, and its counts."""
    book, tally = project.codebook, project.tally
    above = [book.nodes[one] for one in book.ancestry(node.id)]
    yield from (node.id, node.level, node.title, node.short or None)
    for level in (SUB_CATEGORY, CATEGORY):
        yield next((one.title for one in above if one.level == level), None)
    heard = tally.participants(node.id)
    if in_words(project):
        yield from (of_participants(project, heard), None)
    else:
        yield from (as_value(participants_in_cell(project, heard)), as_value(in_cell(project, tally.units(node.id))))


def _parts(project: Project, node: Node, became: Sequence[Event]) -> Iterator[Cell]:
    """Yield what was written about a node, and what became of it."""
    document = node.document
    yield node.definition or None
    yield from (document.get(field) for field in ("full", "include", "exclude"))
    for kind in (_TYPICAL, _BORDERLINE):
        yield [" ".join((*quote.paragraphs, f"({quote.attribution})")) for quote in _quoted(project, node, kind)]
    yield [f"{other}: {because}" for other, because in _told_apart(project, node).items()]
    yield from (document.get("notes"), node.parked or None)
    yield from (_members(project, node), list(node.aliases), list(_told(project, became)))
