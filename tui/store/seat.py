"""Which journal is mine: one that this user began on this machine and that no other session of theirs holds.

No journal ever has two writers, so no lock has to work across machines: a session that cannot be sure begins a new
journal. What it wrote to a journal that was replaced underneath it writes again to the next.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tui.errors import NotSaved
from tui.store import claim
from tui.store.claim import Claim
from tui.store.journal import Journal, Replaced
from tui.store.journals import Journals
from tui.store.layout import journal_path, mine_path, new_journal_name
from tui.store.line import Line, now
from tui.store.migrate import FORMAT
from tui.store.reading import sift


class Seat:
    """Where one session of one coder writes. The journal is opened, or begun, with the first line."""

    def __init__(self, folder: Path, coder: str, journals: Journals) -> None:
        self.coder = coder
        self._folder = folder
        self._journals = journals
        self._guard = threading.Lock()
        self._lock = -1
        self._name = ""
        self._journal: Journal | None = None
        self._homeless: list[bytes] = []
        """Lines that were on disk once and are nowhere now, to be written to the next journal."""

    @property
    def name(self) -> str:
        """The journal's name, empty while none is taken."""
        return self._name

    def look(self) -> bool:
        """Take a journal that is mine and free, the one used last; tell whether another session has one of mine."""
        mine = [name for name, laid in claim.mine(self._folder) if laid.coder == self.coder]
        held = any(claim.is_held(self._folder, name) for name in mine)
        self._take_of(mine)
        return held

    def _take_of(self, names: Iterable[str]) -> None:
        for name in names:
            reader = self._journals.readers.get(name)
            if reader is None or reader.closed or reader.blind or not reader.agrees:
                continue
            lock = claim.take(self._folder, name)
            if lock >= 0:
                self._lock, self._name = lock, name
                return

    def journal(self) -> Journal:
        """Return the journal to write to, opened or begun now if need be.

        Raises:
            NotSaved: none can be written.
        """
        with self._guard:
            if self._journal is not None and not self._journal.broken:
                return self._journal
            if self._journal is None and self._name:
                self._journal = self._resumed()
            if self._journal is None or self._journal.broken:
                self.leave(for_good=self._journal is not None)
                self._journal = self._begun()
            return self._journal

    def append(self, line: Line) -> None:
        """Have a line on disk, in the next journal where this one is full or was replaced.

        Raises:
            NotSaved: it is not on disk and nothing of it is kept.
        """
        try:
            journal = self.journal()
            if journal.is_full:
                journal = self._next_after(journal, line.n)
            try:
                line.sum = journal.append(line.record())
            except Replaced:
                journal = self.rescue()
                line.sum = journal.append(line.record())
        except Replaced as error:
            raise NotSaved(f"NOT SAVED: the journals in {self._folder} are being replaced by somebody.") from error
        line.journal, line.end = journal.name, journal.size

    def _next_after(self, full: Journal, number: int) -> Journal:
        """Close a journal that is full with a line that says so, and begin another.

        Raises:
            NotSaved: none can be written.
        """
        with suppress(NotSaved, Replaced):
            full.append({"n": number, "at": now(), "closed": True})
        with self._guard:
            self.leave(for_good=True)
            self._journal = self._begun()
            return self._journal

    def rescue(self) -> Journal:
        """Leave the journal, whose file was replaced, and begin another with the lines that are gone from its path.

        Raises:
            NotSaved: none can be written.
            Replaced: that one too was replaced at once.
        """
        with self._guard:
            assert self._journal is not None
            self._homeless, name = self._lost(), self._name
            is_all_known = self._journal.was_begun_here or not self._journal.is_at_its_path
            self.leave(for_good=True)
            if is_all_known:
                self._journals.forget(name)
            self._journal = self._begun()
            return self._journal

    def _lost(self) -> list[bytes]:
        """Return the lines that the journal's file held, as far as they are known, and that are not at its path now."""
        assert self._journal is not None
        held = sift(self._journal.everything(), 0).lines
        held += [*self._homeless, *(raw.rstrip(b"\n") for raw in self._journal.written)]
        try:
            there = set(sift(self._journal.path.read_bytes(), 0).lines)
        except OSError:
            there = set()
        lost: dict[bytes, None] = {raw: None for raw in held if raw not in there}
        return [raw for raw in lost if b'"ops":' in raw]

    def leave(self, *, for_good: bool = False) -> None:
        """Let go of the journal; for good: no session continues it."""
        journal, lock = self._journal, self._lock
        self._journal, self._lock = None, -1
        if self._name in self._journals.readers:
            self._journals.readers[self._name].mine = False
        if lock >= 0:
            with suppress(OSError):
                if for_good:
                    mine_path(self._folder, self._name).unlink(missing_ok=True)
                elif journal is not None:
                    self._claim_to(journal).write(lock)
            os.close(lock)
        if journal is not None:
            journal.close()
        self._name = ""

    def _resumed(self) -> Journal | None:
        reader = self._journals.readers[self._name]
        try:
            journal = Journal.resume(self._name, Path(reader.path), reader.position, reader.last_sum)
        except Replaced:
            return None
        reader.mine = True
        return journal

    def _begun(self) -> Journal:
        """Begin a journal, with the lines that have lost their place.

        Raises:
            NotSaved: it could not be written, and nothing of it stays behind.
            Replaced: it was replaced at once.
        """
        project = next((reader.project for reader in self._journals if reader.project), "")
        name = new_journal_name(self._folder, self.coder)
        journal = begin(self._folder, name, self.coder, project)
        try:
            journal.append_again(self._homeless)
            self._lock = claim.lay(mine_path(self._folder, name), self._claim_to(journal))
        except (NotSaved, Replaced):
            journal.abolish()
            raise
        self._homeless, self._name = [], name
        reader = self._journals.add(name)
        reader.inode = journal.inode
        reader.position, reader.last_sum = journal.size, journal.last_sum
        reader.coder, reader.project, reader.mine = self.coder, project, True
        return journal

    def _claim_to(self, journal: Journal) -> Claim:
        return Claim(self.coder, claim.this_machine(), os.getuid(), journal.inode, journal.size, journal.last_sum)


def begin(folder: Path, name: str, coder: str, project: str) -> Journal:
    """Begin a new journal of a project.

    Raises:
        NotSaved: it could not be written.
    """
    header = {"n": 0, "format": FORMAT, "epoch": 0, "project": project, "coder": coder, "at": now()}
    return Journal.begin(name, journal_path(folder, name), header)
