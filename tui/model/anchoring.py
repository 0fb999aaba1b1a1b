"""Anchoring: where the spans of one version of a transcript lie in another, and what became of their words.

What is added or deleted outside a span never changes its words; what is changed inside stays inside. New spans keep to
what is said in one turn, cut no character and have no white space at their ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import combining

from tui.model.alignment import Kept, alignment
from tui.model.selection import cut
from tui.model.sources import Transcript
from tui.model.text import Position, Span, united
from tui.model.turns import Turn
from tui.model.words import without, words

KEPT, MOVED, CHANGED, LOST = "kept", "moved", "changed", "lost"
"""Fates of a passage: its words in their place, its words found elsewhere, other words instead of some, all gone."""

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_TELLING = 3
"""Words that a vanished passage must have to be looked for elsewhere."""


class Anchored(NamedTuple):
    """A passage in the other version. It always has a place, unless nothing at all is said there."""

    spans: list[Span]
    fate: str
    is_uncertain: bool
    """Whether words of it are gone, so that somebody should look at the place: all of them, or a whole span."""


class _Place(NamedTuple):
    """A range of the new text, whether it is just what a span became, and whether some of its words stand in it."""

    range: Span
    is_sure: bool
    holds_words: bool


class _Pieces:
    """The words and marks of a text, so that those of a range are known without reading it."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _WORD_OR_MARK.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def between(self, start: Position, end: Position) -> range:
        """Return the numbers of those in a range, those cut by its ends among them."""
        if start >= end:
            return range(0)
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


class Anchoring:
    """The way from one version of a transcript to another."""

    def __init__(self, before: Transcript, after: Transcript) -> None:
        """Align the two texts."""
        self.before = before
        self.after = after
        self._kept: Sequence[Kept] = alignment(before.text, after.text)
        self._ends = [kept.old + kept.length for kept in self._kept]
        self._old_words = _Pieces(before.text)
        self._new_words = _Pieces(after.text)
        self._speaking: list[tuple[Turn, list[Span]]] | None = None

    def anchored(self, spans: Iterable[Sequence[Position]]) -> Anchored:
        """Return where a passage lies in the new text."""
        spans = sorted(Span(start, end) for start, end in spans)
        found: list[Span] = []
        is_moved, gone = False, 0
        for span in spans:
            place = self._place(*span)
            pieces = self._worded(span, self._cut(span, place.range)) if place.is_sure else []
            if not (pieces and place.holds_words):
                elsewhere = self._elsewhere(span)
                is_moved = is_moved or bool(elsewhere)
                gone += not elsewhere
                pieces = elsewhere or pieces
            found += pieces
        if not found:
            return Anchored(self._guess(spans), LOST, True)
        new = _one_for_each_stretch(self.after, found)
        if self.before.shown(spans, "") != self.after.shown(new, ""):
            return Anchored(new, CHANGED, bool(gone))
        return Anchored(new, MOVED if is_moved else KEPT, bool(gone))

    def turn(self, start: Position) -> Turn | None:
        """Return the turn of the new text in which the words of an old one begin, given where that one began."""
        old = self.before.turns.before(start)
        if old is not None and old.start == start:
            low, high = self.before.trimmed(old.speech, old.end)
        else:
            line = self.before.line_of(start)
            last = line >= self.before.line_count
            low, high = start, len(self.before.text) if last else self.before.start_of_line(line + 1)
        place = self._place(low, high) if low < high else None
        return self.after.turns.at(place.range.start) if place is not None and place.is_sure else None

    def _place(self, start: Position, end: Position) -> _Place:
        """Return the range of the new text that a range of the old one has become."""
        first = bisect_right(self._ends, start)
        if first == len(self._kept) or self._kept[first].old >= end:
            return self._between(first, start, end)
        last = first
        while last + 1 < len(self._kept) and self._kept[last + 1].old < end:
            last += 1
        stretches = self._kept[first : last + 1]
        pieces = [self.before.text[max(old, start) : min(old + length, end)] for old, _, length in stretches]
        holds_words = _has_words("".join(pieces)) or not _has_words(self.before.text[start:end])
        return _Place(Span(self._new_start(first, start), self._new_end(last, end)), True, holds_words)

    def _new_start(self, first: int, start: Position) -> Position:
        """Return where a span begins whose first kept code points stand in a stretch."""
        kept = self._kept[first]
        if start > kept.old:
            return kept.new + start - kept.old
        gap, new_gap = self._gap(first)
        if start < kept.old:
            outside = self._weight(gap.start, start)
            return self._shared(new_gap, outside, self._weight(start, gap.end))
        position = kept.new
        if _begins_word(self.before.text, start):
            while position > new_gap.start and _is_letter(self.after.text, position - 1):
                position -= 1
        return position

    def _new_end(self, last: int, end: Position) -> Position:
        """Return where a span ends whose last kept code points stand in a stretch."""
        kept = self._kept[last]
        if end < kept.old + kept.length:
            return kept.new + end - kept.old
        gap, new_gap = self._gap(last + 1)
        if end > gap.start:
            return self._shared(new_gap, self._weight(gap.start, end), self._weight(end, gap.end), from_behind=True)
        position = new_gap.start
        if _ends_word(self.before.text, end):
            while position < new_gap.end and _is_letter(self.after.text, position):
                position += 1
        return position

    def _between(self, following: int, start: Position, end: Position) -> _Place:
        """Return the place of a range of which no code point is kept: all of what replaced it, or its share."""
        gap, new_gap = self._gap(following)
        outside = self._weight(gap.start, start), self._weight(end, gap.end)
        if outside == (0, 0):
            is_replaced = bool(self.after.text[new_gap.start : new_gap.end].strip())
            return _Place(new_gap, is_replaced, False)
        inside = self._weight(start, end)
        low = self._shared(new_gap, outside[0], inside + outside[1])
        high = self._shared(new_gap, outside[0] + inside, outside[1], from_behind=True)
        return _Place(Span(low, max(low, high)), False, False)

    def _gap(self, following: int) -> tuple[Span, Span]:
        """Return what lies before a stretch, back to the one before it, in both texts."""
        old_end, new_end = len(self.before.text), len(self.after.text)
        if following < len(self._kept):
            old_end, new_end = self._kept[following].old, self._kept[following].new
        if not following:
            return Span(0, old_end), Span(0, new_end)
        before = self._kept[following - 1]
        return Span(before.old + before.length, old_end), Span(before.new + before.length, new_end)

    def _weight(self, start: Position, end: Position) -> int:
        return len(self._old_words.between(start, max(start, end)))

    def _shared(self, gap: Span, before: int, behind: int, *, from_behind: bool = False) -> Position:
        """Return the place in changed words that has as large a share of them before it as in the old text."""
        pieces = self._new_words.between(gap.start, gap.end)
        if not pieces or not behind:
            return gap.end if not behind else gap.start
        if not before:
            return gap.start
        number = min(max(round(len(pieces) * before / (before + behind)), 0), len(pieces))
        if from_behind:
            return min(self._new_words.ends[pieces[number - 1]], gap.end) if number else gap.start
        return max(self._new_words.starts[pieces[number]], gap.start) if number < len(pieces) else gap.end

    def _cut(self, old: Span, new: Span) -> list[Span]:
        """Return what is said in a range, a span for each turn; of participants alone where one said the old words."""
        turns = self.after.turns.touching(*new)
        theirs = [turn for turn in turns if turn.is_participants]
        if theirs and self._was_participants(old):
            turns = theirs
        pieces = (cut(self.after, max(new.start, turn.speech), min(new.end, turn.end)) for turn in turns)
        return [piece for found in pieces for piece in found]

    def _worded(self, old: Span, pieces: list[Span]) -> list[Span]:
        """Return pieces of the new text, none if nothing but marks is left of what held words."""
        new = "".join(self.after.text[start:end] for start, end in pieces)
        return pieces if _has_words(new) or not _has_words(self.before.text[old.start : old.end]) else []

    def _was_participants(self, span: Span) -> bool:
        turns = self.before.turns.touching(*span)
        return not turns or any(turn.is_participants for turn in turns)

    def _elsewhere(self, span: Span) -> list[Span]:
        """Return the one other place where the words of a span stand, if there is just one."""
        said = self.before.text[span.start : span.end].split()
        if len(said) < _TELLING or not all(word in self.after.text for word in said):
            return []
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, said)) + r"(?!\w)")
        places = [Span(*match.span()) for match in islice(pattern.finditer(self.after.text), 2)]
        return self._cut(span, places[0]) if len(places) == 1 else []

    def _guess(self, spans: Sequence[Span]) -> list[Span]:
        """Return a place for a passage whose words are gone: what stands there instead, else the nearest word."""
        place = self._place(*spans[0]).range
        pieces = self._worded(spans[0], self._cut(spans[0], place))
        return pieces or self._nearest_word(spans[0], place.start)

    def _nearest_word(self, span: Span, position: Position) -> list[Span]:
        """Return the word nearest to a position, in a turn of the speaker who said the words of a span if possible."""
        said = self.before.turns.touching(*span)
        label = said[0].label if said else None
        if self._speaking is None:
            spoken_in = ((turn, list(self._words(turn))) for turn in self.after.turns)
            self._speaking = [(turn, spoken) for turn, spoken in spoken_in if spoken]
        speaking = self._speaking
        theirs = [each for each in speaking if each[0].is_participants] if self._was_participants(span) else []
        alike = [each for each in theirs or speaking if each[0].label == label] or theirs or speaking
        if not alike:
            return []
        _, spoken = min(alike, key=lambda each: _distance(Span(each[0].start, each[0].end), position))
        return [min(spoken, key=lambda word: _distance(word, position))]

    def _words(self, turn: Turn) -> Iterable[Span]:
        for start, end in without([(turn.speech, turn.end)], self.after.stamps_within(turn.speech, turn.end)):
            yield from (piece for word in words(self.after.text, start, end) for piece in cut(self.after, *word))


def _one_for_each_stretch(transcript: Transcript, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those of one turn that overlap or touch made one."""
    by_turn: dict[int, list[Span]] = {}
    for span in spans:
        turn = transcript.turns.before(span.start)
        by_turn.setdefault(turn.number if turn else 0, []).append(span)
    return [span for number in sorted(by_turn) for span in united(by_turn[number])]


def _distance(span: Span, position: Position) -> int:
    return max(span.start - position, position - span.end, 0)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_letter(text: str, position: Position) -> bool:
    return text[position].isalnum() or combining(text[position]) > 0


def _begins_word(text: str, position: Position) -> bool:
    return _is_letter(text, position) and not (position and _is_letter(text, position - 1))


def _ends_word(text: str, position: Position) -> bool:
    return _is_letter(text, position - 1) and not (position < len(text) and _is_letter(text, position))
