"""All memos: of which kind, on what, by whom, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.ids import time_of
from tui.model.memos import titled
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document


class MemosPage(ListPage):
    """The memos, the newest first."""

    context: ClassVar[str] = "memos"
    name_shown = "Memos"
    foot_rows = 4

    def __init__(self, session: Session, kind: str = "") -> None:
        """List all memos, or those of one kind."""
        super().__init__(session)
        self._kind = kind

    def all_ids(self) -> Sequence[str]:
        """Return the memos, the newest first; ids are ordered by time."""
        return sorted(
            (memo["id"] for memo in self.project.alive("memos") if self._kind in ("", memo.get("kind"))), reverse=True
        )

    def words_of(self, identifier: str) -> str:
        """Return kind, subject and words of a memo."""
        memo = self._memo(identifier)
        return f"{memo.get('kind')} {titled(self.project, memo.get('on') or {})} {memo.get('text')}"

    def fact(self) -> str:
        """Return how many there are."""
        number = len(self.all_ids())
        return f"{number} memo{'' if number == 1 else 's'}"

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'kind':<16}{'on':<34}", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return kind and subject, and the first words below."""
        memo = self._memo(identifier)
        on = cut(safe(titled(self.project, memo.get("on") or {})), 48, self.glyphs.more)
        words = cut(safe(" ".join(str(memo.get("text") or "").split())), min(90, width - 20), self.glyphs.more)
        return [((f"{safe(str(memo.get('kind') or '')):<16}", "muted"), (on, "strong")), ((" " * 15 + words, "text"),)]

    def foot(self, width: int) -> Sequence[Line]:
        """Return who wrote it, when, and its first lines."""
        if not self.here:
            return ()
        memo = self._memo(self.here)
        coder = (self.project.tables["coders"].get(str(memo.get("coder"))) or {}).get("name") or memo.get("coder") or ""
        head: Line = ((f" {safe(str(coder))}", "strong"), (f"  {day_and_time(_written(self.here))}", "muted"))
        return [
            head,
            *[
                ((" " + words, "muted"),)
                for words in wrapped(safe(str(memo.get("text") or "").replace("\n", " ")), min(width - 2, 100))[:3]
            ],
        ]

    def empty(self) -> Sequence[Line]:
        """Return how one begins."""
        return [(("     No memos yet: m writes one on what the cursor is on.", "text"),)]

    def open_row(self) -> None:
        """Read a memo, and go on with it where it is one's own."""
        from tui.app.sheets.memo import MemoSheet

        if self.here:
            memo = self._memo(self.here)
            on: dict[str, Any] = dict(memo.get("on") or {})
            self.open_sheet(MemoSheet(on, safe(titled(self.project, on)), memo))

    def _memo(self, identifier: str) -> Document:
        return self.project.get("memos", identifier) or {}


def _written(identifier: str) -> str:
    try:
        return time_of(identifier).isoformat()
    except ValueError:
        return ""
