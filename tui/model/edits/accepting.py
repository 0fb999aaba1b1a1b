"""Edits of what is accepted: a finding of the method that may stand as it is, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.acceptance import accepted
from tui.model.documents import Change
from tui.model.names import prose
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class AcceptFinding:
    """Let a finding stand, because of a reason. One that was accepted before gets the new reason.

    `rule` and `key` name the finding, `stands_on` is the digest of what its rule looked at, `called` what history
    calls it.
    """

    id: str
    rule: str
    key: str
    stands_on: str
    reason: str
    coder: str
    called: str

    def changes(self, project: Project) -> list[Change]:
        """Return the acceptance.

        Raises:
            Mistake: no reason is given.
        """
        reason = prose(self.reason)
        if not reason:
            raise Mistake("A finding is accepted with a reason: say why it may stand.")
        before = accepted(project).get((self.rule, self.key), {})
        wanted: dict[str, Any] = {
            "rule": self.rule,
            "key": self.key,
            "stands_on": self.stands_on,
            "reason": reason,
            "coder": self.coder,
        }
        fields = {field: value for field, value in wanted.items() if before.get(field) != value}
        return [Change("accepted", str(before.get("id", self.id)), fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say which finding."""
        return f"accept: {self.called}"


@dataclass(frozen=True, slots=True)
class TakeAcceptanceBack:
    """Let a finding that was accepted be asked about again."""

    rule: str
    key: str
    called: str

    def changes(self, project: Project) -> list[Change]:
        """Return all acceptances of it as removed; two coders may each have written one.

        Raises:
            Mistake: there is none.
        """
        if (self.rule, self.key) not in accepted(project):
            raise Mistake("This finding is not accepted (any more).")
        return [
            Change("accepted", document["id"], {"removed": True})
            for document in project.alive("accepted")
            if (document.get("rule"), document.get("key")) == (self.rule, self.key)
        ]

    def sentence(self, project: Project) -> str:
        """Say which finding."""
        return f"ask again: {self.called}"
