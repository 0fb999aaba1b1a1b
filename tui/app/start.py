"""How the app is started on a project and what is said when it cannot be, or when it stopped by itself."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.terminal import forget_textual_switches, refusal_here, terminal_of
from tui.errors import Mistake, PostilError

if TYPE_CHECKING:
    from tui.store.project import Store


class Stopped(PostilError):
    """The app ended by a fault of its own; nothing that was edited is lost."""

    status = 3


def open_project(folder: Path, sit: Callable[[Store], str] | None = None) -> None:
    """Open a project in the terminal until one leaves.

    `sit` says who writes, once the project is open, and returns what there is to say about that; without it that is
    whoever this user last was here.

    Raises:
        Mistake: this terminal cannot show the app, or the folder holds no project.
        Stopped: the app ended by a fault of its own.
    """
    reason = refusal_here()
    if reason:
        raise Mistake(reason)
    forget_textual_switches()
    import resource  # not on Windows, which was refused above

    # A core file would hold transcripts.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What is made until the first screen stands is there to stay; the app collects from then on.
    gc.disable()
    following: Path | None = folder
    try:
        while following is not None:
            following = _opened(following, sit if following == folder else None)
    finally:
        gc.enable()


def _opened(folder: Path, sit: Callable[[Store], str] | None) -> Path | None:
    """Run the app on one project; return the one to go on with, if any."""
    from tui.app.app import PostilApp
    from tui.store.project import Store

    store = Store.open(folder)
    try:
        said = ""
        if sit is not None:
            said = sit(store)
        elif (last := store.last_coder()) is not None:
            store.sit(last)
        kept = store.state.read()
        terminal = terminal_of(os.environ, str(kept.get("colours") or ""), str(kept.get("marks") or ""))
        app = PostilApp(store, terminal, said)
        app.run()
        if app.session.edited:
            store.checkpoint()
    finally:
        store.close()
    if app.fault:
        raise Stopped(
            f"Postil stopped by a fault of its own ({app.fault}). "
            "Every edit was saved when it was made; open the project again."
        )
    return app.next_folder
