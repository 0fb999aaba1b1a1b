"""Letters typed one behind another where they narrow a list: their line is painted at once, the rows when one pauses.

On a slow line the rows of every letter would queue before what is done next.
"""

from __future__ import annotations

from typing import NamedTuple

PAUSE = 0.15
"""Seconds without a key after which the rows are painted, too: less than most letters are apart."""


class Beat(NamedTuple):
    """The last key: when it came, and the row of the screen it was typed in, where it came hard on the one before."""

    at: float = float("-inf")
    row: int | None = None

    def key(self, now: float, row: int | None) -> Beat:
        """Return the beat after a key that comes now; `row` is where it is typed, `None` where it is no letter."""
        return Beat(now, row if now - self.at < PAUSE else None)
