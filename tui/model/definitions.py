"""Definitions: under which wording of a code's definition a unit was coded, and which wordings say the same.

A wording's stamp is a short hash of its four texts: going back to older texts, by whatever way, makes what was coded
under them fit again. A unit's `codes` hold `True` for a code that never moved (the node's `coded_under` says which
stamp that stands for), else a stamp; the node keeps its `wordings` and which of them it `reworded`.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

PARTS = ("definition", "full", "include", "exclude")
"""What a definition is made of: brief, in full, what it is for, what it is not for."""

UNDEFINED = "-"
"""The stamp of no definition at all: nothing is ever older than it."""

_STAMP_BYTES = 5


def stamp_of(document: Mapping[str, Any]) -> str:
    """Return the stamp of a node's definition as it is worded in a document; white space does not matter."""
    words = [" ".join(str(document.get(part) or "").split()) for part in PARTS]
    if not any(words):
        return UNDEFINED
    return blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=_STAMP_BYTES).hexdigest()


def stamp_for_a_unit(document: Mapping[str, Any]) -> str | bool:
    """Return what a unit notes with a code it is given now."""
    return stamp_of(document) if document.get("coded_under") else True


def is_redefined(document: Mapping[str, Any], texts: Mapping[str, Any]) -> bool:
    """Tell whether other texts would let units be coded under an older definition.

    A first definition does not: where there was none, there is nothing to be older than. Taking a definition away
    does not either: there is nothing to compare with then.
    """
    old, new = stamp_of(document), stamp_of({**document, **texts})
    had_one = old != UNDEFINED or bool(document.get("coded_under"))
    return had_one and new not in (old, UNDEFINED)


def redefined(document: Mapping[str, Any], texts: Mapping[str, Any], *, moved: bool = True) -> dict[str, Any]:
    """Return the fields that keep account of a node's four texts becoming others; the texts are not among them.

    `moved` tells whether what the code means moved; otherwise only the wording changed, and the new one says the same
    as the old. Where no text changes, or a first definition is written, nothing needs to be kept.
    """
    after = {**document, **texts}
    old, new = stamp_of(document), stamp_of(after)
    if old == new or (old == UNDEFINED and not document.get("coded_under")):
        return {}
    known, links = document.get("wordings") or {}, document.get("reworded") or {}
    fields: dict[str, Any] = {
        f"wordings/{stamp}": texts_of(worded)
        for stamp, worded in ((old, document), (new, after))
        if stamp != UNDEFINED and stamp not in known
    }
    first, second = meaning(links, old), meaning(links, new)
    if not moved and UNDEFINED not in (old, new):
        return {**fields, f"reworded/{second}": first} if first != second else fields
    if first == second:
        fields.update({f"reworded/{stamp}": None for stamp in (old, new) if stamp in links})
    if not document.get("coded_under"):
        fields["coded_under"] = old
    return fields


def texts_of(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of a definition that say anything, by their fields."""
    return {part: str(document[part]) for part in PARTS if document.get(part)}


def meaning(links: Mapping[str, str], stamp: str) -> str:
    """Return the stamp that stands for all wordings that say the same; in a loop two made apart, the smallest."""
    chain = [stamp]
    while (following := links.get(chain[-1])) is not None:
        if following in chain:
            return min(chain[chain.index(following) :])
        chain.append(following)
    return chain[-1]


class Defined:
    """How a code is defined now, and what the units that name it, or a code merged into it, were coded under."""

    def __init__(self, code: str, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the documents of the code and of those merged into it, by id."""
        self.present = stamp_of(documents[code])
        self.wordings: dict[str, Mapping[str, str]] = {}
        """The texts of older wordings by their stamps, as far as they are kept."""
        self._links: dict[str, str] = {}
        for document in documents.values():
            self.wordings.update(document.get("wordings") or {})
            self._links.update(document.get("reworded") or {})
        self._present_meaning = meaning(self._links, self.present)
        self._unstamped: dict[str, str] = {}
        for named, document in documents.items():
            if named != code:
                self.wordings.setdefault(stamp_of(document), texts_of(document))
            under = document.get("coded_under") or ("" if named == code else stamp_of(document))
            self._unstamped[named] = str(under)

    @property
    def can_be_older(self) -> bool:
        """Whether any unit can have been coded under an older definition."""
        return self.present != UNDEFINED and any(under not in ("", UNDEFINED) for under in self._unstamped.values())

    @property
    def revisions(self) -> int:
        """How often it was redefined, as far as is known."""
        return len(self.wordings.keys() - {self.present, UNDEFINED})

    def older(self, codes: Mapping[str, Any]) -> str:
        """Return the stamp of the older definition that a unit's `codes` were given under; empty where it still fits.

        A unit that names the code and one merged into it fits where it was given either of them under the present one.
        """
        stamps = [self._older(named, value) for named, value in codes.items() if named in self._unstamped]
        return stamps[0] if stamps and all(stamps) else ""

    def named_in(self, codes: Mapping[str, Any]) -> list[str]:
        """Return under which ids a unit's `codes` name the code."""
        return [named for named in codes if named in self._unstamped]

    def _older(self, named: str, value: object) -> str:
        under = self._unstamped[named]
        if not under or self.present == UNDEFINED:
            return ""
        stamp = value if isinstance(value, str) else under
        if stamp == UNDEFINED or meaning(self._links, stamp) == self._present_meaning:
            return ""
        return stamp
