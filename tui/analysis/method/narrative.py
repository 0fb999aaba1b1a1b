"""What a written text of results holds that can be compared: passages in quotation marks, and labels in its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from tui.analysis.method.alike import words_of

_MARKED = re.compile(
    r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|\"([^\"\n]+)\"|^>[ \t]*(.+(?:\n>.*)*)", re.MULTILINE
)
_STRESSED = re.compile(r"(?<![*\w])\*{1,2}([^*\n]+)\*{1,2}(?![*\w])|(?<![_\w])_{1,2}([^_\n]+)_{1,2}(?![_\w])")
_LEFT_OUT = re.compile(r"//|\[[^\]]*\]|\(\.{3}\)|…|\.{3}")
_OUTER = " \t\n.,;:!?–—"


def quoted(text: str) -> list[str]:
    """Return what stands in quotation marks or as a block quotation, in the order of the text."""
    return [_inner(match).replace("\n>", "\n").strip(_OUTER) for match in _MARKED.finditer(text)]


def stressed(text: str) -> list[str]:
    """Return what stands in quotation marks or is stressed: where a label may be meant, be it of one word."""
    return [*quoted(text), *(_inner(match).strip(_OUTER) for match in _STRESSED.finditer(text))]


def _inner(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group is not None), "")


def parts(quotation: str) -> list[list[str]]:
    """Return the words of a quotation, parted where something was left out or put in between brackets."""
    found = (words_of(part) for part in _LEFT_OUT.split(quotation))
    return [part for part in found if part]


def spoken_as(words: Collection[str]) -> re.Pattern[str]:
    """Return what finds words in a transcript, whatever stands between them and whatever their case."""
    return re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


class Labels:
    """Labels to be found in running text, the longest first, so that a label inside another is not found."""

    def __init__(self, labels: Iterable[str]) -> None:
        """Take the labels; what has no words cannot be found."""
        self._by_first: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for label in labels:
            words = tuple(words_of(label))
            if words:
                self._by_first[words[0]].add(words)

    def within(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield the labels of several words that a text holds, each as its words, in order; none overlaps another."""
        words = words_of(text)
        at = 0
        while at < len(words):
            fit = [label for label in self._by_first.get(words[at], ()) if tuple(words[at : at + len(label)]) == label]
            longest = max(fit, key=len, default=())
            if len(longest) > 1:
                yield longest
            at += max(1, len(longest))
