"""Edits of snapshots: keeping the category system as it is under a name, and going back to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.codebook import Codebook
from tui.model.definitions import PARTS, redefined
from tui.model.documents import Change, Document, Fields, difference, patched
from tui.model.names import clean_name, folded, one_line, prose
from tui.model.nodes import CODE, PILES, level_of
from tui.model.order import key_at
from tui.model.project import Project
from tui.model.reasons import because, require_reason_to_restore

_ACCOUNT = ("coded_under", "wordings", "reworded")
"""Fields of a node that keep account of what units were coded under; an older state says nothing of what came since."""


def system_of(project: Project) -> dict[str, Document]:
    """Return the category system as it is now: all nodes that are not removed, merged ones among them, by id."""
    return {node["id"]: node for node in project.alive("nodes")}


@dataclass(frozen=True, slots=True)
class TakeSnapshot:
    """Keep the category system as it is now, under a name."""

    id: str
    name: str
    memo: str
    coder: str

    def changes(self, project: Project) -> list[Change]:
        """Return the snapshot, which holds all nodes that are not removed, merged ones among them.

        Raises:
            Mistake: there is one of that name; each is reached by its own.
        """
        name = clean_name(self.name, "snapshot")
        if any(folded(one.get("name") or "") == folded(name) for one in project.alive("snapshots")):
            raise Mistake(f"There is a snapshot “{name}” already; give this one another name.")
        fields: dict[str, Any] = {"name": name, "coder": self.coder, "nodes": system_of(project)}
        if prose(self.memo):
            fields["memo"] = prose(self.memo)
        return [Change("snapshots", self.id, fields)]

    def sentence(self, project: Project) -> str:
        """Say its name."""
        return f"snapshot {one_line(self.name)}"


@dataclass(frozen=True, slots=True)
class RestoreSnapshot:
    """Let the category system be again as a snapshot has it, without taking a code from any unit.

    Every node the snapshot holds is as it was: its place, name, definition; what was merged since stands by itself and
    has its own units back, as units keep naming it. Codes made since are unsorted, those without units go; piles and
    themes made since go. Memos on what goes become memos on the project. A letter that was given since stays.
    The snapshot's `restored` says how many times that was done, and why the last time.
    """

    id: str
    reason: str = ""

    def changes(self, project: Project) -> list[Change]:
        """Return all nodes that differ, the memos that turn to something else, and the snapshot with the reason.

        Raises:
            Mistake: the project asks for a reason and there is none.
        """
        changes = _restoring(project, self.id)
        if not changes:
            return []
        require_reason_to_restore(project, self.reason)
        before = project.need("snapshots", self.id).get("restored") or {}
        restored = {"times": int(before.get("times") or 0) + 1, "reason": one_line(self.reason)}
        return [*changes, Change("snapshots", self.id, {"restored": restored})]

    def sentence(self, project: Project) -> str:
        """Say which, and why."""
        return because(f"restore snapshot {project.need('snapshots', self.id).get('name')}", self.reason)


def _restoring(project: Project, snapshot: str) -> list[Change]:
    """Return all nodes that a snapshot has otherwise, and the memos that turn to something else."""
    kept: Mapping[str, Document] = project.need("snapshots", snapshot).get("nodes") or {}
    now = system_of(project)
    since = {node: document for node, document in now.items() if node not in kept}
    staying = _codes_that_stay(project, since, kept)
    going = [node for node in since if node not in staying]
    changes = [
        *_as_they_were(project.tables["nodes"], kept),
        *_unsorted(since, staying, kept),
        *(Change("nodes", node, {"removed": True}) for node in going),
    ]
    return [*changes, *_memos(project, kept, set(going))]


def restored(project: Project, snapshot: str) -> dict[str, Document]:
    """Return the category system as it would be if a snapshot were restored."""
    system = system_of(project)
    for change in _restoring(project, snapshot):
        if change.table == "nodes":
            system[change.id] = patched(project.tables["nodes"].get(change.id), "nodes", change.id, change.fields)
    return {node: document for node, document in system.items() if not document.get("removed")}


def _as_they_were(nodes: Mapping[str, Document], kept: Mapping[str, Document]) -> Iterator[Change]:
    """Yield the nodes of a snapshot that are otherwise now, or gone."""
    for node, then in kept.items():
        now = nodes.get(node)
        fields = dict(difference("nodes", now, then)[1])
        if now is not None:
            fields = {path: value for path, value in fields.items() if _goes_back(path, value)}
            texts = {part: then.get(part) for part in PARTS}
            fields.update(redefined(now, texts))
        if fields:
            yield Change("nodes", node, fields)


def _goes_back(path: str, value: Any) -> bool:
    """Tell whether a field becomes what it was: a letter, once given, is kept for good."""
    return path.partition("/")[0] not in _ACCOUNT and not (path == "letter" and value is None)


def _codes_that_stay(project: Project, since: Mapping[str, Document], kept: Mapping[str, Document]) -> dict[str, bool]:
    """Return the codes made since that stay, as units name them or one merged into them; whether each stands itself.

    One that was merged into a code of the snapshot stays merged: that is where its units count.
    """
    book = Codebook.read({**since, **kept})
    carried: dict[str, bool] = {}
    for node, document in since.items():
        stands = book.resolve(node)
        if level_of(document) == CODE and stands is not None:
            carried[stands] = carried.get(stands, stands in kept) or bool(project.units_of_code_alone(node))
    return {
        node: book.resolve(node) == node
        for node, document in since.items()
        if level_of(document) == CODE and carried.get(book.resolve(node) or "")
    }


def _unsorted(
    since: Mapping[str, Document], staying: Mapping[str, bool], kept: Mapping[str, Document]
) -> Iterator[Change]:
    """Yield the codes made since that stand: after what is unsorted, under names that are free there."""
    book = Codebook.read(kept)
    names = {folded(book.nodes[code].name) for code in book.unsorted()}
    keys = [str(book.nodes[code].document.get("order") or "") for code in book.unsorted()]
    for node in sorted(code for code, stands in staying.items() if stands):
        document = since[node]
        if document.get("parked"):
            above = kept.get(document.get("parent") or "")
            if document.get("parent") and (above is None or level_of(above) not in PILES):
                yield Change("nodes", node, {"parent": None})
            continue
        keys.append(key_at(keys, len(keys), node))
        fields: dict[str, Any] = {"parent": None, "order": keys[-1]}
        name = _free(str(document.get("name") or ""), names)
        names.add(folded(name))
        yield Change("nodes", node, {**fields, "name": name} if name != document.get("name") else fields)


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other has: the name itself, or with a number behind it."""
    numbered = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(one for one in numbered if folded(one) not in taken)


def _memos(project: Project, kept: Mapping[str, Document], going: set[str]) -> Iterator[Change]:
    """Yield the memos on what goes, now on the project, and those on what is of another level again."""
    for memo in project.alive("memos"):
        on: Fields = memo.get("on") or {}
        node = str(on.get("id"))
        if node in going and on.get("kind") != "project":
            yield Change("memos", memo["id"], {"on": {"kind": "project", "id": project.id}})
        elif node in kept and level_of(kept[node]) != on.get("kind"):
            yield Change("memos", memo["id"], {"on": {**on, "kind": level_of(kept[node])}})


def made_since(project: Project, snapshot: str) -> tuple[list[str], list[str]]:
    """Return the codes that restoring a snapshot would keep unsorted, and the nodes that would go."""
    kept = project.need("snapshots", snapshot).get("nodes") or {}
    after = restored(project, snapshot)
    since = [node for node in project.codebook.nodes if node not in kept]
    return [node for node in since if node in after], [node for node in since if node not in after]
