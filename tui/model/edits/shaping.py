"""Edits that shape the codebook: merging, splitting, and making more or less of a node."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.absorbing import absorbed, first_defined, memos_turned
from tui.model.documents import Change, Document
from tui.model.names import folded, one_line
from tui.model.nodes import CATEGORY, CODE, PARENTS, PILES, SUB_CATEGORY, Node
from tui.model.order import key_at
from tui.model.placing import letter_for_direct_codes, node_name, order_after, order_last, require_free
from tui.model.project import Project
from tui.model.reasons import because, require_reason
from tui.model.units import named_codes


@dataclass(frozen=True, slots=True)
class MergeNodes:
    """Merge nodes of one level into another of it: codes with their units, piles with their codes, themes.

    What is merged is retired, not removed: units keep naming it and are read as the other's. Its name becomes an
    alias. `definition_of` names the one whose definition stays; otherwise that is the one merged into, or where that
    has none the first that has. `appended`: the others' definitions stand behind it.
    """

    ids: Sequence[str]
    into: str
    definition_of: str | None = None
    reason: str = ""
    appended: bool = False

    def changes(self, project: Project) -> list[Change]:
        """Return all nodes as they are then.

        Raises:
            NameTaken: two that would lie in the same pile have one name; merge or rename them first.
            Mistake: the levels differ, or the project asks for a reason and there is none.
        """
        codebook = project.codebook
        into, merged = codebook.need(self.into), self._merged(project)
        if not merged:
            raise Mistake(f"There is nothing to merge into {into.title}.")
        require_reason(project, into.level, self.reason)
        chosen = codebook.need(self.definition_of) if self.definition_of is not None else first_defined((into, *merged))
        if chosen not in (into, *merged):
            raise Mistake(f"{chosen.title} is not among what is merged, so its definition cannot stay.")
        why = one_line(self.reason)
        return absorbed(project, into, merged, definition_of=chosen, appended=self.appended, reason=why)

    def sentence(self, project: Project) -> str:
        """Say what is merged into what, and why."""
        into = project.codebook.need(self.into)
        merged = ", ".join(node.title for node in self._merged(project))
        return because(f"merge {merged} into {into.title}", self.reason)

    def _merged(self, project: Project) -> list[Node]:
        into = project.codebook.need(self.into)
        nodes = {node.id: node for node in (project.codebook.need(identifier, into.level) for identifier in self.ids)}
        return [node for node in nodes.values() if node.id != into.id]


@dataclass(frozen=True, slots=True)
class SplitNode:
    """Split a new node off one: a code by its units, a pile by what lies directly in it.

    `members` are the ids of the units, codes or sub-categories that go to the new one, which stands right after and
    belongs to the same themes. Units that are examples of the node go on as examples of where they are then.
    """

    id: str
    new_id: str
    name: str
    members: Sequence[str]
    reason: str = ""

    def changes(self, project: Project) -> list[Change]:
        """Return the new node and what goes to it.

        Raises:
            Mistake: nothing goes to it, all would, or something that does not belong to the node.
        """
        codebook = project.codebook
        node = codebook.need(self.id, CODE, *PILES)
        require_reason(project, node.level, self.reason)
        name = node_name(self.name, node.level)
        require_free(codebook, name, node.parent, node.level)
        units = project.units_with(node.id) if node.level == CODE else []
        have = [unit["id"] for unit in units] or list(codebook.children(node.id))
        going = set(self.members)
        if not going <= set(have):
            raise Mistake(f"Not all that is to be split off belongs to {node.title} (any more).")
        if not going or len(going) == len(have):
            raise Mistake(f"Splitting {node.title} must leave something on both sides.")
        fields = {
            "level": node.level,
            "name": name,
            "parent": node.parent,
            "order": order_after(codebook, codebook.siblings(node.id), node.id, self.new_id),
            "parked": node.parked or None,
            "letter": self._letter(project, node, going),
            "split_from": node.id,
            "reason": one_line(self.reason) or None,
        }
        anchors = anchors_going(project, node, going)
        fields.update({f"anchors/{unit}": kind for unit, kind in anchors.items()})
        new = Change("nodes", self.new_id, {field: value for field, value in fields.items() if value is not None})
        less = [Change("nodes", node.id, {f"anchors/{unit}": None for unit in anchors})] if anchors else []
        themes = (
            Change("nodes", theme, {f"members/{self.new_id}": True}) for theme in project.codebook.themes_of(node.id)
        )
        parted = [new, *less, *themes]
        if node.level == CODE:
            return [*parted, *(self._recoded(project, node, unit) for unit in units if unit["id"] in going)]
        return [*parted, *(Change("nodes", member, {"parent": self.new_id}) for member in have if member in going)]

    def sentence(self, project: Project) -> str:
        """Say what is split off from what, and why."""
        node = project.codebook.need(self.id)
        name = one_line(self.name) or f"an unnamed {node.level}"
        return because(f"split {name} off {node.level} {node.title}", self.reason)

    def _recoded(self, project: Project, node: Node, unit: Document) -> Change:
        """Return a unit that has the new code instead of the one split."""
        return Change("units", unit["id"], {**named_codes(project, unit, node.id), f"codes/{self.new_id}": True})

    def _letter(self, project: Project, node: Node, going: Collection[str]) -> str | None:
        nodes = project.codebook.nodes
        holds_codes = any(member in nodes and nodes[member].level == CODE for member in going)
        is_pile = node.level == SUB_CATEGORY or (node.level == CATEGORY and holds_codes)
        return project.codebook.next_letter() or None if is_pile else None


def anchors_going(project: Project, node: Node, going: Collection[str]) -> dict[str, str]:
    """Return the anchor examples of a node that lie in what is split off it, and no longer in what stays."""
    anchors = {unit: kind for unit, kind in (node.document.get("anchors") or {}).items() if kind}
    if node.level == CODE:
        return {unit: kind for unit, kind in anchors.items() if unit in going}
    codebook = project.codebook
    staying = {code for member in codebook.children(node.id) if member not in going for code in codebook.codes(member)}
    leaving = {code for member in going for code in codebook.codes(member)}
    found = {}
    for unit, kind in anchors.items():
        codes = set(codebook.codes_of(project.get("units", unit) or {}))
        if codes & leaving and not codes & staying:
            found[unit] = kind
    return found


@dataclass(frozen=True, slots=True)
class PromoteNode:
    """Make more of a node: of a code a sub-category of its name around it, of a sub-category a category.

    `new_id` is the id of the sub-category made around a code; a promoted sub-category keeps its own.
    """

    id: str
    new_id: str

    def changes(self, project: Project) -> list[Change]:
        """Return what was made and what moved.

        Raises:
            NameTaken: there is a sub-category or category of that name in the place.
        """
        node = project.codebook.need(self.id)
        if node.level == CODE:
            return self._around(project, node)
        if node.level == SUB_CATEGORY:
            return self._as_category(project, node)
        raise Mistake(f"{node.title} is a {node.level}; nothing more can be made of it.")

    def sentence(self, project: Project) -> str:
        """Say what becomes of what."""
        node = project.codebook.need(self.id)
        above = SUB_CATEGORY if node.level == CODE else CATEGORY
        return f"promote {node.level} {node.title} to a {above}"

    def _around(self, project: Project, code: Node) -> list[Change]:
        codebook = project.codebook
        if code.parked:
            raise Mistake(f"{code.name} is parked; take it back first.")
        pile = codebook.nodes[code.parent] if code.parent else None
        if pile is not None and pile.level == SUB_CATEGORY:
            place = pile.parent
            order = order_after(codebook, codebook.siblings(pile.id), pile.id, self.new_id)
        else:
            place = code.parent
            order = order_last(codebook, place, SUB_CATEGORY, self.new_id)
        require_free(codebook, code.name, place, SUB_CATEGORY)
        letter = codebook.next_letter()
        new = {
            "level": SUB_CATEGORY,
            "name": code.name,
            "parent": place,
            "order": order,
            "letter": letter or None,
            "made_around": code.id,
        }
        return [
            Change("nodes", self.new_id, {field: value for field, value in new.items() if value is not None}),
            Change("nodes", code.id, {"parent": self.new_id, "order": key_at((), 0, code.id)}),
        ]

    def _as_category(self, project: Project, pile: Node) -> list[Change]:
        codebook = project.codebook
        require_free(codebook, pile.name, None, CATEGORY)
        order = (
            order_after(codebook, codebook.categories(), pile.parent, pile.id)
            if pile.parent
            else order_last(codebook, None, CATEGORY, pile.id)
        )
        fields: dict[str, str | None] = {"level": CATEGORY, "parent": None, "order": order}
        memos = memos_turned(project, pile, pile.id, CATEGORY)
        return [Change("nodes", pile.id, fields), *memos]


@dataclass(frozen=True, slots=True)
class DemoteNode:
    """Make less of a node: of a category a sub-category, of a sub-category one code that all its codes merge into.

    `into` names the category that a demoted category lies in then (none: it stands without), or the code of a
    sub-category that the others merge into (none: its first). That code takes the sub-category's name, definition
    and place. Codes, and categories that have sub-categories, cannot be demoted. Making one code of a sub-category
    retires it, for which a project may ask the reason.
    """

    id: str
    into: str | None = None
    reason: str = ""

    def changes(self, project: Project) -> list[Change]:
        """Return all nodes as they are then.

        Raises:
            NameTaken: there is a code or sub-category of that name in the place.
        """
        node = project.codebook.need(self.id)
        if node.level == CATEGORY:
            return self._as_sub_category(project, node)
        if node.level == SUB_CATEGORY:
            return self._as_code(project, node)
        raise Mistake(f"{node.title} is a {node.level}; nothing less can be made of it.")

    def sentence(self, project: Project) -> str:
        """Say what becomes of what."""
        node = project.codebook.need(self.id)
        below = SUB_CATEGORY if node.level == CATEGORY else CODE
        return because(f"demote {node.level} {node.title} to a {below}", self.reason)

    def _as_sub_category(self, project: Project, node: Node) -> list[Change]:
        codebook = project.codebook
        if codebook.beside(node.id, SUB_CATEGORY):
            raise Mistake(f"{node.title} has sub-categories; move or demote them first.")
        place = codebook.need(self.into, *PARENTS[SUB_CATEGORY]).id if self.into is not None else None
        if place == node.id:
            raise Mistake(f"{node.title} cannot lie in itself.")
        require_free(codebook, node.name, place, SUB_CATEGORY)
        fields: dict[str, str | None] = {
            "level": SUB_CATEGORY,
            "parent": place,
            "order": order_last(codebook, place, SUB_CATEGORY, node.id),
        }
        if not node.letter:
            fields["letter"] = codebook.next_letter() or None
        return [Change("nodes", node.id, fields), *memos_turned(project, node, node.id, SUB_CATEGORY)]

    def _as_code(self, project: Project, pile: Node) -> list[Change]:
        codebook = project.codebook
        codes = codebook.children(pile.id)
        if not codes:
            raise Mistake(f"{pile.title} has no codes to make one of; delete it instead.")
        require_reason(project, pile.level, self.reason)
        into = codebook.need(self.into or codes[0], CODE)
        if into.id not in codes:
            raise Mistake(f"{into.name} does not lie in {pile.title}.")
        name = pile.name or into.name
        require_free(codebook, name, pile.parent, CODE)
        merged = [codebook.nodes[code] for code in codes if code != into.id]
        fields: dict[str, object] = {
            "name": name,
            "parent": pile.parent,
            "order": order_last(codebook, pile.parent, CODE, into.id),
        }
        if folded(name) != folded(into.name):
            fields[f"aliases/{into.name}"] = True
        parent = codebook.nodes[pile.parent] if pile.parent else None
        return [
            *absorbed(
                project,
                into,
                [*merged, pile],
                definition_of=pile if pile.definition else into,
                named=name,
                reason=one_line(self.reason),
            ),
            Change("nodes", into.id, fields),
            *letter_for_direct_codes(codebook, parent, CODE),
        ]
