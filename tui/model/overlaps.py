"""Units that overlap: which units of one coder in one source hold some of the same characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.model.documents import Document


class Overlap(NamedTuple):
    """Units of one coder that hang together by characters they share, in the order of the text."""

    coder: str
    units: tuple[str, ...]


def overlaps(units: Iterable[Document]) -> list[Overlap]:
    """Return the groups of units of one coder in one source that overlap, directly or through others of the group.

    Units that only touch do not overlap; nor does one that lies in the gap of a discontinuous one.
    """
    spans = sorted(
        (str(unit["source"]), str(unit.get("coder") or ""), start, end, str(unit["id"]))
        for unit in units
        for start, end in unit["spans"]
    )
    group: dict[str, set[str]] = {}
    coders: dict[str, str] = {}
    place, reach, last = ("", ""), 0, ""
    for source, coder, start, end, unit in spans:
        group.setdefault(unit, {unit})
        coders[unit] = coder
        if place == (source, coder) and start < reach:
            _join(group, last, unit)
        if place != (source, coder) or end > reach:
            place, reach, last = (source, coder), end, unit
    found = {id(members): members for members in group.values() if len(members) > 1}
    order = {unit: number for number, unit in enumerate(dict.fromkeys(unit for *_, unit in spans))}
    listed = (tuple(sorted(members, key=order.__getitem__)) for members in found.values())
    return [Overlap(coders[members[0]], members) for members in sorted(listed, key=lambda each: order[each[0]])]


def _join(group: dict[str, set[str]], one: str, other: str) -> None:
    """Let the groups of two units be one; the smaller is taken into the larger."""
    larger, smaller = sorted((group[one], group[other]), key=len, reverse=True)
    if larger is not smaller:
        larger |= smaller
        for unit in smaller:
            group[unit] = larger
