"""Speech as it is searched: one line a turn, labels and time stamps left out, white space folded, places kept.

What is typed on a keyboard should find what a word processor wrote: typographic quotes and dashes equal plain ones.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from tui.model.sources import Transcript
from tui.model.words import without

TURN_ENDS = "\n"
_PLAIN = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛‹›′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_CHUNK = re.compile(r"\S+(?: \S+)*")


def plain(words: str) -> str:
    """Return words with typographic quotes and dashes in their plain forms; as many characters as before."""
    return words.translate(_PLAIN)


def sought(words: str) -> str:
    """Return what is looked for as it is compared: composed, plain, white space folded."""
    return plain(" ".join(unicodedata.normalize("NFC", words).split()))


class Flow:
    """The speech of one source for matching. Offsets count in `words`, positions in the source's text."""

    def __init__(self, words: str, offsets: list[int], positions: list[int]) -> None:
        """Take the words and, for each stretch that stands in the text as it stands here, its two beginnings."""
        self.words = words
        self.offsets = offsets
        self.positions = positions

    @classmethod
    def of(cls, transcript: Transcript) -> Flow:
        """Return what is said in a source, a turn a line."""
        text = transcript.text
        parts: list[str] = []
        offsets: list[int] = []
        positions: list[int] = []
        length = 0
        for turn in transcript.turns:
            begins = True
            for start, end in without([(turn.speech, turn.end)], transcript.stamps_within(turn.speech, turn.end)):
                for chunk in _CHUNK.finditer(text, start, end):
                    if parts:
                        parts.append(TURN_ENDS if begins else " ")
                        length += 1
                    begins = False
                    offsets.append(length)
                    positions.append(chunk.start())
                    parts.append(chunk.group())
                    length += chunk.end() - chunk.start()
        return cls("".join(parts), offsets, positions)

    @classmethod
    def of_everything(cls, transcript: Transcript) -> Flow:
        """Return a source's whole text in one line: labels and time stamps too."""
        chunks = list(_CHUNK.finditer(transcript.text))
        offsets, length = [], 0
        for chunk in chunks:
            offsets.append(length)
            length += chunk.end() - chunk.start() + 1
        return cls(" ".join(chunk.group() for chunk in chunks), offsets, [chunk.start() for chunk in chunks])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words between two offsets stand in the text; the range must not be empty."""
        return self._position(start), self._position(end - 1) + 1

    def around(self, start: int, end: int, width: int) -> tuple[str, str]:
        """Return at most so many characters of the same turn before and after a range of the text."""
        first, last = self._offset(start), self._offset(end - 1) + 1
        left = self.words[max(0, first - width) : first].rpartition(TURN_ENDS)[2]
        right = self.words[last : last + width].partition(TURN_ENDS)[0]
        return left, right

    def plain(self) -> Flow:
        """Return the same speech with typographic marks in their plain forms."""
        return Flow(plain(self.words), self.offsets, self.positions)

    def casefolded(self) -> Flow:
        """Return the same speech without upper case, also where folding makes two letters of one (ß)."""
        folded = self.words.casefold()
        if len(folded) == len(self.words):  # folding never shortens, so nothing has moved
            return Flow(folded, self.offsets, self.positions)
        offsets: list[int] = []
        positions: list[int] = []
        length, is_moved = 0, False
        starts = set(self.offsets)
        for offset, letter in enumerate(self.words):
            wide = len(letter.casefold())
            if is_moved or wide > 1 or offset in starts:
                position = self._position(offset)
                offsets.extend(range(length, length + wide))
                positions.extend([position] * wide)
            is_moved = wide > 1
            length += wide
        return Flow(folded, offsets, positions)

    def found(self, words: str) -> list[tuple[int, int]]:
        """Return every place of some words, one after another, as ranges of offsets."""
        places: list[tuple[int, int]] = []
        at = self.words.find(words) if words else -1
        while at >= 0:
            places.append((at, at + len(words)))
            at = self.words.find(words, at + len(words))
        return places

    def _offset(self, position: int) -> int:
        """Return the offset of a position that lies in a stretch, or in the white space behind it."""
        stretch = bisect_right(self.positions, position) - 1
        return self.offsets[stretch] + position - self.positions[stretch]

    def _position(self, offset: int) -> int:
        stretch = bisect_right(self.offsets, offset) - 1
        return self.positions[stretch] + offset - self.offsets[stretch]
