"""Opening a project: reading everything there is of it, and finding out whether it may be written."""

from __future__ import annotations

import gc
from pathlib import Path

from tui.errors import Damaged, Mistake
from tui.store import rights
from tui.store.durable import reason
from tui.store.journals import Journals
from tui.store.layout import is_project
from tui.store.shown import Shown
from tui.store.texts import Texts


def read(folder: Path, *, write: bool) -> tuple[Shown, Texts]:
    """Return what a project holds, and its texts; modes that are wrong are mended where it shall be written.

    Raises:
        Mistake: the folder holds no project, or one that may not be read.
        Damaged: it holds one of which nothing can be read.
    """
    if not is_project(folder):
        raise Mistake(f"There is no project in {folder}. Make one with: postil new {folder} --title TITLE")
    if write:
        rights.mend(folder)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        texts = Texts(folder)
        shown = Shown.opened(folder, texts)
    except PermissionError as error:
        raise Mistake(f"You may not read the project in {folder}; ask its owner for access.") from error
    except OSError as error:
        raise Damaged(f"The project in {folder} cannot be read: {reason(error)}.") from error
    finally:
        if was_enabled:
            gc.enable()
    # A full collection at 100,000 units would stop everything for a tenth of a second, again and again.
    gc.freeze()
    return shown, texts


def why_not_write(folder: Path, journals: Journals, *, write: bool) -> str:
    """Return why nothing can be written in a project, empty where it can."""
    if not write:
        return "The project was opened for reading only."
    return journals.refusal or rights.refusal(folder)
