"""What a reader sees as one character: a letter with its marks, a joined emoji, a syllable of Hangul.

A cursor moves by these and a span never cuts one. The rules are those of Unicode's text segmentation (UAX 29) as far
as transcripts need them; plain text is recognised first and costs next to nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from tui.model.text import Position, Span

# Text in which every code point is a character of its own: no marks, joiners, flags, jamo or line ends.
_PLAIN = re.compile(
    r"[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u3041-\u3096]*"
)
_JOINER = "\u200d"


def is_plain(text: str, start: Position = 0, end: Position | None = None) -> bool:
    """Tell whether every code point in a range is seen as one character."""
    stop = len(text) if end is None else end
    match = _PLAIN.match(text, start, stop)
    return match is not None and match.end() == stop


def graphemes(text: str, start: Position = 0, end: Position | None = None) -> list[Span]:
    """Return the characters as seen between two positions, without gaps."""
    stop = len(text) if end is None else end
    if is_plain(text, start, stop):
        return [Span(position, position + 1) for position in range(start, stop)]
    edges = [start]
    for position in range(start + 1, stop):
        after = text[position]
        # Nothing below the combining marks joins what comes before it, but a line feed: that spares most of the calls.
        if (after < "\u0300" and after != "\n") or _is_edge(text, position, start):
            edges.append(position)
    edges.append(stop)
    return [Span(first, last) for first, last in pairwise(edges)] if stop > start else []


def floor(text: str, position: Position) -> Position:
    """Return the last edge between two characters at or before a position."""
    while 0 < position < len(text) and not _is_edge(text, position, 0):
        position -= 1
    return position


def ceiling(text: str, position: Position) -> Position:
    """Return the first edge between two characters at or after a position."""
    while 0 < position < len(text) and not _is_edge(text, position, 0):
        position += 1
    return position


def outwards(text: str, start: Position, end: Position) -> Span:
    """Return the range with its ends moved out of the characters they would cut."""
    return Span(floor(text, start), ceiling(text, end))


def _is_edge(text: str, position: Position, start: Position) -> bool:
    """Tell whether a new character begins at a position that lies inside the text."""
    before, after = text[position - 1], text[position]
    if after < "\u0300":
        return not (before == "\r" and after == "\n")
    if _extends(after):
        return before in "\r\n"
    if before == _JOINER:
        return not (_is_pictograph(after) and _follows_pictograph(text, position - 1, start))
    if _is_flag_letter(after):
        return _flag_letters_before(text, position, start) % 2 == 0
    if "\u1100" <= after <= "\ud7fb":
        return not _is_one_syllable(before, after)
    return True


@lru_cache(maxsize=4096)
def _extends(character: str) -> bool:
    """Whether a code point belongs to the character before it: marks, joiners, skin tones, tags."""
    if unicodedata.category(character) in ("Mn", "Me", "Mc"):
        return True
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    is_tag = "\U000e0020" <= character <= "\U000e007f"
    return is_skin_tone or is_tag or character in "\u200c\u200d"


def _is_pictograph(character: str) -> bool:
    """Whether a code point may be joined to an emoji before it."""
    return character >= "\u2190" and unicodedata.category(character) in ("So", "Sm", "Po", "Sk", "Cn")


def _follows_pictograph(text: str, position: Position, start: Position) -> bool:
    """Whether what stands before a joiner is an emoji, with its skin tone or marks: only then does it join."""
    while position > start and text[position - 1] != _JOINER and _extends(text[position - 1]):
        position -= 1
    return position > start and _is_pictograph(text[position - 1])


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_letters_before(text: str, position: Position, start: Position) -> int:
    count = 0
    while position - count > start and _is_flag_letter(text[position - count - 1]):
        count += 1
    return count


def _is_one_syllable(before: str, after: str) -> bool:
    """Whether two code points of Hangul belong to one syllable: lead, vowel, tail, or a syllable made of them."""
    first, second = _hangul(before), _hangul(after)
    if first == "L":
        return second in ("L", "V", "LV", "LVT")
    if first in ("LV", "V"):
        return second in ("V", "T")
    return first in ("LVT", "T") and second == "T"


def _hangul(character: str) -> str:
    if "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c":
        return "L"
    if "\u1160" <= character <= "\u11a7" or "\ud7b0" <= character <= "\ud7c6":
        return "V"
    if "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb":
        return "T"
    if "\uac00" <= character <= "\ud7a3":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    return ""
