"""Who speaks: participants named on a command line, found or made, and the roles of speakers."""

from __future__ import annotations

from tui.cli import output
from tui.model.documents import Document
from tui.model.edits.participants import AddParticipant
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.project import Project

ROLES = ("interviewer", "neither")
"""What may stand in place of a participant's name."""


class Cast:
    """The participants of a project while an edit is made; those it has to make are in `edits`."""

    def __init__(self, project: Project) -> None:
        """Begin with the participants there are."""
        self._project = project
        self._made: dict[str, AddParticipant] = {}
        self._known = {folded(one.get("name") or ""): str(one["id"]) for one in project.alive("participants")}

    @property
    def edits(self) -> list[AddParticipant]:
        """The edits that make the participants who are new."""
        return list(self._made.values())

    def participant(self, words: str) -> str:
        """Return the id of a participant, given by id or name; a name that is new makes one."""
        document = self._project.get("participants", words)
        if document is not None:
            return str(document["id"])
        if folded(words) in self._known:
            return self._known[folded(words)]
        made = self._made.setdefault(folded(words), AddParticipant(new_id(), words, {}))
        return made.id

    def part(self, words: str) -> Document:
        """Return what a speaker is whom a user gave a name or a role."""
        if words in ROLES:
            return {"role": words}
        return {"role": "participant", "participant": self.participant(words)}

    def role(self, label: str, guessed: str) -> Document:
        """Return what a label is that nobody spoke about: a participant of that name, else what was guessed."""
        known = self._known.get(folded(label))
        if known is not None:
            return {"role": "participant", "participant": known}
        return {"role": guessed}

    def tell(self) -> None:
        """Say who is new."""
        for made in self._made.values():
            output.tell(f"New participant: {made.name}.")
