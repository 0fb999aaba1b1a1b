"""Places in the codebook: whether a name is free there, which order key leads there, which letter a new pile gets."""

from __future__ import annotations

from collections.abc import Collection

from tui.errors import Mistake
from tui.model.codebook import Codebook
from tui.model.documents import Change
from tui.model.names import NameTaken, clean_name
from tui.model.nodes import CATEGORY, CODE, PARENTS, PILES, Node
from tui.model.order import key_at
from tui.model.paths import SEPARATOR


def node_name(words: str, level: str) -> str:
    """Return a node's name as it is kept; a pile may stay unnamed until its content is seen.

    Raises:
        Mistake: a code or theme without a name, one that is too long, one that holds a slash between two spaces.
    """
    if level in PILES and not words.strip():
        return ""
    name = clean_name(words, level)
    if SEPARATOR in name:
        raise Mistake(f"A name cannot hold “{SEPARATOR}”, which separates the parts of a path: {name}.")
    return name


def require_free(
    codebook: Codebook, name: str, parent: str | None, level: str, *, newcomer: str = "", beside: Collection[str] = ()
) -> None:
    """Make sure that no sibling has a name; `beside` are nodes that do not count, as they go or are the one meant.

    Raises:
        NameTaken: one has; case and white space do not tell names apart.
    """
    there = codebook.named(name, parent, level) if name else None
    if there is not None and there != newcomer and there not in beside:
        where = codebook.nodes[parent].title if parent else "the same place"
        raise NameTaken(f"There is a {level} “{codebook.nodes[there].name}” in {where} already.", there, newcomer)


def may_lie_in(codebook: Codebook, node: Node, parent: str | None) -> Node | None:
    """Return the parent a node is to get, merges followed.

    Raises:
        Mistake: a node of its level may not lie there.
    """
    if parent is None:
        return None
    above = codebook.need(parent)
    if above.level not in PARENTS[node.level]:
        allowed = " or a ".join(PARENTS[node.level])
        may = f"lies in a {allowed}" if allowed else "lies in nothing"
        raise Mistake(f"A {node.level} {may}; {above.title} is a {above.level}.")
    return above


def order_before(codebook: Codebook, siblings: Collection[str], before: str | None, identifier: str) -> str:
    """Return the order key with which a node stands before one of its siblings, `None` for after all of them.

    `siblings` are in order; the node itself may be among them.

    Raises:
        Mistake: the node to stand before is no sibling.
    """
    others = [sibling for sibling in siblings if sibling != identifier]
    if before is not None and before not in others:
        raise Mistake("A node can only be ordered among those of its level that lie where it does.")
    keys = [codebook.nodes[sibling].document.get("order") or "" for sibling in others]
    return key_at(keys, len(others) if before is None else others.index(before), identifier)


def order_after(codebook: Codebook, siblings: Collection[str], after: str, identifier: str) -> str:
    """Return the order key with which a node stands right after one of its siblings."""
    others = [sibling for sibling in siblings if sibling != identifier]
    following = others[others.index(after) + 1 :]
    return order_before(codebook, others, following[0] if following else None, identifier)


def order_last(codebook: Codebook, parent: str | None, level: str, identifier: str) -> str:
    """Return the order key with which a node stands last among those of its level in a place."""
    return order_before(codebook, codebook.beside(parent, level), None, identifier)


def letter_for_direct_codes(codebook: Codebook, parent: Node | None, level: str) -> list[Change]:
    """Return the change that gives a category its letter, due when a code first lies directly in it."""
    if parent is None or level != CODE or parent.level != CATEGORY or parent.letter:
        return []
    letter = codebook.next_letter()
    return [Change("nodes", parent.id, {"letter": letter})] if letter else []
