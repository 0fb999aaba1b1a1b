"""Edits that sort: throwing codes into piles, piles into categories, changing the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.names import NameTaken, folded
from tui.model.nodes import CATEGORY, PARENTS, SUB_CATEGORY, Node
from tui.model.order import key_at
from tui.model.placing import letter_for_direct_codes, may_lie_in, node_name, order_before, order_last, require_free
from tui.model.project import Project


@dataclass(frozen=True, slots=True)
class MoveNodes:
    """Put codes into a pile or sub-categories into a category; `None`: back to what is unsorted.

    They stand last there, in the order given. A parked code that is moved is no longer parked.
    """

    ids: Sequence[str]
    parent: str | None

    def changes(self, project: Project) -> list[Change]:
        """Return the nodes in their new place.

        Raises:
            NameTaken: there is a sibling of the same name; merging the two is the way out.
            Mistake: a node of such a level cannot lie there.
        """
        codebook = project.codebook
        moving = self._moving(project)
        taken: dict[tuple[str, str], str] = {}
        changes: list[Change] = []
        keys: dict[str, list[str]] = {}
        for node in moving:
            parent = may_lie_in(codebook, node, self.parent)
            place = parent.id if parent else None
            require_free(codebook, node.name, place, node.level, newcomer=node.id)
            other = taken.setdefault((node.level, folded(node.name)), node.id)
            if node.name and other != node.id:
                raise NameTaken(f"Two of them are named “{node.name}”.", other, node.id)
            if node.level not in keys:
                siblings = codebook.beside(place, node.level)
                keys[node.level] = [codebook.nodes[sibling].document.get("order") or "" for sibling in siblings]
                changes += letter_for_direct_codes(codebook, parent, node.level)
            keys[node.level].append(key_at(keys[node.level], len(keys[node.level]), node.id))
            fields = {"parent": place, "order": keys[node.level][-1], **({"parked": None} if node.parked else {})}
            changes.append(Change("nodes", node.id, fields))
        return changes

    def sentence(self, project: Project) -> str:
        """Say what is moved where."""
        where = project.codebook.need(self.parent).title if self.parent else "what is unsorted"
        moving = self._moving(project)
        if len(moving) == 1:
            return f"move {moving[0].level} {moving[0].title} to {where}"
        kinds = {"code": "codes", "sub-category": "sub-categories"} if len({node.level for node in moving}) == 1 else {}
        return f"move {len(moving)} {kinds[moving[0].level] if kinds else 'nodes'} to {where}"

    def _moving(self, project: Project) -> list[Node]:
        """Return the nodes that are not there already, each once."""
        codebook = project.codebook
        place = codebook.need(self.parent).id if self.parent else None
        nodes = {node.id: node for node in (codebook.need(identifier) for identifier in self.ids)}
        for node in nodes.values():
            if not PARENTS[node.level]:
                raise Mistake(f"{node.title} is a {node.level}, which lies in nothing; it can be reordered.")
        return [node for node in nodes.values() if node.parked or node.parent != place]


@dataclass(frozen=True, slots=True)
class ReorderNode:
    """Let a node stand before one of its siblings, or after all of them; just its own order key changes."""

    id: str
    before: str | None

    def changes(self, project: Project) -> list[Change]:
        """Return the node with its order key."""
        codebook = project.codebook
        node = codebook.need(self.id)
        siblings = codebook.siblings(node.id)
        before = codebook.need(self.before).id if self.before is not None else None
        following = siblings[siblings.index(node.id) + 1 :]
        if before == node.id or before == (following[0] if following else None):
            return []
        return [Change("nodes", node.id, {"order": order_before(codebook, siblings, before, node.id)})]

    def sentence(self, project: Project) -> str:
        """Say what stands elsewhere."""
        node = project.codebook.need(self.id)
        where = f"before {project.codebook.need(self.before).title}" if self.before else "last"
        return f"put {node.level} {node.title} {where}"


@dataclass(frozen=True, slots=True)
class GroupPiles:
    """Make a category over sub-categories, wherever they lay before."""

    new_id: str
    name: str
    ids: Sequence[str]

    def changes(self, project: Project) -> list[Change]:
        """Return the new category and the sub-categories in it, in the order of the codebook."""
        codebook = project.codebook
        name = node_name(self.name, CATEGORY)
        require_free(codebook, name, None, CATEGORY)
        chosen = {codebook.need(identifier, SUB_CATEGORY).id for identifier in self.ids}
        if not chosen:
            raise Mistake("Mark the sub-categories that the category is to hold.")
        order = order_last(codebook, None, CATEGORY, self.new_id)
        changes = [Change("nodes", self.new_id, {"level": CATEGORY, "name": name, "order": order})]
        keys: list[str] = []
        names: dict[str, str] = {}
        for pile in (pile for pile in codebook.nodes if pile in chosen):
            title = codebook.nodes[pile].name
            other = names.setdefault(folded(title), pile)
            if title and other != pile:
                raise NameTaken(f"Two of the sub-categories are named “{title}”.", other, pile)
            keys.append(key_at(keys, len(keys), pile))
            changes.append(Change("nodes", pile, {"parent": self.new_id, "order": keys[-1]}))
        return changes

    def sentence(self, project: Project) -> str:
        """Say how many are grouped under which name."""
        count = len(set(self.ids))
        piles = "1 sub-category" if count == 1 else f"{count} sub-categories"
        return f"group {piles} as {node_name(self.name, CATEGORY) or 'an unnamed category'}"
