"""Findings beside what coders accepted of them: what is still to look at, and what stands with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.analysis.method.finding import Finding
from tui.errors import Mistake
from tui.model.acceptance import accepted, holds
from tui.model.documents import Document
from tui.model.names import folded
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, and the acceptance that was written of it."""

    finding: Finding
    acceptance: Document | None = None
    lapsed: bool = False
    """Whether what was accepted has become something else since."""

    @property
    def is_open(self) -> bool:
        """Whether it is to be looked at."""
        return self.acceptance is None or self.lapsed

    @property
    def reason(self) -> str:
        """Why it was accepted; empty where it was not."""
        return str((self.acceptance or {}).get("reason") or "")


def judged(project: Project, findings: Iterable[Finding]) -> list[Judged]:
    """Return findings with what was accepted of them."""
    written = accepted(project)
    return [_judged(finding, written.get((finding.rule, finding.key))) for finding in findings]


def _judged(finding: Finding, acceptance: Document | None) -> Judged:
    return Judged(finding, acceptance, acceptance is not None and not holds(acceptance, finding.stands_on))


def named(findings: Iterable[Judged], words: str) -> Judged:
    """Return the finding that is meant: by its id or the beginning of it, or by its rule and its place.

    Raises:
        Mistake: none does, or several do.
    """
    wanted = folded(words)
    all_of_them = list(findings)
    found = [each for each in all_of_them if folded(f"{each.finding.rule} {each.finding.where}") == wanted]
    found = found or [each for each in all_of_them if wanted and each.finding.id.startswith(wanted)]
    if not found:
        raise Mistake(f"There is no finding {words}; postil check --method --all lists them with their ids.")
    if len(found) > 1:
        listed = "; ".join(f"{each.finding.id} {each.finding.what}" for each in found[:5])
        raise Mistake(f"Several findings begin with {words}: {listed}.")
    return found[0]
