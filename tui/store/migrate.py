"""Formats: which this program reads and writes, and how lines of an older one are lifted to it.

A format is a number in each journal's header. Lifting is a pure function from one line to one line of the next
format; journals themselves are never rewritten. A header of a format after the first also says in `needs` which
version of Postil reads it, so that an older program can tell its user what to install.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tui.store.line import Record

FORMAT = 1
"""What this program writes."""

Lift = Callable[[Record], Record]

LIFTS: Mapping[int, Lift] = {}
"""By format: what makes a line of it one of the next."""


def lifted(records: Iterable[Record], written_in: int) -> list[Record]:
    """Return lines of an older format as lines of this one."""
    result = list(records)
    for step in range(written_in, FORMAT):
        lift = LIFTS.get(step)
        if lift is not None:
            result = [lift(record) for record in result]
    return result


def refusal(header: Record) -> str:
    """Return why a project with such a journal may only be read, empty where it may be written."""
    written_in = header.get("format", FORMAT)
    if not isinstance(written_in, int) or written_in <= FORMAT:
        return ""
    needed = header.get("needs")
    install = f"Postil {needed} or later" if isinstance(needed, str) else "the newer Postil that its writers use"
    return f"To write here, install {install}: it was written in format {written_in}."
