"""The results chapter: how it was done in numbers, who took part, the summary, and how units became categories."""

from __future__ import annotations

from collections import Counter

from tui.model.nodes import CATEGORY, SUB_CATEGORY
from tui.model.project import Project
from tui.reports.abstraction import ROWS, abstraction
from tui.reports.amounts import of_units, participants_head
from tui.reports.coreq import how_many_coders, how_oriented
from tui.reports.participants import interviewed, table_of_participants, took_part
from tui.reports.quotations import counted_units
from tui.reports.summary import summary
from tui.reports.tree import Block, Heading, Paragraph, below, counted, listed


def chapter(project: Project, *, locates: bool = False, mermaid: bool = False, rows: int = ROWS) -> list[Block]:
    """Return the chapter; the summary and the abstraction table stand in it as they do alone, a level lower."""
    table = table_of_participants(project)
    return [
        Heading(1, project.title),
        Heading(2, "Methods"),
        Paragraph(methods(project)),
        *([Heading(2, participants_head(project)), *table] if table else []),
        Heading(2, "Results"),
        *below(1, summary(project, locates=locates, mermaid=mermaid)[1:]),
        Heading(2, "From meaning unit to category"),
        *below(1, abstraction(project, rows=rows)[1:]),
    ]


def methods(project: Project) -> str:
    """Return the paragraph of computed numbers: who took part, what was marked by whom, what came of it."""
    said = [took_part(project), interviewed(project), how_oriented(project), how_many_coders(project), *_made(project)]
    return " ".join(part for part in said if part)


def _made(project: Project) -> list[str]:
    """Return what was made from the units, as sentences."""
    book = project.codebook
    levels = Counter(node.level for node in book.nodes.values())
    if not levels["code"]:
        return []
    above = [
        counted(levels[level], one, several)
        for level, one, several in (
            (SUB_CATEGORY, "sub-category", "sub-categories"),
            (CATEGORY, "category", "categories"),
        )
        if levels[level]
    ]
    outside = {*book.unsorted(), *book.parked()}
    placed = [code for code in book.codes() if code not in outside]
    if not placed:
        return [f"So far there are {counted(levels['code'], 'code')}, none of them sorted."]
    of = of_units(project, len(counted_units(project, placed)), "meaning unit")
    said = f"The results rest on {of and f'{of} and '}{counted(len(placed), 'code')}"
    said += f" in {listed(above)}" if above else ""
    rest = [(codes, what) for codes, what in ((book.parked(), "set aside"), (book.unsorted(), "not sorted")) if codes]
    if not rest:
        return [f"{said}."]
    (first, what), *others = rest
    more = f"{counted(len(first), 'more was', 'more were')} {what}"
    return [f"{said}; {listed([more, *(f'{len(codes):,} {what}' for codes, what in others)])}."]
