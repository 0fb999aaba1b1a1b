"""The codebook: codes, sub-categories, categories and themes as one tree, read from their documents by fixed rules.

Two coders who work apart can leave documents that do not fit together. Reading refuses nothing: it always makes the
same sound tree of the same documents, whatever order they come in, and lists what it had to decide as `problems`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from tui.errors import Mistake
from tui.model.codebook_problems import problems
from tui.model.documents import Document
from tui.model.letters import next_letter, owners
from tui.model.merging import standing
from tui.model.names import folded
from tui.model.nodes import (
    CATEGORY,
    CODE,
    PARENTS,
    PILES,
    SUB_CATEGORY,
    THEME,
    CodebookProblem,
    Node,
    level_of,
    reason_parked,
)
from tui.model.paths import find

_AT_THE_TOP = {CATEGORY: 0, SUB_CATEGORY: 1, CODE: 2, THEME: 4}
_PARKED = 3
_IN_A_PILE = {CODE: 0, SUB_CATEGORY: 1}


class Codebook:
    """The tree. Nodes are named by their ids; `nodes` holds those that stand, in the order a list shows them.

    That order is: categories, each with the codes directly in it and then its sub-categories with theirs;
    sub-categories without a category; unsorted codes; parked codes; themes. `resolved` gives for every id that is
    not removed the node it stands for after all merges.
    """

    def __init__(self, nodes: Mapping[str, Document]) -> None:
        """Read the tree; `Codebook.read` says the same in more words."""
        self._alive = {identifier: document for identifier, document in nodes.items() if not document.get("removed")}
        self.resolved: Mapping[str, str] = standing(self._alive)
        self._letters = owners(nodes)
        self._children: dict[str | None, tuple[str, ...]] = {}
        self.nodes: Mapping[str, Node] = self._read()

    @classmethod
    def read(cls, nodes: Mapping[str, Document]) -> Codebook:
        """Return the tree of all documents of the table `nodes`, by id, removed and merged ones among them.

        A node whose parent is missing, removed or of the wrong level is unsorted. That also opens every circle of
        parents: of two piles that were moved into each other, the one that may not lie in the other is unsorted.
        """
        return cls(nodes)

    # Who is who

    def resolve(self, identifier: str) -> str | None:
        """Return the node an id stands for after all merges, `None` where that is removed or was never there."""
        return self.resolved.get(identifier)

    def need(self, identifier: str, *levels: str) -> Node:
        """Return the node an id stands for; `levels` says which it may be, none given: any.

        Raises:
            Mistake: it is not there any more, or of another level.
        """
        stands = self.resolved.get(identifier)
        if stands is None:
            raise Mistake(f"There is no code or pile {identifier} (any more).")
        node = self.nodes[stands]
        if levels and node.level not in levels:
            raise Mistake(f"{node.title} is a {node.level}, not a {' or a '.join(levels)}.")
        return node

    def merged_into(self, identifier: str) -> tuple[str, ...]:
        """Return the ids of the nodes that were merged into one, directly or through others."""
        return self._merged.get(identifier, ())

    def codes_of(self, unit: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the codes a unit's document names, merges followed, each once and in the order of the codebook."""
        codes = {self.resolved[code] for code in unit.get("codes") or () if code in self.resolved}
        return tuple(sorted(codes, key=self._places.__getitem__)) if len(codes) > 1 else tuple(codes)

    def quick(self, coder: Mapping[str, Any]) -> dict[str, str]:
        """Return a coder's quick keys: digit to code, merges followed; keys of codes that are gone are left out."""
        keys = sorted((coder.get("quick") or {}).items())
        return {digit: self.resolved[code] for digit, code in keys if code in self.resolved}

    # Up and down

    def parent(self, identifier: str) -> str | None:
        """Return what a node lies in; unsorted, parked and top nodes lie in nothing."""
        return self.nodes[identifier].parent

    def children(self, identifier: str | None) -> tuple[str, ...]:
        """Return what lies directly in a node, `None` for all that lies in nothing: codes first, then the piles."""
        return self._children.get(identifier, ())

    def siblings(self, identifier: str) -> tuple[str, ...]:
        """Return the nodes of the same level that lie where this one does, itself among them, in order."""
        node = self.nodes[identifier]
        return self.beside(node.parent, node.level, parked=bool(node.parked))

    def beside(self, parent: str | None, level: str, *, parked: bool = False) -> tuple[str, ...]:
        """Return the nodes of a level that lie directly in a node, `None` for those that lie in nothing."""
        nodes = self.nodes
        return tuple(
            child
            for child in self.children(parent)
            if nodes[child].level == level and bool(nodes[child].parked) is parked
        )

    def ancestry(self, identifier: str) -> tuple[str, ...]:
        """Return a node, what it lies in, what that lies in."""
        chain = [identifier]
        while (parent := self.nodes[chain[-1]].parent) is not None:
            chain.append(parent)
        return tuple(chain)

    def pile_of(self, code: str) -> str | None:
        """Return the pile a code lies in: a sub-category, or the category it lies in directly."""
        return self.nodes[code].parent

    def category_of(self, identifier: str) -> str | None:
        """Return the category a node is or lies in."""
        top = self.ancestry(identifier)[-1]
        return top if self.nodes[top].level == CATEGORY else None

    def codes(self, identifier: str | None = None) -> tuple[str, ...]:
        """Return the codes at and below a node in the order of the codebook; of a theme, below its members."""
        if identifier is None:
            return tuple(node.id for node in self.nodes.values() if node.level == CODE)
        if self.nodes[identifier].level == THEME:
            below = {code for member in self.members(identifier) for code in self.codes(member)}
            return tuple(sorted(below, key=self._places.__getitem__))
        return tuple(node for node in self._walk(identifier) if self.nodes[node].level == CODE)

    # The board

    def categories(self) -> tuple[str, ...]:
        """Return the categories in order."""
        return self.beside(None, CATEGORY)

    def piles(self) -> tuple[str, ...]:
        """Return the piles in the board's order; a category is one while codes lie directly in it."""
        return tuple(node.id for node in self.nodes.values() if self.is_pile(node.id))

    def is_pile(self, identifier: str) -> bool:
        """Tell whether a node is a sub-category, or a category in which codes lie directly."""
        level = self.nodes[identifier].level
        if level == CATEGORY:
            return any(self.nodes[child].level == CODE for child in self.children(identifier)[:1])
        return level == SUB_CATEGORY

    def unsorted(self) -> tuple[str, ...]:
        """Return the codes that have not been placed yet."""
        return self.beside(None, CODE)

    def parked(self) -> tuple[str, ...]:
        """Return the codes that are set aside."""
        return self.beside(None, CODE, parked=True)

    def letter(self, identifier: str) -> str:
        """Return a pile's letter, the empty string for one without."""
        return self.nodes[identifier].letter

    def pile_with(self, letter: str) -> str | None:
        """Return the pile that has a letter."""
        owner = self._letters.get(letter, "")
        return owner if owner in self.nodes and self.nodes[owner].letter else None

    def next_letter(self) -> str:
        """Return the letter that the next pile gets, the empty string when all are used."""
        return next_letter(self._letters)

    # Themes

    def themes(self) -> tuple[str, ...]:
        """Return the themes in order."""
        return self.beside(None, THEME)

    def members(self, theme: str) -> tuple[str, ...]:
        """Return what a theme holds together, merges followed, in the order of the codebook."""
        named = self.nodes[theme].document.get("members") or ()
        members = {self.resolved[member] for member in named if member in self.resolved}
        fit = (member for member in members if self.nodes[member].level != THEME)
        return tuple(sorted(fit, key=self._places.__getitem__))

    def themes_of(self, identifier: str) -> tuple[str, ...]:
        """Return the themes that a node itself belongs to."""
        return self._themes_of.get(identifier, ())

    def counted_under(self, identifier: str) -> tuple[str, ...]:
        """Return every node that counts the units of this one: itself, what it lies in, and the themes of all these."""
        found = self._counted_under.get(identifier)
        if found is None:
            ancestry = self.ancestry(identifier)
            themes = {theme: None for node in ancestry for theme in self.themes_of(node)}
            found = self._counted_under[identifier] = (*ancestry, *themes)
        return found

    # Names

    def path(self, identifier: str) -> str:
        """Return a node's place in words: `Category / Sub-category / code`."""
        return " / ".join(self.nodes[node].title for node in reversed(self.ancestry(identifier)))

    def named(self, name: str, parent: str | None, level: str) -> str | None:
        """Return the node of a level that has a name in a certain place; case and white space do not matter.

        Parked codes are passed over: they lie in no place.
        """
        return self._named.get((parent, level, folded(name)))

    def called(self, name: str) -> tuple[str, ...]:
        """Return all nodes that have a name, wherever they lie, in the order of the codebook."""
        return tuple(self._called.get(folded(name), ()))

    def once_called(self, name: str) -> tuple[str, ...]:
        """Return all nodes into which one of that name was merged."""
        return tuple(self._once_called.get(folded(name), ()))

    def find_path(self, words: str, levels: Collection[str] | None = None) -> str:
        """Return the node a path means, of one of the levels.

        Raises:
            Mistake: none fits, or several do; the message lists them.
        """
        return find(self, words, levels)

    # What did not fit

    @cached_property
    def problems(self) -> tuple[CodebookProblem, ...]:
        """What in the documents does not fit together, and how each case was read."""
        return tuple(problems(self, self._alive, self._letters))

    # Reading

    def _read(self) -> dict[str, Node]:
        unplaced = [
            self._node(identifier, document)
            for identifier, document in self._alive.items()
            if self.resolved[identifier] == identifier
        ]
        unplaced.sort(key=lambda node: (node.document.get("order") or "", node.id))
        places: dict[str | None, list[tuple[int, Node]]] = {}
        by_id: dict[str, Node] = {}
        for node in unplaced:
            by_id[node.id] = node
            rank = _IN_A_PILE[node.level] if node.parent else _PARKED if node.parked else _AT_THE_TOP[node.level]
            places.setdefault(node.parent, []).append((rank, node))
        for parent, children in places.items():
            children.sort(key=lambda ranked: ranked[0])
            self._children[parent] = tuple(node.id for _, node in children)
        return {identifier: by_id[identifier] for top in self.children(None) for identifier in self._walk(top)}

    def _node(self, identifier: str, document: Document) -> Node:
        level = level_of(document)
        return Node(
            identifier,
            level,
            document.get("name") or "",
            self._parent(document, level),
            self._letter(identifier, document, level),
            document,
        )

    def _parent(self, document: Document, level: str) -> str | None:
        stored = document.get("parent")
        if stored is None or reason_parked(document, level):
            return None
        parent = self.resolved.get(stored)
        if parent is None or level_of(self._alive[parent]) not in PARENTS[level]:
            return None
        return parent

    def _letter(self, identifier: str, document: Document, level: str) -> str:
        letter = document.get("letter") or ""
        return letter if level in PILES and self._letters.get(letter) == identifier else ""

    def _walk(self, identifier: str) -> Iterator[str]:
        yield identifier
        for child in self._children.get(identifier, ()):
            yield from self._walk(child)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {identifier: place for place, identifier in enumerate(self.nodes)}

    @cached_property
    def _merged(self) -> dict[str, tuple[str, ...]]:
        merged: dict[str, list[str]] = {}
        for identifier, stands in sorted(self.resolved.items()):
            if stands != identifier:
                merged.setdefault(stands, []).append(identifier)
        return {identifier: tuple(others) for identifier, others in merged.items()}

    @cached_property
    def _named(self) -> dict[tuple[str | None, str, str], str]:
        found: dict[tuple[str | None, str, str], str] = {}
        for node in self.nodes.values():
            if node.name and not node.parked:
                found.setdefault((node.parent, node.level, folded(node.name)), node.id)
        return found

    @cached_property
    def _called(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self.nodes.values():
            found.setdefault(folded(node.name), []).append(node.id)
        return found

    @cached_property
    def _once_called(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self.nodes.values():
            for alias in dict.fromkeys(folded(alias) for alias in node.document.get("aliases") or ()):
                found.setdefault(alias, []).append(node.id)
        return found

    @cached_property
    def _themes_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for theme in self.themes():
            for member in self.members(theme):
                found.setdefault(member, []).append(theme)
        return {member: tuple(themes) for member, themes in found.items()}

    @cached_property
    def _counted_under(self) -> dict[str, tuple[str, ...]]:
        return {}
