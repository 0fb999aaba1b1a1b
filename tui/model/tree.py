"""The tree that documents of codes and piles make: read whole by fixed rules, or once more after a few have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.model.documents import Document
from tui.model.letters import owners
from tui.model.merging import standing
from tui.model.nodes import CATEGORY, CODE, PARENTS, PILES, SUB_CATEGORY, THEME, Node, level_of, reason_parked

_AT_THE_TOP = {CATEGORY: 0, SUB_CATEGORY: 1, CODE: 2, THEME: 4}
_PARKED = 3
_IN_A_PILE = {CODE: 0, SUB_CATEGORY: 1}


class Tree(NamedTuple):
    """What was read: all documents that are not removed, what each stands for, whose each letter is, the nodes.

    `nodes` are in the order a list shows them, `children` in order under each node and, under `None`, at the top.
    """

    alive: dict[str, Document]
    resolved: dict[str, str]
    letters: dict[str, str]
    nodes: dict[str, Node]
    children: dict[str | None, tuple[str, ...]]


def grown(documents: Mapping[str, Document]) -> Tree:
    """Return the tree of all documents, removed and merged ones among them."""
    alive = {identifier: document for identifier, document in documents.items() if not document.get("removed")}
    tree = Tree(alive, standing(alive), owners(documents), {}, {})
    below: dict[str | None, list[Node]] = {}
    for identifier, document in alive.items():
        if tree.resolved[identifier] == identifier:
            node = _node(tree, identifier, document)
            tree.nodes[identifier] = node
            below.setdefault(node.parent, []).append(node)
    for parent, nodes in below.items():
        tree.children[parent] = _sorted(nodes)
    return _listed(tree)


def regrown(tree: Tree, documents: Mapping[str, Document], changed: Iterable[str]) -> Tree | None:
    """Return the tree after some documents have changed, `None` where it must be read whole.

    Whatever a user does often touches just the nodes it names: a new code, a move, a name. Merges, changed levels and
    what goes or comes while others name it touch more.
    """
    after = Tree(dict(tree.alive), dict(tree.resolved), dict(tree.letters), dict(tree.nodes), dict(tree.children))
    unsorted: dict[str | None, set[str]] = {}
    for identifier in changed:
        document = documents.get(identifier)
        now = None if document is None or document.get("removed") else document
        was_never_there = document is None and identifier not in after.letters.values()
        if now is after.alive.get(identifier) and (now is not None or was_never_there):
            continue
        if not _touches_itself_alone(after, identifier, document, now):
            return None
        if document is not None and document.get("letter"):
            after.letters[document["letter"]] = identifier
        old = after.nodes.pop(identifier, None) if now is None else after.nodes.get(identifier)
        if now is None:
            del after.alive[identifier], after.resolved[identifier]
        else:
            after.alive[identifier] = now
            if after.resolved.setdefault(identifier, identifier) != identifier:
                continue
            after.nodes[identifier] = _node(after, identifier, now)
        _moved(after, unsorted, old, after.nodes.get(identifier))
    for parent, below in unsorted.items():
        after.children[parent] = _sorted(after.nodes[identifier] for identifier in below)
    return _listed(after) if unsorted else after


def _touches_itself_alone(tree: Tree, identifier: str, document: Document | None, now: Document | None) -> bool:
    """Tell whether a changed document leaves all other nodes where they are."""
    before = tree.alive.get(identifier)
    owned = next((letter for letter, owner in tree.letters.items() if owner == identifier), None)
    letter = (document or {}).get("letter") or None
    if letter != owned and (owned is not None or letter in tree.letters):
        return False
    if before is not None and now is not None:
        return all(before.get(field) == now.get(field) for field in ("level", "merged_into"))
    present = now or before
    return present is not None and not present.get("merged_into") and not _is_named(tree, identifier)


def _is_named(tree: Tree, identifier: str) -> bool:
    """Tell whether other documents name a node as what they lie in or were merged into."""
    return any(
        identifier in (other.get("parent"), other.get("merged_into")) and other["id"] != identifier
        for other in tree.alive.values()
    )


def _moved(tree: Tree, unsorted: dict[str | None, set[str]], old: Node | None, new: Node | None) -> None:
    """Note under which parents the order is to be made anew, and of which children."""
    if old is not None and new is not None and (old.parent, _place(old)) == (new.parent, _place(new)):
        return
    for node in (old, new):
        if node is not None and node.parent not in unsorted:
            unsorted[node.parent] = set(tree.children.get(node.parent, ()))
    if old is not None:
        unsorted[old.parent].discard(old.id)
    if new is not None:
        unsorted[new.parent].add(new.id)


def _sorted(nodes: Iterable[Node]) -> tuple[str, ...]:
    return tuple(node.id for node in sorted(nodes, key=_place))


def _place(node: Node) -> tuple[int, str, str]:
    if node.parent is not None:
        rank = _IN_A_PILE[node.level]
    else:
        rank = _PARKED if node.parked else _AT_THE_TOP[node.level]
    return rank, node.document.get("order") or "", node.id


def _listed(tree: Tree) -> Tree:
    """Return the tree with its nodes in the order of a list; no node lies more than two below the top."""
    order: list[str] = []
    for top in tree.children.get(None, ()):
        order.append(top)
        for child in tree.children.get(top, ()):
            order.append(child)
            order.extend(tree.children.get(child, ()))
    nodes = {identifier: tree.nodes[identifier] for identifier in order}
    return Tree(tree.alive, tree.resolved, tree.letters, nodes, tree.children)


def _node(tree: Tree, identifier: str, document: Document) -> Node:
    level = level_of(document)
    parent, letter = _parent(tree, document, level), _letter(tree, identifier, document, level)
    return Node(identifier, level, document.get("name") or "", parent, letter, document)


def _parent(tree: Tree, document: Document, level: str) -> str | None:
    """Return what a node lies in: what its document says after all merges, if that is there and of a higher level."""
    stored = document.get("parent")
    if stored is None or reason_parked(document, level):
        return None
    parent = tree.resolved.get(stored)
    return parent if parent is not None and level_of(tree.alive[parent]) in PARENTS[level] else None


def _letter(tree: Tree, identifier: str, document: Document, level: str) -> str:
    letter = document.get("letter") or ""
    return letter if level in PILES and tree.letters.get(letter) == identifier else ""
