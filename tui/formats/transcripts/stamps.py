"""Time stamps: where a transcript says what time it is, in whatever form the transcriber's tool has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.formats.parsed import Stamp

TIME = r"(?:\d{1,2}:[0-5]?\d:[0-5]\d|\d{1,3}:[0-5]\d)(?:[.,]\d{1,3})?"
"""A time of a recording: 0:44, 00:01:02, 00:01:02.500."""

_GAP = r"[^\S\n]*"
RANGE = rf"{TIME}(?:{_GAP}(?:-->|→|-|–|—){_GAP}{TIME})?"
"""A time, or two with an arrow or dash between them."""

_BRACKETS = ((r"\[", r"\]"), (r"\(", r"\)"), ("（", "）"), ("【", "】"), ("<", ">"))
BRACKETED = "|".join(f"{opening}{_GAP}{RANGE}{_GAP}{closing}" for opening, closing in _BRACKETS)
BRACKETED = rf"(?:{BRACKETED}|#{TIME}(?:-\d+)?#)"
"""A time in brackets, or between number signs as F4 and MAXQDA write it."""

_MARKS = re.compile(BRACKETED)
# A time of day in round brackets is no stamp; several such times, or one with seconds and hours, are.
_DOUBTFUL = re.compile(r"\([^\S\n]*\d{1,3}:\d\d[^\S\n]*\)")
# "[unintelligible 00:03:18.16]": the words stay, the time is a stamp, with the space before it.
_CLOSED = re.compile(rf"{TIME}(?=[^\S\n]*[\])])")
_WORDS_BEFORE_TIMES = frozenset(
    ("unintelligible", "inaudible", "crosstalk", "indistinct", "unclear", "ohörbart", "unverständlich")
)
_ALONE = re.compile(rf"^[^\S\n]*({RANGE})[^\S\n]*$", re.MULTILINE)
_LEADING = re.compile(rf"^[^\S\n]*({RANGE})(?=[^\S\n]+\S)", re.MULTILINE)
_CERTAIN = re.compile(r"\d+:\d+:\d|-->|[.,]\d")


def stamps_in(text: str) -> list[Stamp]:
    """Return the time stamps of a text in order, without overlaps; those in label lines without brackets are not seen.

    A bare time at the beginning of a line counts if it has hours and seconds, or if a third of the lines begin so.
    """
    marks = list(_MARKS.finditer(text))
    doubtful = [match for match in marks if _DOUBTFUL.fullmatch(match[0]) and not _at_line_start(text, match.start())]
    ignored = {match.start() for match in doubtful} if len(doubtful) < 3 else set()
    found = [match.span() for match in marks if match.start() not in ignored]
    found += _noted(text)
    found += [match.span(1) for match in _ALONE.finditer(text)]
    leading = list(_LEADING.finditer(text))
    usual = len(leading) >= 3 and len(leading) * 3 >= sum(1 for line in text.split("\n") if line)
    found += [match.span(1) for match in leading if usual or _CERTAIN.search(match[1])]
    return in_order(found)


def _noted(text: str) -> list[Stamp]:
    """Return the times at the end of a bracket with words in it, each with the space before it."""
    found = []
    for match in _CLOSED.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        words = before.rstrip()
        if len(words) == len(before) or not words or not words[-1].isalpha():
            continue
        word = re.split(r"[\W\d_]", words)[-1].casefold()
        if match[0].count(":") == 2 or word in _WORDS_BEFORE_TIMES:
            found.append((match.start() - len(before) + len(words), match.end()))
    return found


def in_order(stamps: Iterable[Stamp]) -> list[Stamp]:
    """Return stamps sorted, each that overlaps an earlier one left out."""
    result: list[Stamp] = []
    for start, end in sorted(stamps):
        if not result or start >= result[-1][1]:
            result.append((start, end))
    return result


def _at_line_start(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()
