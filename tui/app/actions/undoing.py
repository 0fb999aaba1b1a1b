"""Undo and redo in the transcript: the cursor goes to what came back, or to where that stood which went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.documents import Document
from tui.model.text import spans_of

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.store.project import Receipt


def undo(page: MainScreen, key: str) -> None:
    """Take back one's last edit."""
    page.session.undo(then=lambda receipt: _show(page, receipt))


def redo(page: MainScreen, key: str) -> None:
    """Do again what was undone last."""
    page.session.redo(then=lambda receipt: _show(page, receipt))


def _show(page: MainScreen, receipt: Receipt) -> None:
    documents = page.project.tables["units"]
    changed = [identifier for table, identifier in receipt.documents if table == "units"]
    units = [page.project.get("units", identifier) or documents.get(identifier) for identifier in changed]
    placed = [unit for unit in units if unit is not None and unit.get("spans") and _has_source(page, unit)]
    placed.sort(key=lambda unit: bool(unit.get("removed")))
    if not placed:
        return
    unit = placed[0]
    start = spans_of(unit["spans"])[0].start
    chosen = None if unit.get("removed") else str(unit["id"])
    if unit["source"] == page.desk.source:
        page.transcript.leap_to(start, chosen)
    else:
        page.desk.go(str(unit["source"]), start)
        page.desk.current = chosen


def _has_source(page: MainScreen, unit: Document) -> bool:
    return page.project.get("sources", str(unit.get("source"))) is not None
