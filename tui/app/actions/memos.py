"""What keys do in the list of memos."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.memos import MemosPage


def memo(page: MemosPage, key: str) -> None:
    """Write a memo on the project."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import of_project

    open_memo(page, *of_project(page))


def remove_memo(page: MemosPage, key: str) -> None:
    """Take away one's own memo under the cursor, after asking."""
    from tui.model.edits.memos import RemoveMemo

    identifier = page.here

    def remove() -> None:
        page.session.do(RemoveMemo(identifier))

    if identifier:
        page.choose("Take this memo away?", {"y": ("take away", remove), "n": ("leave it", lambda: None)})
