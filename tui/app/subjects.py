"""What a memo would be on: the thing under the cursor of a page, and how to name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.model.memos import titled
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.project import Project

Subject = tuple[dict[str, Any], str]
"""What it is on, as a memo keeps it, and words for it."""


def of_project(page: Page) -> Subject:
    """Return the project."""
    return {"kind": "project", "id": page.project.id}, f"project {safe(page.project.title)}"


def of_source(page: Page, source: str) -> Subject:
    """Return a source."""
    return {
        "kind": "source",
        "id": source,
    }, f"source {safe((page.project.get('sources', source) or {}).get('name') or '')}"


def of_panes(page: MainScreen) -> Subject:
    """Return what the pane with the keys has under its cursor: a node; a selected passage, a unit, or the source."""
    project, desk = page.project, page.desk
    if desk.pane != "transcript" and desk.node in project.codebook.nodes:
        node = project.codebook.nodes[desk.node]
        return {"kind": node.level, "id": node.id}, f"{node.level} {safe(node.title)}"
    if project.get("sources", desk.source) is None:
        return of_project(page)
    selected = page.transcript.selected()
    if selected:
        place = project.transcript(desk.source).place(selected[0][0])
        return {
            "kind": "passage",
            "id": desk.source,
            "spans": [list(span) for span in selected],
        }, f"passage {safe(place)}"
    unit = page.transcript.unit_here()
    if unit is not None:
        return {"kind": "unit", "id": unit["id"]}, f"unit {safe(unit_words(project, unit))}"
    for memo in page.transcript.passage_memos():
        on = dict((project.get("memos", memo) or {}).get("on") or {})
        place = project.transcript(desk.source).place(on["spans"][0][0])
        return on, f"passage {safe(place)}"
    return of_source(page, desk.source)


def called(project: Project, on: Mapping[str, Any]) -> str:
    """Return what a memo is on, fit to be shown: of a unit its place and codes, of a passage its place."""
    kind, identifier = on.get("kind"), str(on.get("id") or "")
    unit = project.get("units", identifier) if kind == "unit" else None
    if unit is not None:
        return f"unit {safe(unit_words(project, unit))}"
    if kind == "passage" and on.get("spans") and project.get("sources", identifier) is not None:
        return f"passage {safe(_place(project, identifier, on['spans'][0][0]))}"
    return safe(titled(project, on))


def unit_words(project: Project, unit: Document) -> str:
    """Return place and codes of a unit."""
    place = _place(project, unit["source"], unit["spans"][0][0])
    codes = " · ".join(project.codebook.nodes[code].title for code in project.codebook.codes_of(unit))
    return f"{place}, {codes}" if codes else place


def _place(project: Project, source: str, position: int) -> str:
    """Return a place as it is cited, by source and turn, without reading the text."""
    turn = project.turns(source).before(position)
    name = str(project.need("sources", source).get("name") or "")
    return f"{name}:{turn.number}" if turn is not None else name
