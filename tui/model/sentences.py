"""Sentences of interview speech, by a plain rule: a terminator, closing marks, white space, then an opening.

The rule and its lists of abbreviations are our own: splitters made for prose cut `t.ex.` and miss what trails off.
A line end always ends a sentence; a time stamp belongs to the sentence that follows it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.model.abbreviations import Abbreviations, abbreviations
from tui.model.text import Position, Span

_CLOSING = r"\"'”“’‘»«›‹)\]}"
_FULL_STOPS = "。！？｡"
# Where one may end: a mark, what closes behind it, white space; a full stop of a script without spaces; a line end.
_CANDIDATE = re.compile(
    rf"(?P<mark>[.!?…؟۔।]+|[–—])(?P<closing>[{_CLOSING}]*(?:\s?»(?=\s))?)[^\S\n]+|[{_FULL_STOPS}]+[{_CLOSING}」』）]*|\n"
)
_STAMP = r"[\[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,:]\d{1,3})?[\])>]?"
# What stands before the first word of the next sentence: stamps, then quotes, brackets, the dash of a dialogue.
_AHEAD = re.compile(rf"(?:{_STAMP}\s+)*(?P<marks>(?:[\"'“”„‟«‹»‘’‚(\[{{¿¡]|[–—-]\s*)*)(?P<word>\w*)(?P<stop>\.?)")
_TOKENS_BEFORE = re.compile(r"(?:(?<!\S)(?P<before>\w{1,2}\.)\s)?(?P<token>[^\s\"“”„«»‹›‘(\[{¿¡]*)$")
_INITIALS = re.compile(r"(?:\w\.)*\w")
_REACH = 24


class _Place(NamedTuple):
    """A place where a sentence may end, and what stands around it."""

    text: str
    begun: Position
    mark_at: Position
    mark: str
    marks_ahead: str
    word_ahead: str
    is_initial_ahead: bool

    @property
    def is_before_capital(self) -> bool:
        """Whether the next word begins with a capital, or with a letter of a script that has none."""
        return self.word_ahead[:1].isalpha() and not self.word_ahead[0].islower()

    @property
    def is_before_number(self) -> bool:
        """Whether a number comes next."""
        return self.word_ahead[:1].isdigit()


def sentences(text: str, start: Position = 0, end: Position | None = None, language: str | None = None) -> list[Span]:
    """Return the sentences between two positions in order, without the white space between them.

    `language` is a tag such as `sv` or `pt-BR`; where it is unknown the abbreviations of all languages count.
    """
    stop = len(text) if end is None else end
    known = abbreviations(language)
    tongue = (language or "").casefold()[:2]
    found: list[Span] = []
    begun = start
    for match in _CANDIDATE.finditer(text, start, stop):
        if match["mark"] is None or _ends_at(match, begun, stop, known, tongue):
            _add(found, text, begun, match.end())
            begun = match.end()
    _add(found, text, begun, stop)
    return found


def _add(found: list[Span], text: str, start: Position, end: Position) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends_at(match: re.Match[str], begun: Position, stop: Position, known: Abbreviations, tongue: str) -> bool:
    """Tell whether a sentence ends at a mark that has white space behind it."""
    ahead = _AHEAD.match(match.string, match.end(), stop)
    if ahead is None or not (ahead["word"] or ahead["marks"].strip("–—- ")):
        return False
    mark, marks = match["mark"], ahead["marks"].strip("–—- ")
    is_initial = len(ahead["word"]) == 1 and bool(ahead["stop"])
    place = _Place(match.string, begun, match.start(), mark, marks, ahead["word"], is_initial)
    if mark in "–—":
        return place.is_before_capital and not marks and _breaks_off(place, tongue)
    if mark == "…" or mark.endswith(".."):
        return place.is_before_capital
    if not (place.is_before_capital or place.is_before_number or marks):
        return False
    return mark != "." or bool(match["closing"]) or not _is_abbreviated(place, known, tongue)


def _breaks_off(place: _Place, tongue: str) -> bool:
    """Tell whether a dash before a capital breaks a sentence off.

    It does not at a sentence's beginning, nor before the English `I`; in German, where every noun has a capital, only
    a dash that follows its word without a space does.
    """
    before = place.text[place.begun : place.mark_at]
    if not before.strip():
        return False
    if tongue == "de" and before[-1].isspace():
        return False
    return not (tongue in ("en", "") and place.word_ahead == "I")


def _is_abbreviated(place: _Place, known: Abbreviations, tongue: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation, an initial or an ordinal, and ends nothing."""
    start = max(place.begun, place.mark_at - _REACH)
    found = _TOKENS_BEFORE.search(place.text, start, place.mark_at)
    token = found["token"] if found else ""
    folded = token.casefold()
    if folded.isdigit():
        return _is_ordinal(place, place.mark_at - len(token), folded, known)
    if len(folded) == 1 and folded.isalpha():
        return _is_initial(place, token, found["before"] if found else None, tongue)
    forms = {folded, ((found["before"] or "") if found else "").casefold() + folded}
    if forms & known.inside:
        return True
    if forms & known.closing:
        return not place.is_before_capital
    if place.is_before_number and folded in known.before_number:
        return True
    return "." in folded and _INITIALS.fullmatch(folded) is not None


def _is_initial(place: _Place, letter: str, before: str | None, tongue: str) -> bool:
    """Tell whether a single letter stands for a name or is part of an abbreviation (`z. B.`, `p. 5`)."""
    if letter.isupper():
        return not (letter == "I" and tongue in ("en", ""))
    return place.is_before_number or place.is_initial_ahead or before is not None


def _is_ordinal(place: _Place, number_at: Position, number: str, known: Abbreviations) -> bool:
    """Tell whether a number with a full stop numbers a list or counts something (`am 3. Mai`)."""
    before = place.text[max(place.begun, number_at - _REACH) : number_at].split()
    if not before:
        return True
    if len(number) > 2:
        return False
    return place.word_ahead.casefold() in known.after_ordinal or before[-1].casefold() in known.before_ordinal
