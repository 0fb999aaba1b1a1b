"""Layouts: the ways in which transcripts write who speaks, one line at a time.

A line that fits a layout is a candidate only; whether it names a speaker is decided from all candidates together.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from tui.formats.parsed import Stamp
from tui.formats.transcripts.names import Kind, kind_of
from tui.formats.transcripts.stamps import BRACKETED, RANGE, TIME

REACH = 120
"""How many code points at the beginning of a line may hold a label."""

_NAME = r"(?P<label>[^\s:：\[\]<>|#][^:：\n\[\]<>|]{0,59}?)"
_BEFORE = rf"(?:(?P<before>{BRACKETED}|{TIME})[ ]*[-–]?[ ]*)?"
_EDGE = "[ \u200e\u200f\u202a-\u202e\u2066-\u2069]*"


class Layout(Enum):
    """How a label is marked off from the words."""

    COLON = "Name: words, also with a time beside the name"
    ALONE = "Name: on a line of its own"
    STAMPED = "Name  0:44 on a line of its own"
    TIMED = "Name [0:44] words"
    BRACKETS = "[name] words"
    DASH = "P - words"
    POINT = "Q. words"


_PATTERNS = (
    (Layout.STAMPED, re.compile(rf"{_EDGE}{_NAME}[ |,–-]*[ |](?P<after>{BRACKETED}|{RANGE}){_EDGE}:?{_EDGE}$")),
    (
        Layout.COLON,
        re.compile(rf"{_EDGE}{_BEFORE}{_NAME}[ ]?(?P<after>{BRACKETED}|(?<= ){RANGE})?{_EDGE}(?P<mark>[:：]){_EDGE}"),
    ),
    (Layout.TIMED, re.compile(rf"{_EDGE}{_NAME}[ ]?(?P<after>{BRACKETED}):?[ ]+(?=\S)")),
    (Layout.BRACKETS, re.compile(rf"{_EDGE}[\[<](?P<label>[^\[\]<>:]{{1,40}}?)(?P<after>[ ]+{TIME})?[\]>]:?{_EDGE}")),
    (Layout.DASH, re.compile(rf"{_EDGE}(?P<label>[^\W\d_]{{1,3}}\d{{0,2}})[ ][-–—][ ]+(?=\S)")),
    (Layout.POINT, re.compile(rf"{_EDGE}(?P<label>[QAFS])\.[ ]+(?=\S)")),
)
# Without one of these no layout fits: most lines of most transcripts are done with here.
_HINT = re.compile(r"[:：]|^\W*[\[<]|^\W*\w{1,5}(?: [-–—]|\.) ")
# The number of a speech belongs to the record, not to the name of who gives it.
_NUMBERED = re.compile(r"(?:Anf\.|Anförande|Anf)\s*\d+\s+(?=\S)")
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_SPEAKERS = """
laughs laughter laughing music applause silence pause inaudible unintelligible crosstalk sic noise sighs cough coughs
crying indistinct foreign speaks skratt skrattar paus tystnad ohörbart lachen lacht rires risas risos x ... … ? !
"""
_NOISE = frozenset(_NO_SPEAKERS.split())


class Candidate(NamedTuple):
    """A line that may begin with a label; positions are code points from the line's beginning."""

    line: int
    label: str
    kind: Kind
    layout: Layout
    speech: int
    stamps: tuple[Stamp, ...]
    is_numbered: bool = False


def candidates_in(number: int, line: str) -> list[Candidate]:
    """Return what may be a label at the beginning of a line, the likeliest layout first."""
    head = line[:REACH]
    if _HINT.search(head) is None:
        return []
    found = []
    for layout, pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None or (layout is Layout.STAMPED and len(line) > REACH):
            continue
        candidate = _judged(number, line, layout, match)
        if candidate is not None:
            found.append(candidate)
    return found


def _judged(number: int, line: str, layout: Layout, match: re.Match[str]) -> Candidate | None:
    parts = match.groupdict()
    label, numbered = _NUMBERED.subn("", name_in(parts["label"]), count=1)
    kind = Kind.ROLE if numbered and kind_of(label) is not Kind.NONE else kind_of(label)
    speech = match.end()
    if layout is Layout.BRACKETS:
        kind = Kind.NONE if label.split()[:1] and label.split()[0].casefold() in _NOISE else kind
    elif layout in (Layout.DASH, Layout.POINT):
        kind = kind if kind in (Kind.LETTER, Kind.CODE, Kind.ROLE) and label.isupper() else Kind.NONE
    elif layout is Layout.COLON:
        if speech >= len(line):
            layout = Layout.ALONE
        elif _is_tight(line, match, kind):
            return None
    if kind is Kind.NONE:
        return None
    stamps = tuple(_trimmed(line, *match.span(name)) for name in ("before", "after") if parts.get(name))
    return Candidate(number, label, kind, layout, speech, stamps, bool(numbered))


def name_in(words: str) -> str:
    """Return a label as it is kept: invisible marks taken out, white space folded."""
    return " ".join(_INVISIBLE.sub("", words).split()).strip("*_ ")


def _is_tight(line: str, match: re.Match[str], kind: Kind) -> bool:
    """Whether a plain colon runs into what follows, as in a URL, a time or a ratio."""
    after = line[match.end("mark")]
    if match["mark"] == "：" or after == " ":
        return False
    return after in "/:" or after.isdigit() or kind not in (Kind.ROLE, Kind.CODE)


def _trimmed(line: str, start: int, end: int) -> Stamp:
    part = line[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
