"""What keys do in the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.check import CheckPage


def repair(page: CheckPage, key: str) -> None:
    """Mend what can be mended without losing anything, and check again."""

    def done(what: list[str]) -> None:
        page.app.say(" ".join(what) or "Nothing could be mended from here.")
        page.verify()

    page.session.work(page.session.store.repair, done, "repairing…")
