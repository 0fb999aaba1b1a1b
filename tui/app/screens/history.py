"""What happened in the project: every edit, the newest first, with who made it and when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from tui.app.layout.pieces import EMPTY, Line, cut
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_SHOWN = 2000


class HistoryPage(ListPage):
    """The latest edits of all coders."""

    context: ClassVar[str] = "history"
    name_shown = "History"
    foot_rows = 2

    def __init__(self, session: Session) -> None:
        """Begin with nothing read."""
        super().__init__(session)
        self._entries: dict[str, Any] | None = None

    def on_mount(self) -> None:
        """Read the journals, on the writer's thread."""
        super().on_mount()
        self.session.work(lambda: list(islice(self.session.store.history(), _SHOWN)), self._show, "reading…")

    def _show(self, entries: list[Any]) -> None:
        self._entries = {f"{entry.journal}:{entry.n}:{number}": entry for number, entry in enumerate(entries)}
        self.redraw()

    def all_ids(self) -> Sequence[str]:
        """Return the edits, the newest first."""
        return list(self._entries or {})

    def words_of(self, identifier: str) -> str:
        """Return what an edit says, and whose it is."""
        entry = (self._entries or {})[identifier]
        return f"{entry.what} {self._coder(entry.coder)}"

    def fact(self) -> str:
        """Return how many edits are shown."""
        if self._entries is None:
            return "reading…"
        number = len(self._entries)
        return f"the latest {number:,}" if number == _SHOWN else f"{number:,} edits"

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'when':<19}{'who':<14}what", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one edit."""
        entry = (self._entries or {})[identifier]
        who = cut(safe(self._coder(entry.coder)), 12, self.glyphs.more)
        return [
            (
                (f"{day_and_time(entry.at):<19}", "muted"),
                (f"{who:<14}", "text"),
                (cut(safe(entry.what), width - 36, self.glyphs.more), "text"),
            )
        ]

    def foot(self, width: int) -> Sequence[Line]:
        """Return how much an edit changed."""
        if not self.here or self._entries is None:
            return ()
        entry = self._entries[self.here]
        changed = len(entry.ops)
        return [
            ((f" {safe(entry.what)}", "strong"),),
            (
                (
                    f" {changed} document{'' if changed == 1 else 's'} · number {entry.n} in {safe(entry.journal)}",
                    "muted",
                ),
            ),
        ]

    def _coder(self, identifier: str) -> str:
        return str((self.project.tables["coders"].get(identifier) or {}).get("name") or identifier or "Postil")
