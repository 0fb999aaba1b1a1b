"""Findings of the method that somebody accepted: what was found stands as it is, and why.

An acceptance names the rule and the place by ids, and keeps a digest of what the rule looked at. Where that has become
something else, the finding is asked about again.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.documents import Document
from tui.model.project import Project


def accepted(project: Project) -> Mapping[tuple[str, str], Document]:
    """Return the acceptances by rule and place; of two that coders wrote apart the later one."""
    found = sorted(project.alive("accepted"), key=lambda document: str(document["id"]))
    return {(str(document.get("rule")), str(document.get("key"))): document for document in found}


def holds(acceptance: Mapping[str, object], stands_on: str) -> bool:
    """Tell whether what was accepted is still what is found."""
    return acceptance.get("stands_on") == stands_on
