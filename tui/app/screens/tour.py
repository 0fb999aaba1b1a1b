"""The page the tour begins with: its ten keys, and which were tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.app.layout.key_line import Pair
from tui.app.screens.document import DocumentPage, Section
from tui.app.tour import STEPS, at
from tui.reports.tree import Block, Heading, Literal, Paragraph

_MINUTES = "Five minutes, ten keys: from an interview to the text of a results chapter."
_HOW = (
    "Each key is tried on this study, which is a copy and all fiction: nothing you do can harm anything. What to press "
    "next stands above the last line. `q` here leaves the tour; `:` then `tour` brings it back, where it was left."
)


class TourPage(DocumentPage):
    """The ten keys on one page."""

    context: ClassVar[str] = "tour"
    name_shown = "Tour"
    file_shown = "Tour"
    is_marked_up = True

    def made(self) -> Sequence[Section]:
        """Return the page."""
        rows = []
        for number, step in enumerate(STEPS):
            mark = self.glyphs.here if number == at(self.desk) else " "
            rows.append(f"{mark} {number + 1:>2}  {step.key:<6} {step.what}")
        blocks: list[Block] = [Heading(1, "From reading to the summary"), Paragraph(_MINUTES), Literal(tuple(rows))]
        return [Section("Tour", [*blocks, Paragraph(_HOW)], hue="strong")]

    def pairs(self) -> Sequence[Pair]:
        """Return the two things to do here."""
        return [("enter", "begin"), ("q", "leave the tour")]

    def back(self) -> Pair | None:
        """Leaving is among the pairs."""
        return None

    @property
    def _shows_contents(self) -> bool:
        return False
