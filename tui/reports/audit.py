"""The audit trail: decisions with who, when, what and why; all that happened. As tables, and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.analysis.decisions import Decision, Entry
from tui.model.project import Project
from tui.reports.records import Records
from tui.reports.tree import Block, Heading, Paragraph, Table


def decisions_report(project: Project, decided: Sequence[Decision]) -> list[Block]:
    """Return the decisions as a table, the oldest first, as an account is read."""
    blocks: list[Block] = [Heading(1, f"{project.title}: decisions")]
    if not decided:
        return [*blocks, Paragraph("Nothing has been decided yet.")]
    rows = tuple((day(each.at), coder_name(project, each.coder), each.what, each.why) for each in reversed(decided))
    about = tuple(
        (*each.nodes, each.place[1]) if each.place[0] == "units" else each.nodes for each in reversed(decided)
    )
    return [*blocks, Table(("when", "who", "what", "why"), rows, about=about)]


def decision_records(project: Project, decided: Sequence[Decision]) -> Records:
    """Return a row for each decision, the oldest first, with the ids of the nodes concerned."""
    rows = ((each.at, coder_name(project, each.coder), each.kind, each.what, each.why, each.nodes) for each in decided)
    return Records(("at", "coder", "kind", "what", "why", "nodes"), reversed(list(rows)))


def history_report(project: Project, happened: Iterable[Entry]) -> list[Block]:
    """Return all that happened as a table, the oldest first; times are UTC."""
    told = [(minute(e.at), coder_name(project, e.coder), e.what, _about(e)) for e in happened]
    told.reverse()
    table = Table(("when", "who", "what"), tuple(row[:3] for row in told), about=tuple(row[3] for row in told))
    return [Heading(1, f"{project.title}: history"), table, Paragraph("Times are UTC.", lead="Note.")]


def _about(entry: Entry) -> tuple[str, ...]:
    """Return the units and nodes that a transaction changed, each once."""
    return tuple(dict.fromkeys(op[1] for op in entry.ops if op[0] in ("units", "nodes")))


def history_records(project: Project, happened: Iterable[Entry]) -> Records:
    """Return a row for each transaction, the oldest first, with how many changes it made."""
    rows = [(e.n, e.journal, e.at, coder_name(project, e.coder), e.what, len(e.ops)) for e in happened]
    return Records(("n", "journal", "at", "coder", "what", "ops"), reversed(rows))


def coder_name(project: Project, coder: str) -> str:
    """Return a coder's name; what wrote for nobody is Postil itself."""
    return str((project.tables["coders"].get(coder) or {}).get("name") or coder or "Postil")


def day(at: str) -> str:
    """Return the day of a moment."""
    return at[:10]


def minute(at: str) -> str:
    """Return a moment to the minute, in UTC."""
    return at[:16].replace("T", " ")
