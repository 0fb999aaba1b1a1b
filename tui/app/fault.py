"""A fault of Postil's own in words: where it arose, and whether the program was replaced beneath a running session."""

from __future__ import annotations

import sys
from pathlib import Path


def place_of(error: BaseException) -> str:
    """Return the kind of an error and where it arose, without its words, which may hold what a participant said."""
    trace = error.__traceback__
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/tui/" in code.co_filename:
            place = f"{code.co_filename.rpartition('/tui/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}{' in ' if place else ''}{place}"


def said_of(error: BaseException, since: float) -> str:
    """Return what is told of a fault in a session that was opened at a time, in seconds since the epoch."""
    if _is_replaced(since):
        return "Postil was replaced on the disk while it ran: q, and open it again. Nothing was lost."
    return f"This met a fault in Postil ({place_of(error)}). Nothing was lost."


def _is_replaced(since: float) -> bool:
    """Tell whether a module of Postil in use is gone from the disk, or was written since a time."""
    files = [module.__file__ for name, module in list(sys.modules.items()) if name.partition(".")[0] == "tui"]
    try:
        return any(Path(file).stat().st_mtime > since for file in files if file)
    except OSError:
        return True
