"""What an amendment makes of what is marked, in words: a passage's fate, and where its words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui.model.edits.amending import Amendment, Passage
from tui.model.text import pairs_of
from tui.model.units import is_unit

_AROUND = 3
"""Words shown on either side of what differs."""


def fate(passage: Passage) -> str:
    """Return what kind of passage it is and what becomes of it: `unit: changed, uncertain`."""
    said = [passage.anchored.fate]
    if passage.anchored.is_uncertain and passage.anchored.fate != "lost":
        said.append("uncertain")
    if passage.speakers_differ:
        said.append("other speaker")
    return f"{kind(passage)}: {', '.join(dict.fromkeys(said))}"


def kind(passage: Passage) -> str:
    """Return what kind of passage it is."""
    return "memo" if passage.table == "memos" else "unit" if is_unit(passage.document) else "not relevant"


def differing(before: str, after: str) -> tuple[str, str]:
    """Return where two versions of a passage differ, with a few words around."""
    old, new = before.split(), after.split()
    if old == new:
        return _shortened(old, 0, 0), "the same"
    first = last = 0
    while old[first : first + 1] == new[first : first + 1]:
        first += 1
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return _shortened(old, first, last), _shortened(new, first, last)


def place(found: Amendment, passage: Passage) -> str:
    """Return where a passage lies in the new text, as it is cited."""
    return found.after.place(passage.anchored.spans[0].start)


def amendment_document(found: Amendment) -> dict[str, Any]:
    """Return an amendment as a JSON document: every passage that is not as it was, and how many are."""
    otherwise = [passage for passage in found.passages if not passage.is_as_it_was]
    return {
        "source": found.source["id"],
        "as_before": len(found.passages) - len(otherwise),
        "passages": [
            {
                "id": passage.document["id"],
                "kind": kind(passage),
                "fate": passage.anchored.fate,
                "uncertain": passage.anchored.is_uncertain,
                "other_speaker": passage.speakers_differ,
                "spans": pairs_of(passage.anchored.spans),
                "place": place(found, passage),
                "before": passage.before,
                "after": passage.after,
            }
            for passage in otherwise
        ],
        "lost_corrections": list(found.lost_corrections),
    }


def _shortened(words: Sequence[str], first: int, last: int) -> str:
    return " ".join(_pieces(words, first, last))


def _pieces(words: Sequence[str], first: int, last: int) -> Iterator[str]:
    start, end = max(first - _AROUND, 0), min(len(words) - last + _AROUND, len(words))
    if start:
        yield "…"
    yield from words[start:end]
    if end < len(words):
        yield "…"
