"""Edits of one node of the codebook: its name, its definition, whether it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.definitions import PARTS, redefined
from tui.model.documents import Change
from tui.model.names import one_line, prose
from tui.model.nodes import CATEGORY, CODE, LEVELS, PILES, SUB_CATEGORY, THEME, Node
from tui.model.placing import letter_for_direct_codes, may_lie_in, node_name, order_before, require_free
from tui.model.project import Project, names
from tui.model.reasons import because, require_reason

LONGEST_SHORT_NAME: Mapping[str, int] = {CATEGORY: 19, SUB_CATEGORY: 17}
DEFINED = (*PARTS, "narrative", "notes")


@dataclass(frozen=True, slots=True)
class CreateNode:
    """Make a new code, sub-category, category or theme, before one of its siblings or after all of them."""

    id: str
    level: str
    name: str
    parent: str | None = None
    before: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the new node, and the letter of the category it is the first code in."""
        codebook = project.codebook
        if self.level not in LEVELS:
            raise Mistake(f"There is no level “{self.level}”; there are {', '.join(LEVELS)}.")
        name = node_name(self.name, self.level)
        parent = may_lie_in(codebook, Node(self.id, self.level, name, None, "", {}), self.parent)
        place = parent.id if parent else None
        require_free(codebook, name, place, self.level)
        fields = {
            "level": self.level,
            "name": name,
            "parent": place,
            "order": order_before(codebook, codebook.beside(place, self.level), self.before, self.id),
            "letter": codebook.next_letter() or None if self.level == SUB_CATEGORY else None,
        }
        new = Change("nodes", self.id, {field: value for field, value in fields.items() if value is not None})
        return [new, *letter_for_direct_codes(codebook, parent, self.level)]

    def sentence(self, project: Project) -> str:
        """Say what is new and where it lies."""
        named = f"new {self.level} {node_name(self.name, self.level)}".rstrip()
        return f"{named} in {project.codebook.need(self.parent).title}" if self.parent else named


@dataclass(frozen=True, slots=True)
class RenameNode:
    """Give a node another name."""

    id: str
    name: str

    def changes(self, project: Project) -> list[Change]:
        """Return the node with its name.

        Raises:
            NameTaken: a sibling has it.
        """
        node = project.codebook.need(self.id)
        name = node_name(self.name, node.level)
        if name == node.name:
            return []
        if not node.parked:
            require_free(project.codebook, name, node.parent, node.level, newcomer=node.id)
        return [Change("nodes", node.id, {"name": name})]

    def sentence(self, project: Project) -> str:
        """Say the old name and the new one."""
        node = project.codebook.need(self.id)
        return f"rename {node.level} {node.name or '(unnamed)'} to {one_line(self.name) or '(unnamed)'}"


@dataclass(frozen=True, slots=True)
class ShortenNode:
    """Give a pile a short name for narrow places; an empty one takes it away."""

    id: str
    short: str

    def changes(self, project: Project) -> list[Change]:
        """Return the node with its short name."""
        node = project.codebook.need(self.id, *PILES)
        short = one_line(self.short)
        longest = LONGEST_SHORT_NAME[node.level]
        if len(short) > longest:
            raise Mistake(f"The short name of a {node.level} has {longest} characters at most, not {len(short)}.")
        return [] if short == node.short else [Change("nodes", node.id, {"short": short or None})]

    def sentence(self, project: Project) -> str:
        """Say the short name."""
        return f"shorten {project.codebook.need(self.id).title} to {one_line(self.short) or 'nothing'}"


@dataclass(frozen=True, slots=True)
class DefineNode:
    """Write a node's definition.

    `fields` are any of `definition` (brief), `full`, `include`, `exclude`, `narrative` (a pile's text in the results),
    `notes` (why it is one thing), and `differs/ID`: because of what it differs from the node ID. `None` or no words
    clear. Where the definition of a code becomes another, the units coded under the older one wait to be looked at
    again; with `moved=False` only the wording changed, and nothing waits.
    """

    id: str
    fields: Mapping[str, str | None]
    moved: bool = True

    def changes(self, project: Project) -> list[Change]:
        """Return the node with what differs."""
        node = project.codebook.need(self.id)
        fields: dict[str, str | None] = {}
        for path, words in self.fields.items():
            field, slash, other = path.partition("/")
            if not (path in DEFINED or (field == "differs" and slash and project.codebook.need(other))):
                raise Mistake(f"A definition has no part “{path}”; it has {', '.join(DEFINED)}.")
            present = (node.document.get("differs") or {}).get(other) if slash else node.document.get(path)
            written = prose(words or "") or None
            if written != present:
                fields[path] = written
        texts = {part: fields[part] for part in PARTS if part in fields}
        kept = redefined(node.document, texts, moved=self.moved) if texts else {}
        return [Change("nodes", node.id, {**fields, **kept})] if fields else []

    def sentence(self, project: Project) -> str:
        """Say what is defined, and how many units wait because of it."""
        node = project.codebook.need(self.id)
        if self.fields and set(self.fields) <= {"narrative", "notes"}:
            return f"write about {node.title}"
        if not self.moved:
            return f"reword {node.level} {node.title}"
        texts = {part: prose(words or "") for part, words in self.fields.items() if part in PARTS}
        units = project.moved.would_wait(node.id, texts)
        again = f": {units} unit{'' if units == 1 else 's'} to look at again" if units else ""
        return f"define {node.level} {node.title}{again}"


@dataclass(frozen=True, slots=True)
class SetLetter:
    """Give a pile without a letter the next one: of two that got the same one offline, the greater id has none."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the pile with its letter."""
        codebook = project.codebook
        node = codebook.need(self.id, *PILES)
        if node.letter:
            raise Mistake(f"{node.title} has the letter {node.letter}, and keeps it.")
        if not codebook.is_pile(node.id):
            raise Mistake(f"{node.title} gets a letter when a code lies directly in it.")
        letter = codebook.next_letter()
        if not letter:
            raise Mistake("All letters are given; t/ reaches a pile by its name.")
        return [Change("nodes", node.id, {"letter": letter})]

    def sentence(self, project: Project) -> str:
        """Say which letter."""
        return f"give {project.codebook.need(self.id).title} the letter {project.codebook.next_letter()}"


@dataclass(frozen=True, slots=True)
class ParkNode:
    """Set a code aside, with a reason; it keeps its units, and its place to come back to."""

    id: str
    reason: str

    def changes(self, project: Project) -> list[Change]:
        """Return the code as parked."""
        node = project.codebook.need(self.id, CODE)
        reason = one_line(self.reason)
        if not reason:
            raise Mistake(f"Parking {node.name} needs a reason.")
        return [] if node.parked == reason else [Change("nodes", node.id, {"parked": reason})]

    def sentence(self, project: Project) -> str:
        """Say what is parked and why."""
        return f"park code {project.codebook.need(self.id).name}: {one_line(self.reason)}"


@dataclass(frozen=True, slots=True)
class UnparkNode:
    """Take a parked code back to where it was; where that is gone, or a code by now, it is unsorted."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the code as no longer parked.

        Raises:
            NameTaken: a code there has its name by now.
        """
        codebook = project.codebook
        node = codebook.need(self.id, CODE)
        if not node.parked:
            return []
        stored = codebook.resolve(node.document.get("parent") or "")
        place = stored if stored and codebook.nodes[stored].level in PILES else None
        require_free(codebook, node.name, place, CODE, newcomer=node.id)
        # A pile that was made a code meanwhile is no place to come back to.
        gone = {"parent": None} if place is None and node.document.get("parent") else {}
        return [Change("nodes", node.id, {"parked": None, **gone})]

    def sentence(self, project: Project) -> str:
        """Say what comes back."""
        return f"take code {project.codebook.need(self.id).name} back"


@dataclass(frozen=True, slots=True)
class RemoveNode:
    """Delete a node that nothing hangs on: a code without units, a pile in which nothing lies, a theme.

    A pile or category that has a name is retired by that, for which a project may ask the reason.
    """

    id: str
    reason: str = ""

    def changes(self, project: Project) -> list[Change]:
        """Return the node, what was merged into it, and the memos on it, as removed.

        Raises:
            Mistake: units have the code, or something lies in the pile; the message names the ways out.
        """
        codebook = project.codebook
        node = codebook.need(self.id)
        # Those too that cannot be shown because they wait for the text they count in.
        named = (project.units_of_code_alone(code) for code in (node.id, *codebook.merged_into(node.id)))
        units, children = len({unit for units in named for unit in units}), len(codebook.children(node.id))
        if units:
            unseen = units - project.tally.own(node.id)
            raise Mistake(
                f"{node.name} has {units} unit{'s' if units > 1 else ''}{f', {unseen} not counted' if unseen else ''}: "
                "merge it into another code, move its units to other codes, or park it."
            )
        if children:
            raise Mistake(f"{node.title} is not empty: move what lies in it, or merge it into another {node.level}.")
        if node.name:
            require_reason(project, node.level, self.reason)
        why = {"reason": one_line(self.reason)} if one_line(self.reason) else {}
        gone = [node.id, *codebook.merged_into(node.id)]
        memos = [memo["id"] for memo in project.memos_on(node.level, node.id)]
        return [
            *(Change("nodes", each, {"removed": True, **(why if each == node.id else {})}) for each in gone),
            *(Change("memos", memo, {"removed": True}) for memo in memos),
        ]

    def sentence(self, project: Project) -> str:
        """Say what is deleted."""
        node = project.codebook.need(self.id)
        return because(f"delete {node.level} {node.name or '(unnamed)'}", self.reason)


@dataclass(frozen=True, slots=True)
class SetMembers:
    """Say which codes, sub-categories and categories a theme holds together: just these."""

    theme: str
    ids: Sequence[str]

    def changes(self, project: Project) -> list[Change]:
        """Return the theme with its members."""
        codebook = project.codebook
        theme = codebook.need(self.theme, THEME)
        new, _ = self._differing(project)
        wanted = self._wanted(project)
        gone = [named for named in theme.document.get("members") or {} if codebook.resolve(named) not in wanted]
        fields = {f"members/{named}": None for named in gone} | {f"members/{node}": True for node in sorted(new)}
        return [Change("nodes", theme.id, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say what it holds that it did not, and what no longer."""
        nodes = project.codebook.nodes
        new, gone = (names([{"name": nodes[one].title} for one in each]) for each in self._differing(project))
        parts = [f"hold {new}" if new else "", f"no longer hold {gone}" if gone else ""]
        held = " and ".join(part for part in parts if part) or "hold what it holds"
        return f"let theme {project.codebook.need(self.theme).title} {held}"

    def _wanted(self, project: Project) -> dict[str, None]:
        """Return what it is to hold, merges followed, in the order given."""
        return dict.fromkeys(project.codebook.need(identifier, *PILES, CODE).id for identifier in self.ids)

    def _differing(self, project: Project) -> tuple[list[str], list[str]]:
        """Return what it holds then and not now, and what it holds now and not then."""
        wanted, present = self._wanted(project), project.codebook.members(self.theme)
        return [node for node in wanted if node not in present], [node for node in present if node not in wanted]
