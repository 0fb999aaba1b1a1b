"""What became of each code and pile: when it was made and by whom, its earlier names, and what was decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.analysis.decisions import Entry, decisions_of, standing
from tui.model.ids import is_id, time_of
from tui.model.project import Project

MADE = "made"


class Event(NamedTuple):
    """Something that became of a node: when (ISO 8601, UTC), by whom (a coder's id, or nothing), and what."""

    at: str
    coder: str
    what: str


def node_history(project: Project, entries: Iterable[Entry]) -> dict[str, list[Event]]:
    """Return what became of each node by its id, the oldest first; `entries` are those that touch nodes, newest first.

    Where they do not tell of its making, its id does. What was taken back is left out.
    """
    found: dict[str, list[Event]] = {node: [] for node in project.codebook.nodes}
    for entry in reversed(list(standing(entries))):
        for node, what in _what_became(project, entry):
            if node in found:
                found[node].append(Event(entry.at, entry.coder, what))
    for node, events in found.items():
        if not any(event.what == MADE for event in events) and is_id(node):
            events.insert(0, Event(time_of(node).strftime("%Y-%m-%dT%H:%M:%SZ"), "", MADE))
    return found


def _what_became(project: Project, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the nodes that a transaction concerned, each with what became of it."""
    for table, node, before, after in entry.ops:
        if table != "nodes":
            continue
        if before is None:
            yield node, MADE
        elif before.get("name") and after.get("name"):
            yield node, f"renamed from “{before['name']}” to “{after['name']}”"
    for decision in decisions_of(project, entry):
        for node in dict.fromkeys(decision.nodes):
            yield node, decision.what
