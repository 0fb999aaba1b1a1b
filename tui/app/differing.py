"""Why two codes differ, as it is written down with one of them, and who wrote it when."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING

from tui.app.layout.units_shown import initials_of
from tui.app.moments import clock

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.project import Project

_LATEST = 2_000
"""How many changes of codes and piles are looked through for who wrote it."""


def why_they_differ(project: Project, first: str, second: str) -> str:
    """Return because of what two nodes differ, whichever of them it is written down with; empty where it is not."""
    book = project.codebook
    for node, other in ((first, second), (second, first)):
        for named, because in (book.nodes[node].document.get("differs") or {}).items():
            if because and book.resolve(named) == other:
                return str(because)
    return ""


def who_wrote(session: Session, nodes: Collection[str], because: str) -> str:
    """Return the initials of who wrote why two nodes differ, and when; empty where the latest history does not say."""
    for entry in islice(session.store.history("nodes"), _LATEST):
        for table, identifier, _, after in entry.ops:
            fields = (after or {}).items() if table == "nodes" and identifier in nodes else ()
            if any(path.startswith("differs/") and value == because for path, value in fields):
                return f"{initials_of(session.project, entry.coder)}, {clock(entry.at)}"
    return ""
