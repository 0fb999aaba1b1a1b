"""Every report that is written as markdown, in all its forms: what an export in somebody's hands may have been."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import product

from tui.analysis.decisions import Entry, decisions
from tui.model.project import Project
from tui.reports.abstraction import abstraction
from tui.reports.audit import decisions_report, history_report
from tui.reports.chapter import chapter
from tui.reports.codebook import codebook
from tui.reports.coreq import coreq
from tui.reports.figure import figure_alone
from tui.reports.participants import participants
from tui.reports.quotations import sources_in_order
from tui.reports.quoted import quotations
from tui.reports.summary import summary
from tui.reports.transcript import transcript_with_codes
from tui.reports.tree import Block
from tui.reports.units import text_under_codes

MOST_ROWS = 5
"""Forms of the abstraction table with up to so many rows of a pile are looked for."""

_YES_OR_NO = (False, True)

Make = Callable[[], Sequence[Block]]


History = Callable[..., Iterable[Entry]]
"""Returns what happened, or what touches the tables named, the newest first."""


def reports(project: Project, history: History) -> Iterator[tuple[str, Make]]:
    """Yield the name of each report and what makes it, a form each, those that are exported most first."""
    rows = range(1, MOST_ROWS + 1)
    for locates, mermaid in product(_YES_OR_NO, repeat=2):
        yield "summary", partial(summary, project, locates=locates, mermaid=mermaid)
    yield "codebook", lambda: codebook(project, history("nodes"))
    for number in rows:
        yield "abstraction", partial(abstraction, project, rows=number)
    for locates, mermaid, number in product(_YES_OR_NO, _YES_OR_NO, rows):
        yield "chapter", partial(chapter, project, locates=locates, mermaid=mermaid, rows=number)
    yield "quotations", partial(quotations, project)
    yield "participants", partial(participants, project)
    yield "coreq", partial(coreq, project)
    for mermaid in _YES_OR_NO:
        yield "figure", partial(figure_alone, project, mermaid=mermaid)
    yield "decisions", lambda: decisions_report(project, decisions(project, history("nodes")))
    yield "history", lambda: history_report(project, history())
    for source in sources_in_order(project):
        yield "transcript", partial(transcript_with_codes, project, source["id"])
    yield "units", partial(text_under_codes, project, project.codebook.codes())
