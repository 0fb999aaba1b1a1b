"""Where a quotation comes from: the passage of a transcript in which it was said, and what that passage is coded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.analysis.flow import Flow
from tui.analysis.method import narrative
from tui.analysis.method.alike import words_of
from tui.analysis.method.facts import Facts
from tui.model.documents import Document
from tui.model.nodes import Node
from tui.model.sources import Transcript

Pieces = Sequence[Sequence[str]]
"""The words of a quotation, parted where something was left out."""


def said_at(facts: Facts, node: Node, pieces: Pieces) -> Iterator[tuple[str, int] | None]:
    """Yield the source and position in which a quotation was said; nothing for each source that was looked in.

    The forms of the node's own quotations come first, then the node's own sources, then all others.
    """
    units = [unit for code in facts.book.codes(node.id) for unit in facts.units_with(code)]
    for unit in units:
        forms = [words_of(str(unit.get(form) or "")) for form in ("edited", "translation")]
        joined = [f" {' '.join(form)} " for form in forms if form]
        if any(all(f" {' '.join(piece)} " in form for piece in pieces) for form in joined):
            yield unit["source"], unit["spans"][0][0]
            return
    own = dict.fromkeys(unit["source"] for unit in units if unit["source"] in facts.source_names)
    for source in (*own, *(each for each in facts.source_names if each not in own)):
        transcript = facts.transcript(source)
        at = _said_in(transcript, pieces) if transcript is not None else None
        if at is not None:
            yield source, at
            return
        yield None


def _said_in(transcript: Transcript, pieces: Pieces) -> int | None:
    """Return where a quotation begins in a source, labels and time stamps within it passed over."""
    at = _found_in(transcript.text, pieces)
    if at is None:
        flow = Flow.of(transcript)
        there = _found_in(flow.words, pieces)
        at = flow.span(there, there + 1)[0] if there is not None else None
    return at


def _found_in(text: str, pieces: Pieces) -> int | None:
    """Return where the first piece stands in a text in which the others follow it in their order."""
    begins: int | None = None
    at = 0
    for piece in pieces:
        match = _pattern(tuple(piece)).search(text, at)
        if match is None:
            return None
        begins = match.start() if begins is None else begins
        at = match.end()
    return begins


@lru_cache(maxsize=256)
def _pattern(piece: tuple[str, ...]) -> re.Pattern[str]:
    return narrative.spoken_as(piece)


def belongs(facts: Facts, node: Node, source: str, position: int) -> bool:
    """Tell whether a unit at a position has a code under a node."""
    codes = (code for unit in _over(facts, source, position) for code in facts.book.codes_of(unit))
    return any(node.id in facts.book.counted_under(code) for code in codes)


def coded_as(facts: Facts, units: Sequence[Document]) -> str:
    """Return in words what units are coded as."""
    codes = dict.fromkeys(code for unit in units for code in facts.book.codes_of(unit))
    return f"coded {facts.titles(codes)}" if codes else "not coded"


def coded_there(facts: Facts, source: str, position: int) -> str:
    """Return in words what a position is coded as."""
    return coded_as(facts, _over(facts, source, position))


def _over(facts: Facts, source: str, position: int) -> list[Document]:
    """Return the units that hold a position and count."""
    units = facts.project.units_in(source, relevant_only=True)
    return [
        unit for unit in units if facts.counts(unit) and any(start <= position < end for start, end in unit["spans"])
    ]
