"""The store: the only door to a project on disk. Open, build a line, append it, apply it, undo, poll, close.

An edit takes three steps, so that the application can save on a thread: `build` turns it into a line, `append` has the
line on disk, `apply` shows it, by the way colleagues' lines are shown. Memory never holds what is not on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import ReadOnly
from tui.model.documents import Operation
from tui.model.project import Project
from tui.model.transaction import Edit, compose
from tui.store import claim, founding, history, opening, repair
from tui.store.fold import Key
from tui.store.history import Dispute, HistoryEntry
from tui.store.line import Line, now
from tui.store.seat import Seat
from tui.store.shown import Shown, Touched
from tui.store.state import State
from tui.store.texts import Texts
from tui.store.undo import Undo

if TYPE_CHECKING:
    from tui.store.integrity import Problem
    from tui.store.tables import ProjectDatabase

create = founding.create

_SMALL = 2000
"""Documents up to which a command writes a checkpoint for what it changed."""

_MUCH_READ = 1 << 20
"""Bytes read beyond the checkpoint after which an opening writes a new one."""


class Receipt(NamedTuple):
    """An edit that is saved and shown."""

    n: int
    sentence: str
    documents: tuple[Key, ...]

    @property
    def told(self) -> str:
        """What was done, as whoever did it is told."""
        return f"Done: {self.sentence}"


class Store:
    """A project that is open."""

    def __init__(self, folder: Path, shown: Shown, texts: Texts) -> None:
        self.folder = folder
        self.project = shown.project
        self.texts = texts
        self.read_only = ""
        """Why nothing can be written, empty where it can."""
        self.coder: str | None = None
        self.is_elsewhere = False
        """Whether the coder has another session open on this machine."""
        self._shown = shown
        self._journals = shown.journals
        self._seat: Seat | None = None
        self._undo: Undo | None = None
        self._pending: Line | None = None
        self._db: ProjectDatabase | None = None

    @classmethod
    def open(cls, folder: Path | str, *, coder: str | None = None, write: bool = True) -> Store:
        """Open a project, to read it until somebody sits down with `sit`.

        Raises:
            Mistake: the folder holds no project.
            Damaged: it holds one of which nothing can be read.
        """
        folder = Path(folder)
        store = cls(folder, *opening.read(folder, write=write))
        store.read_only = opening.why_not_write(folder, store._journals, write=write)
        if store._journals.bytes_read > _MUCH_READ:
            store.checkpoint()
        if coder is not None:
            store.sit(coder)
        return store

    def sit(self, coder: str) -> None:
        """Write as this coder from now on; the journal is begun with the first edit if there is none to go on with."""
        if self._seat is not None:
            self._seat.leave()
        self.coder = coder
        self._undo = Undo(self.project, self._journals, coder)
        self._seat = None
        if not self.read_only:
            self._seat = Seat(self.folder, coder, self._journals)
            self.is_elsewhere = self._seat.look()
            # Another session of ours may have written to that journal since it was read.
            self.poll()

    def last_coder(self) -> str | None:
        """Return the coder as whom this user last wrote here, on this machine."""
        gone = {coder for coder, document in self.project.tables["coders"].items() if document.get("removed")}
        return claim.last_coder(self.folder, gone)

    def build(self, edits: Sequence[Edit], sentence: str | None = None) -> Line | None:
        """Return the line that makes some edits, `None` where they change nothing.

        From now until the line is applied, or given up with `abandon`, no colleague's lines are shown.

        Raises:
            Mistake: an edit breaks a rule; none of them is made.
            ReadOnly: nothing can be written.
        """
        self._must_write()
        composed = compose(self.project, edits, sentence)
        return self._line(composed.operations, composed.sentence)

    def abandon(self, line: Line) -> None:
        """Give up a line that was built and will not be appended."""
        if self._pending is line:
            self._pending = None

    def append(self, line: Line) -> None:
        """Have a line on disk: one write and one sync. It blocks, so the application calls it on its thread.

        Raises:
            NotSaved: it is not on disk and nothing of it is kept; the message says why.
        """
        if self._seat is None:
            raise ReadOnly(self.read_only or "Nobody has said who writes.")
        try:
            self._seat.append(line)
        except BaseException:
            self.abandon(line)
            raise

    def apply(self, line: Line) -> Touched:
        """Show a line that is on disk."""
        reader = self._journals.readers[line.journal]
        reader.position, reader.last_sum, reader.last_n = line.end, line.sum, line.n
        self.abandon(line)
        return self._shown.show([line])

    def commit(self, *edits: Edit, sentence: str | None = None) -> Receipt | None:
        """Make some edits: one line, one sync, one step to undo. Return `None` where they change nothing.

        Raises:
            Mistake, ReadOnly, NotSaved: as `build` and `append`.
        """
        line = self.build(edits, sentence)
        return None if line is None else self._saved(line)

    def undo_line(self) -> Line:
        """Return the line that takes back the coder's last step.

        Raises:
            Mistake: there is none, or somebody changed what it did: the next time it is passed over.
            ReadOnly: nothing can be written.
        """
        self._must_write()
        assert self._undo is not None
        self._pending = self._undo.undo(self._next_number())
        return self._pending

    def redo_line(self) -> Line:
        """Return the line that brings back what was last taken back.

        Raises:
            Mistake, ReadOnly: as `undo_line`.
        """
        self._must_write()
        assert self._undo is not None
        self._pending = self._undo.redo(self._next_number())
        return self._pending

    def undo(self) -> Receipt:
        """Take back the coder's last step.

        Raises:
            Mistake, ReadOnly, NotSaved: as `undo_line` and `append`.
        """
        return self._saved(self.undo_line())

    def redo(self) -> Receipt:
        """Bring back what was last taken back.

        Raises:
            Mistake, ReadOnly, NotSaved: as `redo_line` and `append`.
        """
        return self._saved(self.redo_line())

    def add_text(self, text: str) -> str:
        """Have a transcript on disk, before the line that names it; return its hash.

        Raises:
            ValueError: it is not in NFC with LF for its line breaks.
            NotSaved, ReadOnly: it could not be written.
        """
        self._must_write()
        return self.texts.add(text)

    def poll(self) -> Touched | None:
        """Show what colleagues wrote since the last time; return `None` where that is nothing."""
        if self._pending is not None:
            return None
        touched = self._shown.poll()
        if self._journals.refusal and not self.read_only:
            self.read_only = self._journals.refusal
        return touched

    def changed_since(self, table: str, identifier: str, revision: int) -> str:
        """Return who changed a document since the project had this revision, empty where nobody did."""
        return self._shown.changed_since((table, identifier), revision)

    def history(self, *tables: str, until: str = "") -> Iterator[HistoryEntry]:
        """Yield all that happened, or just what touches some tables and what was taken back, the newest first.

        `until` is a head of the history: what came later is left out.
        """
        return history.entries(self._journals, tables, until)

    def conflicts(self) -> list[Dispute]:
        """Return what two wrote at once and nobody settled, the newest first."""
        return self._shown.disputes()

    def settle_line(self, dispute: Dispute, value: object) -> Line:
        """Return the line that lets a value stand where two were written at once, also where it stands already.

        Raises:
            ReadOnly: nothing can be written.
        """
        self._must_write()
        line = self._line([dispute.settled(self.project, value)], f"settle {dispute.path.replace('/', ' ')}")
        assert line is not None, "one operation makes a line"
        return line

    def head(self) -> str:
        """Return what names the history up to now, as exports print it."""
        number, _, total = self._shown.fold.head
        return f"{number}-{total}"

    def at(self, head: str) -> Project:
        """Return the project as it was at a head of its history.

        Raises:
            Mistake: its history has no such head.
        """
        return Project(history.as_of(self.folder, head).tables, self.texts)

    def check(self) -> list[Problem]:
        """Return what is wrong with the project's files; nothing is changed."""
        from tui.store import integrity

        return integrity.check(self.folder, self.project)

    def repair(self) -> list[str]:
        """Mend what can be mended without losing anything; return what was done.

        Raises:
            ReadOnly, NotSaved: it could not be written.
        """
        self._must_write()
        return repair.repair(self.folder, self._shown, self._commit_operations)

    @property
    def state(self) -> State:
        """Where the coder was: place, folds, drafts."""
        if self._seat is None or self.coder is None:
            return State(self.folder, "", self.coder or "")
        return State(self.folder, self._seat.name or f"{self.coder}.reading", self.coder)

    @property
    def db(self) -> ProjectDatabase:
        """The project as a TinyDB database; its updates are committed, a line each."""
        if self._db is None:
            from tui.store.tables import ProjectDatabase  # most commands never need it

            self._db = ProjectDatabase(self.project, self._commit_operations)
        return self._db

    @property
    def problems(self) -> list[str]:
        """What could not be read of the journals, in sentences."""
        return self._shown.problems

    def checkpoint(self) -> bool:
        """Write the checkpoint, so that the next opening is quick; tell whether it was written."""
        return not self.read_only and self._shown.keep()

    def close(self) -> None:
        """Leave the project. What a command changed in a small one goes into the checkpoint."""
        if self._shown.is_ahead and sum(map(len, self.project.tables.values())) < _SMALL:
            self.checkpoint()
        if self._seat is not None:
            self._seat.leave()
            self._seat = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _must_write(self) -> None:
        if self.read_only:
            raise ReadOnly(self.read_only)
        if self.coder is None:
            raise ReadOnly("Nobody has said who writes: name the coder with --coder NAME.")

    def _line(self, operations: list[Operation], sentence: str) -> Line | None:
        self._pending = Line(self._next_number(), now(), sentence, operations) if operations else None
        return self._pending

    def _next_number(self) -> int:
        return self._shown.fold.head[0] + 1

    def _saved(self, line: Line) -> Receipt:
        self.append(line)
        touched = self.apply(line)
        return Receipt(line.n, line.do, tuple(sorted(touched.documents)))

    def _commit_operations(self, operations: list[Operation], sentence: str) -> None:
        self._must_write()
        line = self._line(operations, sentence)
        if line is not None:
            self._saved(line)
