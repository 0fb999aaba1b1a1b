"""Speakers' labels made short enough to stand beside the text: three to five cells, and different where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rich.cells import cell_len, set_cell_size

from tui.model.safe_text import safe

NARROWEST, WIDEST = 3, 5

_WORD = re.compile(r"\w+")


def short_labels(labels: Iterable[str]) -> Mapping[str, str]:
    """Return each label as it stands beside the text: itself where it fits, else initials, else its beginning.

    Two that would look the same get a number in place of their last character.
    """
    short: dict[str, str] = {}
    for label in labels:
        if label in short:
            continue
        taken = set(short.values())
        candidates = [each for each in _candidates(label) if each not in taken]
        short[label] = candidates[0] if candidates else _numbered(label, taken)
    return short


def column_width(shorts: Iterable[str]) -> int:
    """Return how wide the column of labels is."""
    return min(max([NARROWEST, *map(cell_len, shorts)]), WIDEST)


def _candidates(label: str) -> list[str]:
    plain = safe(label).strip()
    if cell_len(plain) <= WIDEST:
        return [plain]
    words = _WORD.findall(plain)
    found = []
    if len(words) > 1:
        found.append(_fitted("".join(word if word.isdigit() else word[0] for word in words).upper()))
        found.append(_fitted(words[0]))
    elif plain.casefold().startswith("interview"):
        found.append("INT" if plain.casefold().endswith("er") else "RESP")
    found.append(_fitted(plain))
    return found


def _fitted(text: str) -> str:
    return text if cell_len(text) <= WIDEST else set_cell_size(text, WIDEST).rstrip()


def _numbered(label: str, taken: set[str]) -> str:
    stem = _candidates(label)[0]
    number = 2
    while True:
        kept = set_cell_size(stem, min(cell_len(stem), WIDEST - len(str(number)))).rstrip()
        if f"{kept}{number}" not in taken:
            return f"{kept}{number}"
        number += 1
