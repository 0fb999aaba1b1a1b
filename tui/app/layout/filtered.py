"""What the filter of codebook and board finds: worked out once a change, as several ask for it at every drawing."""

from __future__ import annotations

from dataclasses import dataclass

from tui.app.layout.tree import matching, with_headings
from tui.model.project import Project


@dataclass(slots=True)
class Filtered:
    """What one filter found in one state of the project."""

    _of: tuple[int, str] = (-1, "")
    _matches: frozenset[str] = frozenset()
    _kept: frozenset[str] = frozenset()
    _hidden: int = 0

    def matches(self, project: Project, words: str) -> frozenset[str]:
        """Return the nodes whose names hold the words."""
        self._find(project, words)
        return self._matches

    def kept(self, project: Project, words: str) -> frozenset[str] | None:
        """Return the nodes that are still shown: those that match, and what they lie in; `None` without a filter."""
        if not words.strip():
            return None
        self._find(project, words)
        return self._kept

    def hidden(self, project: Project, words: str) -> int:
        """Return how many codes are hidden."""
        self._find(project, words)
        return self._hidden

    def _find(self, project: Project, words: str) -> None:
        if self._of == (project.revision, words):
            return
        self._of = (project.revision, words)
        book = project.codebook
        self._matches = matching(book, words)
        self._kept = with_headings(book, self._matches)
        self._hidden = sum(code not in self._kept for code in book.codes())
