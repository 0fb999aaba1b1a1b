"""What a session shows: the project in memory, kept in step with the lines of the journals.

One's own lines and colleagues' come in by the same way. Most cost only the documents they touch; where files were
replaced or much arrived late, everything is replayed and only what came out otherwise is put in place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.errors import Damaged, NotSaved
from tui.model.documents import Document
from tui.model.project import Project
from tui.store import checkpoint, history
from tui.store.fold import Conflict, Entry, Fold, Key
from tui.store.journals import Journals
from tui.store.layout import JOURNALS
from tui.store.line import Line


class Touched(NamedTuple):
    """What lines changed: the documents, and the lines with their coders where they are known one by one."""

    documents: frozenset[Key]
    lines: tuple[Line, ...] = ()
    coders: frozenset[str] = frozenset()


class Shown:
    """A project in memory and how it follows from the journals."""

    def __init__(self, fold: Fold, journals: Journals, texts: Mapping[str, str]) -> None:
        self.project = Project(fold.tables, texts)
        self.fold = fold
        self.journals = journals
        self.lost: list[str] = []
        """Journals that hold less than the checkpoint was made from, which may then be the only copy."""
        self.is_ahead = False
        """Whether something is shown that was not there when the project was opened or a checkpoint was written."""
        self._revisions: dict[Key, tuple[int, str]] = {}
        self._disputes: tuple[list[Conflict], list[history.Dispute]] = ([], [])
        fold.tables = self.project.tables

    @classmethod
    def opened(cls, folder: Path, texts: Mapping[str, str]) -> Shown:
        """Read a project by its checkpoint and what was written since, or else all that was ever written.

        Raises:
            Damaged: nothing of it can be read.
        """
        journals = Journals(folder)
        journals.list_anew()
        found = checkpoint.read(folder)
        cut = checkpoint.agree(folder, found.marks) if found is not None else []
        if found is None or cut:
            shown = cls(Fold.replay(journals.read_everything()), journals, texts)
            shown.lost = cut
        else:
            for name, mark in found.marks.items():
                if name in journals.readers:
                    journals.readers[name].go_to(mark)
            shown = cls(found.fold, journals, texts)
            shown.show(line for reader in journals if not reader.closed for line in journals.read_rest(reader))
            shown.is_ahead = False
        if not any(shown.project.tables.values()):
            raise Damaged(
                f"Nothing can be read of the project in {folder}: put back its folder {JOURNALS} from a copy "
                "or ask a colleague for theirs."
            )
        return shown

    def poll(self) -> Touched | None:
        """Show what was written by others; return `None` where that is nothing."""
        lines, again = self.journals.poll()
        if again:
            return self.read_again()
        return self.show(lines) if lines else None

    def show(self, lines: Iterable[Line]) -> Touched:
        """Fold lines and let the project hold what they changed."""
        lines = tuple(lines)
        fresh, late = self.fold.apply(lines)
        if len(late) > history.MANY:
            return self.read_again()
        documents: dict[Key, Document | None] = dict(fresh)
        if late:
            for key, found in history.touching(self.journals, late).items():
                documents[key] = self.fold.refold(key, found)
        self._put(documents)
        coders = {line.journal: self.journals.readers[line.journal].coder for line in lines}
        for line in lines:
            for table, identifier, *_ in line.ops:
                self._revisions[table, identifier] = self.project.revision, coders[line.journal]
        return Touched(frozenset(documents), lines, frozenset(coders.values()))

    def read_again(self) -> Touched:
        """Replay everything, and let the project hold what came out otherwise."""
        entries = self.journals.read_everything()
        self.fold = Fold.replay(entries)
        self._disputes = ([], [])
        documents: dict[Key, Document | None] = {}
        for table, now_there in self.fold.tables.items():
            before = self.project.tables[table]
            for identifier, document in now_there.items():
                if before.get(identifier) != document:
                    documents[table, identifier] = document
            documents.update({(table, identifier): None for identifier in before if identifier not in now_there})
        self._put(documents)
        self.fold.tables = self.project.tables
        changed_by = self._last_of_others(entries, documents)
        self._revisions.update((key, (self.project.revision, coder)) for key, coder in changed_by.items())
        return Touched(frozenset(documents), coders=frozenset(changed_by.values()))

    def _last_of_others(self, entries: Iterable[Entry], documents: Container[Key]) -> dict[Key, str]:
        """Return who, of those writing elsewhere, has the last word on documents, by entries in their order."""
        readers = self.journals.readers
        return {
            (table, identifier): readers[journal].coder
            for _, journal, _, _, table, identifier, _, _ in entries
            if (table, identifier) in documents and not readers[journal].mine
        }

    def changed_since(self, key: Key, revision: int) -> str:
        """Return who changed a document since the project had this revision, empty where nobody did."""
        at, coder = self._revisions.get(key, (0, ""))
        return coder if at > revision else ""

    def disputes(self) -> list[history.Dispute]:
        """Return what two wrote at once and nobody settled; the journals are read only where that has changed."""
        pending = list(self.fold.conflicts.values())
        if pending != self._disputes[0]:
            self._disputes = pending, history.disputes(self.journals, pending)
        return list(self._disputes[1])

    @property
    def problems(self) -> list[str]:
        """What could not be read of the journals, in sentences."""
        told = [f"The journal {name} has lost lines: run postil check." for name in self.lost]
        told += [f"The journal {each.name} is not read: {each.problem}." for each in self.journals if each.problem]
        damaged = sum(len(each.damaged) + each.strange for each in self.journals)
        if damaged:
            told.append(f"{damaged} damaged lines are skipped: run postil check.")
        return told

    def keep(self) -> bool:
        """Write the checkpoint where it would hold everything there is; tell whether it was written."""
        if self.journals.skipped or self.lost:
            return False
        try:
            checkpoint.write(self.journals.folder, self.fold, self.journals)
        except NotSaved:
            return False
        self.is_ahead = False
        return True

    def _put(self, documents: Mapping[Key, Document | None]) -> None:
        for (table, identifier), document in documents.items():
            self.project.put(table, identifier, document)
        self.is_ahead = True
