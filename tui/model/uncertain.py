"""Units whose words changed or went when their text was amended, until somebody has looked at their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.errors import PostilError
from tui.model.documents import Document
from tui.model.names import natural

if TYPE_CHECKING:
    from tui.model.project import Project

CHANGED = "words changed"
"""What is said of such a unit."""


def as_coded(unit: Mapping[str, Any]) -> Document:
    """Return where a unit's words stand that were coded: its `spans`, and the hash of the `text` they count in."""
    return {"text": unit.get("text"), "spans": unit["spans"]}


def words_before(project: Project, unit: Mapping[str, Any]) -> str:
    """Return what was coded before the text was amended; empty where that is no longer known."""
    from tui.model.amended import version
    from tui.model.sources import Transcript

    coded = unit.get("uncertain")
    if not isinstance(coded, Mapping):
        return ""
    try:
        text = project.texts[coded["text"]]
        source = version(project.tables["sources"][unit["source"]], coded["text"])
        return Transcript(source, text).shown(coded["spans"], str(project.setting("omission")))
    except (PostilError, KeyError, TypeError):  # the text is not there, or somebody else wrote what is kept
        return ""


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
