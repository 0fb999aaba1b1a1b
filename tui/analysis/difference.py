"""The difference of two states of the category system in the method's words: created, moved, merged, split and so on.

It is whole: replaying its steps on the one state gives the other, field by field. A step that shows nothing of its own
(a code that went along when its pile was merged, an order key that leads to the same place) is there but not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tui.analysis.systems import Systems
from tui.model.documents import Document, difference, patched
from tui.model.edits.codebook import DEFINED
from tui.model.nodes import CODE, LEVELS, level_of

WHATS = (
    "created",
    "split",
    "merged",
    "promoted",
    "demoted",
    "moved",
    "renamed",
    "defined",
    "theme",
    "parked",
    "unparked",
    "reordered",
    "retired",
)
"""What a step can be, in the order steps are told: what makes a node comes first, what takes it away last."""

_PARTS = {
    "definition": "brief",
    "full": "in full",
    "include": "use for",
    "exclude": "not for",
    "notes": "notes",
    "narrative": "text in the results",
}
_UNSORTED = {CODE: "unsorted"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step from one state to another, about one node.

    `before` and `after` are what a reader knows it by: names, paths, levels, reasons, texts; `old` and `new` are the
    fields as a journal's operation has them, `None` where the node is not there.
    """

    what: str
    node: str
    name: str
    before: str | None
    after: str | None
    words: str
    old: Document | None
    new: Document | None
    part: str = ""
    """Of what is renamed or defined: which of its names, which part of the definition."""
    is_told: bool = True


def steps_between(before: Mapping[str, Document], after: Mapping[str, Document]) -> list[Step]:
    """Return what leads from one state to another; both are nodes by id, those merged into others among them.

    Steps stand by what they are, in the order of `WHATS`, then in the order of the codebook.
    """
    systems = Systems(before, after)
    steps = [step for node in {**before, **after} for step in _of_node(systems, node)]
    places = systems.places()
    steps.sort(key=lambda step: (WHATS.index(step.what), places.get(step.node, len(places)), step.node))
    return steps


def told(steps: Iterable[Step]) -> list[Step]:
    """Return the steps that a reader is told."""
    return [step for step in steps if step.is_told]


def replayed(nodes: Mapping[str, Document], steps: Iterable[Step]) -> dict[str, Document]:
    """Return the state that steps lead to from the state they begin with."""
    return _replayed(nodes, [(step.node, step.new) for step in steps])


def rewound(nodes: Mapping[str, Document], steps: Iterable[Step]) -> dict[str, Document]:
    """Return the state that steps begin with from the state they lead to."""
    return _replayed(nodes, [(step.node, step.old) for step in steps][::-1])


def _replayed(nodes: Mapping[str, Document], halves: Iterable[tuple[str, Document | None]]) -> dict[str, Document]:
    result = dict(nodes)
    for node, fields in halves:
        if fields is None:
            result.pop(node, None)
        else:
            result[node] = patched(result.get(node), "nodes", node, fields)
    return result


# One node


def _of_node(systems: Systems, node: str) -> Iterator[Step]:
    old, new = systems.before.get(node), systems.after.get(node)
    if old is new:
        return
    if new is None and old is not None:
        where = systems.old_place(old)
        place = systems.path(where, systems.old_book)
        words = _in(level_of(old), systems.called(where, systems.old_book))
        yield _step(systems, "retired", node, (place, None), words, (old, None), is_told=systems.stood(node))
        return
    changes = _Fields(*difference("nodes", old, new or {}))
    if old is None:
        yield _made(systems, node, changes)
    else:
        yield from _of_kind(systems, node, changes)
        if node in systems.old_book.nodes and node in systems.new_book.nodes:
            yield from _of_place(systems, node, changes)
            yield from _of_names(systems, node, changes)
            yield from _of_definition(systems, node, changes)
    yield from _of_the_rest(systems, node, changes)


class _Fields:
    """The fields in which two versions of a node differ; what a step has taken is gone for the others."""

    def __init__(self, old: Document | None, new: Document) -> None:
        self.old, self.new = old, dict(new)
        if old is None:
            # What a new theme holds is told member by member.
            members = self.new.pop("members", None) or {}
            self.new.update({f"members/{member}": held for member, held in members.items()})

    def __bool__(self) -> bool:
        return bool(self.new)

    def has(self, *fields: str) -> bool:
        """Tell whether one of the fields differs."""
        return any(path.partition("/")[0] in fields for path in self.new)

    def paths(self, *fields: str) -> list[str]:
        """Return the paths of these fields that differ."""
        return [path for path in self.new if path.partition("/")[0] in fields]

    def take(self, *fields: str) -> tuple[Document | None, Document]:
        """Return both halves of these fields, and let nobody else have them."""
        return self.take_paths(self.paths(*fields))

    def take_paths(self, paths: Iterable[str]) -> tuple[Document | None, Document]:
        """Return both halves of some paths, and let nobody else have them."""
        chosen = list(paths)
        old = None if self.old is None else {path: self.old.get(path) for path in chosen}
        return old, {path: self.new.pop(path) for path in chosen}


def _made(systems: Systems, node: str, changes: _Fields) -> Step:
    """Return the step that makes a node; what it holds together and why it is parked are steps of their own."""
    new = systems.after[node]
    level = level_of(new)
    later = changes.paths("members", "parked") if node in systems.new_book.nodes else []
    fields = changes.take_paths([path for path in changes.new if path not in later])
    changes.old = {}
    into = systems.merged_into(new, systems.new_book)
    place = systems.new_place(new)
    origin, around = new.get("split_from"), new.get("made_around")
    if into is not None:
        words = f"{level} made since, into {systems.called(into, systems.new_book)}"
        return _step(systems, "merged", node, (None, systems.path(into, systems.new_book)), words, fields)
    if origin is not None:
        source = systems.title(origin)
        members = systems.taken_along(node, origin)
        words = f"off {source}" + (f", with {', '.join(members)}" if members else "") + _because(new)
        return _step(systems, "split", node, (source, systems.title(node)), words, fields)
    if around is not None:
        words = f"{level} made around the code {systems.title(around)}"
        return _step(systems, "promoted", node, (CODE, level), words, fields)
    where, words = systems.path(place, systems.new_book), _in(level, systems.called(place, systems.new_book))
    return _step(systems, "created", node, (None, where or level), words, fields)


def _of_kind(systems: Systems, node: str, changes: _Fields) -> Iterator[Step]:
    """Yield what it became: part of another, itself again, more or less than it was."""
    old, new = systems.before[node], systems.after[node]
    if changes.has("merged_into"):
        yield _merged(systems, node, changes)
    if changes.has("level"):
        levels = level_of(old), level_of(new)
        more = LEVELS.index(levels[1]) > LEVELS.index(levels[0])
        where = systems.called(systems.new_place(new), systems.new_book)
        words = f"from {levels[0]} to {levels[1]}" + (f" in {where}" if where else "")
        fields = changes.take("level", "parent", "order", "letter")
        yield _step(systems, "promoted" if more else "demoted", node, levels, words, fields)


def _merged(systems: Systems, node: str, changes: _Fields) -> Step:
    old, new = systems.before[node], systems.after[node]
    then, now = systems.merged_into(old, systems.old_book), systems.merged_into(new, systems.new_book)
    paths = systems.path(then, systems.old_book), systems.path(now, systems.new_book)
    title, level = systems.title(node), level_of(new)
    fields = changes.take("merged_into", "reason")
    if now is None:
        source, other = systems.called(then, systems.old_book), systems.old_book.need(node).level
        if other != level:
            words = f"from {other} to {level}, apart from {source} again"
            return _step(systems, "promoted", node, (other, level), words, fields)
        return _step(systems, "split", node, (paths[0], title), f"off {source}, into which it had been merged", fields)
    target, other = systems.called(now, systems.new_book), systems.new_book.need(node).level
    if other != level:
        return _step(
            systems, "demoted", node, (level, other), f"from {level} to {other} {target}{_because(new)}", fields
        )
    return _step(
        systems,
        "merged",
        node,
        (paths[0] or systems.path(node, systems.old_book), paths[1]),
        f"into {target}{_because(new)}",
        fields,
    )


def _of_place(systems: Systems, node: str, changes: _Fields) -> Iterator[Step]:
    """Yield whether it was set aside or taken back, and where it went."""
    old, new = systems.before[node], systems.after[node]
    level = level_of(new)
    if changes.has("parked"):
        reasons = old.get("parked"), new.get("parked")
        if reasons[1]:
            words = reasons[1] + (f" (before: {reasons[0]})" if reasons[0] else "")
            yield _step(systems, "parked", node, reasons, words, changes.take("parked"))
        else:
            yield _step(systems, "unparked", node, reasons, f"was parked: {reasons[0]}", changes.take("parked"))
    if changes.has("parent"):
        nowhere = _UNSORTED.get(level, "no category")
        places = systems.old_place(old), systems.new_place(new)
        paths = systems.path(places[0], systems.old_book), systems.path(places[1], systems.new_book)
        then, now = systems.called(places[0], systems.old_book), systems.called(places[1], systems.new_book)
        words = f"from {then or nowhere} to {now or nowhere}"
        is_told = not systems.went_along(node, *places)
        yield _step(systems, "moved", node, paths, words, changes.take("parent", "order"), is_told=is_told)
    elif changes.has("order"):
        neighbours = systems.neighbours(node)
        then, now = (f"after {systems.title(one)}" if one else "first" for one in neighbours)
        titles = systems.titles_of(neighbours)
        is_told = neighbours[0] != neighbours[1]
        yield _step(systems, "reordered", node, titles, f"{now}, was {then}", changes.take("order"), is_told=is_told)


def _of_names(systems: Systems, node: str, changes: _Fields) -> Iterator[Step]:
    """Yield what it is called now: its name, its short name, its letter, what it was called once."""
    for field, said in (("name", ""), ("short", "short name "), ("letter", "letter ")):
        if not changes.has(field):
            continue
        then, now = (systems.side(node, number).get(field) or None for number in (0, 1))
        if field == "name":
            words = f"was {then or 'unnamed'}" + ("" if now else ", has no name")
        else:
            words = f"{said}{now or 'taken away'}" + (f", was {then}" if then else "")
        part = "" if field == "name" else field
        yield _step(systems, "renamed", node, (then, now), words, changes.take(field), part=part)
    for path in changes.paths("aliases"):
        fields = changes.take_paths([path])
        alias = path.partition("/")[2]
        is_new = bool(fields[1][path])
        names = (None, alias) if is_new else (alias, None)
        words = f"is found as {alias} too" if is_new else f"is no longer found as {alias}"
        is_told = not systems.is_alias_of_merged(node, alias)
        yield _step(systems, "renamed", node, names, words, fields, part="alias", is_told=is_told)


def _of_definition(systems: Systems, node: str, changes: _Fields) -> Iterator[Step]:
    """Yield what it means now, part by part."""
    for path in changes.paths(*DEFINED, "differs", "anchors"):
        old, new = changes.take_paths([path])
        then, now = (old or {}).get(path), new[path]
        field, _, entry = path.partition("/")
        is_told = True
        if field == "anchors":
            words = f"{now} example chosen" if now else f"{then} example taken back"
            is_told = not systems.is_anchor_of_merged(node, entry)
        else:
            label = f"differs from {systems.title(entry)}" if entry else _PARTS.get(field, field)
            words = f"{label}: {_quoted(now)}" if now else f"{label}: nothing any more"
            words += f", was {_quoted(then)}" if then else ""
        yield _step(systems, "defined", node, (then, now), words, (old, new), part=path, is_told=is_told)


def _of_the_rest(systems: Systems, node: str, changes: _Fields) -> Iterator[Step]:
    """Yield what a theme holds, then what no reader sees, so that nothing is left out."""
    stands = node in systems.new_book.nodes
    for path in changes.paths("members") if stands else ():
        old, new = changes.take_paths([path])
        member = systems.title(path.partition("/")[2])
        is_new = bool(new[path])
        words = f"holds {member}" if is_new else f"no longer holds {member}"
        names = (None, member) if is_new else (member, None)
        is_told = not systems.is_member_through_merge(node, path.partition("/")[2])
        yield _step(systems, "theme", node, names, words, (old, new), is_told=is_told)
    if changes.has("parked") and stands:
        reason = changes.new["parked"]
        yield _step(systems, "parked", node, (None, reason), str(reason), changes.take("parked"))
    if changes:
        rest = changes.take_paths(list(changes.new))
        yield _step(systems, "defined", node, (None, None), "", rest, is_told=False)


def _step(
    systems: Systems,
    what: str,
    node: str,
    known: tuple[str | None, str | None],
    words: str,
    fields: tuple[Document | None, Document | None],
    *,
    part: str = "",
    is_told: bool = True,
) -> Step:
    return Step(what, node, systems.title(node), *known, words, *fields, part=part, is_told=is_told)


def _in(level: str, where: str | None) -> str:
    if where:
        return f"{level} in {where}"
    return f"{level}, unsorted" if level == CODE else level


def _because(document: Document) -> str:
    """Return the reason that a node was merged, split off or retired for, as the end of a sentence."""
    return f": {document['reason']}" if document.get("reason") else ""


def _quoted(words: object) -> str:
    return f"“{words}”"
