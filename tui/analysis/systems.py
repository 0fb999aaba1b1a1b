"""Two states of the category system side by side: what a node is called, where it lies, what went along with what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from tui.model.codebook import Codebook
from tui.model.documents import Document
from tui.model.names import folded

Neighbours = tuple[Mapping[str, "str | None"], Mapping[str, "str | None"]]


class Systems:
    """A state before and one after; nodes are named by their ids, and titled as they are called after, else before."""

    def __init__(self, before: Mapping[str, Document], after: Mapping[str, Document]) -> None:
        """Read both; each holds the documents of its nodes by id."""
        self.before, self.after = before, after
        self.old_book, self.new_book = Codebook.read(before), Codebook.read(after)
        self._neighbours: dict[tuple[str | None, str, bool], Neighbours] = {}

    def side(self, node: str, number: int) -> Document:
        """Return a node as it is before (0) or after (1), empty where it is not there."""
        return (self.before, self.after)[number].get(node) or {}

    def stood(self, node: str) -> bool:
        """Tell whether a node stood by itself before, not merged into another."""
        return node in self.old_book.nodes

    def places(self) -> dict[str, int]:
        """Return the order in which nodes are listed: as after, then those that only stood before."""
        return {node: place for place, node in enumerate(dict.fromkeys((*self.new_book.nodes, *self.old_book.nodes)))}

    # What it is called

    def title(self, node: str) -> str:
        """Return what a node is called."""
        for book in (self.new_book, self.old_book):
            if node in book.nodes:
                return book.nodes[node].title
        document = self.after.get(node) or self.before.get(node) or {}
        return str(document.get("name") or f"unnamed {document.get('level') or 'node'}")

    def titles_of(self, nodes: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
        """Return what two nodes are called; `None` where there is none."""
        first, second = (self.title(node) if node else None for node in nodes)
        return first, second

    def path(self, node: str | None, book: Codebook) -> str | None:
        """Return the path of a node in one of the books, `None` for no node."""
        return None if node is None else book.path(node)

    def called(self, node: str | None, book: Codebook) -> str | None:
        """Return what a node is called in one of the books, `None` for no node."""
        return None if node is None else book.nodes[node].title

    def merged_into(self, document: Document, book: Codebook) -> str | None:
        """Return what a node was merged into in one of the books, `None` where it stands by itself."""
        stands = book.resolve(document["id"])
        return None if stands == document["id"] else stands

    # Where it lies

    def old_place(self, document: Document) -> str | None:
        """Return what a node lay in before, parked or not, merges followed."""
        return self.old_book.resolve(document.get("parent") or "")

    def new_place(self, document: Document) -> str | None:
        """Return what a node lies in after, parked or not, merges followed."""
        return self.new_book.resolve(document.get("parent") or "")

    def neighbours(self, node: str) -> tuple[str | None, str | None]:
        """Return what a node stood after, and stands after, among those that lie beside it in both states.

        `None`: it is the first. Where it lies elsewhere after, both are `None`. A node whose order key changed has
        another neighbour exactly where the order of those beside it is another.
        """
        old, new = self.old_book.nodes[node], self.new_book.nodes[node]
        key = old.parent, old.level, bool(old.parked)
        if key != (new.parent, new.level, bool(new.parked)):
            return None, None
        if key not in self._neighbours:
            lists = [book.beside(key[0], key[1], parked=key[2]) for book in (self.old_book, self.new_book)]
            both = set(lists[0]).intersection(lists[1])
            kept = [[one for one in each if one in both] for each in lists]
            then, now = (dict(zip(each, [None, *each], strict=False)) for each in kept)
            self._neighbours[key] = then, now
        before, after = self._neighbours[key]
        return before[node], after[node]

    # What went along

    def went_along(self, node: str, old: str | None, new: str | None) -> bool:
        """Tell whether a node lies elsewhere only because of what became of the piles: told of these, not of it."""
        if old is not None and self.new_book.resolve(old) in (new, node):
            return True
        if new is None:
            return False
        if self.old_book.resolve(new) in (old, node):
            return True
        made = self.after[new] if new not in self.before else {}
        return made.get("made_around") == node or (old is not None and made.get("split_from") == old)

    def taken_along(self, pile: str, origin: str) -> list[str]:
        """Return the titles of what lies in a pile and lay in the one it was split off."""
        return [
            self.title(child)
            for child in self.new_book.children(pile)
            if child in self.before and self.old_place(self.before[child]) == origin
        ]

    def is_alias_of_merged(self, node: str, alias: str) -> bool:
        """Tell whether a former name comes from what was merged into the node, or from the node itself."""
        names = {folded(self.side(node, number).get("name") or "") for number in (0, 1)}
        for document in self._merged_since.get(node, ()):
            names.update(folded(name) for name in (document.get("name") or "", *(document.get("aliases") or ())))
        return folded(alias) in names

    def is_anchor_of_merged(self, node: str, unit: str) -> bool:
        """Tell whether an example comes from what was merged into the node, or went back there."""
        return any(unit in (document.get("anchors") or {}) for document in self._merged_since.get(node, ()))

    def is_member_through_merge(self, theme: str, member: str) -> bool:
        """Tell whether a theme holds the same as before, but for merges and for what was split off what it holds."""
        named = [self.side(theme, number).get("members") or () for number in (0, 1)]
        held = [{self.new_book.resolve(one) for one in members} for members in named]
        stands = self.new_book.resolve(member)
        if member not in self.before and self.side(member, 1).get("split_from") in named[0]:
            return True
        return stands is not None and stands in held[0] and stands in held[1]

    @cached_property
    def _merged_since(self) -> dict[str, list[Document]]:
        """By what stands: the nodes that were merged into it in one state only, as they were while they stood."""
        found: dict[str, list[Document]] = {}
        for one, book, other in (
            (self.after, self.new_book, self.old_book),
            (self.before, self.old_book, self.new_book),
        ):
            for node in one:
                stands = book.resolve(node)
                if stands is not None and stands != node and other.resolve(node) in (node, None):
                    found.setdefault(stands, []).append(one[node])
        return found
