"""Versions of the category system that can be compared: the snapshots, and what it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Document
from tui.model.edits.snapshots import system_of
from tui.model.ids import is_id, time_of
from tui.model.project import Project

NOW = "now"
"""What the category system as it stands is called among the versions."""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of the category system: a snapshot, or now, whose id is `now` and which nobody took."""

    id: str
    name: str
    memo: str
    coder: str
    """The id of who took it."""
    by: str
    """Their name."""
    at: str
    """When, as ISO 8601 in UTC; empty for now, and where the id tells no time."""
    nodes: Mapping[str, Document]

    @property
    def is_now(self) -> bool:
        """Whether this is what stands, not a snapshot."""
        return self.id == NOW

    @property
    def shown(self) -> str:
        """Its name as it stands in a sentence."""
        return NOW if self.is_now else f"“{self.name}”"


def now(project: Project) -> Version:
    """Return the category system as it stands."""
    return Version(NOW, NOW, "", "", "", "", system_of(project))


def snapshots(project: Project) -> list[Version]:
    """Return the snapshots, the oldest first."""
    return [of_snapshot(project, one["id"]) for one in sorted(project.alive("snapshots"), key=lambda one: one["id"])]


def of_snapshot(project: Project, identifier: str) -> Version:
    """Return a snapshot by its id."""
    one = project.need("snapshots", identifier)
    coder = str(one.get("coder") or "")
    by = str((project.tables["coders"].get(coder) or {}).get("name") or coder)
    at = time_of(identifier).strftime("%Y-%m-%dT%H:%M:%SZ") if is_id(identifier) else ""
    name, memo = str(one.get("name") or ""), str(one.get("memo") or "")
    return Version(identifier, name, memo, coder, by, at, one.get("nodes") or {})


def version_of(project: Project, identifier: str) -> Version:
    """Return the version of an id, which may be `now`."""
    return now(project) if identifier == NOW else of_snapshot(project, identifier)


def version_named(project: Project, words: str) -> Version:
    """Return the version that a name, the beginning of one, or an id means; `now` is what stands.

    Raises:
        Mistake: none fits, or several do.
    """
    if words == NOW:
        return now(project)
    return of_snapshot(project, project.find("snapshots", words)["id"])


def latest(project: Project) -> Version:
    """Return the latest snapshot.

    Raises:
        Mistake: there is none yet.
    """
    taken = max((one["id"] for one in project.alive("snapshots")), default=None)
    if taken is None:
        raise Mistake("There is no snapshot yet: “postil snapshot NAME”, or Z in the app, takes one.")
    return of_snapshot(project, taken)
