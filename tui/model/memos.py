"""Memos: their kinds, and what they may be on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.errors import Mistake
from tui.model.nodes import LEVELS
from tui.model.project import Project
from tui.model.units import checked_spans

KINDS = ("analytic", "methodological", "reflexive", "discussion", "decision")
SUBJECTS = ("project", "source", "passage", "participant", "unit", *LEVELS)
_TABLES = {"source": "sources", "participant": "participants", "unit": "units"}


def subject(project: Project, on: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a memo is on, as it is kept: ids checked, merges followed, a node's kind its level.

    Raises:
        Mistake: there is no such thing.
    """
    kind, identifier = on.get("kind"), on.get("id") or ""
    if kind == "project":
        return {"kind": kind, "id": project.id}
    if kind == "passage":
        source = project.need("sources", identifier)
        spans = checked_spans(project, identifier, on.get("spans") or ())
        return {"kind": kind, "id": identifier, "spans": spans, "text": source.get("text")}
    if kind in LEVELS:
        node = project.codebook.need(identifier)
        return {"kind": node.level, "id": node.id}
    if kind not in _TABLES:
        raise Mistake(f"A memo is on a {', '.join(SUBJECTS)}, not on a “{kind}”.")
    return {"kind": kind, "id": project.need(_TABLES[kind], identifier)["id"]}


def titled(project: Project, on: Mapping[str, Any]) -> str:
    """Return what a memo is on in words that hold nothing of a transcript."""
    kind, identifier = on.get("kind") or "project", on.get("id") or ""
    if kind in LEVELS:
        stands = project.codebook.resolve(identifier)
        return f"{kind} {project.codebook.nodes[stands].title}" if stands else f"a {kind} that is gone"
    table = _TABLES.get(kind, "sources" if kind == "passage" else "")
    document = project.tables[table].get(identifier, {}) if table else {}
    if kind == "unit":
        source = project.tables["sources"].get(document.get("source", ""), {})
        return f"a unit in {source.get('name', 'a source')}"
    if kind == "passage":
        return f"a passage of {document.get('name', 'a source')}"
    return f"{kind} {document['name']}" if document.get("name") else f"the {kind}"
