"""Splitting a code unit by unit: to which code each unit goes, and the edits that do it all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.model.edits.shaping import SplitNode
from tui.model.edits.units import Recode
from tui.model.project import Project
from tui.model.transaction import Edit


@dataclass(frozen=True, slots=True)
class Heap:
    """A code that units go to: the one split (where they stay), a new one, or another that there is."""

    code: str
    name: str
    is_new: bool = False


def parting_edits(project: Project, heaps: Sequence[Heap], given: Mapping[str, int]) -> list[Edit]:
    """Return the edits that send units of the first heap's code to the others.

    Args:
        project: Where the code stands; units that do not have it any more are passed over.
        heaps: The code split first, then those units go to.
        given: By unit, the number of its heap; those that stay need not be in it.
    """
    code = heaps[0].code
    have = {unit["id"] for unit in project.units_with(code)}
    edits: list[Edit] = []
    for number, heap in enumerate(heaps[1:], 1):
        members = tuple(unit for unit, to in given.items() if to == number and unit in have)
        if heap.is_new and members:
            edits.append(SplitNode(code, heap.code, heap.name, members))
        elif not heap.is_new:
            edits += [Recode(unit, code, heap.code) for unit in members]
    return edits


def parting_sentence(project: Project, heaps: Sequence[Heap], given: Mapping[str, int]) -> str:
    """Say how many units go from the code to which others."""
    counts = [sum(1 for to in given.values() if to == number) for number in range(len(heaps))]
    sent = ", ".join(f"{heap.name} {counts[number]}" for number, heap in enumerate(heaps) if number and counts[number])
    return f"split code {project.codebook.need(heaps[0].code).title} unit by unit: {sent}"
