"""The check: what the project's files and its codebook promise, verified; each finding with what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.method_rules import findings
from tui.app.layout.feet import counted
from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.places import Unreachable, place_named
from tui.app.screens.conflicts import ConflictsPage
from tui.app.screens.list_page import ListPage
from tui.app.sheets.conflict import thing_of
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session


_QUESTION = "A question, not an error: leave it, with a memo that says why, or mend it where it is."
_SETTLE = "Enter lists what is to be settled, with both values, who wrote them and when."

_UNSOUND, _WARNING, _MEANWHILE = "files", "files: warning", "changed meanwhile"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found: of the files (unsound, a warning) or by a rule of the method (a question), where, what to do."""

    of: str
    what: str
    where: str
    repair: str


class CheckPage(ListPage):
    """Everything that was found."""

    context: ClassVar[str] = "check"
    name_shown = "Check"
    foot_rows = 4

    def __init__(self, session: Session) -> None:
        """Begin with nothing known."""
        super().__init__(session)
        self._found: dict[str, Finding] | None = None

    def on_mount(self) -> None:
        """Verify, on the writer's thread: it reads every file."""
        super().on_mount()
        self.verify()

    def verify(self) -> None:
        """Verify anew."""
        self.session.work(self._verified, self._show, "checking…")

    def _verified(self) -> list[Finding]:
        store = self.session.store
        files = [
            Finding(_WARNING if problem.warns else _UNSOUND, problem.what, str(problem.where), problem.repair)
            for problem in sorted(store.check(), key=lambda problem: problem.warns)
        ]
        files += [
            Finding(_MEANWHILE, f"{thing_of(self.project, each)}, by two at once", "", _SETTLE)
            for each in store.conflicts()
        ]
        method = [Finding(found.rule, found.what, found.where, _QUESTION) for found in findings(self.project)]
        return [*files, *method]

    def _show(self, found: list[Finding]) -> None:
        self._found = {str(number): finding for number, finding in enumerate(found)}
        self.redraw()

    def all_ids(self) -> Sequence[str]:
        """Return the findings, those of the files first."""
        return list(self._found or {})

    def words_of(self, identifier: str) -> str:
        """Return what a finding says."""
        finding = self._finding(identifier)
        return f"{finding.what} {finding.where}"

    def fact(self) -> str:
        """Return whether the project is sound."""
        if self._found is None:
            return "checking…"
        unsound = sum(1 for finding in self._found.values() if finding.of == _UNSOUND)
        warnings = sum(1 for finding in self._found.values() if finding.of == _WARNING)
        meanwhile = sum(1 for finding in self._found.values() if finding.of == _MEANWHILE)
        said = [f"{unsound} unsound" if unsound else "sound"]
        said += [counted(warnings, "warnings")] if warnings else []
        return ", ".join([*said, *([f"{meanwhile} changed meanwhile"] if meanwhile else [])])

    def heads(self, width: int) -> Sequence[Line]:
        """Return a blank line and the column heads."""
        return [EMPTY, ((" of                   what", "muted"),), EMPTY] if self._found else [EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one finding."""
        finding = self._finding(identifier)
        role = "strong" if finding.of == _UNSOUND else "text"
        return [((finding.of.ljust(21), "muted"), (cut(safe(finding.what), width - 24, self.glyphs.more), role))]

    def foot(self, width: int) -> Sequence[Line]:
        """Return where the finding is and what mends it."""
        if not self.here:
            return ()
        finding = self._finding(self.here)
        lines: list[Line] = [((" " + cut(safe(finding.where), width - 2, self.glyphs.more), "strong"),)]
        return [*lines, *[((" " + words, "muted"),) for words in wrapped(safe(finding.repair), width - 2)]]

    def empty(self) -> Sequence[Line]:
        """Return that all is well."""
        if self._found is None:
            return [((" Reading every journal and every text…", "muted"),)]
        told = [
            "Sound: journals, texts and checkpoint are what they should be.",
            "The rules of the method find nothing to ask.",
        ]
        return [((" " + words, "text"),) for words in told]

    def _finding(self, identifier: str) -> Finding:
        return (self._found or {})[identifier]

    def open_row(self) -> None:
        """Go to where it was found, where that is a place in a transcript; to what is to be settled."""
        if self.here and self._finding(self.here).of == _MEANWHILE:
            self.app.open_page(ConflictsPage(self.session))
        elif self.here:
            try:
                self.app.go(*place_named(self.project, self.desk.source, self._finding(self.here).where))
            except (Unreachable, ValueError):
                self.say("This is no place in a transcript.")
