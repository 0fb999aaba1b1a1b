"""What keys do where it is shown what restoring a snapshot would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.difference import RestorePage
    from tui.store.project import Receipt


def restore_now(page: RestorePage, key: str) -> None:
    """Restore the snapshot, in one step, and go back to the codebook."""
    from tui.model.edits.snapshots import RestoreSnapshot

    app, session = page.app, page.session

    def done(receipt: Receipt) -> None:
        page.desk.pane = "codebook"
        app.show_main()
        app.say(receipt.told, undo=True)

    if page.ids:
        session.do(RestoreSnapshot(page.snapshot), then=done, say=False)
    else:
        page.say("Nothing to change: it is as that version has it.")
