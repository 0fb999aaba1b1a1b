"""Meaning units: what a document of the units' table is, whose speech it holds, and which one stands at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui.errors import Mistake
from tui.model.definitions import stamp_for_a_unit
from tui.model.documents import Document

if TYPE_CHECKING:
    from tui.model.project import Project

UNIT, NOT_RELEVANT = "unit", "not-relevant"

Spans = list[list[int]]
"""Half-open ranges of code points of a source's text, sorted, each inside one turn, none overlapping another."""


def is_unit(document: Mapping[str, Any]) -> bool:
    """Tell whether a document of the units' table is a meaning unit, not a passage marked not relevant."""
    return bool(document.get("kind", UNIT) == UNIT)


def need_unit(project: Project, identifier: str) -> Document:
    """Return a meaning unit.

    Raises:
        Mistake: it is not there any more, or is a passage marked not relevant.
    """
    document = project.need("units", identifier)
    if not is_unit(document):
        raise Mistake("This passage is marked not relevant; mark it relevant again first.")
    return document


def named_codes(project: Project, unit: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return the fields that take a code off a unit: under its own id and those of codes merged into it.

    Raises:
        Mistake: the unit does not have the code.
    """
    node = project.codebook.need(code)
    named = [named for named in unit.get("codes") or () if project.codebook.resolve(named) == node.id]
    if not named:
        raise Mistake(f"The unit does not have the code {node.name} (any more).")
    return {f"codes/{code}": None for code in named}


def given(project: Project, code: str) -> str | bool:
    """Return what a unit keeps with a code it is given: `True`, or under which wording of its definition that was."""
    return stamp_for_a_unit(project.codebook.need(code).document)


def unit_at(
    project: Project, source: str, spans: Iterable[Sequence[int]], coder: str, kind: str = UNIT
) -> Document | None:
    """Return the coder's own unit, or passage marked not relevant, that has these very spans."""
    wanted = [list(span) for span in spans]
    if not wanted:
        return None
    for unit in project.units_at(source, wanted[0][0]):
        if unit.get("coder") == coder and unit.get("kind", UNIT) == kind and [*map(list, unit["spans"])] == wanted:
            return unit
    return None


def checked_spans(project: Project, source: str, spans: Iterable[Sequence[int]]) -> Spans:
    """Return spans as a unit keeps them: sorted, those of one turn that overlap or touch made one.

    Raises:
        Mistake: there is none, one is empty, or one is not inside what is said in one turn.
    """
    turns = project.turns(source)
    kept: list[tuple[int, int, int]] = []
    for start, end in sorted((int(start), int(end)) for start, end in spans):
        turn = turns.at(start)
        if start >= end:
            raise Mistake(f"A span must hold at least one character; {start}:{end} holds none.")
        if turn is None or start < turn.speech or end > turn.end:
            raise Mistake(f"The span {start}:{end} does not lie inside what is said in one turn.")
        if kept and kept[-1][2] == turn.number and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(kept[-1][1], end), turn.number
        else:
            kept.append((start, end, turn.number))
    if not kept:
        raise Mistake("A unit needs at least one span.")
    return [[start, end] for start, end, _ in kept]


def cut(spans: Iterable[Sequence[int]], position: int) -> tuple[Spans, Spans]:
    """Return the spans before a position and those from it on; one that holds it is cut there."""
    before = [[start, min(end, position)] for start, end in spans if start < position]
    after = [[max(start, position), end] for start, end in spans if end > position]
    return before, after
