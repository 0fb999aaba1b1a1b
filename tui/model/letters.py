"""The letters of piles: given when a pile is made, kept for good, never given to another."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping

from tui.model.documents import Document

# l looks like a bar, o like a zero, x like the mark of what is not relevant; q leaves.
LETTERS = "".join(letter for letter in string.ascii_lowercase if letter not in "loqx") + string.ascii_uppercase


def next_letter(used: Iterable[str]) -> str:
    """Return the first letter that no pile ever had, the empty string when all are used."""
    taken = set(used)
    return next((letter for letter in LETTERS if letter not in taken), "")


def owners(nodes: Mapping[str, Document]) -> dict[str, str]:
    """Return, for every letter ever given, the id of the node it belongs to.

    Two coders who work apart may give the same letter twice: the smaller id keeps it. Nodes that were removed or
    merged keep theirs too, so that a letter in an old note or export never means something else.
    """
    found: dict[str, str] = {}
    for identifier, document in nodes.items():
        letter = document.get("letter")
        if letter and (letter not in found or identifier < found[letter]):
            found[letter] = identifier
    return found
