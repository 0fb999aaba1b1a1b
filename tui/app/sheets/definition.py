"""The definition card of a code or a pile: what it means, its examples, what tells it from its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.layout.feet import counted, themes_told
from tui.app.layout.moved_words import revised
from tui.app.sheets.examples import example_edits, example_fields
from tui.app.sheets.form import Form, FormField, Values
from tui.app.sheets.neighbours import neighbour_edits, neighbour_fields
from tui.model.definitions import PARTS
from tui.model.edits.codebook import DefineNode, ShortenNode
from tui.model.nodes import CODE, PILES, SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.app.screens.page import Page
    from tui.model.transaction import Edit

_LABELS = {"definition": "brief", "full": "in full", "include": "use for", "exclude": "not for"}
_HINTS = {
    "definition": "what it means, in a sentence",
    "include": "when to use it",
    "exclude": "when not, and what to use then",
    "notes": "why this is one thing",
    "narrative": "its text in the results",
}
_WRITTEN = (*PARTS, "notes", "narrative")


def definition_card(page: Page, node: str) -> Form:
    """Return the card of a node, ready to be opened."""
    book = page.project.codebook
    shown = book.nodes[node]
    level = "pile" if shown.level == SUB_CATEGORY else shown.level
    fields = [FormField("name", level, shown.title, written_here=False, role="strong")]
    if shown.parent is not None:
        above = book.nodes[shown.parent].title
        fields.append(FormField("pile", "pile" if shown.level == CODE else "in", above, written_here=False))
    belongs = themes_told(page.project, node).removeprefix("holds ").removeprefix("theme: ")
    if belongs:
        fields.append(FormField("themes", "holds" if shown.level == THEME else "themes", belongs, written_here=False))
    fields += [_written(page, node, part, _LABELS[part]) for part in PARTS]
    fields += example_fields(page, node, lambda: card)
    fields += neighbour_fields(page, node)
    fields.append(_written(page, node, "notes", "notes"))
    if shown.level != CODE:
        fields.append(_written(page, node, "narrative", "text"))
    if shown.level in PILES:
        fields.append(FormField("short", "short name", shown.short, hint="for narrow places"))

    def keep(values: Values) -> object:
        return _keep(page, node, card, values)

    waiting = page.project.moved.count(node)
    facts = (revised(page.project, node), f"{waiting:,} wait" if waiting else "")
    card = Form(
        "Definition card",
        fields,
        keep,
        draft=f"definition {node}",
        of=("nodes", node),
        fact=f" {page.glyphs.dot} ".join(fact for fact in facts if fact),
    )
    return card


def _written(page: Page, node: str, part: str, label: str) -> FormField:
    def now() -> str:
        found = page.project.codebook.nodes.get(node)
        return str(found.document.get(part) or "") if found is not None else ""

    return FormField(part, label, now(), several_lines=part != "definition", hint=_HINTS.get(part, ""), now=now)


def _keep(page: Page, node: str, card: Form, values: Values) -> object:
    """Keep what was changed; where the definition of a code with units becomes another, ask first what moved."""
    book = page.project.codebook
    if node not in book.nodes:
        page.say("It is gone: it was deleted or merged meanwhile.")
        return False
    document = book.nodes[node].document
    changed = {part: values[part] or None for part in _WRITTEN if part in values and _differs(document, part, values)}
    differs, others = neighbour_edits(page, node, values)
    rest: list[Edit] = [*others, *example_edits(page, node, values)]
    if "short" in values and values["short"] != book.nodes[node].short:
        rest.append(ShortenNode(node, values["short"]))
    fields = {**changed, **differs}

    def do(moved: bool) -> bool:
        edits: list[Edit] = [DefineNode(node, fields, moved=moved)] if fields else []
        return page.session.do(*edits, *rest)

    if not fields and not rest:
        return True
    units = page.project.moved.would_wait(node, {part: changed[part] for part in PARTS if part in changed})
    if units:
        _ask_what_moved(page, card, units, do)
        return False
    return do(True)


def _ask_what_moved(page: Page, card: Form, units: int, do: Callable[[bool], bool]) -> None:
    """Ask whether what the code means moved, so that units are looked at again; the card stays until it is said."""

    def kept(moved: bool) -> Callable[[], None]:
        def keep() -> None:
            if do(moved):
                card.done()

        return keep

    ways = {"1": ("meaning moved, look again", kept(True)), "2": ("only wording", kept(False))}
    page.choose(f"{counted(units, 'units')} so far.", ways)


def _differs(document: Mapping[str, object], part: str, values: Values) -> bool:
    return values[part] != str(document.get(part) or "").strip()
