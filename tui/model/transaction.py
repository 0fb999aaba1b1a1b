"""Transactions: one or more edits, each seeing what those before it changed, written down as operations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from tui.model.documents import Change, Document, Operation, difference, patched
from tui.model.project import Project


class Edit(Protocol):
    """One change that a user can make, as data. Both methods are pure: they read the project and change nothing."""

    def changes(self, project: Project) -> Sequence[Change]:
        """Return the new values.

        Raises:
            Mistake: the edit breaks a rule of the method; the message says which and what to do.
        """

    def sentence(self, project: Project) -> str:
        """Return what the edit does in the words of history and undo, as of the project before the edit."""


class Composed(NamedTuple):
    """What a transaction changes, and what it is called."""

    operations: list[Operation]
    sentence: str


def compose(project: Project, edits: Iterable[Edit], sentence: str | None = None) -> Composed:
    """Return the edits as one transaction; the project is left as it was.

    Each document that differs in the end gives one operation, however many edits touched it. Without a sentence of
    its own the transaction has that of its first edit, with the number of the others.

    Raises:
        Mistake: an edit breaks a rule; none of them is kept.
    """
    waiting = list(edits)
    sentences: list[str] = []
    versions: _Versions = {}
    try:
        while waiting:
            edit = waiting.pop(0)
            changes = edit.changes(project)
            sentences.append(edit.sentence(project))
            _record(project, changes, versions)
            if waiting:
                _show(project, changes, versions)
        return Composed(_operations(versions), sentence or _joined(sentences))
    finally:
        _put_back(project, versions)


_Versions = dict[tuple[str, str], "tuple[Document | None, Document]"]
"""By table and id: the document before the transaction, and as it has become so far."""


def _record(project: Project, changes: Iterable[Change], versions: _Versions) -> None:
    for change in changes:
        key = change.table, change.id
        before = project.tables[change.table].get(change.id)
        first, latest = versions.get(key, (before, before))
        versions[key] = first, patched(latest, change.table, change.id, change.fields)


def _show(project: Project, changes: Iterable[Change], versions: _Versions) -> None:
    """Let the project hold the changed documents, so that the next edit sees them."""
    for change in changes:
        project.put(change.table, change.id, versions[change.table, change.id][1])


def _put_back(project: Project, versions: _Versions) -> None:
    for (table, identifier), (before, _) in versions.items():
        if project.tables[table].get(identifier) is not before:
            project.put(table, identifier, before)


def _operations(versions: _Versions) -> list[Operation]:
    operations: list[Operation] = []
    for (table, identifier), (before, after) in versions.items():
        old, new = difference(table, before, after)
        if before is None or new:
            operations.append([table, identifier, old, new])
    return operations


def _joined(sentences: Sequence[str]) -> str:
    if len(sentences) > 1:
        return f"{sentences[0]} and {len(sentences) - 1} more"
    return sentences[0] if sentences else "nothing"
