"""The versions of the category system: what stands now, and the snapshots, with when, who and how much they held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.versions import NOW, version_of
from tui.app.layout.feet import counted
from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.app.sheets.snapshot import held
from tui.model.codebook import Codebook
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_NAME = 36


class VersionsPage(ListPage):
    """What stands now, then the snapshots, the newest first."""

    context: ClassVar[str] = "versions"
    name_shown = "Versions"
    foot_rows = 3

    def __init__(self, session: Session) -> None:
        """Know nothing of what the snapshots hold; none ever changes."""
        super().__init__(session)
        self._held: dict[str, str] = {}

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "marks", "lists", "everywhere")

    def all_ids(self) -> Sequence[str]:
        """Return now and the snapshots; ids are ordered by time."""
        taken = sorted((snapshot["id"] for snapshot in self.project.alive("snapshots")), reverse=True)
        return [NOW, *taken] if taken else []

    def words_of(self, identifier: str) -> str:
        """Return name and memo of a version."""
        version = version_of(self.project, identifier)
        return f"{version.name} {version.memo}"

    def fact(self) -> str:
        """Return how many snapshots there are."""
        return counted(max(0, len(self.all_ids()) - 1), "snapshots")

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'taken':<19}{'name':<{_NAME + 2}}holds", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one version."""
        if identifier == NOW:
            words = held(self.project.codebook)
            return [((f"{'':<19}", "muted"), (f"{NOW:<{_NAME + 2}}", "strong"), (words, "text")), EMPTY]
        version = version_of(self.project, identifier)
        if identifier not in self._held:
            self._held[identifier] = held(Codebook.read(version.nodes))
        name = cut(safe(version.name), _NAME, self.glyphs.more)
        return [
            (
                (f"{day_and_time(version.at):<19}", "muted"),
                (f"{name:<{_NAME + 2}}", "strong"),
                (self._held[identifier], "text"),
            )
        ]

    def foot(self, width: int) -> Sequence[Line]:
        """Return who took it, and the memo on it; of now, what enter would show."""
        if not self.here:
            return ()
        if self.here == NOW:
            return [
                ((f" The category system as it stands; enter shows what became of it since {self._since}.", "text"),)
            ]
        version = version_of(self.project, self.here)
        memo = wrapped(safe(version.memo.replace("\n", " ")), min(width - 2, 100))
        return [((f" {safe(version.by)}", "strong"),), *[((f" {line}", "muted"),) for line in memo[:2]]]

    @property
    def _since(self) -> str:
        return f"{self.glyphs.opening}{safe(version_of(self.project, self.all_ids()[1]).name)}{self.glyphs.closing}"

    def empty(self) -> Sequence[Line]:
        """Return how one is taken."""
        return [((" No snapshots yet: Z keeps the category system under a name.", "text"),)]

    def two(self) -> tuple[str, str] | None:
        """Return the two versions to compare, the older first; `None` where more than two are marked.

        One that is marked is compared with now. With nothing marked it is the one under the cursor with now, and
        from now it is the latest snapshot with now.
        """
        chosen = list(dict.fromkeys(self.marked)) or [self.here]
        if len(chosen) > 2 or not self.here:
            return None
        if chosen == [NOW]:
            chosen = [self.all_ids()[1], NOW]
        first, second = sorted((*chosen, NOW)[:2], key=self.all_ids().index, reverse=True)
        return first, second
