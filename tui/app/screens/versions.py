"""The snapshots of the category system: their names, when they were taken and by whom, and how much they held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.ids import time_of
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY
from tui.model.safe_text import safe


class VersionsPage(ListPage):
    """The snapshots, the newest first."""

    context: ClassVar[str] = "versions"
    name_shown = "Versions"
    foot_rows = 3

    def all_ids(self) -> Sequence[str]:
        """Return the snapshots, the newest first; ids are ordered by time."""
        return sorted((snapshot["id"] for snapshot in self.project.alive("snapshots")), reverse=True)

    def words_of(self, identifier: str) -> str:
        """Return name and memo of a snapshot."""
        snapshot = self.project.need("snapshots", identifier)
        return f"{snapshot.get('name')} {snapshot.get('memo') or ''}"

    def fact(self) -> str:
        """Return how many there are."""
        number = len(self.all_ids())
        return f"{number} snapshot{'' if number == 1 else 's'}"

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'taken':<19}{'name':<40}held", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one snapshot."""
        snapshot = self.project.need("snapshots", identifier)
        levels = [
            str(node.get("level")) for node in (snapshot.get("nodes") or {}).values() if not node.get("merged_into")
        ]
        counts = {"categories": CATEGORY, "sub-categories": SUB_CATEGORY, "codes": CODE}
        held = ", ".join(f"{levels.count(level)} {words}" for words, level in counts.items())
        name = cut(safe(str(snapshot.get("name") or "")), 38, self.glyphs.more)
        return [
            (
                (f"{day_and_time(time_of(identifier).isoformat()):<19}", "muted"),
                (f"{name:<40}", "strong"),
                (held, "text"),
            )
        ]

    def foot(self, width: int) -> Sequence[Line]:
        """Return who took it, and the memo on it."""
        if not self.here:
            return ()
        snapshot = self.project.need("snapshots", self.here)
        coder = self.project.tables["coders"].get(str(snapshot.get("coder"))) or {}
        memo = wrapped(safe(str(snapshot.get("memo") or "").replace("\n", " ")), min(width - 2, 100))
        return [
            ((f" {safe(str(coder.get('name') or ''))}", "strong"),),
            *[((f" {line}", "muted"),) for line in memo[:2]],
        ]

    def empty(self) -> Sequence[Line]:
        """Return how one is taken."""
        return [((" No snapshots yet: in codebook or board, Z keeps the category system under a name.", "text"),)]
