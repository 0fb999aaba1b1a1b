"""The marks Postil draws, in three tables: full, plain (what Courier New and Consolas have) and ASCII.

Words of our own that hold typographic marks are turned with `words`; a user's text is never changed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Glyphs(NamedTuple):
    """One table of marks; every mark is one cell wide, but those that a table does without are empty."""

    bar: str = "▎"
    bar_current: str = "▌"
    bar_other: str = "¦"
    gap: str = ":"
    folded: str = "▸"
    here: str = "›"
    marked: str = "●"
    not_relevant: str = "×"
    saved: str = "✓"
    more: str = "…"
    opening: str = "“"
    closing: str = "”"
    dot: str = "·"
    horizontal: str = "─"
    vertical: str = "│"
    down: str = "┬"
    up: str = "┴"
    cross: str = "┼"
    position: str = "█"
    arrows: str = "↑ ↓"
    plain_words: tuple[tuple[str, str], ...] = ()
    """What stands for typographic marks in words of our own."""

    def words(self, text: str) -> str:
        """Return words of our own in the characters of this table."""
        for mark, plain in self.plain_words:
            text = text.replace(mark, plain)
        return text


_ASCII_WORDS = (
    *zip("›·…“”’–—×", '>-~""\'--x', strict=True),
    *(("↑", "up"), ("↓", "down"), ("→", "to")),
)

FULL = Glyphs()
PLAIN = Glyphs(bar="│", folded="►", saved="")
ASCII = Glyphs(
    bar="|",
    bar_current="#",
    bar_other="!",
    folded="+",
    here=">",
    marked="@",
    not_relevant="x",
    saved="",
    more="~",
    opening='"',
    closing='"',
    dot="-",
    horizontal="-",
    vertical="|",
    down="+",
    up="+",
    cross="+",
    position="#",
    arrows="up down",
    plain_words=_ASCII_WORDS,
)

TABLES: Mapping[str, Glyphs] = MappingProxyType({"full": FULL, "plain": PLAIN, "ascii": ASCII})
"""The tables by the name a setting gives them."""
