"""Fuzzy matching of names, in time linear in the name.

Every letter typed must be found, in order. A match scores the sum of the amounts named below, so that a test can say
why one name stands before another. Letters are placed greedily, a word's beginning before its middle; nothing is ever
tried in all its placements, so no name and no query can make it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import overload

from tui.app.pickers.folding import FoldedName, fold, fold_name

EXACT = 1_000_000
"""The whole name was typed: before everything else."""
LETTER = 16
"""A letter typed and found."""
ADJACENT = 10
"""It stands right behind the letter typed before it."""
WORD_START = 8
"""It begins a word (and is not adjacent: one bonus a letter). Less than `ADJACENT`: typed runs beat initials."""
NAME_START = 4
"""The first letter begins the name itself."""
GAP = -3
"""Something was skipped between two letters."""
SKIPPED = -1
"""A character skipped between two letters, up to `LONGEST_GAP` of them."""
LONGEST_GAP = 20
"""No gap costs more than this many skipped characters: far away is far away."""
LOOSE = -EXACT
"""The letters merely lie scattered: a run of them begins in the middle of a word, or behind too many skipped words.
Such a name stands behind all others, and behind a new one: in a long name nearly any short word's letters lie so."""
SKIPPED_WORDS = 1
"""How many words an abbreviation may leave out between two runs: the `of` of `bp`, burden of proof."""
OLD_NAME = -2
"""Found by a name that it no longer bears: behind the present names that match as well."""


def score(places: Sequence[int], name: FoldedName, *, exact: bool = False) -> int:
    """Return what letters at these places of the folded name are worth."""
    total = EXACT if exact else 0
    if _is_loose(places, name):
        total += LOOSE
    before = None
    for place in places:
        total += LETTER
        if before is not None and place == before + 1:
            total += ADJACENT
        else:
            if name.heads[place] != "\0":
                total += WORD_START
            if before is not None:
                total += GAP + SKIPPED * min(place - before - 1, LONGEST_GAP)
        before = place
    return total + (NAME_START if places and places[0] == 0 else 0)


def _is_loose(places: Sequence[int], name: FoldedName) -> bool:
    """Tell whether letters in several runs are no abbreviation: its runs begin words near one another."""
    text, heads = name.text, name.heads
    runs = [at for at, place in enumerate(places) if at == 0 or place != places[at - 1] + 1]
    if len(runs) < 2:
        return False
    for at in runs:
        place = places[at]
        if heads[place] == "\0" and text[place] != " ":
            return True
        skipped = heads[places[at - 1] + 1 : place] if at else ""
        if len(skipped) - skipped.count("\0") > SKIPPED_WORDS:
            return True
    return False


def run_of(query: str, name: FoldedName) -> int:
    """Return where the folded query stands in the name in one piece, preferably beginning a word; -1 if nowhere."""
    text = name.text
    first = text.find(query)
    if first <= 0 or name.heads[first] != "\0":
        return first
    heads = name.heads
    place = heads.find(query[0], first + 1)
    while place >= 0:
        if text.startswith(query, place):
            return place
        place = heads.find(query[0], place + 1)
    return first


def scattered(query: str, name: FoldedName) -> tuple[int, ...] | None:
    """Return places for the letters of a query that nowhere stands in one piece; None if they are not there."""
    text, heads = name.text, name.heads
    latest = _latest(query, text)
    if latest is None:
        return None
    places: list[int] = []
    start = 0
    for letter, last in zip(query, latest, strict=True):
        if start < len(text) and text[start] == letter and places:
            place = start
        else:
            place = heads.find(letter, start, last + 1)
            if place < 0:
                place = text.find(letter, start)
        places.append(place)
        start = place + 1
    # a letter may also stand right before the next one: shorter gaps, longer runs
    for index in range(len(places) - 2, -1, -1):
        nearer = places[index + 1] - 1
        if nearer > places[index] and text[nearer] == query[index] and heads[places[index]] == "\0":
            places[index] = nearer
    return tuple(places)


def _latest(query: str, text: str) -> list[int] | None:
    """Return for each letter the last place that still leaves room for the rest; None if there is no room at all."""
    latest = [0] * len(query)
    end = len(text)
    for index in range(len(query) - 1, -1, -1):
        end = text.rfind(query[index], 0, end)
        if end < 0:
            return None
        latest[index] = end
    return latest


@dataclass(frozen=True, slots=True)
class Candidate:
    """What can be found: its name and the names it used to have."""

    name: FoldedName
    old_names: tuple[FoldedName, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate that was found: which one (its index), what it scored, and by which old name, if by one."""

    index: int
    score: int
    old_name: FoldedName | None = None

    @property
    def is_loose(self) -> bool:
        """Whether what was typed merely lies scattered in it."""
        return self.score < 0


def candidates(names: Iterable[tuple[str, Iterable[str]]]) -> list[Candidate]:
    """Fold names, each with its old names, once, so that each letter typed costs only the comparing."""
    return [Candidate(fold_name(name), tuple(fold_name(old) for old in olds)) for name, olds in names]


_Ranked = tuple[int, int, int, int, "FoldedName | None"]
"""What hits are sorted by: the score turned about, where the match begins, the name's length, the given order."""


class Hits(Sequence[Hit]):
    """What matches, best first. A letter may match thousands, a screen shows thirty: hits are made when asked for."""

    def __init__(self, ranked: list[_Ranked]) -> None:
        self._ranked = ranked

    def __len__(self) -> int:
        return len(self._ranked)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> list[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | list[Hit]:
        if isinstance(at, slice):
            return [Hit(index, -worth, old) for worth, _, _, index, old in self._ranked[at]]
        worth, _, _, index, old = self._ranked[at]
        return Hit(index, -worth, old)


@dataclass(slots=True)
class Matching:
    """Candidates and what was typed last: a longer query looks only at what the shorter one left."""

    candidates: Sequence[Candidate]
    _query: str = ""
    _left: Sequence[int] = field(default_factory=list)

    def hits(self, typed: str) -> Hits:
        """Return what matches, best first; equals by where the match begins, then length, then their given order."""
        query = fold(typed)
        if not query:
            self._query = ""
            return Hits([(0, 0, 0, index, None) for index in range(len(self.candidates))])
        narrowing = bool(self._query) and query.startswith(self._query)
        worth = _Worth(query)
        ranked: list[_Ranked] = []
        for index in self._left if narrowing else range(len(self.candidates)):
            candidate = self.candidates[index]
            found = worth.of(candidate.name, index, None)
            for old in candidate.old_names:
                by_old_name = worth.of(old, index, old)
                if by_old_name is not None and (found is None or by_old_name[:3] < found[:3]):
                    found = by_old_name
            if found is not None:
                ranked.append(found)
        ranked.sort()
        self._query = query
        self._left = sorted([rank[3] for rank in ranked])
        return Hits(ranked)


class _Worth:
    """What names are worth to one query; a plain run is scored without placing each letter."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._in_order = re.compile(_in_order(query)).match
        self._run = LETTER + (LETTER + ADJACENT) * (len(query) - 1)

    def of(self, name: FoldedName, index: int, old_name: FoldedName | None) -> _Ranked | None:
        """Return what the name is sorted by; None where it does not match."""
        text, query = name.text, self._query
        place = text.find(query)
        if place < 0:
            if self._in_order(text) is None:
                return None
            letters = scattered(query, name) or ()
            worth, place = score(letters, name), letters[0]
        elif place == 0:
            worth = self._run + NAME_START + (WORD_START if name.heads[0] != "\0" else 0)
            if len(query) == len(text):
                worth += EXACT
        else:
            if name.heads[place] == "\0":
                place = run_of(query, name)
            worth = self._run + (WORD_START if name.heads[place] != "\0" else 0)
        return (-worth if old_name is None else -worth - OLD_NAME, place, len(text), index, old_name)


def _in_order(query: str) -> str:
    """Return a pattern for the letters in order that never goes back: what is skipped cannot be the letter sought."""
    return "".join(f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in query)


def places(typed: str, name: FoldedName) -> tuple[int, ...]:
    """Return the characters of the name (NFC) to be lifted for what was typed; empty if it does not match."""
    query = fold(typed)
    if not query:
        return ()
    place = run_of(query, name)
    if place >= 0:
        return name.places(tuple(range(place, place + len(query))))
    return name.places(scattered(query, name) or ())
