"""Transactions: one or more edits, each seeing what those before it changed, written down as operations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

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


@dataclass(frozen=True)
class Composed:
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
    sentences: list[str] = []
    with _draft(project) as touched:
        for edit in edits:
            changes = edit.changes(project)
            sentences.append(edit.sentence(project))
            for change in changes:
                before = project.tables[change.table].get(change.id)
                touched.setdefault((change.table, change.id), before)
                project.put(change.table, change.id, patched(before, change.table, change.id, change.fields))
        operations = _operations(project, touched)
    return Composed(operations, sentence or _joined(sentences))


_Touched = dict[tuple[str, str], "Document | None"]


@contextmanager
def _draft(project: Project) -> Iterator[_Touched]:
    """Let documents be put into the project, and put back whatever stood in their place."""
    touched: _Touched = {}
    try:
        yield touched
    finally:
        for (table, identifier), document in touched.items():
            project.put(table, identifier, document)


def _operations(project: Project, touched: _Touched) -> list[Operation]:
    operations: list[Operation] = []
    for (table, identifier), before in touched.items():
        old, new = difference(table, before, project.tables[table][identifier])
        if before is None or new:
            operations.append([table, identifier, old, new])
    return operations


def _joined(sentences: Sequence[str]) -> str:
    if len(sentences) > 1:
        return f"{sentences[0]} and {len(sentences) - 1} more"
    return sentences[0] if sentences else "nothing"
