"""Nodes: what stands in the codebook, the levels there are, and what may lie in what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tui.model.documents import Document

CODE, SUB_CATEGORY, CATEGORY, THEME = "code", "sub-category", "category", "theme"
LEVELS = (CODE, SUB_CATEGORY, CATEGORY, THEME)
PILES = (SUB_CATEGORY, CATEGORY)

PARENTS: Mapping[str, tuple[str, ...]] = {
    CODE: (SUB_CATEGORY, CATEGORY),
    SUB_CATEGORY: (CATEGORY,),
    CATEGORY: (),
    THEME: (),
}
"""What a node of each level may lie in. Every step leads upwards, so no chain of parents can run in a circle."""


class Node(NamedTuple):
    """One node as it stands in the tree; `parent` and `letter` are as read, which may differ from the document's."""

    id: str
    level: str
    name: str
    parent: str | None
    letter: str
    document: Document

    @property
    def title(self) -> str:
        """The name, or what stands in its place until a pile gets one: `unnamed sub-category b`."""
        return self.name or f"unnamed {self.level} {self.letter}".rstrip()

    @property
    def short(self) -> str:
        """The name for narrow places, empty where there is none."""
        return self.document.get("short") or ""

    @property
    def definition(self) -> str:
        """The brief definition."""
        return self.document.get("definition") or ""

    @property
    def parked(self) -> str:
        """Why a code is set aside, empty where it is not."""
        return reason_parked(self.document, self.level)

    @property
    def is_code(self) -> bool:
        """Whether this is a code; otherwise it is a sub-category, a category or a theme."""
        return self.level == CODE

    @property
    def aliases(self) -> tuple[str, ...]:
        """The names of the nodes that were merged into this one."""
        return tuple(sorted(self.document.get("aliases") or ()))


class CodebookProblem(NamedTuple):
    """Something in the documents that does not fit together: what it is, at which node, and what mends it."""

    what: str
    node: str
    repair: str


def level_of(document: Mapping[str, Any]) -> str:
    """Return a node's level; one that this program does not know is read as a code, so that its units still count."""
    level = document.get("level")
    return level if level in LEVELS else CODE


def reason_parked(document: Mapping[str, Any], level: str) -> str:
    """Return why a node is set aside; only codes can be."""
    return (document.get("parked") or "") if level == CODE else ""
