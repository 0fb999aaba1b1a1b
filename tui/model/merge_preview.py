"""What merging would do, said before it is done: which units, which overlaps, whose definition, what goes over.

A pure answer from the project as it stands; the edits that do just this come from the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.model.absorbing import definition_of_merged, first_defined, is_defined
from tui.model.definitions import Defined, redefined
from tui.model.documents import Document, patched
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.spans import JoinUnits
from tui.model.names import folded
from tui.model.nodes import CODE, PILES, Node
from tui.model.overlaps import Overlap, overlaps
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.model.units import is_unit


@dataclass(frozen=True, slots=True)
class MergeOf:
    """What is to be merged, and how. `definition_of`: whose definition stands, else as `MergeNodes` chooses.

    `appended`: the other definitions stand behind it. `join_of`: the coder whose units are joined that overlap and
    have the same code then; nobody's: all are kept as they are.
    """

    ids: Sequence[str]
    into: str
    definition_of: str | None = None
    appended: bool = False
    join_of: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of those that are merged: its name, its letter, how many units stand under it, whether it is defined."""

    id: str
    title: str
    letter: str
    units: int
    defined: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """The facts of a merge. Units are named by their ids, those of coders who do not count in findings among them."""

    level: str
    into: Part
    merged: tuple[Part, ...]
    units: tuple[str, ...]
    """The units that stand under it then, each once."""
    counted: int
    """How many of them count in findings."""
    participants: int
    coders: tuple[tuple[str, int], ...]
    """By coder's id, how many of the units are whose; most first."""
    carrying_several: tuple[str, ...]
    """The units that stand under several of them now; they stand, and count, once then."""
    overlaps: tuple[Overlap, ...]
    """Units of one coder with different codes now, that overlap and have the same code then."""
    joined: tuple[Overlap, ...]
    """Those of the overlaps whose units are made one; the others are kept."""
    definition: str
    definition_of: str
    """The title of the one whose definition stands; empty where none has one."""
    appended: bool
    undefined: tuple[str, ...]
    """The titles of those whose definition does not stand then."""
    waiting: int
    """How many units of a code wait then to be looked at again, as they were coded under another definition."""
    aliases: tuple[str, ...]
    """The old names by which it is found then, and was not before."""
    moved: tuple[str, ...]
    """Of a pile: the names of what comes to lie in it."""
    namesakes: tuple[str, ...]
    """Of piles: the names that are in several of them; what has them is merged first."""
    letters_given_up: tuple[str, ...]
    quick_keys: tuple[tuple[str, str], ...]
    """Coder's id and digit, of the quick keys that lead to it then and lead to one merged now."""
    anchors: int
    """How many anchor examples go over."""
    memos: int
    """How many memos go over."""
    themes: tuple[str, ...]
    """The titles of the themes that it belongs to then, and does not now."""


def merge_preview(project: Project, how: MergeOf) -> MergePreview:
    """Return what merging nodes into another of their level would do; the project is only read.

    Raises:
        Mistake: the nodes are not of one level, or are not there any more.
    """
    book = project.codebook
    target = book.need(how.into)
    merged = _others(project, how.ids, target)
    everyone = (target, *merged)
    under = {node.id: _units_under(project, node) for node in everyone}
    units = {unit["id"]: unit for units in under.values() for unit in units}
    times = Counter(unit["id"] for units in under.values() for unit in units)
    coders = Counter(str(unit.get("coder") or "") for unit in units.values())
    counting = {coder for coder in coders if project.counts_coder(coder)}
    counted = [unit for unit in units.values() if (unit.get("coder") or "") in counting]
    chosen = book.need(how.definition_of) if how.definition_of is not None else first_defined(everyone)
    defined = [node for node in everyone if is_defined(node)]
    defined_then = definition_of_merged(target, merged, chosen, appended=how.appended)
    overlapping = tuple(_overlaps(project, units.values(), everyone)) if target.level == CODE else ()
    anchors = {unit: None for node in merged for unit in node.document.get("anchors") or {}}
    names = dict.fromkeys(name for node in merged for name in (node.name, *node.aliases))
    namesakes = _namesakes(project, everyone)
    gone = {child for _, *others in namesakes for child in others}
    going = {node.id for node in merged}
    return MergePreview(
        level=target.level,
        into=_part(project, target, len(under[target.id])),
        merged=tuple(_part(project, node, len(under[node.id])) for node in merged),
        units=tuple(sorted(units)),
        counted=len(counted),
        participants=len({who for unit in counted for who in project.participants_of(unit)}),
        coders=tuple(sorted(coders.items(), key=lambda coder: (-coder[1], coder[0]))),
        carrying_several=tuple(sorted(unit for unit, number in times.items() if number > 1)),
        overlaps=overlapping,
        joined=tuple(each for each in overlapping if each.coder == how.join_of),
        definition=defined_then["definition"] or "",
        definition_of=chosen.title if defined else "",
        appended=how.appended,
        waiting=_waiting(project, everyone, defined_then, units.values()) if target.level == CODE else 0,
        undefined=() if how.appended else tuple(node.title for node in defined if node is not chosen),
        aliases=tuple(
            name for name in names if folded(name) not in ("", folded(target.name)) and name not in target.aliases
        ),
        moved=tuple(book.nodes[child].title for child in _inside(project, merged) if child not in gone),
        namesakes=tuple(book.nodes[first].name for first, *_ in namesakes),
        letters_given_up=tuple(node.letter for node in merged if node.letter),
        quick_keys=_quick_keys(project, going),
        anchors=len([unit for unit in anchors if unit not in (target.document.get("anchors") or {})]),
        memos=sum(len(project.memos_on(node.level, node.id)) for node in merged),
        themes=_themes_gained(project, target, merged),
    )


def merge_edits(project: Project, how: MergeOf, reason: str = "") -> list[Edit]:
    """Return the edits that do what `merge_preview` says of the same, as one transaction.

    What has the same name in several piles is merged before them, into the first of it; units are joined at the end.
    """
    target = project.codebook.need(how.into)
    merged = _others(project, how.ids, target)
    edits: list[Edit] = list(_namesakes_merged(project, (target, *merged), reason))
    edits.append(MergeNodes([node.id for node in merged], target.id, how.definition_of, reason, how.appended))
    joined = merge_preview(project, how).joined if how.join_of else ()
    return [*edits, *(JoinUnits(_longest(project, each.units), each.units) for each in joined)]


def _others(project: Project, ids: Sequence[str], into: Node) -> list[Node]:
    nodes = {node.id: node for node in (project.codebook.need(identifier, into.level) for identifier in ids)}
    return [node for node in nodes.values() if node.id != into.id]


def _part(project: Project, node: Node, units: int) -> Part:
    return Part(node.id, node.title, node.letter, units, is_defined(node))


def _units_under(project: Project, node: Node) -> list[Document]:
    """Return all units under a node, each once, whoever marked them; none of sources that were removed."""
    found = {
        unit["id"]: unit
        for code in project.codebook.codes(node.id)
        for unit in project.units_with(code)
        if is_unit(unit) and project.get("sources", unit["source"]) is not None
    }
    return list(found.values())


def _overlaps(project: Project, units: Collection[Document], nodes: Sequence[Node]) -> list[Overlap]:
    """Return the overlapping units that have no code of those merged in common yet."""
    merging = {node.id for node in nodes}
    by_id = {unit["id"]: unit for unit in units}

    def codes(unit: str) -> set[str]:
        return merging.intersection(project.codebook.codes_of(by_id[unit]))

    return [each for each in overlaps(units) if not set.intersection(*map(codes, each.units))]


def _waiting(
    project: Project, nodes: Sequence[Node], texts: Mapping[str, str | None], units: Collection[Document]
) -> int:
    """Return how many units were coded under another definition than the first of some codes has with these texts."""
    into, *_ = nodes
    table = project.tables["nodes"]
    ids = [named for node in nodes for named in (node.id, *project.codebook.merged_into(node.id))]
    after = patched(into.document, "nodes", into.id, {**texts, **redefined(into.document, texts)})
    defined = Defined(into.id, {**{each: table[each] for each in ids}, into.id: after})
    return sum(1 for unit in units if defined.older(unit.get("codes") or {}))


def _longest(project: Project, units: Sequence[str]) -> str:
    """Return the unit with the most characters, of equals the first: the one the others are joined into."""
    return max(units, key=lambda unit: sum(end - start for start, end in project.need("units", unit)["spans"]))


def _inside(project: Project, nodes: Sequence[Node]) -> list[str]:
    """Return what lies directly in some piles; in codes and themes nothing lies."""
    return [child for node in nodes if node.level in PILES for child in project.codebook.children(node.id)]


def _namesakes(project: Project, nodes: Sequence[Node]) -> list[list[str]]:
    """Return what lies in several of some piles under one name and at one level, in groups, the first of it first."""
    named = [node for node in (project.codebook.nodes[child] for child in _inside(project, nodes)) if node.name]
    by_name = sorted(named, key=lambda child: (child.level, folded(child.name)))
    groups = ([child.id for child in same] for _, same in groupby(by_name, lambda one: (one.level, folded(one.name))))
    return [same for same in groups if len(same) > 1]


def _namesakes_merged(project: Project, nodes: Sequence[Node], reason: str) -> list[MergeNodes]:
    """Return the merges of what has one name in several piles; of sub-categories, first of what lies in those."""
    merges: list[MergeNodes] = []
    for first, *others in _namesakes(project, nodes):
        found = [project.codebook.nodes[each] for each in (first, *others)]
        merges += _namesakes_merged(project, found, reason)
        merges.append(MergeNodes(others, first, reason=reason))
    return merges


def _quick_keys(project: Project, merged: set[str]) -> tuple[tuple[str, str], ...]:
    keys = ((coder["id"], project.codebook.quick(coder)) for coder in project.alive("coders"))
    return tuple((coder, digit) for coder, quick in keys for digit, code in quick.items() if code in merged)


def _themes_gained(project: Project, into: Node, merged: Sequence[Node]) -> tuple[str, ...]:
    book = project.codebook
    present = book.themes_of(into.id)
    gained = dict.fromkeys(theme for node in merged for theme in book.themes_of(node.id) if theme not in present)
    return tuple(book.nodes[theme].title for theme in gained)
