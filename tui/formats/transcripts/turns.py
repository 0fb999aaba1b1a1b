"""Turns: from labels and paragraphs to who speaks from where to where.

Every label begins a turn, also when it names the one who was speaking already: a label is not speech, and speech may
not hold one. What stands above the first label, and headings between labels, lie in no turn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.formats.parsed import Stamp, Turn
from tui.formats.transcripts.blocks import Line
from tui.formats.transcripts.labels import Label

_LONG_LEAD = 200
"""So many words above the first label, if they are a third of all, are speech without a label, not a header."""


def labelled_turns(text: str, lines: Sequence[Line], labels: Sequence[Label], stamps: Sequence[Stamp]) -> list[Turn]:
    """Return the turns of a text with labels, in order."""
    cut = _Cutter(text, stamps)
    headings = [line for line in lines if line.is_heading]
    turns: list[Turn] = []
    lead = [line for line in lines if line.end <= labels[0].start]
    if _is_speech(text, lead, headings):
        turns += _paragraphs([line for line in lead if not line.is_heading], cut)
    heading = 0
    for label, after in zip(labels, [*(label.start for label in labels[1:]), len(text)], strict=True):
        start, speech = label.start, label.speech
        while heading < len(headings) and headings[heading].start < start:
            heading += 1
        while heading < len(headings) and headings[heading].start < after:
            _add(turns, cut.turn(start, speech, headings[heading].start, label.name, start == label.start))
            start = speech = headings[heading].end
            heading += 1
        _add(turns, cut.turn(start, speech, after, label.name, start == label.start))
    return turns


def unlabelled_turns(text: str, lines: Sequence[Line], stamps: Sequence[Stamp]) -> list[Turn]:
    """Return the turns of a text without labels: its paragraphs, or its lines where no empty line divides them."""
    return _paragraphs(lines, _Cutter(text, stamps))


def _paragraphs(lines: Sequence[Line], cut: _Cutter) -> list[Turn]:
    one_block = len({line.block for line in lines}) == 1
    turns: list[Turn] = []
    for start, end in _ranges(lines, by_line=one_block):
        _add(turns, cut.turn(start, start, end, None, False))
    return turns


def _ranges(lines: Sequence[Line], *, by_line: bool) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or by_line or lines[number].block != lines[first].block:
            yield lines[first].start, lines[number - 1].end
            first = number


def _is_speech(text: str, lead: Sequence[Line], headings: Sequence[Line]) -> bool:
    words = sum(len(text[line.start : line.end].split()) for line in lead if line not in headings)
    return words > _LONG_LEAD and words * 3 > len(text.split())


def _add(turns: list[Turn], turn: Turn | None) -> None:
    if turn is not None:
        turns.append(turn)


class _Cutter:
    """Cuts turns so that white space and time stamps lie outside their words, as far as there are words."""

    def __init__(self, text: str, stamps: Sequence[Stamp]) -> None:
        self.text = text
        self.stamps = stamps
        self.starts = [start for start, _ in stamps]
        self.ends = [end for _, end in stamps]

    def turn(self, start: int, speech: int, end: int, label: str | None, is_labelled: bool) -> Turn | None:
        """Return the turn between two positions; None where nothing is said.

        A label followed by nothing but a time stamp, as podcasts write their breaks, has the stamp for its words.
        """
        first, last = self._forwards(speech, end), end
        last = self._backwards(first, end)
        if first >= last:
            stamp = bisect_left(self.starts, speech)
            if not is_labelled or stamp == len(self.stamps) or self.ends[stamp] > end:
                return None
            first, last = self.stamps[stamp]
        if not is_labelled:
            start = self._skip_space(start, end)
        return start, first, last, label

    def _skip_space(self, start: int, end: int) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        return start

    def _forwards(self, start: int, end: int) -> int:
        """Return where the first word begins: after white space and stamps."""
        stamp = bisect_left(self.starts, start)
        while True:
            start = self._skip_space(start, end)
            if stamp == len(self.stamps) or self.starts[stamp] != start or self.ends[stamp] > end:
                return start
            start = self.ends[stamp]
            stamp += 1

    def _backwards(self, start: int, end: int) -> int:
        """Return where the last word ends: before white space and stamps."""
        stamp = bisect_left(self.ends, end + 1) - 1
        while True:
            while end > start and self.text[end - 1].isspace():
                end -= 1
            while stamp >= 0 and self.ends[stamp] > end:
                stamp -= 1
            if stamp < 0 or self.ends[stamp] != end or self.starts[stamp] < start:
                return end
            end = self.starts[stamp]
            stamp -= 1
