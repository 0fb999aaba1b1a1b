"""A source as a screen or a report works with it: its text, its turns, its places, its words as quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from tui.model.turns import Turn, Turns
from tui.model.words import count_words, without

# Paragraphs of one turn are told apart by any line end: transcripts have one line a paragraph.
_PARAGRAPH = re.compile(r"[^\n]+")


class Transcript:
    """One source with its text. Positions are half-open code points of that text."""

    def __init__(self, source: Mapping[str, Any], text: str, turns: Turns | None = None) -> None:
        """Put a source's document and its text together, and its turns where they have been read already."""
        self.source = source
        self.id: str = source["id"]
        self.name: str = source.get("name") or ""
        self.text = text
        self.turns = turns if turns is not None else Turns(source)
        self.stamps: tuple[tuple[int, int], ...] = tuple((start, end) for start, end in source.get("stamps") or ())

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_of(self, position: int) -> int:
        """Return the number of the source's line, counted from 1, that holds a position."""
        return bisect_right(self._line_starts, position)

    def start_of_line(self, line: int) -> int:
        """Return where a line begins; lines beyond the ends give the first or last."""
        return self._line_starts[min(max(line, 1), len(self._line_starts)) - 1]

    @property
    def line_count(self) -> int:
        """How many lines the text has."""
        return len(self._line_starts)

    def place(self, position: int) -> str:
        """Return the place as it is cited: `L07:12`, turn 12 of source L07."""
        turn = self.turns.before(position)
        return f"{self.name}:{turn.number if turn else 1}"

    def paragraphs(self, turn: Turn) -> list[tuple[int, int]]:
        """Return the paragraphs of a turn's speech, outer white space left out."""
        if "\n" not in self.text[turn.speech : turn.end]:
            ranges = [self.trimmed(turn.speech, turn.end)]
        else:
            found = _PARAGRAPH.finditer(self.text, turn.speech, turn.end)
            ranges = [self.trimmed(*match.span()) for match in found]
        return [(start, end) for start, end in ranges if start < end]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return the range without white space at its ends; one of nothing else becomes empty at its start."""
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return start, end

    def stamps_within(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """Return the time stamps that touch a range."""
        first = bisect_left(self.stamps, (start, start))
        if first and self.stamps[first - 1][1] > start:
            first -= 1
        last = bisect_left(self.stamps, (end, end))
        return self.stamps[first:last]

    def word_count(self, spans: Iterable[Sequence[int]]) -> int:
        """Return how many words the spans hold, labels and time stamps not counted."""
        total = 0
        for start, end in spans:
            total += count_words(self.text, self._spoken(start, end))
        return total

    def shown(self, spans: Iterable[Sequence[int]], omission: str = "//") -> str:
        """Return the words of the spans as they are quoted.

        Time stamps are left out and white space is folded. The omission mark stands between two spans only where more
        than white space, labels and stamps lies between them.
        """
        pieces: list[str] = []
        last_end: int | None = None
        for start, end in spans:
            if last_end is not None and self._omits(last_end, start):
                pieces.append(omission)
            pieces.extend(self.text[piece[0] : piece[1]] for piece in without([(start, end)], self.stamps))
            last_end = end
        return " ".join(" ".join(pieces).split())

    def _omits(self, start: int, end: int) -> bool:
        """Tell whether a range between two spans holds any speech."""
        return any(self.text[piece[0] : piece[1]].strip() for piece in self._spoken(start, end))

    def _spoken(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return what is said in a range: neither labels nor stamps nor what lies in no turn."""
        turns = self.turns.touching(start, end)
        speech = [(max(turn.speech, start), min(turn.end, end)) for turn in turns]
        return without(speech, self.stamps_within(start, end))


def speech_in(turns: Turns, stamps: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of turns in which participants speak, less the time stamps."""
    speech = [(turn.speech, turn.end) for turn in turns if turn.is_participants and turn.speech < turn.end]
    return without(speech, stamps)
