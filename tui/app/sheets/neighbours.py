"""What tells a node from its neighbours, on its definition card: which neighbour, and because of what they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.analysis.method.alike import closeness
from tui.app.pickers.nodes import told
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.app.sheets.form import Choosing, FormField, Values
from tui.model.edits.codebook import DefineNode
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.codebook import Codebook
    from tui.model.nodes import Node

NEAREST, BECAUSE = "nearest", "because"
OWN, OTHERS = "differs/", "differs of/"


def neighbour_fields(page: Page, node: str) -> list[FormField]:
    """Return what is written of its neighbours, with either of the two, then a pair of fields for one more.

    For that one the sibling that is closest by spelling is proposed; any other of the level can be chosen.
    """
    book = page.project.codebook
    fields: list[FormField] = []
    written = _written(book, node)
    for name, other, because in written:
        fields.append(FormField(f"of {name}", NEAREST, book.nodes[other].title, written_here=False))
        fields.append(FormField(name, "differs", because, several_lines=True))
    known = {other for _, other, _ in written}
    closest = next((other for other in closest_first(book, node) if other not in known), "")
    if not written or closest:
        choosing = Choosing(lambda value: _title(book, value), lambda value, take: _choose(page, node, known, take))
        hint = "the closest by spelling; enter chooses another"
        # Once one is written down, no other is proposed: it would look like something left undone.
        fields.append(FormField(NEAREST, NEAREST, "" if written else closest, hint=hint, choosing=choosing))
        fields.append(
            FormField(BECAUSE, "differs", several_lines=True, hint="because of what it differs from this one")
        )
    return fields


def neighbour_edits(page: Page, node: str, values: Values) -> tuple[dict[str, str | None], list[DefineNode]]:
    """Return the fields of the node's own definition, and the edits of neighbours on whose card a difference stands."""
    fields: dict[str, str | None] = {}
    edits: list[DefineNode] = []
    for name, other, because in _written(page.project.codebook, node):
        words = values.get(name, because)
        if words != because and name.startswith(OTHERS):
            edits.append(DefineNode(other, {_path(page.project.codebook, other, node): words or None}))
        elif words != because:
            fields[name] = words or None
    if values.get(NEAREST) and values.get(BECAUSE):
        fields[f"{OWN}{values[NEAREST]}"] = values[BECAUSE]
    return fields, edits


def closest_first(book: Codebook, node: str) -> list[str]:
    """Return the siblings that are anything like a node by the spelling of name and definition, the closest first."""
    here = book.nodes[node]
    like = {other: closeness(here, book.nodes[other]) for other in book.siblings(node) if other != node}
    return sorted((other for other, alike in like.items() if alike), key=like.__getitem__, reverse=True)


def _written(book: Codebook, node: str) -> list[tuple[str, str, str]]:
    """Return, of each neighbour told apart, the field's name on the card, its id, and because of what they differ."""
    found = []
    own = book.nodes[node].document.get("differs") or {}
    for named, because in own.items():
        other = book.resolve(named)
        if other is not None and other in book.nodes and other != node and because:
            found.append((f"{OWN}{named}", other, str(because)))
    known = {other for _, other, _ in found}
    for beside in _of_the_level(book, node):
        differs = beside.document.get("differs") or {}
        because = next((words for named, words in differs.items() if words and book.resolve(named) == node), "")
        if because and beside.id not in known:
            found.append((f"{OTHERS}{beside.id}", beside.id, str(because)))
    return found


def _path(book: Codebook, of: str, node: str) -> str:
    """Return the path under which one's difference from another is kept, whatever was merged since."""
    differs = book.nodes[of].document.get("differs") or {}
    return OWN + next((named for named in differs if book.resolve(named) == node), node)


def _of_the_level(book: Codebook, node: str) -> Sequence[Node]:
    level = book.nodes[node].level
    return [other for other in book.nodes.values() if other.level == level and other.id != node]


def _title(book: Codebook, value: str) -> Sequence[str]:
    stands = book.resolve(value) if value else None
    return [safe(book.nodes[stands].title)] if stands is not None and stands in book.nodes else []


def _choose(page: Page, node: str, known: set[str], take: Callable[[str], None]) -> None:
    book = page.project.codebook
    others = [other for other in _of_the_level(book, node) if other.id not in known]
    if not others:
        page.say(f"There is no other {book.nodes[node].level}.")
        return

    def taken(choice: Taken) -> None:
        take(choice.ids[0])

    choices = [
        Choosable(other.id, other.title, other.aliases, beside=book.nodes[other.parent].title if other.parent else "")
        for other in others
    ]
    page.open_sheet(
        Picker(
            f"What is close to {page.glyphs.opening}{safe(book.nodes[node].title)}{page.glyphs.closing}?",
            choices,
            taken,
            first=closest_first(book, node),
            about=lambda other, width: told(page.project, other, width, page.glyphs),
            word="choose",
            back="back to the card",
        )
    )
