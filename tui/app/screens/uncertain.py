"""Units whose words changed when their texts were amended: one by one confirmed, given other ends, or recoded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.feet import words_of
from tui.app.layout.pieces import EMPTY, Line, Piece
from tui.app.layout.units_shown import blind_to
from tui.app.screens.unit_table import UnitTablePage
from tui.model.safe_text import safe
from tui.model.uncertain import CHANGED, uncertain_units, words_before
from tui.reports.amending import differing

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

_MARK = len(CHANGED) + 2


class UncertainPage(UnitTablePage):
    """The table of those units, of all sources."""

    context: ClassVar[str] = "uncertain"
    name_shown = "Words changed"
    second_head: ClassVar[str] = "coded before"

    def __init__(self, session: Session) -> None:
        """Stand on the first."""
        self._before: dict[str, str] = {}
        super().__init__(session)
        self.show_all(True)
        self.at = 0

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up: what is done in the table of units is done here, too."""
        return (self.context, *super().contexts[1:])

    def all_ids(self) -> Sequence[str]:
        """Return those that one may see, by source and place."""
        blind: dict[str, frozenset[str]] = {}
        ids = []
        for unit in uncertain_units(self.project):
            source = str(unit["source"])
            if source not in blind:
                blind[source] = blind_to(self.project, source, self.session.coder)
            if unit.get("coder") not in blind[source]:
                ids.append(str(unit["id"]))
        return ids

    def told(self, unit: Document) -> tuple[str, str]:
        """Return the words that are there now, and beside them those that were coded: where they differ."""
        identifier = str(unit["id"])
        if identifier not in self._before:
            self._before[identifier] = words_before(self.project, unit)
        now, before = words_of(self.project, unit), safe(self._before[identifier])
        if not before:
            return now, "no longer known"
        if before.split() == now.split():
            return now, "the same words"
        was, now = differing(before, now)
        return now, was

    def _widths(self, width: int) -> tuple[int, int, int]:
        """Return how wide the words now, those before and the codes are: the first two alike on any screen."""
        room = width - self._place_wide - 4
        codes = max(_MARK, room // 4)
        words = (room - codes - 4) // 2
        return words, words, codes

    def again(self) -> UncertainPage:
        """Return the page with the units that are left."""
        return UncertainPage(self.session)

    def trail(self) -> list[Piece]:
        """Return what is listed."""
        return [(f" {self.glyphs.here} ", "muted"), ("words changed when the text was amended", "bright")]

    def empty(self) -> Sequence[Line]:
        """Return that nothing is left to look at."""
        return [EMPTY, ((" No unit waits to be looked at: every one lies where its words are.", "text"),)]
