"""Moving a unit's ends: one end is in hand at a time, of one of its spans, until all of them are kept or let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.graphemes import outwards
from tui.model.reading import Reading
from tui.model.selection import cut
from tui.model.sources import Transcript
from tui.model.text import Position, Span, united


class Ends(NamedTuple):
    """A unit's spans as they would be, and the end in hand: of which of them, and whether it is its beginning."""

    unit: str
    spans: tuple[Span, ...]
    which: int
    is_start: bool

    def position(self, reading: Reading) -> Position:
        """Return the character at the end in hand: the first or the last of its span."""
        span = self.spans[self.which]
        return reading.stand(span.start) if self.is_start else reading.last_stand(span.end)


def nearest(unit: str, spans: Sequence[Span], position: Position) -> Ends:
    """Return the unit with the end in hand that lies nearest to a position."""
    found = [(abs(span.start - position), index, True) for index, span in enumerate(spans)]
    found += [(abs(span.end - 1 - position), index, False) for index, span in enumerate(spans)]
    _, index, is_start = min(found)
    return Ends(unit, tuple(spans), index, is_start)


def moved(ends: Ends, reading: Reading, position: Position) -> Ends:
    """Return the unit with the end in hand at a character, which stays inside; an end never passes its other end."""
    span = ends.spans[ends.which]
    if ends.is_start:
        changed = Span(min(position, reading.last_stand(span.end)), span.end)
    else:
        changed = Span(span.start, max(reading.behind(position), reading.behind(reading.stand(span.start))))
    changed = outwards(reading.text, *changed)
    return ends._replace(spans=(*ends.spans[: ends.which], changed, *ends.spans[ends.which + 1 :]))


def other(ends: Ends) -> Ends:
    """Return the unit with its next end in hand: a span's other end, then the next span's, then the first again."""
    if ends.is_start:
        return ends._replace(is_start=False)
    return ends._replace(which=(ends.which + 1) % len(ends.spans), is_start=True)


def dropped(ends: Ends) -> Ends | None:
    """Return the unit without the span in hand; `None` where it is the only one."""
    if len(ends.spans) == 1:
        return None
    spans = (*ends.spans[: ends.which], *ends.spans[ends.which + 1 :])
    return ends._replace(spans=spans, which=min(ends.which, len(spans) - 1))


def kept(ends: Ends, transcript: Transcript) -> list[Span]:
    """Return the spans as the unit would get them, cut as every selection is."""
    return united(span for start, end in ends.spans for span in cut(transcript, start, end))
