"""What memos are chosen by: their kind, what they are on, who wrote them; of one of these any, of several each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from tui.app.pickers.rows import Choosable
from tui.model.memos import KINDS, SUBJECTS

if TYPE_CHECKING:
    from tui.model.documents import Document
    from tui.model.project import Project

_KIND, _ON, _BY = "kind", "on", "written by"


def _aspects(memo: Document) -> dict[str, str]:
    on: Any = memo.get("on") or {}
    return {_KIND: str(memo.get("kind") or ""), _ON: str(on.get("kind") or ""), _BY: str(memo.get("coder") or "")}


def choices(project: Project) -> Sequence[Choosable]:
    """Return what there is to choose by, with how many memos are so."""
    counts: dict[tuple[str, str], int] = {}
    for memo in project.alive("memos"):
        for aspect in _aspects(memo).items():
            counts[aspect] = counts.get(aspect, 0) + 1
    coders = {coder for aspect, coder in counts if aspect == _BY}
    order = [(_KIND, each) for each in KINDS] + [(_ON, each) for each in SUBJECTS]
    order += sorted((_BY, coder) for coder in coders)
    return [
        Choosable(f"{aspect}:{value}", _name(project, aspect, value), beside=f"{aspect}, {counts[aspect, value]}")
        for aspect, value in order
        if (aspect, value) in counts
    ]


def is_wanted(memo: Document, wanted: Collection[str]) -> bool:
    """Tell whether a memo is one of those chosen; without a choice all are."""
    asked: dict[str, set[str]] = {}
    for choice in wanted:
        aspect, _, value = choice.partition(":")
        asked.setdefault(aspect, set()).add(value)
    aspects = _aspects(memo)
    return all(aspects[aspect] in values for aspect, values in asked.items())


def _name(project: Project, aspect: str, value: str) -> str:
    if aspect == _BY:
        return str((project.tables["coders"].get(value) or {}).get("name") or value)
    return value
