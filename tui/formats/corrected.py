"""A corrected transcript on its way in: read with its source's labels, and who speaks under new ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.errors import Mistake
from tui.formats import files
from tui.formats.incoming import Incoming, fields_of, guess, incoming_of
from tui.formats.parsed import PARTICIPANT, Parsed
from tui.model.anchoring import Anchoring
from tui.model.cast import Cast
from tui.model.documents import Document
from tui.model.edits.amending import AmendSource
from tui.model.project import Project
from tui.model.sources import Transcript


def read(path: Path, source: Transcript, labels: str | None = None) -> Parsed:
    """Return the transcript in a file; labels that the source has are found where they stand as they stood in it.

    Raises:
        Mistake: it cannot be read, or is not what can be read.
    """
    parsed = files.read(path, labels)
    pattern = None if labels is not None else _pattern(source)
    if pattern is None:
        return parsed
    try:
        by_pattern = files.read(path, pattern)
    except Mistake:  # none of the labels stands where it stood
        return parsed
    found = {turn[3] for turn in parsed.turns}
    return parsed if found.issuperset(turn[3] for turn in by_pattern.turns if turn[3]) else by_pattern


def amendment(path: Path, parsed: Parsed, project: Project, source: Document) -> tuple[AmendSource, Cast]:
    """Return the edit that gives a source a corrected text, and the cast whose edits make new participants.

    A label that the source knows keeps who it is. A new one that stands before what another said is that other, where
    the other label is gone; else it is guessed as for any transcript that comes in.
    """
    incoming = incoming_of(path, parsed)
    cast = Cast(project)
    known = source.get("speakers") or {}
    renamed = _renamed(incoming, project.transcript(source["id"]))
    answering = {one.label for one in incoming.answering() if one.label is not None}
    # Whose interview it was is known also where the text had no labels until now.
    interviewed = answering if not known and source.get("participant") and len(answering) == 1 else set()
    incoming.name = str(source.get("name"))
    new = {one.label for one in incoming.speakers if one.label is not None} - known.keys()
    # Nobody is made for a label whose speaker is known.
    incoming.speakers = [one for one in incoming.speakers if one.label in new - renamed.keys() - interviewed]
    for speaker in incoming.speakers:
        guess(speaker, incoming, cast, is_shared=False)
    fields: dict[str, Any] = fields_of(incoming, cast)
    parts = {label: known[renamed[label]] for label in new if label in renamed}
    parts |= {label: {"role": PARTICIPANT, "participant": source["participant"]} for label in interviewed}
    kept = {field: fields[field] for field in ("text", "turns", "stamps", "words", "origin")}
    return AmendSource(source["id"], {**kept, "speakers": {**fields["speakers"], **parts}}), cast


def _pattern(source: Transcript) -> str | None:
    """Return a regular expression for the source's own labels as they stand in it; `None` where it has none."""
    befores: dict[str, None] = {}
    afters: dict[str, None] = {}
    labels: dict[str, None] = {}
    for turn in source.turns:
        before, label, after = source.text[turn.start : turn.speech].partition(turn.label or "\0")
        if label:
            labels[re.escape(label)] = None
            befores[_shape(before)] = None
            afters[_shape(after)] = None
    if not labels:
        return None
    return f"{_any(befores)}(?P<label>{'|'.join(_longest_first(labels))}){_any(afters)}"


def _shape(around: str) -> str:
    """Return an expression for what stands beside a label; times in it may be others."""
    pieces = (re.escape(piece) for piece in re.split(r"\d+|\s+", around))
    gaps = [r"\d+" if gap[0].isdigit() else r"\s*" for gap in re.findall(r"\d+|\s+", around)]
    return "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True))


def _any(shapes: dict[str, None]) -> str:
    return f"(?:{'|'.join(_longest_first(shapes))})"


def _longest_first(shapes: dict[str, None]) -> list[str]:
    return sorted(shapes, key=len, reverse=True)


def _renamed(incoming: Incoming, before: Transcript) -> dict[str, str]:
    """Return the new labels that stand before what an old one said that is gone, with that old one."""
    after = Transcript({"id": before.id, "turns": _turns(incoming.parsed), "text": incoming.hash}, incoming.parsed.text)
    way = Anchoring(before, after)
    met: dict[str, Counter[str]] = {}
    for old in before.turns:
        new = way.turn(old.start)
        if new is not None and new.label and old.label:
            met.setdefault(new.label, Counter())[old.label] += 1
    left = {turn.label for turn in after.turns}
    renamed: dict[str, str] = {}
    for label, olds in met.items():
        old_label, times = olds.most_common(1)[0]
        known = old_label in (before.source.get("speakers") or {})
        if known and old_label not in left and 2 * times > olds.total() and old_label not in renamed.values():
            renamed[label] = old_label
    return renamed


def _turns(parsed: Parsed) -> Sequence[Sequence[Any]]:
    return [list(turn) for turn in parsed.turns]
