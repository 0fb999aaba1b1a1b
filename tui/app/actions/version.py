"""What keys do where a snapshot is looked at as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.version import VersionPage


def go_to_node(page: VersionPage, key: str) -> None:
    """Go to what became of a node, in the codebook."""
    page.open_row()


def restore_version(page: VersionPage, key: str) -> None:
    """Show what restoring this snapshot would do."""
    from tui.app.screens.difference import RestorePage

    page.app.open_page(RestorePage(page.session, page.snapshot))
