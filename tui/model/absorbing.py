"""Absorbing: what happens to a node and to all that points at it when it is merged into another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tui.model.documents import Change
from tui.model.names import NameTaken, folded
from tui.model.nodes import CODE, PILES, THEME, Node
from tui.model.order import key_at
from tui.model.placing import letter_for_direct_codes
from tui.model.project import Project

_DEFINITION = ("definition", "full", "include", "exclude")


def absorbed(
    project: Project,
    into: Node,
    merged: Sequence[Node],
    *,
    definition_of: Node,
    named: str | None = None,
    reason: str = "",
) -> list[Change]:
    """Return the changes that merge nodes into another one.

    Units and themes go on naming what was merged and are read as the other's, so they do not change. Names become
    aliases, unless they are the name it has then (`named`, where that is another than now); narratives are joined;
    anchor examples and memos go over; of a pile, what lies in it.

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
        if into.level == THEME:
            fields.update({f"members/{member}": True for member in node.document.get("members") or ()})
    if definition_of is not into:
        fields.update({part: definition_of.document.get(part) for part in _DEFINITION})
    narratives = [text for node in (into, *merged) if (text := node.document.get("narrative"))]
    if len(narratives) > 1 or (narratives and not into.document.get("narrative")):
        fields["narrative"] = "\n\n".join(narratives)
    retired = {"merged_into": into.id, **({"reason": reason} if reason else {})}
    return [
        Change("nodes", into.id, fields),
        *(Change("nodes", node.id, retired) for node in merged),
        *(_content_moved(project, into, merged) if into.level in PILES else ()),
        *(change for node in merged for change in memos_turned(project, node, into.id, into.level)),
    ]


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
