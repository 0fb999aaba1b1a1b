"""What keys do in the list of versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.actions.panes import snapshot

if TYPE_CHECKING:
    from tui.app.screens.versions import VersionsPage

__all__ = ["snapshot"]


def compare_versions(page: VersionsPage, key: str) -> None:
    """Show what became of the category system between two versions."""
    from tui.app.screens.difference import DifferencePage

    two = page.two()
    if two is None:
        page.say("Two are compared, or one with now: mark no more than two.")
    else:
        page.app.open_page(DifferencePage(page.session, *two))


def look_at_version(page: VersionsPage, key: str) -> None:
    """Show a snapshot as it was."""
    from tui.app.screens.version import VersionPage

    page.app.open_page(VersionPage(page.session, page.here))


def restore_version(page: VersionsPage, key: str) -> None:
    """Show what restoring a snapshot would do."""
    from tui.app.screens.difference import RestorePage

    page.app.open_page(RestorePage(page.session, page.here))
