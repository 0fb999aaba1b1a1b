"""The anchor examples on a definition card: chosen among the node's own units, typical ones and borderline ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.app.layout.feet import condensed, words_of
from tui.app.layout.pieces import Line, wrapped
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.app.sheets.form import Choosing, Form, FormField, Values
from tui.errors import PostilError
from tui.model.edits.quotations import BORDERLINE, TYPICAL, ChooseAnchor
from tui.model.safe_text import safe
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document

KINDS = (TYPICAL, BORDERLINE)
_LONGEST_SHOWN = 160


def example_fields(page: Page, node: str, card: Callable[[], Form]) -> list[FormField]:
    """Return a field of typical and one of borderline examples; `card` gives the form they are on."""
    anchors = _anchors(page, node)

    def field_of(kind: str) -> FormField:
        other = KINDS[1 - KINDS.index(kind)]

        def taken(units: Sequence[str]) -> None:
            """Let these be the examples of the kind; one that was of the other kind is so no longer."""
            card().put(kind, " ".join(units))
            left = [unit for unit in card().values()[other].split() if unit not in units]
            card().put(other, " ".join(left))

        def choose(value: str, take: Callable[[str], None]) -> None:
            _choose(page, node, kind, value.split(), taken)

        chosen = " ".join(unit for unit, of in anchors.items() if of == kind)
        hint = "enter chooses among its units, backspace takes away"
        return FormField(kind, kind, chosen, hint=hint, choosing=Choosing(lambda value: _shown(page, value), choose))

    return [field_of(kind) for kind in KINDS]


def example_edits(page: Page, node: str, values: Values) -> list[ChooseAnchor]:
    """Return the edits that make what was chosen on the card the node's examples."""
    before = _anchors(page, node)
    after = {unit: kind for kind in KINDS for unit in values[kind].split()}
    return [
        ChooseAnchor(node, unit, after.get(unit)) for unit in {**before, **after} if before.get(unit) != after.get(unit)
    ]


def _anchors(page: Page, node: str) -> Mapping[str, str]:
    """Return the node's examples that are still there, with their kinds."""
    anchors = page.project.codebook.nodes[node].document.get("anchors") or {}
    return {unit: str(kind) for unit, kind in sorted(anchors.items()) if page.project.get("units", unit) is not None}


def _shown(page: Page, value: str) -> Sequence[str]:
    shown = []
    for identifier in value.split():
        unit = page.project.get("units", identifier)
        if unit is not None:
            shown.append(_quoted(page, unit))
    return shown


def _quoted(page: Page, unit: Document) -> str:
    glyphs = page.glyphs
    try:
        words, place = words_of(page.project, unit), page.project.transcript(unit["source"]).place(unit["spans"][0][0])
    except PostilError:
        return safe(str(unit.get("condensed") or "its text is not here"))
    if len(words) > _LONGEST_SHOWN:
        words = words[:_LONGEST_SHOWN].rstrip() + glyphs.more
    return f"{glyphs.opening}{words}{glyphs.closing} {safe(place)}"


def _choose(page: Page, node: str, kind: str, present: Sequence[str], take: Callable[[Sequence[str]], None]) -> None:
    """Let units be ticked; those chosen as quotations come first."""
    project, book = page.project, page.project.codebook
    carrying = {unit["id"]: unit for code in book.codes(node) for unit in project.units_with(code) if is_unit(unit)}
    for each in present:
        unit = project.get("units", each)
        if unit is not None:
            carrying.setdefault(each, unit)
    if not carrying:
        page.say(f"{book.nodes[node].title} has no units yet.")
        return
    names = {source["id"]: str(source.get("name") or "") for source in project.alive("sources")}
    ordered = sorted(carrying.values(), key=lambda unit: (names.get(unit["source"], ""), unit["spans"], unit["id"]))
    choices = [
        Choosable(
            unit["id"], condensed(project, unit), key="*" if unit.get("quoted") else "", beside=names[unit["source"]]
        )
        for unit in ordered
    ]

    def taken(choice: Taken) -> None:
        take(choice.ids if choice.by_ticks else [*present, *choice.ids])

    def about(unit: str, width: int) -> Sequence[Line]:
        return [((f" {line}", "text"),) for line in wrapped(words_of(project, carrying[unit]), width - 2)]

    page.open_sheet(
        Picker(
            f"{kind.capitalize()} examples of {page.glyphs.opening}{safe(book.nodes[node].title)}{page.glyphs.closing}",
            choices,
            taken,
            several=True,
            ticked=present,
            first=[unit["id"] for unit in ordered if unit.get("quoted")],
            about=about,
            word="choose",
            back="back to the card",
        )
    )
