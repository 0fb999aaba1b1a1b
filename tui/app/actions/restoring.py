"""What keys do where it is shown what restoring a snapshot would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.difference import RestorePage
    from tui.store.project import Receipt


def restore_now(page: RestorePage, key: str) -> None:
    """Restore the snapshot, in one step, asking why where the project wants it, and go back to the codebook."""
    from tui.model.edits.snapshots import RestoreSnapshot

    app, session = page.app, page.session

    def restore(reason: str) -> None:
        session.do(RestoreSnapshot(page.snapshot, reason), then=done, say=False)

    def done(receipt: Receipt) -> None:
        page.desk.pane = "codebook"
        app.show_main()
        app.say(receipt.told, undo=True)

    if not page.ids:
        page.say("Nothing to change: it is as that version has it.")
    elif page.project.setting("reasons"):
        page.ask("Restored, because", restore, word="restore", draft=f"restore {page.snapshot}")
    else:
        restore("")
