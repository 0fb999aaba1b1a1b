"""The audit trail: decisions with who, when, what and why; all that happened. As tables, and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tui.analysis.decisions import Decision, Entry
from tui.model.project import Project
from tui.reports.csv_rows import csv_of
from tui.reports.tree import Block, Heading, Paragraph, Table


def decisions_report(project: Project, decided: Sequence[Decision]) -> list[Block]:
    """Return the decisions as a table, the oldest first, as an account is read."""
    blocks: list[Block] = [Heading(1, f"{project.title}: decisions")]
    if not decided:
        return [*blocks, Paragraph("Nothing has been decided yet.")]
    rows = tuple((day(each.at), coder_name(project, each.coder), each.what, each.why) for each in reversed(decided))
    return [*blocks, Table(("when", "who", "what", "why"), rows)]


def decisions_csv(project: Project, decided: Iterable[Decision]) -> str:
    """Return the decisions as comma-separated values, the oldest first; no cell can become a formula."""
    heads = ("at", "coder", "kind", "what", "why", "nodes")
    rows = [
        (each.at, coder_name(project, each.coder), each.kind, each.what, each.why, "; ".join(each.nodes))
        for each in decided
    ]
    return csv_of(heads, reversed(rows))


def decision_shapes(decided: Iterable[Decision]) -> list[dict[str, Any]]:
    """Return the decisions as JSON, the newest first, as history is."""
    return [
        {
            "kind": each.kind,
            "at": each.at,
            "coder": each.coder,
            "what": each.what,
            "why": each.why or None,
            "nodes": list(each.nodes),
        }
        for each in decided
    ]


def history_report(project: Project, happened: Iterable[Entry]) -> list[Block]:
    """Return all that happened as a table, the oldest first."""
    rows = [(minute(each.at), coder_name(project, each.coder), each.what) for each in happened]
    return [Heading(1, f"{project.title}: history"), Table(("when", "who", "what"), tuple(reversed(rows)))]


def history_csv(project: Project, happened: Iterable[Entry]) -> str:
    """Return all that happened as comma-separated values, the oldest first; no cell can become a formula."""
    rows = [(each.at, coder_name(project, each.coder), each.what, each.n, each.journal) for each in happened]
    return csv_of(("at", "coder", "what", "n", "journal"), reversed(rows))


def coder_name(project: Project, coder: str) -> str:
    """Return a coder's name; what wrote for nobody is Postil itself."""
    return str((project.tables["coders"].get(coder) or {}).get("name") or coder or "Postil")


def day(at: str) -> str:
    """Return the day of a moment."""
    return at[:10]


def minute(at: str) -> str:
    """Return a moment to the minute, in UTC."""
    return at[:16].replace("T", " ")
