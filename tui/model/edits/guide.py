"""Edits of the interview guide: its topics, and which of them a turn answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change, Document
from tui.model.guide import guide
from tui.model.names import folded, one_line
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class SetGuide:
    """Write the interview guide down: an id and the words of each topic, in the order they are asked about.

    A topic keeps its turns as long as its id is among them, whatever its words and its place become.
    """

    topics: Sequence[tuple[str, str]]

    def changes(self, project: Project) -> list[Change]:
        """Return the project with the guide; no topic at all takes it away."""
        topics = [[identifier, one_line(words)] for identifier, words in self.topics]
        if not all(words for _, words in topics):
            raise Mistake("A topic of the guide has no words.")
        if len({folded(words) for _, words in topics}) < len(topics):
            raise Mistake("Two topics of the guide have the same words.")
        if topics == (project.document.get("guide") or []):
            return []
        return [Change("project", project.id, {"guide": topics or None})]

    def sentence(self, project: Project) -> str:
        """Say how many topics there are."""
        return (
            f"write the interview guide, {len(self.topics)} topics" if self.topics else "take the interview guide away"
        )


@dataclass(frozen=True, slots=True)
class SetTopic:
    """Say which topic of the guide a turn answers; `start` is where the turn begins. `None` takes that back."""

    source: str
    start: int
    topic: str | None

    def changes(self, project: Project) -> list[Change]:
        """Return the source with what is said of the turn."""
        if self.topic is not None and all(topic.id != self.topic for topic in guide(project)):
            raise Mistake("The interview guide has no such topic.")
        return said_of_turn(project, self.source, self.start, {"topic": self.topic})

    def sentence(self, project: Project) -> str:
        """Say which topic which turn answers."""
        turn = next((turn.number for turn in project.turns(self.source) if turn.start == self.start), 0)
        place = f"{project.need('sources', self.source).get('name')}:{turn}"
        words = next((topic.words for topic in guide(project) if topic.id == self.topic), None)
        return f"{place} answers “{words}”" if words else f"{place} answers no topic of the guide"


def said_of_turn(project: Project, source: str, start: int, fields: Document) -> list[Change]:
    """Return what changes where some of what is said of one turn differs: who speaks in it, what topic it answers.

    Raises:
        Mistake: no turn begins there.
    """
    document = project.need("sources", source)
    if all(turn.start != start for turn in project.turns(source)):
        raise Mistake(f"No turn of {document['name']} begins at {start}.")
    before = (document.get("corrections") or {}).get(str(start))
    said = {field: value for field, value in {**(before or {}), **fields}.items() if value is not None}
    said.pop("text", None)
    after = {**said, "text": document.get("text")} if said else None
    if after == before:
        return []
    # What was said of this turn in an earlier text stands under another key.
    kept = project.amended.corrections(project.tables["sources"][source]).get(str(start), ())
    return [Change("sources", source, {**{f"corrections/{key}": None for key in kept}, f"corrections/{start}": after})]
