"""The cast: which participant some words mean, found among those there are or made with the same edit."""

from __future__ import annotations

from tui.model.documents import Document
from tui.model.edits.participants import AddParticipant
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.project import Project
from tui.model.turns import INTERVIEWER, NEITHER, PARTICIPANT

_NO_PARTICIPANT = (INTERVIEWER, NEITHER)


class Cast:
    """The participants of a project while an edit is made; `edits` makes those that it names for the first time."""

    def __init__(self, project: Project) -> None:
        """Begin with the participants there are."""
        self._project = project
        self._made: dict[str, AddParticipant] = {}
        self._known = {folded(one.get("name") or ""): str(one["id"]) for one in project.alive("participants")}

    @property
    def edits(self) -> list[AddParticipant]:
        """The edits that make the participants who are new."""
        return list(self._made.values())

    def knows(self, name: str) -> bool:
        """Tell whether there is a participant of that name; case and white space do not matter."""
        return folded(name) in self._known or folded(name) in self._made

    def participant(self, words: str) -> str:
        """Return the id of a participant, given by id or name; a name that is new makes one."""
        document = self._project.get("participants", words)
        if document is not None:
            return str(document["id"])
        known = self._known.get(folded(words))
        return known or self._made.setdefault(folded(words), AddParticipant(new_id(), words, {})).id

    def part(self, words: str) -> Document:
        """Return what a speaker is of whom a user gave a role or a participant's name."""
        if words in _NO_PARTICIPANT:
            return {"role": words}
        return {"role": PARTICIPANT, "participant": self.participant(words)}
