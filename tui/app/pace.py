"""Keys hard on one another: the part they act on is painted at once, the rest of what they change when one pauses.

Of letters that narrow a list it is the line they are typed in; on the board it is the cards, without the text beside
them. On a slow line the rest would queue before what is done next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.geometry import Region

PAUSE = 0.15
"""Seconds without a key after which the rest is painted, too: less than most keys are apart."""


class Beat(NamedTuple):
    """The last key: when it came, and the part to be painted at once, where it came hard on the one before."""

    at: float = float("-inf")
    part: Region | None = None

    def key(self, now: float, part: Region | None) -> Beat:
        """Return the beat after a key that comes now; `part` is what it acts on, `None`: all is painted at once."""
        return Beat(now, part if now - self.at < PAUSE else None)
