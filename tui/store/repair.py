"""Mending what the check found, as far as that loses nothing.

Documents that only the checkpoint still has are written down again, as a line of one's own. Journals are never
rewritten.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.model.documents import TABLES, Operation, difference
from tui.model.project import Project
from tui.store import checkpoint
from tui.store.fold import Fold
from tui.store.journals import Journals
from tui.store.line import Line
from tui.store.shown import Shown


def repair(folder: Path, shown: Shown, write: Callable[[list[Operation], str], None]) -> list[str]:
    """Mend what can be mended without losing anything, with `write` for the line it takes; return what was done.

    Raises:
        NotSaved: it could not be written.
    """
    done = []
    operations = lost(folder, shown.project)
    if operations:
        write(operations, "restore from the checkpoint")
        done.append(f"{len(operations)} documents were restored from the checkpoint.")
    shown.lost = []
    if not shown.journals.skipped and (operations or checkpoint.read(folder) is None):
        checkpoint.write(folder, shown.fold, shown.journals)
        done.append("The checkpoint was written anew.")
    return done


def lost(folder: Path, project: Project) -> list[Operation]:
    """Return what makes the project as the checkpoint knew it, where journals lost lines that it was made from.

    Changes made after the checkpoint stand.
    """
    found = checkpoint.read(folder)
    if found is None:
        return []
    cut = checkpoint.agree(folder, found.marks)
    if not cut:
        return []
    known = _carried_on(folder, found)
    operations: list[Operation] = []
    for table in TABLES:
        for identifier, document in known.tables[table].items():
            before = project.tables[table].get(identifier)
            old, new = difference(table, before, document)
            if before is None or new:
                operations.append([table, identifier, old, new])
    return operations


def _carried_on(folder: Path, found: checkpoint.Checkpoint) -> Fold:
    """Return the checkpoint's documents with every later change of them that the journals still hold."""
    later = []
    for number, journal, total, _, *operation in Journals(folder).read_everything():
        mark = found.marks.get(journal)
        if mark is None or number > mark.n:
            later.append(Line(number, "", "", [operation], journal=journal, sum=total))
    # Begun at nothing, so that no line counts as late: what the checkpoint was made from is not all there any more.
    fold = Fold(found.fold.tables)
    fresh, _ = fold.apply(later)
    for (table, identifier), document in fresh.items():
        fold.tables[table][identifier] = document
    return fold
