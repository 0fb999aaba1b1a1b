"""What splitting would do, said before it is done: what goes, what stays, and what goes along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.model.documents import Document
from tui.model.edits.shaping import anchors_going
from tui.model.nodes import CATEGORY, CODE, PILES, SUB_CATEGORY, Node
from tui.model.project import Project
from tui.model.units import is_unit


@dataclass(frozen=True, slots=True)
class Share:
    """The units on one side of a split: which ones, how many count in findings, of how many participants."""

    units: tuple[str, ...]
    counted: int
    participants: int


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """The facts of a split. Units that have several codes of a pile may stand on both sides then."""

    level: str
    title: str
    going: Share
    staying: Share
    coders: tuple[tuple[str, int], ...]
    """By coder's id, how many of the units that go are whose; most first."""
    members: tuple[str, ...]
    """Of a pile: the titles of what goes to the new one."""
    left: int
    """Of a pile: how many lie in it still."""
    letter: str
    """The letter of the new pile; empty for a code, and where none is left."""
    anchors: tuple[str, ...]
    """The units that are examples of the new one then, and of the one split no longer."""
    themes: tuple[str, ...]
    """The titles of the themes that both belong to then."""


def split_preview(project: Project, identifier: str, members: Collection[str]) -> SplitPreview:
    """Return what splitting these units off a code would do, or these codes or sub-categories off a pile.

    Raises:
        Mistake: the node is no code or pile, or not there any more.
    """
    book = project.codebook
    node = book.need(identifier, CODE, *PILES)
    going, staying = _sides(project, node, set(members))
    coders = Counter(str(unit.get("coder") or "") for unit in going)
    inside = () if node.level == CODE else book.children(node.id)
    leaving = [child for child in inside if child in members]
    holds_codes = any(book.nodes[child].level == CODE for child in leaving)
    gets_letter = node.level == SUB_CATEGORY or (node.level == CATEGORY and holds_codes)
    return SplitPreview(
        level=node.level,
        title=node.title,
        going=_share(project, going),
        staying=_share(project, staying),
        coders=tuple(sorted(coders.items(), key=lambda coder: (-coder[1], coder[0]))),
        members=tuple(book.nodes[child].title for child in leaving),
        left=len(inside) - len(leaving),
        letter=book.next_letter() if gets_letter else "",
        anchors=tuple(sorted(anchors_going(project, node, set(members)))),
        themes=tuple(book.nodes[theme].title for theme in book.themes_of(node.id)),
    )


def _sides(project: Project, node: Node, members: set[str]) -> tuple[list[Document], list[Document]]:
    """Return the units that go and those that stay."""
    book = project.codebook
    if node.level == CODE:
        units = _units_with(project, (node.id,))
        return [unit for unit in units if unit["id"] in members], [unit for unit in units if unit["id"] not in members]
    inside = book.children(node.id)
    leaving = [code for child in inside if child in members for code in book.codes(child)]
    left = [code for child in inside if child not in members for code in book.codes(child)]
    return _units_with(project, leaving), _units_with(project, left)


def _units_with(project: Project, codes: Sequence[str]) -> list[Document]:
    carrying = (unit for code in codes for unit in project.units_with(code) if is_unit(unit))
    return list({unit["id"]: unit for unit in carrying if project.get("sources", unit["source"]) is not None}.values())


def _share(project: Project, units: Sequence[Document]) -> Share:
    counted = [unit for unit in units if project.counts_coder(unit.get("coder"))]
    participants = {who for unit in counted for who in project.participants_of(unit)}
    return Share(tuple(sorted(unit["id"] for unit in units)), len(counted), len(participants))
