"""Merges as they are read: which node each merged one stands for now, whatever two coders merged apart."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.documents import Document


def standing(alive: Mapping[str, Document]) -> dict[str, str]:
    """Return, for every node that is not removed, the node it stands for: itself, or what it was merged into.

    Chains are followed to their end. In a loop (a into b here, b into a there) the smallest id stands: documents
    have no clock, and every copy of the project must choose the same. What was merged into something that is not
    there, or is removed, stands itself, so that its units are not lost.
    """
    stands: dict[str, str] = {}
    for start in alive:
        chain: list[str] = []
        node = start
        while node not in stands:
            if node in chain:
                stands[node] = min(chain[chain.index(node) :])
                break
            target = alive[node].get("merged_into")
            if target is None or target not in alive:
                stands[node] = node
                break
            chain.append(node)
            node = target
        for merged in chain:
            stands[merged] = stands[node]
    return stands
