"""Names made comparable: letter case, white space and typographic marks folded, with the way back to the name.

Brackets, backslashes and the like are characters like any other here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = {
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
# a letter or digit after another, any other mark after anything but a space, and spaces
_NO_HEAD = re.compile(r"(?<=[^\W_])[^\W_]|(?<=[^ ])[\W_]| ")


class FoldedName(NamedTuple):
    """A name as it is compared.

    `text` is folded; `heads` is as long and keeps only the characters that begin a word, NUL elsewhere; `origins` gives
    for each folded character the place in `name` (NFC) that it came from, and is None where the two run alike.
    """

    name: str
    text: str
    heads: str
    origins: tuple[int, ...] | None

    def places(self, folded: tuple[int, ...]) -> tuple[int, ...]:
        """Return the places in `name` of places in `text`, each once, ascending."""
        if self.origins is None:
            return folded
        return tuple(sorted({self.origins[place] for place in folded}))


def fold(text: str) -> str:
    """Return the text as it is compared: NFC, case folded, white space to single spaces, quotes and dashes plain."""
    return fold_name(text).text


@lru_cache(maxsize=16384)
def fold_name(name: str) -> FoldedName:
    """Return a name with its folded form and the way back."""
    name = unicodedata.normalize("NFC", name)
    if name.isascii() and "  " not in name and name.isprintable() and name == name.strip():
        text = name.lower()
        return FoldedName(name, text, _heads(text), None)
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(name):
        if character.isspace():
            if characters and characters[-1] != " ":
                characters.append(" ")
                origins.append(place)
            continue
        for folded in _PLAIN.get(character) or character.casefold():
            characters.append(folded)
            origins.append(place)
    if characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    text = "".join(characters)
    return FoldedName(name, text, _heads(text), tuple(origins))


def _heads(text: str) -> str:
    """Keep the characters that begin a word: letters and digits after anything else, and lone marks after a space."""
    return _NO_HEAD.sub("\0", text)
