"""Units whose words changed when their texts were amended: one by one confirmed, given other ends, or recoded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.pieces import EMPTY, Line, Piece
from tui.app.layout.units_shown import blind_to
from tui.app.screens.unit_table import UnitTablePage
from tui.model.uncertain import uncertain_units

if TYPE_CHECKING:
    from tui.app.session import Session


class UncertainPage(UnitTablePage):
    """The table of those units, of all sources."""

    context: ClassVar[str] = "uncertain"
    name_shown = "Words changed"

    def __init__(self, session: Session) -> None:
        """Stand on the first."""
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

    def again(self) -> UncertainPage:
        """Return the page with the units that are left."""
        return UncertainPage(self.session)

    def trail(self) -> list[Piece]:
        """Return what is listed."""
        return [(f" {self.glyphs.here} ", "muted"), ("words changed when the text was amended", "bright")]

    def empty(self) -> Sequence[Line]:
        """Return that nothing is left to look at."""
        return [EMPTY, ((" No unit waits to be looked at: every one lies where its words are.", "text"),)]
