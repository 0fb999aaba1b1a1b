"""The definition card of a code or a pile: brief and full definition, what it is for and not for, its examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.sheets.form import Form, FormField, Values
from tui.errors import PostilError
from tui.model.edits.codebook import DefineNode, ShortenNode
from tui.model.nodes import CATEGORY, CODE, PILES, THEME
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.transaction import Edit

_WRITTEN = (
    ("definition", "brief", False),
    ("full", "in full", True),
    ("include", "use for", True),
    ("exclude", "not for", True),
)
_LEAST_SHOWN = 160


def definition_card(page: Page, node: str) -> Form:
    """Return the card of a node, ready to be opened."""
    book = page.project.codebook
    document = book.nodes[node].document
    shown = book.nodes[node]
    fields = [FormField("name", shown.level, shown.title, written_here=False, role="strong")]
    above = book.path(node).rpartition(" / ")[0]
    if above:
        fields.append(FormField("pile", "pile" if shown.level == CODE else "in", above, written_here=False))
    if shown.level in PILES:
        fields.append(FormField("short", "short name", shown.short))
    fields += [
        FormField(name, label, str(document.get(name) or ""), several_lines=several)
        for name, label, several in _WRITTEN
    ]
    if shown.level in (CATEGORY, THEME) or shown.level != CODE:
        fields.append(FormField("narrative", "text", str(document.get("narrative") or ""), several_lines=True))
    fields += _examples(page, document)
    differs = document.get("differs") or {}
    for other, because in differs.items():
        stands = book.resolve(other)
        if stands is not None and stands in book.nodes:
            fields.append(FormField(f"differs/{other}", "differs", str(because or ""), several_lines=True))
            fields.insert(-1, FormField(f"nearest {other}", "nearest", book.nodes[stands].title, written_here=False))

    def keep(values: Values) -> object:
        changed = {name: words or None for name, words in values.items() if words != str(_before(document, name) or "")}
        edits: list[Edit] = [ShortenNode(node, changed.pop("short") or "")] if "short" in changed else []
        edits += [DefineNode(node, changed)] if changed else []
        return page.session.do(*edits) if edits else True

    return Form("Definition card", fields, keep, draft=f"definition {node}", of=("nodes", node))


def _before(document: Document, name: str) -> object:
    if name.startswith("differs/"):
        return (document.get("differs") or {}).get(name[8:])
    return document.get(name)


def _examples(page: Page, document: Document) -> Sequence[FormField]:
    """Return the anchor examples, the typical before the borderline ones."""
    found: list[tuple[str, FormField]] = []
    for unit_id, kind in (document.get("anchors") or {}).items():
        unit = page.project.get("units", unit_id)
        if unit is None:
            continue
        try:
            transcript = page.project.transcript(unit["source"])
            words = transcript.shown(unit["spans"], str(page.project.setting("omission")))
            text = f"“{words}” {transcript.place(unit['spans'][0][0])}"
        except PostilError:
            continue
        if len(text) > _LEAST_SHOWN:
            text = text[:_LEAST_SHOWN].rstrip() + "…”"
        found.append(
            (str(kind), FormField(f"anchor {unit_id}", str(kind), page.glyphs.words(safe(text)), written_here=False))
        )
    return [each for _, each in sorted(found, key=lambda pair: pair[0] != "typical")]
