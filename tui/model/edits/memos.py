"""Edits of memos: notes on anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.memos import KINDS, subject, titled
from tui.model.names import prose
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class WriteMemo:
    """Write a memo.

    `on` says on what: `{"kind": …, "id": …}`, the kind being project, source, participant, unit, or a node's level;
    for a passage the id is its source's and `spans` say where.
    """

    id: str
    on: Mapping[str, Any]
    kind: str
    coder: str
    text: str

    def changes(self, project: Project) -> list[Change]:
        """Return the new memo.

        Raises:
            Mistake: it says nothing, its kind is none, or what it is on is not there.
        """
        on = subject(project, self.on)
        return [
            Change("memos", self.id, {"on": on, "kind": _kind(self.kind), "coder": self.coder, "text": _text(self)})
        ]

    def sentence(self, project: Project) -> str:
        """Say what it is on."""
        word = "decision" if self.kind == "decision" else "memo"
        return f"write a {word} on {titled(project, subject(project, self.on))}"


@dataclass(frozen=True, slots=True)
class EditMemo:
    """Write a memo anew, or only change its kind."""

    id: str
    text: str
    kind: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the memo with what differs."""
        memo = project.need("memos", self.id)
        wanted = {"text": _text(self), "kind": _kind(self.kind) if self.kind is not None else memo.get("kind")}
        fields = {field: value for field, value in wanted.items() if memo.get(field) != value}
        return [Change("memos", self.id, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say what it is on."""
        return f"edit a memo on {titled(project, project.need('memos', self.id).get('on') or {})}"


@dataclass(frozen=True, slots=True)
class RemoveMemo:
    """Take a memo away."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the memo as removed."""
        project.need("memos", self.id)
        return [Change("memos", self.id, {"removed": True})]

    def sentence(self, project: Project) -> str:
        """Say what it was on."""
        return f"take a memo on {titled(project, project.need('memos', self.id).get('on') or {})} away"


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise Mistake(f"A memo is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not “{kind}”.")
    return kind


def _text(memo: WriteMemo | EditMemo) -> str:
    text = prose(memo.text)
    if not text:
        raise Mistake("A memo needs words.")
    return text
