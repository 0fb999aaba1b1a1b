"""All memos: of which kind, on what, by whom, and their words; what one is about is one key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.memo_choices import is_wanted
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.app.subjects import called
from tui.model.ids import time_of
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_KIND = 16


class MemosPage(ListPage):
    """The memos, the newest first."""

    context: ClassVar[str] = "memos"
    name_shown = "Memos"
    foot_rows = 4
    takes_marks = True

    def __init__(self, session: Session, kind: str = "") -> None:
        """List all memos, or those of one kind."""
        super().__init__(session)
        self._kind = kind

    def all_ids(self) -> Sequence[str]:
        """Return the memos that are chosen, the newest first; ids are ordered by time."""
        return sorted(
            (
                memo["id"]
                for memo in self.project.alive("memos")
                if self._kind in ("", memo.get("kind")) and is_wanted(memo, self.wanted)
            ),
            reverse=True,
        )

    def again(self) -> MemosPage:
        """Return the page anew, as it is now."""
        page = MemosPage(self.session, self._kind)
        page.wanted = self.wanted
        return page

    def words_of(self, identifier: str) -> str:
        """Return kind, subject, writer and words of a memo."""
        memo = self.memo(identifier)
        on = called(self.project, memo.get("on") or {})
        return f"{memo.get('kind')} {on} {self._writer(memo)} {memo.get('text')}"

    def fact(self) -> str:
        """Return how many there are, and how many are not shown."""
        number = len(self.all_ids())
        said = f"{number} memo{'' if number == 1 else 's'}"
        hidden = sum(1 for memo in self.project.alive("memos") if self._kind in ("", memo.get("kind"))) - number
        return f"{said}, {hidden} hidden" if hidden else said

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'kind':<{_KIND}}{'on':<34}", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return kind and subject, and the first words below."""
        memo = self.memo(identifier)
        on = cut(called(self.project, memo.get("on") or {}), width - _KIND - 3, self.glyphs.more)
        words = cut(safe(" ".join(str(memo.get("text") or "").split())), min(90, width - 20), self.glyphs.more)
        kind = safe(str(memo.get("kind") or ""))
        return [((f"{kind:<{_KIND}}", "muted"), (on, "strong")), ((" " * (_KIND - 1) + words, "text"),)]

    def foot(self, width: int) -> Sequence[Line]:
        """Return who wrote it, when, and its first lines."""
        if not self.here:
            return ()
        memo = self.memo(self.here)
        head: Line = (
            (f" {safe(self._writer(memo))}", "strong"),
            (f"  {day_and_time(_written(self.here))}", "muted"),
        )
        words = wrapped(safe(str(memo.get("text") or "").replace("\n", " ")), min(width - 2, 100))
        return [head, *[((f" {line}", "muted"),) for line in words[:3]]]

    def empty(self) -> Sequence[Line]:
        """Return how one begins, or that none is chosen."""
        words = "None of the memos is of those chosen." if self.wanted else "No memos yet: m writes one, anywhere."
        return [((f"     {words}", "text"),)]

    def open_row(self) -> None:
        """Go to what the memo is on."""
        from tui.app.actions.memos import go_to_subject

        go_to_subject(self)

    def memo(self, identifier: str) -> Document:
        """Return a memo's document."""
        return self.project.get("memos", identifier) or {}

    def on(self, identifier: str) -> dict[str, Any]:
        """Return what a memo is on."""
        return dict(self.memo(identifier).get("on") or {})

    def _writer(self, memo: Document) -> str:
        coder = str(memo.get("coder") or "")
        return str((self.project.tables["coders"].get(coder) or {}).get("name") or coder)


def _written(identifier: str) -> str:
    try:
        return time_of(identifier).isoformat()
    except ValueError:
        return ""
