"""Finding words in a transcript while reading, whatever their quotes and dashes and line ends.

Words in small letters find capitals too; a capital means itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.model.text import Span

_ALIKE = ("'’‘‚", '"“”„«»', "-–—‐‑")


@lru_cache(maxsize=8)
def found(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand in a text, in order; white space only finds nothing."""
    if not words.strip():
        return ()
    return tuple(Span(*match.span()) for match in _pattern(words).finditer(text))


def _pattern(words: str) -> re.Pattern[str]:
    parts = []
    for character in " ".join(words.split()):
        alike = next((group for group in _ALIKE if character in group), "")
        if character == " ":
            parts.append(r"\s+")
        else:
            parts.append(f"[{re.escape(alike)}]" if alike else re.escape(character))
    return re.compile("".join(parts), re.IGNORECASE if words == words.lower() else 0)
