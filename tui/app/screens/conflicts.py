"""What two coders changed at once: both values, who wrote which and when; the keys `1`, `2`, `3` settle it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.app.layout.pieces import EMPTY, Line, cut
from tui.app.screens.list_page import ListPage
from tui.app.sheets.conflict import ConflictSheet, side_words, thing_of
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session


class ConflictsPage(ListPage):
    """The conflicts nobody has settled."""

    context: ClassVar[str] = "conflicts"
    name_shown = "Changed meanwhile"

    def __init__(self, session: Session) -> None:
        """List what is open."""
        super().__init__(session)
        self._revision = -1
        self._open: dict[str, Any] = {}

    def all_ids(self) -> Sequence[str]:
        """Return the conflicts, the newest first."""
        if self._revision != self.project.revision:
            self._revision = self.project.revision
            self._open = {f"{each.table}/{each.id}/{each.path}": each for each in self.session.store.conflicts()}
        return list(self._open)

    def words_of(self, identifier: str) -> str:
        """Return what a conflict is about."""
        return thing_of(self.project, self._open[identifier])

    def fact(self) -> str:
        """Return how many there are."""
        return f"{len(self.all_ids())} open"

    def heads(self, width: int) -> Sequence[Line]:
        """Return a blank line."""
        return [EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return what it is about, and the two values below."""
        each = self._open[identifier]
        return [
            ((safe(thing_of(self.project, each)), "strong"),),
            (
                ("  stands   ", "muted"),
                (cut(side_words(self.project, each, each.value), width - 14, self.glyphs.more), "text"),
            ),
            (
                ("  replaced ", "muted"),
                (cut(side_words(self.project, each, each.found), width - 14, self.glyphs.more), "text"),
            ),
        ]

    def empty(self) -> Sequence[Line]:
        """Return that all is settled."""
        return [((" Nothing is in conflict: no two coders changed the same thing at once.", "text"),)]

    def open_row(self) -> None:
        """Settle this one."""
        if self.here:
            self.open_sheet(ConflictSheet(self._open[self.here]))
