"""The category system as a snapshot has it: the tree with its definitions, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tui.analysis.versions import version_of
from tui.app.layout.feet import counted
from tui.app.layout.names import fitted, named
from tui.app.layout.pieces import EMPTY, Line, Piece, wrapped
from tui.app.layout.tree import PARKED_MARK, TRAY_MARK
from tui.app.moments import day_and_time
from tui.app.screens.difference import go_to_node
from tui.app.screens.list_page import ListPage
from tui.app.theme import category
from tui.model.codebook import Codebook
from tui.model.nodes import CATEGORY, THEME, Node
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_NAMES = (34, 56)
_WIDE = 110
_LABELS = {"full": "in full", "include": "use for", "exclude": "not for"}


class VersionPage(ListPage):
    """A snapshot's tree; nothing can be changed here."""

    context: ClassVar[str] = "version"
    name_shown = "As it was"
    foot_rows = 5

    def __init__(self, session: Session, snapshot: str) -> None:
        """Look at a snapshot by its id; it never changes."""
        super().__init__(session)
        self.snapshot = snapshot
        self.version = version_of(self.project, snapshot)
        self.book = Codebook.read(self.version.nodes)
        self._tones = {top: number for number, top in enumerate(self.book.categories())}
        self._following = dict(pairwise(self.book.nodes))

    def all_ids(self) -> Sequence[str]:
        """Return the nodes in the order of the codebook."""
        return list(self.book.nodes)

    def words_of(self, identifier: str) -> str:
        """Return name, former names and definition."""
        node = self.book.nodes[identifier]
        return f"{node.name} {' '.join(node.aliases)} {node.definition}"

    def fact(self) -> str:
        """Return when it was taken, and how many codes it holds."""
        return f"{day_and_time(self.version.at)}, {counted(len(self.book.codes()), 'codes')}"

    def trail(self) -> list[tuple[str, str]]:
        """Return that this is only to be looked at, and which version it is."""
        name = fitted(self.version.name, self.across // 3, self.glyphs.more)
        shown = f"{self.glyphs.opening}{name}{self.glyphs.closing}"
        return [(f" {self.glyphs.here} ", "muted"), ("read only", "accent"), (f" {shown} as it was", "bright")]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a node with its brief definition; a blank line parts categories, the tray, what is parked, themes."""
        node = self.book.nodes[identifier]
        wide = _NAMES[width >= _WIDE]
        tone = self._tones.get(self.book.category_of(identifier) or "", -1)
        start = (
            0
            if node.level == CATEGORY and not self.book.is_pile(identifier)
            else 4
            if node.parent and node.is_code
            else 2
        )
        mark = f"{self._mark(node)[:1]:<{start}}" if start else ""
        role = category(tone, True) if node.level == CATEGORY else "strong" if node.level == THEME else "text"
        name = named(node.name, node.short, wide - start - 1, self.glyphs.more)
        said = fitted(self._said_of(node), max(1, width - wide - 3), self.glyphs.more)
        pieces: list[Piece] = [
            (mark, category(tone, True) if tone >= 0 else "muted"),
            (name, role),
            (" " * (wide - start - cell_len(name)), "text"),
            (said, "muted"),
        ]
        line = tuple(piece for piece in pieces if piece[0])
        return [line, EMPTY] if self._ends_group(identifier) else [line]

    def _mark(self, node: Node) -> str:
        """Return a pile's letter, or the key that brings a code where it lies: `-` unsorted, `0` parked."""
        if node.is_code and node.parent is None:
            return PARKED_MARK if node.parked else TRAY_MARK
        return node.letter if self.book.is_pile(node.id) else "&" if node.level == THEME else ""

    def _group(self, node: Node) -> str:
        """Return what a node is listed with."""
        return self.book.category_of(node.id) or (
            PARKED_MARK if node.parked else node.level if node.parent is None else ""
        )

    def _ends_group(self, identifier: str) -> bool:
        """Tell whether what comes next is listed with something else."""
        following = self._following.get(identifier)
        if following is None:
            return False
        here, there = self.book.nodes[identifier], self.book.nodes[following]
        return there.parent is None and self._group(here) != self._group(there)

    def _said_of(self, node: Node) -> str:
        if node.parked:
            return f"parked: {node.parked}"
        if node.level == THEME:
            return ", ".join(self.book.nodes[member].title for member in self.book.members(node.id))
        return node.definition

    def foot(self, width: int) -> Sequence[Line]:
        """Return the node's name in full and its whole definition, as far as there is room."""
        if not self.here:
            return ()
        node = self.book.nodes[self.here]
        said = f"parked: {node.parked}" if node.parked else node.definition or "no definition"
        lines: list[Line] = [((f" {safe(self.book.path(node.id))}", "strong"),)]
        lines += [((f" {line}", "text"),) for line in wrapped(safe(said), max(20, width - 2))[:2]]
        for field, label in _LABELS.items():
            text = safe(" ".join(str(node.document.get(field) or "").split()))
            lines += [((f" {label:<9}", "muted"), (line, "text")) for line in wrapped(text, width - 11)[:1] if text]
        return lines

    def empty(self) -> Sequence[Line]:
        """Return that nothing was there."""
        return [((" There were no codes yet.", "text"),)]

    def open_row(self) -> None:
        """Go to what became of the node, in the codebook."""
        if self.here:
            go_to_node(self, self.here)
