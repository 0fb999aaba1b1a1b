"""Who made the steps between two versions, and when: for each step, the latest transaction that wrote what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from tui.analysis.difference import Step
from tui.analysis.versions import NOW
from tui.model.documents import Document, Operation


class Entry(Protocol):
    """A transaction as history tells it."""

    @property
    def coder(self) -> str:
        """The id of who made it."""

    @property
    def at(self) -> str:
        """When, as ISO 8601 in UTC."""

    @property
    def ops(self) -> list[Operation]:
        """What it did."""


class Maker(NamedTuple):
    """Who made a step, by the coder's id, and when, as ISO 8601 in UTC."""

    coder: str
    at: str


def makers(steps: Sequence[Step], entries: Iterable[Entry], first: str, second: str) -> dict[int, Maker]:
    """Return who made each step, by its place; a step of which history does not tell is left out.

    `first` and `second` are the ids of the two versions, `now` among them. `entries` are the transactions that touch
    nodes or snapshots, the newest first; they are read back to where the first version was taken. Nobody made what
    leads from a version back to an older one.
    """
    if first == NOW or (second not in (NOW, first) and second < first):
        return {}
    waiting: dict[str, list[int]] = {}
    for place, step in enumerate(steps):
        waiting.setdefault(step.node, []).append(place)
    found: dict[int, Maker] = {}
    is_later = second != NOW
    for entry in entries:
        taken = {op[1] for op in entry.ops if op[0] == "snapshots"}
        if is_later and second not in taken:
            continue
        is_later = False
        if first in taken or not waiting:
            break
        for table, node, before, after in entry.ops:
            if table == "nodes" and node in waiting:
                _take(found, waiting, steps, node, before, after, Maker(entry.coder, entry.at))
    return found


def _take(
    found: dict[int, Maker],
    waiting: dict[str, list[int]],
    steps: Sequence[Step],
    node: str,
    before: Document | None,
    after: Document,
    maker: Maker,
) -> None:
    """Note who made those steps about a node that wait for this operation; they wait no longer."""
    for place in list(waiting[node]):
        if _is_of(steps[place], before, after):
            found[place] = maker
            waiting[node].remove(place)
    if not waiting[node]:
        del waiting[node]


def _is_of(step: Step, before: Document | None, after: Mapping[str, object]) -> bool:
    """Tell whether an operation wrote what a step tells: made the node, took it away, or gave a field its value."""
    if step.old is None:
        return before is None
    if step.new is None:
        return bool(after.get("removed"))
    return any(path in after for path in step.new) or (before is None and bool(after))
