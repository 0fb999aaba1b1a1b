"""Likeness by spelling: how much two labels or definitions share, and which of many are nearly alike.

Words are compared by their triples of letters, so that neither order nor an ending makes much of a difference. Nothing
here knows what words mean.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tui.model.nodes import Node

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_DEFINITION_WEIGHS = 0.5

Triples = frozenset[str]


def words_of(text: str) -> list[str]:
    """Return the words of a text without case."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=8192)
def triples(text: str) -> Triples:
    """Return the triples of letters of a text's words; a word's beginning weighs more than its end."""
    padded = (f"  {word} " for word in words_of(text))
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are by spelling, 0 to 1 (Dice). Texts with different numbers are not alike at all."""
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0.0
    left, right = triples(one), triples(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def closeness(one: Node, other: Node) -> float:
    """Return how close two neighbours are by the spelling of their names and, for half as much, their definitions."""
    return likeness(one.name, other.name) + _DEFINITION_WEIGHS * likeness(one.definition, other.definition)


def pairs_alike(texts: Mapping[str, str], least: float) -> Iterator[tuple[float, str, str] | None]:
    """Yield the pairs of texts, by their keys, that are at least so alike, with how alike they are.

    Texts that are so alike share one of their rarest triples, so only those that do are compared; of two thousand
    labels a few each. Yields nothing after each text, so that others get their turn.
    """
    frequency = Counter(triple for text in texts.values() for triple in triples(text))
    order = sorted((key for key in texts if triples(texts[key])), key=lambda key: (len(triples(texts[key])), key))
    with_rare: defaultdict[str, list[str]] = defaultdict(list)
    shared = least / (2 - least)  # the same bar as a share of all triples of both
    for key in order:
        own = triples(texts[key])
        rarest = sorted(own, key=lambda triple: (frequency[triple], triple))
        telling = rarest[: len(own) - math.ceil(shared * len(own)) + 1]
        near = {other for triple in telling for other in with_rare[triple]}
        for other in sorted(near):
            if len(triples(texts[other])) >= shared * len(own):
                alike = likeness(texts[key], texts[other])
                if alike >= least:
                    yield alike, other, key
        for triple in telling:
            with_rare[triple].append(key)
        yield None
