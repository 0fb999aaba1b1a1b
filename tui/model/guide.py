"""The interview guide: the topics that were asked about, and which of them a turn answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.errors import Mistake
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.project import Project
from tui.model.turns import Turn


class Topic(NamedTuple):
    """A topic of the guide; `number` counts from 1 in the guide's order."""

    id: str
    number: int
    words: str


def guide(project: Project) -> list[Topic]:
    """Return the topics in the order they are asked about; none where the project has no guide."""
    kept = project.document.get("guide") or ()
    return [Topic(identifier, number, words) for number, (identifier, words) in enumerate(kept, 1)]


def topic_of(project: Project, turn: Turn) -> Topic | None:
    """Return the topic that a turn answers."""
    if turn.topic is None:
        return None
    return next((topic for topic in guide(project) if topic.id == turn.topic), None)


def topic_numbered(project: Project, number: int) -> Topic:
    """Return the topic with a number.

    Raises:
        Mistake: the guide has no such topic.
    """
    topics = guide(project)
    if not topics:
        raise Mistake("The project has no interview guide yet: postil project guide TOPIC…")
    if not 1 <= number <= len(topics):
        raise Mistake(f"The guide has no topic {number}; the last is {len(topics)}.")
    return topics[number - 1]


def rewritten(project: Project, words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the topics of a guide written anew, with their ids.

    One whose words are the old ones keeps its id, and so its turns; one with other words where the old guide had a
    topic that is not there any more is taken for that one, put otherwise.
    """
    before = guide(project)
    known = {folded(topic.words): topic.id for topic in before}
    kept = {known[folded(each)] for each in words if folded(each) in known}
    topics = []
    for index, each in enumerate(words):
        put_otherwise = index < len(before) and before[index].id not in kept
        topics.append((known.get(folded(each)) or (before[index].id if put_otherwise else new_id()), each))
    return topics
