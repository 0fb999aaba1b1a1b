"""What may become of a unit's words when they are quoted: lightly edited, with every departure from the source known.

The edited form is kept with a fingerprint of the words it was made from. Where the unit's words are others by now (its
ends were moved, the transcript was amended), nobody has recorded how the form departs from them: it is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any, NamedTuple

from tui.errors import PostilError
from tui.model.documents import Document
from tui.model.project import Project

LEFT_OUT = "[…]"
"""Stands for words left out, in an edited form and between spans; reports print the project's own mark."""

QUOTED = ("quoted", "edited", "edited_from", "translation", "translator", "translated", "attribution")
"""Fields of a unit that are about its being quoted."""

PUT_IN, DROPPED, CHANGED = "put in", "left out", "changed"

_MARKS = re.compile(r"(?<!\S)(?://|\[…\]|\[\.\.\.\]|…\])(?!\S)|\[…\]|\[\.\.\.\]")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FINGERPRINT = 16


class Departure(NamedTuple):
    """A difference between what was said and what is printed: what was done, the words before and after it."""

    kind: str
    before: str
    after: str


def said(project: Project, unit: Mapping[str, Any]) -> str:
    """Return a unit's words as they were said, stamps left out, with `LEFT_OUT` between spans that speech lies between.

    Raises:
        Damaged: the source's text is not there.
    """
    return project.transcript(unit["source"]).shown(unit["spans"], LEFT_OUT)


def fingerprint(words: str) -> str:
    """Return what tells words from others without giving them away."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def is_outdated(project: Project, unit: Mapping[str, Any]) -> bool:
    """Tell whether a unit has an edited form that was made from other words than it has now."""
    if not unit.get("edited"):
        return False
    try:
        return bool(unit.get("edited_from") != fingerprint(said(project, unit)))
    except PostilError:  # without its text nobody can tell
        return False


def printed(project: Project, unit: Mapping[str, Any]) -> str:
    """Return a unit's words as they are printed, with the project's mark: the edited form where it is of them."""
    words = said(project, unit)
    if unit.get("edited") and unit.get("edited_from") == fingerprint(words):
        words = str(unit["edited"])
    return with_mark(words, str(project.setting("omission")))


def with_mark(words: str, mark: str) -> str:
    """Return words with another mark where some were left out."""
    return words.replace(LEFT_OUT, mark)


def as_kept(edited: str) -> str:
    """Return an edited form as it is kept: `//`, `[...]` and `[…]` are all the same mark."""
    return _MARKS.sub(LEFT_OUT, edited)


def unmarked(words: str, edited: str) -> str:
    """Return the first word of an edited form that was neither said, in this order, nor put in brackets; else nothing.

    Letters in a word may stand in brackets (`[S]ince`); case and punctuation are free.
    """
    spoken = iter(_words(words))
    for word in _words(_without_brackets(edited)):
        if not any(word == other for other in spoken):
            return word
    return ""


def departures(words: str, edited: str) -> list[Departure]:
    """Return what was done to words that became an edited form, in order."""
    before, after = words.split(), edited.split()
    found = []
    for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = " ".join(before[first:last]), " ".join(after[start:end])
        if kind != "equal":
            found.append(Departure(PUT_IN if not old else DROPPED if new in ("", LEFT_OUT) else CHANGED, old, new))
    return found


def edited_fields(project: Project, unit: Document, edited: str) -> dict[str, Any]:
    """Return the fields of a unit that keep an edited form, or take it away where it is the words themselves."""
    kept, words = as_kept(edited), said(project, unit)
    if not kept or kept == words:
        return {"edited": None, "edited_from": None}
    return {"edited": kept, "edited_from": fingerprint(words)}


def _without_brackets(edited: str) -> str:
    """Take out what was put in; brackets inside a word go and leave its letters."""
    parts = []
    at = 0
    for match in _BRACKETS.finditer(edited):
        inside = match.group() != LEFT_OUT and any(
            edited[place : place + 1].isalpha() for place in (match.start() - 1, match.end()) if place >= 0
        )
        parts += [edited[at : match.start()], match.group()[1:-1] if inside else " "]
        at = match.end()
    return "".join((*parts, edited[at:]))


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        yield match.group().casefold().replace("’", "'")
