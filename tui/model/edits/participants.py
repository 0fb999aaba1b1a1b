"""Edits of participants: who was interviewed, under which pseudonym, with which attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.names import clean_name, folded, one_line
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class AddParticipant:
    """Add a participant."""

    id: str
    name: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)

    def changes(self, project: Project) -> list[Change]:
        """Return the new participant."""
        name = _free_name(project, self.name)
        attributes = {key: value for key, value in _attributes(self.attributes).items() if value is not None}
        return [Change("participants", self.id, {"name": name, "attributes": attributes})]

    def sentence(self, project: Project) -> str:
        """Say the pseudonym."""
        return f"add participant {one_line(self.name)}"


@dataclass(frozen=True, slots=True)
class RenameParticipant:
    """Give a participant another pseudonym."""

    id: str
    name: str

    def changes(self, project: Project) -> list[Change]:
        """Return the participant with the pseudonym."""
        participant = project.need("participants", self.id)
        name = _free_name(project, self.name, but=self.id)
        return [] if name == participant.get("name") else [Change("participants", self.id, {"name": name})]

    def sentence(self, project: Project) -> str:
        """Say the old pseudonym and the new one."""
        return f"rename participant {_name(project, self.id)} to {one_line(self.name)}"


@dataclass(frozen=True, slots=True)
class SetAttributes:
    """Set attributes of a participant, others stay; an empty one is taken away."""

    id: str
    attributes: Mapping[str, str | None]

    def changes(self, project: Project) -> list[Change]:
        """Return the participant with what differs."""
        present = project.need("participants", self.id).get("attributes") or {}
        attributes = _attributes(self.attributes)
        fields = {f"attributes/{key}": value for key, value in attributes.items() if present.get(key) != value}
        return [Change("participants", self.id, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say which attributes of whom."""
        return f"set {', '.join(_attributes(self.attributes))} of {_name(project, self.id)}"


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    """Take away a participant who speaks in no source."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the participant and the memos on it as removed.

        Raises:
            Mistake: the participant speaks in sources; the message names them.
        """
        name = _name(project, self.id)
        sources = [str(source["name"]) for source in project.alive("sources") if self._speaks_in(project, source["id"])]
        if sources:
            raise Mistake(f"{name} speaks in {', '.join(sources)}; say first who speaks there instead.")
        memos = project.memos_on("participant", self.id)
        removed = {"removed": True}
        return [
            Change("participants", self.id, removed),
            *(Change("memos", memo["id"], removed) for memo in memos),
        ]

    def sentence(self, project: Project) -> str:
        """Say who goes."""
        return f"remove participant {_name(project, self.id)}"

    def _speaks_in(self, project: Project, source: str) -> bool:
        return any(turn.participant == self.id for turn in project.turns(source))


def _attributes(attributes: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return attributes as they are kept: `role`, `context`, `gender` or whatever the study asks for."""
    return {clean_name(key, "attribute"): one_line(value or "") or None for key, value in attributes.items()}


def _free_name(project: Project, words: str, but: str = "") -> str:
    name = clean_name(words, "participant")
    for participant in project.alive("participants"):
        if participant["id"] != but and folded(participant.get("name") or "") == folded(name):
            raise Mistake(f"There is a participant {participant['name']} already.")
    return name


def _name(project: Project, participant: str) -> str:
    return str(project.need("participants", participant).get("name"))
