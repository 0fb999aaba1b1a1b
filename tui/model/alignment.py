"""Alignment: which stretches of one text stand in another version of it, found by words first, then by letters.

Words that stand together only once in both texts are sure signs; between two signs it is looked for again, so that
time grows with the length of the texts and not with its square, however the lines were broken anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SIGNS = (6, 3, 2, 1)
"""How many tokens in a row make a sign, the surest first."""
_FEW_TOKENS = 4_000
"""Up to this product of their numbers, tokens between two signs are compared each with each."""
_MORE_TOKENS = 400_000
"""The same where there is no sign between them."""
_MEETING = 5
"""How many tokens in a row are looked for where nothing stands only once."""
_WINDOWS = (60, 600, 6_000)
"""How many tokens ahead they are looked for, the nearest first."""
_FEW_LETTERS = 160_000
"""Up to this product of their lengths, two changed passages are compared letter by letter."""
_SIMILAR = 0.5
"""Share of letters from which two changed passages are versions of the same words."""
_WORDY = 0.34
"""Share of tokens below which small words in common mean nothing, if they stand elsewhere too."""
_CHANCE = 6
"""Letters up to which words in common are small."""


class Kept(NamedTuple):
    """A stretch of code points that stands in both texts."""

    old: int
    new: int
    length: int


@lru_cache(maxsize=8)
def alignment(old: str, new: str) -> tuple[Kept, ...]:
    """Return what stands in both texts, in the order of both; of equal texts all of it."""
    if old == new:
        return (Kept(0, 0, len(old)),) if old else ()
    head = _through_line(old, _same_from_start(old, new))
    tail = _common_end(old, new, head)
    middle = _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    kept = [Kept(0, 0, head), *(Kept(head + a, head + b, length) for a, b, length in middle)]
    kept.append(Kept(len(old) - tail, len(new) - tail, tail))
    return tuple(_joined(stretch for stretch in kept if stretch.length))


def _same_from_start(old: str, new: str) -> int:
    """Return how many code points two texts share from their beginning; compared in halves, which is quickest."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _through_line(text: str, position: int) -> int:
    """Return the end of the last whole line before a position: within a line the first difference may be chance."""
    return text.rfind("\n", 0, position) + 1


def _common_end(old: str, new: str, head: int) -> int:
    """Return the length of the lines at the end that both texts share."""
    longest = min(len(old), len(new)) - head
    length = _same_from_start(old[len(old) - longest :][::-1], new[len(new) - longest :][::-1])
    line_start = old.find("\n", len(old) - length) + 1
    return len(old) - line_start if length and line_start else 0


def _joined(stretches: Iterator[Kept]) -> list[Kept]:
    result: list[Kept] = []
    for stretch in stretches:
        if result and result[-1].old + result[-1].length == stretch.old:
            last = result[-1]
            if last.new + last.length == stretch.new:
                result[-1] = Kept(last.old, last.new, last.length + stretch.length)
                continue
        result.append(stretch)
    return result


def _middle(old: str, new: str) -> list[Kept]:
    """Return what two texts have in common, tokens first and then letters of what lies between."""
    a, b = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    blocks = _Tokens([token[0] for token in a], [token[0] for token in b]).blocks()
    whole: list[Kept] = []
    for i, j, length in blocks:
        old_range = a[i].start(), a[i + length - 1].end()
        new_range = b[j].start(), b[j + length - 1].end()
        if old[slice(*old_range)] == new[slice(*new_range)]:
            whole.append(Kept(old_range[0], new_range[0], old_range[1] - old_range[0]))
        else:
            pairs = zip(a[i : i + length], b[j : j + length], strict=True)
            whole += [Kept(left.start(), right.start(), right.end() - right.start()) for left, right in pairs]
    result: list[Kept] = []
    before = Kept(0, 0, 0)
    for stretch in [*whole, Kept(len(old), len(new), 0)]:
        old_start, new_start = before.old + before.length, before.new + before.length
        letters = _letters(old[old_start : stretch.old], new[new_start : stretch.new])
        result += [Kept(old_start + x, new_start + y, length) for x, y, length in letters]
        result.append(stretch)
        before = stretch
    return result


def _letters(old: str, new: str) -> list[Kept]:
    """Return the letters that two versions of a passage share, whatever their case; none where they are not alike."""
    if not old.strip() or not new.strip() or len(old) * len(new) > _FEW_LETTERS:
        return []
    matcher = SequenceMatcher(None, _small(old), _small(new), autojunk=False)
    if matcher.real_quick_ratio() < _SIMILAR or matcher.quick_ratio() < _SIMILAR or matcher.ratio() < _SIMILAR:
        return []
    blocks = (Kept(*block) for block in matcher.get_matching_blocks())
    return [block for block in blocks if any(map(str.isalnum, old[block.old : block.old + block.length]))]


def _small(text: str) -> str:
    """Return a text in small letters, as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower()[:1] or each for each in text)


class _Tokens:
    """Two lists of tokens, and the blocks they share."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old = old
        self._new = new
        times, new_times = Counter(old), Counter(new)
        self._telling = {token for token, number in times.items() if number == 1 and new_times[token] == 1}
        self._blocks: list[tuple[int, int, int]] = []

    def blocks(self) -> list[tuple[int, int, int]]:
        """Return shared runs of tokens as first index in the one, in the other, and length; in order."""
        self._between(0, len(self._old), 0, len(self._new))
        return self._blocks

    def _between(self, low: int, high: int, new_low: int, new_high: int) -> None:
        """Find the blocks between two places of both lists."""
        old, new = self._old, self._new
        length = self._alike(low, high, new_low, new_high)
        self._take(low, new_low, length)
        low, new_low = low + length, new_low + length
        end, new_end = high, new_high
        while end > low and new_end > new_low and old[end - 1] == new[new_end - 1]:
            end, new_end = end - 1, new_end - 1
        if low < end and new_low < new_end:
            self._inside(low, end, new_low, new_end)
        self._take(end, new_end, high - end)

    def _alike(self, low: int, high: int, new_low: int, new_high: int) -> int:
        """Return how many tokens are the same at the beginnings of two ranges."""
        old, new, length = self._old, self._new, 0
        while low + length < high and new_low + length < new_high and old[low + length] == new[new_low + length]:
            length += 1
        return length

    def _inside(self, low: int, high: int, new_low: int, new_high: int) -> None:
        size = (high - low) * (new_high - new_low)
        if size > _FEW_TOKENS:
            for width in _SIGNS:
                signs = _signs(self._old[low:high], self._new[new_low:new_high], width)
                if signs:
                    self._by_signs(signs, low, high, new_low, new_high)
                    return
        if size <= _MORE_TOKENS:
            self._each_with_each(low, high, new_low, new_high)
        else:
            self._by_meetings(low, high, new_low, new_high)

    def _by_meetings(self, low: int, high: int, new_low: int, new_high: int) -> None:
        """Go through two long ranges without a sign, as where much is said again and again, from meeting to meeting."""
        while meeting := self._meeting(low, high, new_low, new_high):
            i, j = meeting
            if i > low and j > new_low and (i - low) * (j - new_low) <= _MORE_TOKENS:
                self._each_with_each(low, i, new_low, j)
            length = self._alike(i, high, j, new_high)
            self._take(i, j, length)
            low, new_low = i + length, j + length

    def _meeting(self, low: int, high: int, new_low: int, new_high: int) -> tuple[int, int] | None:
        """Return where a run of tokens stands in both ranges, as near to their beginnings as it is found."""
        for window in _WINDOWS:
            end, new_end = min(high, low + window), min(new_high, new_low + window)
            places: dict[tuple[str, ...], int] = {}
            for j in range(new_low, new_end - _MEETING + 1):
                places.setdefault(tuple(self._new[j : j + _MEETING]), j)
            nearest: tuple[int, int] | None = None
            distance = 2 * window
            for i in range(low, end - _MEETING + 1):
                if i - low >= distance:
                    break
                place = places.get(tuple(self._old[i : i + _MEETING]))
                if place is not None and i - low + place - new_low < distance:
                    nearest, distance = (i, place), i - low + place - new_low
            if nearest is not None:
                return nearest
        return None

    def _by_signs(self, signs: Sequence[tuple[int, int]], low: int, high: int, new_low: int, new_high: int) -> None:
        at, new_at = low, new_low
        for sign, new_sign in signs:
            i, j = low + sign, new_low + new_sign
            if i < at or j < new_at:
                continue
            self._between(at, i, new_at, j)
            length = self._alike(i, high, j, new_high)
            self._take(i, j, length)
            at, new_at = i + length, j + length
        self._between(at, high, new_at, new_high)

    def _each_with_each(self, low: int, high: int, new_low: int, new_high: int) -> None:
        old, new = self._old[low:high], self._new[new_low:new_high]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        is_same_passage = matcher.ratio() >= _WORDY
        for i, j, length in matcher.get_matching_blocks():
            run = old[i : i + length]
            if is_same_passage or sum(map(len, run)) > _CHANCE or not self._telling.isdisjoint(run):
                self._take(low + i, new_low + j, length)

    def _take(self, i: int, j: int, length: int) -> None:
        if length:
            self._blocks.append((i, j, length))


def _signs(old: Sequence[str], new: Sequence[str], width: int) -> list[tuple[int, int]]:
    """Return where runs of tokens stand that each list holds once, as far as they come in the same order."""
    places, new_places = _single(old, width), _single(new, width)
    pairs = [(i, new_places[run]) for run, i in places.items() if run in new_places]
    return _rising(pairs)


def _single(tokens: Sequence[str], width: int) -> dict[tuple[str, ...], int]:
    """Return the runs that stand once, with their places, in order."""
    runs = list(zip(*(tokens[shift:] for shift in range(width)), strict=False))
    times = Counter(runs)
    return {run: place for place, run in enumerate(runs) if times[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest part of pairs, sorted by their first, in which the second rises too."""
    ends: list[int] = []
    tops: list[int] = []
    behind: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        behind.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [second]
        tops[place : place + 1] = [index]
    result: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        result.append(pairs[index])
        index = behind[index]
    return result[::-1]
