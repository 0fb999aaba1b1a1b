"""What keys do where two versions of the category system are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.difference import DifferencePage
    from tui.reports.tree import Block
    from tui.store.project import Store


def go_to_node(page: DifferencePage, key: str) -> None:
    """Go to what a step is about, in the codebook."""
    page.open_row()


def export(page: DifferencePage, key: str) -> None:
    """Write the difference as markdown."""
    from tui.app.exports import Export
    from tui.app.sheets.exporting import ask_for_file
    from tui.reports.difference import difference

    def blocks(store: Store, source: str) -> Sequence[Block]:
        return difference(store.project, *page.compared(), store.history("nodes", "snapshots"))

    ask_for_file(page, Export("difference", "what became of the category system", "changes.md", blocks))
