"""The codebook: codes, sub-categories, categories and themes as one tree, read from their documents by fixed rules.

Two coders who work apart can leave documents that do not fit together. Reading refuses nothing: it always makes the
same sound tree of the same documents, whatever order they come in, and lists what it had to decide as `problems`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any
from weakref import ref

from tui.errors import Mistake
from tui.model.codebook_problems import problems
from tui.model.documents import Document
from tui.model.letters import next_letter
from tui.model.names import folded
from tui.model.nodes import (
    CATEGORY,
    CODE,
    SUB_CATEGORY,
    THEME,
    CodebookProblem,
    Node,
)
from tui.model.paths import find
from tui.model.tree import Tree, grown, regrown

_TOO_MANY = 100
"""Of so many changed nodes the codebook is read whole."""

_REMEMBERED = 8


class Codebook:
    """The tree. Nodes are named by their ids; `nodes` holds those that stand, in the order a list shows them.

    That order is: categories, each with the codes directly in it and then its sub-categories with theirs;
    sub-categories without a category; unsorted codes; parked codes; themes. `resolved` gives for every id that is
    not removed the node it stands for after all merges.
    """

    def __init__(self, tree: Tree) -> None:
        """Answer from a tree; `Codebook.read` makes it."""
        self._tree = tree
        self.nodes: Mapping[str, Node] = tree.nodes
        self.resolved: Mapping[str, str] = tree.resolved
        self._counted_under: dict[str, tuple[str, ...]] = {}
        self._beside: dict[tuple[str | None, str, bool], tuple[str, ...]] = {}
        # The latest codebooks before this one, each with the nodes changed since, where that moved no others.
        self._since: tuple[tuple[ref[Codebook], frozenset[str]], ...] = ()

    @classmethod
    def read(cls, nodes: Mapping[str, Document]) -> Codebook:
        """Return the codebook of all documents of the table `nodes`, by id, removed and merged ones among them.

        A node whose parent is missing, removed or of the wrong level is unsorted. That also opens every circle of
        parents: of two piles that were moved into each other, the one that may not lie in the other is unsorted.
        """
        return cls(grown(nodes))

    def changed(self, nodes: Mapping[str, Document], identifiers: Collection[str]) -> Codebook:
        """Return the codebook after the documents named have changed: just what reading all would give."""
        tree = regrown(self._tree, nodes, identifiers) if len(identifiers) < _TOO_MANY else None
        if tree is None:
            return Codebook.read(nodes)
        after = Codebook(tree)
        if all(_counts_alone(self.nodes.get(node), tree.nodes.get(node)) for node in identifiers):
            after._counted_under = {**self._counted_under}
            for identifier in identifiers:
                after._counted_under.pop(identifier, None)
            steps = [
                (ref(self), frozenset(identifiers)),
                *((one, since.union(identifiers)) for one, since in self._since),
            ]
            after._since = tuple(steps[:_REMEMBERED])
        return after

    def moved_since(self, before: Codebook) -> list[str]:
        """Return the ids, of merged nodes too, whose units count elsewhere than by a codebook before."""
        known = next((changed for one, changed in self._since if one() is before), None)
        if known is None:
            looked_at = [*before.resolved, *(one for one in self.resolved if one not in before.resolved)]
        else:
            looked_at = [one for node in sorted(known) for one in (node, *self.merged_into(node))]
        return [
            identifier
            for identifier in looked_at
            if not self._counts_as(before, before.resolved.get(identifier), self.resolved.get(identifier))
        ]

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
        return self._tree.children.get(identifier, ())

    def siblings(self, identifier: str) -> tuple[str, ...]:
        """Return the nodes of the same level that lie where this one does, itself among them, in order."""
        node = self.nodes[identifier]
        return self.beside(node.parent, node.level, parked=bool(node.parked))

    def beside(self, parent: str | None, level: str, *, parked: bool = False) -> tuple[str, ...]:
        """Return the nodes of a level that lie directly in a node, `None` for those that lie in nothing."""
        asked = (parent, level, parked)
        found = self._beside.get(asked)
        if found is None:
            nodes = self.nodes
            found = self._beside[asked] = tuple(
                child
                for child in self.children(parent)
                if nodes[child].level == level and bool(nodes[child].parked) is parked
            )
        return found

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

    def place(self, identifier: str) -> int:
        """Return where in the order of the codebook a node stands, from 0."""
        return self._places[identifier]

    # The board

    def categories(self) -> tuple[str, ...]:
        """Return the categories in order."""
        return self.beside(None, CATEGORY)

    def piles(self) -> tuple[str, ...]:
        """Return the piles in the board's order; a category is one while codes lie directly in it."""
        return self._piles

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
        owner = self._tree.letters.get(letter, "")
        return owner if owner in self.nodes and self.nodes[owner].letter else None

    def next_letter(self) -> str:
        """Return the letter that the next pile gets, the empty string when all are used."""
        return next_letter(self._tree.letters)

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
        wanted = folded(name)
        fits = (node for node in self.beside(parent, level) if folded(self.nodes[node].name) == wanted)
        return next(fits, None)

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
        return tuple(problems(self, self._tree.alive, self._tree.letters))

    # Kept answers

    def _walk(self, identifier: str) -> Iterator[str]:
        yield identifier
        for child in self.children(identifier):
            yield from self._walk(child)

    def _counts_as(self, before: Codebook, then: str | None, now: str | None) -> bool:
        """Tell whether units of a code count where they did; a parked code's units are not unsorted."""
        if then is None or then != now:
            return then == now
        same_place = self.counted_under(now) == before.counted_under(then)
        return same_place and bool(self.nodes[now].parked) == bool(before.nodes[then].parked)

    @cached_property
    def _piles(self) -> tuple[str, ...]:
        return tuple(node.id for node in self.nodes.values() if node.level != CODE and self.is_pile(node.id))

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


def _counts_alone(before: Node | None, after: Node | None) -> bool:
    """Tell whether a changed node leaves it as it was where the units of other nodes count."""
    present = after or before
    if present is None or present.level == CODE:
        return True
    if before is None or after is None:
        return False
    return before.parent == after.parent and before.document.get("members") == after.document.get("members")
