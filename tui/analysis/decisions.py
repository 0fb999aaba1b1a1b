"""Decisions: what was merged, split, retired, made more or less of, parked, redefined; what was written down as one.

They are read from what transactions did to documents, never from their sentences, so that who, when, what and why are
told apart. What was taken back is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from tui.analysis.method.table import BY_ID
from tui.model.documents import Operation
from tui.model.ids import is_id, time_of
from tui.model.memos import titled
from tui.model.nodes import CODE, LEVELS, PILES, level_of
from tui.model.project import Project

MERGED, SPLIT, PROMOTED, DEMOTED = "merged", "split", "promoted", "demoted"
PARKED, RETIRED, REDEFINED, MEMO, ACCEPTED = "parked", "retired", "redefined", "memo", "accepted"
RESTORED = "restored"
KINDS = (MERGED, SPLIT, PROMOTED, DEMOTED, PARKED, RETIRED, REDEFINED, RESTORED, MEMO, ACCEPTED)


class Entry(Protocol):
    """A transaction as history tells it."""

    @property
    def n(self) -> int:
        """Its number."""

    @property
    def journal(self) -> str:
        """The journal it stands in."""

    @property
    def coder(self) -> str:
        """The id of who made it."""

    @property
    def at(self) -> str:
        """When, as ISO 8601 in UTC."""

    @property
    def what(self) -> str:
        """What it is called in history."""

    @property
    def ops(self) -> list[Operation]:
        """What it did."""

    @property
    def undoes(self) -> tuple[int, str] | None:
        """Number and journal of the transaction it takes back."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when and why."""

    kind: str
    at: str
    """ISO 8601, UTC."""
    coder: str
    """The coder's id."""
    what: str
    why: str
    nodes: tuple[str, ...] = ()
    """The ids of the nodes it is about, merged and removed ones among them."""
    memo: str = ""
    """The id of the memo it was written down in, where it was."""
    place: tuple[str, str] = ("", "")
    """Table and id of the unit or the source it is about, where it is about one."""


def decisions(project: Project, entries: Iterable[Entry]) -> list[Decision]:
    """Return all decisions, the newest first; `entries` are the transactions that touch nodes, the newest first."""
    # History tells moments to the second: what is written down is put behind what it may be about.
    found = [*_memos(project), *_accepted(project), *_of_entries(project, entries)]
    return sorted(found, key=lambda decision: decision.at, reverse=True)


def redefined_last(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return, of each node whose definition moved, the last transaction that moved it, by the node's id."""
    found: dict[str, Entry] = {}
    for entry in standing(entries):
        for table, identifier, _, after in entry.ops:
            if table == "nodes" and _is_redefined(after):
                found.setdefault(identifier, entry)
    return found


def _of_entries(project: Project, entries: Iterable[Entry]) -> Iterator[Decision]:
    for entry in standing(entries):
        yield from decisions_of(project, entry)


def decisions_of(project: Project, entry: Entry) -> Iterable[Decision]:
    """Return what one transaction decided about nodes."""
    return _Transaction(project, entry).decisions()


def standing(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the transactions that were not taken back; what was brought back is a transaction of its own."""
    gone: set[tuple[int, str]] = set()
    for entry in entries:
        if entry.undoes is not None:
            gone.add(entry.undoes)
        elif (entry.n, entry.journal) not in gone:
            yield entry


def _is_redefined(after: Mapping[str, Any]) -> bool:
    """Tell whether a change of a node moved what it means: it has a wording that says the same as no other."""
    is_reworded = any(path.startswith("reworded/") and value for path, value in after.items())
    return not is_reworded and any(path.startswith("wordings/") for path in after)


class _Transaction:
    """One transaction's changes of nodes, and the decisions they come to."""

    def __init__(self, project: Project, entry: Entry) -> None:
        self._project = project
        self._entry = entry
        self._made: dict[str, Mapping[str, Any]] = {}
        self._changed: dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {}
        self._restored: tuple[str, Mapping[str, Any]] | None = None
        for table, identifier, before, after in entry.ops:
            if table == "nodes" and before is None:
                self._made[identifier] = after
            elif table == "nodes":
                self._changed[identifier] = before, after
            elif table == "snapshots" and after.get("restored"):
                self._restored = identifier, after["restored"]

    def decisions(self) -> Iterator[Decision]:
        """Yield what was decided; going back to a version is one decision, whatever it did to nodes."""
        if self._restored is not None:
            snapshot, why = self._restored
            name = (self._project.tables["snapshots"].get(snapshot) or {}).get("name") or snapshot
            yield self._decision(RESTORED, f"restored the version “{name}”", why, (*self._made, *self._changed))
            return
        into: dict[str, list[str]] = {}
        for node, (_, after) in self._changed.items():
            if after.get("merged_into"):
                into.setdefault(str(after["merged_into"]), []).append(node)
        for target, nodes in into.items():
            yield self._merged(target, nodes)
        for node, new in self._made.items():
            if new.get("split_from"):
                was = str(new["split_from"])
                yield self._decision(SPLIT, f"split {self._name(node)} off {self._named(was)}", new, (node, was))
            elif new.get("made_around"):
                code = str(new["made_around"])
                yield self._decision(PROMOTED, f"made a sub-category around {self._named(code)}", new, (node, code))
        yield from self._parked()
        for node, (before, after) in self._changed.items():
            yield from self._of_one(node, before, after, is_target=node in into)

    def _merged(self, target: str, nodes: list[str]) -> Decision:
        why = next((after for node in nodes if (after := self._changed[node][1]).get("reason")), {})
        piles = [node for node in nodes if self._level(node) in PILES]
        if piles and self._level(target) == CODE:
            return self._decision(DEMOTED, f"made one code of {self._named(piles[0])}", why, (target, *piles))
        others = ", ".join(self._name(node) for node in nodes)
        what = f"merged {self._level(target)} {others} into {self._name(target)}"
        return self._decision(MERGED, what, why, (target, *nodes))

    def _parked(self) -> Iterator[Decision]:
        """Yield what was parked, together where it was for one reason."""
        by_reason: dict[str, list[str]] = {}
        for node, (_, after) in self._changed.items():
            if after.get("parked"):
                by_reason.setdefault(str(after["parked"]), []).append(node)
        for reason, nodes in by_reason.items():
            codes = "code" if len(nodes) == 1 else "codes"
            what = f"parked {codes} {', '.join(map(self._name, nodes))}"
            yield self._decision(PARKED, what, {"reason": reason}, tuple(nodes))

    def _of_one(
        self, node: str, before: Mapping[str, Any], after: Mapping[str, Any], *, is_target: bool
    ) -> Iterator[Decision]:
        if after.get("level") in LEVELS and before.get("level") in LEVELS:
            was, now = str(before["level"]), str(after["level"])
            kind = PROMOTED if LEVELS.index(now) > LEVELS.index(was) else DEMOTED
            yield self._decision(kind, f"made {was} {self._name(node)} a {now}", after, (node,))
        if after.get("removed") and self._level(node) != CODE:
            yield self._decision(RETIRED, f"deleted {self._named(node)}", after, (node,))
        if _is_redefined(after) and not is_target:
            yield self._decision(REDEFINED, f"redefined {self._named(node)}", {}, (node,))

    def _decision(self, kind: str, what: str, why: Mapping[str, Any], nodes: tuple[str, ...]) -> Decision:
        entry = self._entry
        return Decision(kind, entry.at, entry.coder, what, str(why.get("reason") or ""), nodes)

    def _document(self, node: str) -> Mapping[str, Any]:
        return self._project.tables["nodes"].get(node) or self._made.get(node) or {}

    def _level(self, node: str) -> str:
        return level_of(self._document(node))

    def _name(self, node: str) -> str:
        name = self._document(node).get("name")
        return f"“{name}”" if name else f"an unnamed {self._level(node)}"

    def _named(self, node: str) -> str:
        return f"{self._level(node)} {self._name(node)}" if self._document(node).get("name") else self._name(node)


def _memos(project: Project) -> Iterator[Decision]:
    for memo in project.alive("memos"):
        if memo.get("kind") == "decision":
            on = memo.get("on") or {}
            nodes = (str(on["id"]),) if on.get("kind") in LEVELS else ()
            coder, text = str(memo.get("coder") or ""), str(memo.get("text") or "")
            yield Decision(MEMO, _moment(memo["id"]), coder, f"on {titled(project, on)}", text, nodes, str(memo["id"]))


def _accepted(project: Project) -> Iterator[Decision]:
    for document in project.alive("accepted"):
        rule = BY_ID.get(str(document.get("rule")))
        keys = str(document.get("key") or "").split("+")
        where = ", ".join(said for said in (_said(project, key) for key in keys) if said)
        found = rule.one if rule is not None else str(document.get("rule"))
        places = ((table, key) for key in keys for table in ("units", "sources") if key in project.tables[table])
        yield Decision(
            ACCEPTED,
            _moment(document["id"]),
            str(document.get("coder") or ""),
            f"accepted: {found}, {where}" if where else f"accepted: {found}",
            str(document.get("reason") or ""),
            tuple(key for key in keys if key in project.tables["nodes"]),
            place=next(places, ("", "")),
        )


def _said(project: Project, identifier: str) -> str:
    """Return what an id names in words that hold nothing of a transcript; empty where that is nothing known."""
    node = project.tables["nodes"].get(identifier)
    if node is not None:
        return f"{level_of(node)} “{node['name']}”" if node.get("name") else f"an unnamed {level_of(node)}"
    for kind, table in (("unit", "units"), ("source", "sources"), ("participant", "participants")):
        if identifier in project.tables[table]:
            return titled(project, {"kind": kind, "id": identifier})
    return ""


def _moment(identifier: str) -> str:
    return time_of(identifier).strftime("%Y-%m-%dT%H:%M:%SZ") if is_id(identifier) else ""
