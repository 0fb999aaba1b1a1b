"""Units whose words changed or went when their text was amended, until somebody has looked at their places."""

from __future__ import annotations

from tui.model.documents import Document
from tui.model.names import natural
from tui.model.project import Project

CHANGED = "words changed"
"""What is said of such a unit."""


def uncertain_units(project: Project) -> list[Document]:
    """Return them all, by the names of their sources and in the order of the text."""
    amended = [source for source in project.alive("sources") if source.get("amended")]
    amended.sort(key=lambda source: natural(str(source.get("name") or "")))
    return [
        unit
        for source in amended
        for unit in project.units_in(source["id"], relevant_only=True)
        if unit.get("uncertain")
    ]


def next_uncertain(project: Project, source: str, after: int) -> Document | None:
    """Return the first that begins behind a position of a source; from the beginning again where none follows."""
    units = uncertain_units(project)
    if not units:
        return None
    here = natural(str((project.get("sources", source) or {}).get("name") or ""))

    def follows(unit: Document) -> bool:
        if unit["source"] == source:
            return bool(unit["spans"][0][0] > after)
        return natural(str(project.need("sources", unit["source"]).get("name") or "")) > here

    return next(filter(follows, units), units[0])
