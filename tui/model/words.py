"""Words: what counts as one, everywhere that words are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A run without white space that holds a letter or digit: "don't", "e-mail", "3.5" and "AI/IT" are one word each.
# The second half takes runs of marks that end in no letter, which would be looked at again from each of their marks.
_WORD = re.compile(r"([^\s\w]*\w\S*)|[^\s\w]+")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the words between two positions, each as a half-open range of code points."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match[1]:
            yield match.span()


def count_words(text: str, ranges: Iterable[tuple[int, int]]) -> int:
    """Return how many words lie in the ranges, each range counted by itself."""
    return sum(sum(1 for _ in words(text, start, end)) for start, end in ranges)


def without(ranges: Iterable[tuple[int, int]], holes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges less the holes; both are sorted and free of overlaps, and so is the result."""
    left = list(holes)
    first = 0
    result = []
    for start, end in ranges:
        while first < len(left) and left[first][1] <= start:
            first += 1
        at = first
        while at < len(left) and left[at][0] < end:
            if left[at][0] > start:
                result.append((start, left[at][0]))
            start = max(start, left[at][1])
            at += 1
        if start < end:
            result.append((start, end))
    return result
