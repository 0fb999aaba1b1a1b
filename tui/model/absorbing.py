"""Absorbing: what happens to a node and to all that points at it when it is merged into another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tui.model.definitions import PARTS, redefined
from tui.model.documents import Change
from tui.model.names import NameTaken, folded
from tui.model.nodes import CODE, PILES, THEME, Node
from tui.model.order import key_at
from tui.model.placing import letter_for_direct_codes
from tui.model.project import Project

_ENDS = (".", "!", "?", "…", ";")


def first_defined(nodes: Sequence[Node]) -> Node:
    """Return the first of some nodes that has any part of a definition; where none has, the first."""
    return next((node for node in nodes if is_defined(node)), nodes[0])


def is_defined(node: Node) -> bool:
    """Tell whether a node has any part of a definition."""
    return any(node.document.get(part) for part in PARTS)


def definition_of_merged(into: Node, merged: Sequence[Node], chosen: Node, *, appended: bool) -> dict[str, str | None]:
    """Return the parts of the definition that one has when others are merged into it.

    It is that of the one chosen; `appended`: behind each part stand those of the others, the brief ones as sentences,
    the longer ones as paragraphs. What is said twice stands once.
    """
    parts: dict[str, str | None] = {}
    for part in PARTS:
        nodes = [chosen, *(node for node in (into, *merged) if appended and node is not chosen)]
        said = list(dict.fromkeys(words for node in nodes if (words := str(node.document.get(part) or ""))))
        if part == "definition":
            said = [*(words if words.endswith(_ENDS) else f"{words};" for words in said[:-1]), *said[-1:]]
        parts[part] = (" " if part == "definition" else "\n\n").join(said) or None
    return parts


def absorbed(
    project: Project,
    into: Node,
    merged: Sequence[Node],
    *,
    definition_of: Node,
    appended: bool = False,
    named: str | None = None,
    reason: str = "",
) -> list[Change]:
    """Return the changes that merge nodes into another one.

    Units and themes go on naming what was merged and are read as the other's, so they do not change. Names become
    aliases, unless they are the name it has then (`named`, where that is another than now); narratives and the orders
    of quotations are joined; anchor examples, memos and why they differ from others go over; of a pile, what lies in
    it.

    Raises:
        NameTaken: two of those that would then lie side by side have the same name.
    """
    fields: dict[str, Any] = {}
    for node in merged:
        names = [node.name, *node.aliases]
        fields.update(
            {f"aliases/{name}": True for name in names if folded(name) not in ("", folded(named or into.name))}
        )
        anchors = node.document.get("anchors") or {}
        present = into.document.get("anchors") or {}
        fields.update({f"anchors/{unit}": kind for unit, kind in anchors.items() if unit not in present})
        fields.update(_differences_moved(project, node, into, merged))
        if into.level == THEME:
            fields.update({f"members/{member}": True for member in node.document.get("members") or ()})
    defined = definition_of_merged(into, merged, definition_of, appended=appended)
    fields.update({part: words for part, words in defined.items() if words != (into.document.get(part) or None)})
    fields.update(redefined(into.document, defined))
    narratives = [text for node in (into, *merged) if (text := node.document.get("narrative"))]
    if len(narratives) > 1 or (narratives and not into.document.get("narrative")):
        fields["narrative"] = "\n\n".join(narratives)
    order = [unit for node in (into, *merged) for unit in node.document.get("quotations") or ()]
    if order and order != into.document.get("quotations"):
        fields["quotations"] = list(dict.fromkeys(order))
    retired = {"merged_into": into.id, **({"reason": reason} if reason else {})}
    return [
        Change("nodes", into.id, fields),
        *(Change("nodes", node.id, retired) for node in merged),
        *(_content_moved(project, into, merged) if into.level in PILES else ()),
        *(change for node in merged for change in memos_turned(project, node, into.id, into.level)),
    ]


def _differences_moved(project: Project, node: Node, into: Node, merged: Sequence[Node]) -> dict[str, Any]:
    """Return the fields that say of one why a node merged into it differs from others, where it says nothing itself."""
    resolve = project.codebook.resolve
    going = {into.id, *(each.id for each in merged)}
    known = {resolve(other) for other, because in (into.document.get("differs") or {}).items() if because}
    differs = node.document.get("differs") or {}
    return {
        f"differs/{other}": because
        for other, because in differs.items()
        if because and resolve(other) not in going | known
    }


def memos_turned(project: Project, node: Node, to: str, level: str) -> list[Change]:
    """Return the changes that turn the memos on a node to another one, or to its own new level."""
    memos = project.memos_on(node.level, node.id)
    return [Change("memos", memo["id"], {"on": {**memo["on"], "kind": level, "id": to}}) for memo in memos]


def _content_moved(project: Project, into: Node, merged: Iterable[Node]) -> list[Change]:
    """Return the changes that put what lies in merged piles after what lies in the one they are merged into."""
    codebook = project.codebook
    changes: list[Change] = []
    names = {
        (codebook.nodes[child].level, folded(codebook.nodes[child].name)): child for child in codebook.children(into.id)
    }
    keys = [codebook.nodes[child].document.get("order") or "" for child in codebook.children(into.id)]
    last = [max(keys)] if keys else []
    for child in (codebook.nodes[child] for node in merged for child in codebook.children(node.id)):
        other = names.setdefault((child.level, folded(child.name)), child.id)
        if child.name and other != child.id:
            raise NameTaken(f"Both hold a {child.level} “{child.name}”; merge or rename one first.", other, child.id)
        last = [key_at(last, len(last), child.id)]
        changes.append(Change("nodes", child.id, {"parent": into.id, "order": last[0]}))
        if child.level == CODE and not any(change.id == into.id for change in changes):
            changes.extend(letter_for_direct_codes(codebook, into, CODE))
    return changes
