"""All quotations: by sub-category, each with what was said, what became of it, who translated it, where it stands.

Last comes the balance: who is quoted how often, and who never.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.model.documents import Document
from tui.model.languages import language_name
from tui.model.nodes import CATEGORY, Node
from tui.model.project import Project
from tui.model.quoting import Departure, departures, is_outdated, said, with_mark
from tui.reports.amounts import (
    in_words,
    of_participants,
    of_units,
    part_in_cell,
    participants_head,
    participants_in_cell,
    share_of,
)
from tui.reports.balance import Balance, balance, named, place_in
from tui.reports.figure import WITHOUT_CATEGORY
from tui.reports.quotations import omits, place_of, quote, speakers_of, translation_of, words_of
from tui.reports.records import Cell, Records
from tui.reports.tree import Block, Heading, Paragraph, Table, counted, listed

HEADS = (
    *("pile", "number", "id", "source", "place", "participants", "attribution", "said", "edited", "departures"),
    *("outdated", "translation", "language", "translator", "translated", "codes"),
)


def quotations(project: Project) -> list[Block]:
    """Return the quotations by sub-category, in the order they stand in the summary, and the balance."""
    found = balance(project)
    blocks: list[Block] = [Heading(1, f"{project.title}: quotations"), Paragraph(_opening(project, found))]
    if any(omits(project, unit) for units in found.piles.values() for unit in units):
        blocks.append(Paragraph(f"In the quotations, {project.setting('omission')} stands where words were left out."))
    above: str | None = ""
    for pile, units in found.piles.items():
        node = project.codebook.nodes[pile]
        category = project.codebook.category_of(pile)
        if category != above:
            title = project.codebook.nodes[category].title if category else WITHOUT_CATEGORY
            blocks.append(Heading(2, title, about=(category,) if category else ()))
            above = category
        if node.level != CATEGORY:
            blocks.append(Heading(3, node.title, about=(pile,)))
        if not units:
            blocks.append(Paragraph("No quotation yet.", about=(pile,)))
        for unit in units:
            blocks += _quotation(project, unit)
    return [*blocks, *_balance(project, found)]


def _opening(project: Project, found: Balance) -> str:
    if not found.quotations:
        return "No quotation has been chosen yet."
    filled = sum(1 for units in found.piles.values() if units)
    places = f"under {counted(filled, 'heading')} of the category system"
    people = of_participants(project, len(found.quoted))
    number = of_units(project, found.quotations, "quotation") or "Quotations"
    return f"{number}{f' from {people}' if people else ''}, {places}."


def _quotation(project: Project, unit: Document) -> Iterator[Block]:
    """Yield a quotation as it is printed, and what is to be known of it, a line each."""
    about = (str(unit["id"]),)
    yield quote(project, unit, locates=True)
    if unit.get("edited"):
        yield Paragraph(words_of(project, unit), lead="As said:", about=about)
        if is_outdated(project, unit):
            edited = with_mark(str(unit["edited"]), str(project.setting("omission")))
            was = f"{edited} (it was made from other words than the unit has now)"
            yield Paragraph(was, lead="Edited, not printed:", about=about)
        else:
            yield Paragraph(f"{'; '.join(_departures(project, unit))}.", lead="Departs from it:", about=about)
    elif unit.get("translation") and not project.setting("original"):
        yield Paragraph(words_of(project, unit), lead="As said:", about=about)
    translated = _translated(project, unit)
    if translated:
        yield Paragraph(f"{translated}.", lead="Translated:", about=about)
    codes = listed(project.codebook.nodes[code].title for code in project.codebook.codes_of(unit))
    yield Paragraph(f"{codes}.", lead="Code:", about=about)


def _departures(project: Project, unit: Document) -> list[str]:
    """Return in words how the edited form departs from what was said."""
    mark = str(project.setting("omission"))
    return [departure_said(each, mark) for each in _known_departures(project, unit)] or ["white space alone"]


def _known_departures(project: Project, unit: Document) -> list[Departure]:
    if not unit.get("edited") or is_outdated(project, unit):
        return []
    return departures(said(project, unit), str(unit["edited"]))


def departure_said(departure: Departure, mark: str) -> str:
    """Return a departure in words: `left out “Well,”`, `changed “since” to “[S]ince”`."""
    before, after = with_mark(departure.before, mark), with_mark(departure.after, mark)
    if not before:
        return f"put in “{after}”"
    if departure.after and departure.kind == "changed":
        return f"changed “{before}” to “{after}”"
    return f"left out “{before}”" + ("" if after else ", unmarked")


def _translated(project: Project, unit: Document) -> str:
    """Return from which language, by whom and when a quotation was translated; empty where it was not."""
    if not unit.get("translation"):
        return ""
    language = language_name(language_of(project, unit))
    parts = (f"from {language}" if language else "", f"by {unit['translator']}" if unit.get("translator") else "")
    return ", ".join(part for part in (" ".join(filter(None, parts)), str(unit.get("translated") or "")) if part)


def language_of(project: Project, unit: Document) -> str:
    """Return the language a unit was spoken in, as its source says."""
    return str((project.get("sources", unit["source"]) or {}).get("language") or "")


def _balance(project: Project, found: Balance) -> Iterator[Block]:
    """Yield the tables of who is quoted how often and how many quotations each sub-category has."""
    book = project.codebook
    yield Heading(2, "Balance")
    people = tuple(
        (
            name,
            part_in_cell(project, found.people[who], found.quotations),
            "; ".join(book.nodes[pile].title for pile in found.piles_of(who)),
        )
        for who, name in zip(found.people, named(project, found.people), strict=True)
    )
    if people:
        yield Table((participants_head(project), "Quotations", "Quoted on"), people, frozenset({1}))
    piles = tuple(
        (
            place_in(project, book.nodes[pile]),
            part_in_cell(project, len(units), found.quotations),
            _people_in_cell(project, len({who for unit in units for who in found.of_unit[str(unit["id"])]})),
        )
        for pile, units in found.piles.items()
    )
    if piles:
        heads = ("Sub-category", "Quotations", f"{participants_head(project)} quoted")
        yield Table(heads, piles, frozenset({1, 2}), about=tuple((pile,) for pile in found.piles))
    never = named(project, found.never)
    if never and found.quotations:
        yield Paragraph(f"{', '.join(never)}.", lead="Never quoted:")


def _people_in_cell(project: Project, number: int) -> str:
    if in_words(project):
        return share_of(project, number, len(project.heard))
    return participants_in_cell(project, number)


def quotation_shapes(project: Project) -> list[dict[str, Any]]:
    """Return every quotation with all that is known of it; one that stands in two piles twice."""
    return [
        _shape(project, project.codebook.nodes[pile], number, unit)
        for pile, units in balance(project).piles.items()
        for number, unit in enumerate(units, 1)
    ]


def _shape(project: Project, pile: Node, number: int, unit: Document) -> dict[str, Any]:
    book = project.codebook
    return {
        "id": unit["id"],
        "pile": pile.id,
        "path": place_in(project, pile),
        "number": number,
        "source": unit["source"],
        "place": place_of(project, unit),
        "participants": list(project.participants_of(unit)),
        "attribution": speakers_of(project, unit),
        "said": words_of(project, unit),
        "edited": unit.get("edited"),
        "outdated": is_outdated(project, unit),
        "departures": [each._asdict() for each in _known_departures(project, unit)],
        "translation": translation_of(project, unit) or None,
        "language": language_of(project, unit) or None,
        "translator": unit.get("translator"),
        "translated": unit.get("translated"),
        "codes": [{"id": code, "path": book.path(code)} for code in book.codes_of(unit)],
    }


def quotation_records(project: Project) -> Records:
    """Return a row for every quotation."""
    return Records(HEADS, (_row(project, shape) for shape in quotation_shapes(project)))


def _row(project: Project, shape: dict[str, Any]) -> Iterator[Cell]:
    mark = str(project.setting("omission"))
    yield shape["path"]
    yield shape["number"]
    yield shape["id"]
    yield (project.get("sources", shape["source"]) or {}).get("name")
    yield shape["place"]
    yield named(project, shape["participants"])
    yield shape["attribution"]
    yield shape["said"]
    yield shape["edited"]
    yield [departure_said(Departure(**each), mark) for each in shape["departures"]]
    yield shape["outdated"]
    yield from (shape["translation"], shape["language"], shape["translator"], shape["translated"])
    yield [code["path"] for code in shape["codes"]]
