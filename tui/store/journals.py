"""All journals of a project as one session reads them: how far, what was skipped, and what is new.

A journal is a set of lines. Files may grow, be replaced by git, shrink for a moment, heal or vanish while the program
runs; what was read once is never taken back for that, but a session that had to skip something says so.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tui.model.documents import TABLES
from tui.store.fold import Entry
from tui.store.layout import JOURNALS, coder_in, journal_names, journal_path
from tui.store.line import Line, Record, line_of, sum_in
from tui.store.migrate import FORMAT, lifted, refusal
from tui.store.reading import Damage, opened_stat, read_from, sift, understood
from tui.store.sharing import sharing

_NAMES = {table: table for table in TABLES}
"""Each table's name as one string for all operations."""

_SETTLING_SECONDS = 2.0
_SUM_AND_END = 18
_TOGETHER = 512
"""Lines that are understood at a time: as many as a processor's own memory holds. More is slower."""


class Mark(NamedTuple):
    """How far a journal was read: position, sum and number of the last line; and what its header and end said."""

    position: int
    sum: str
    n: int
    closed: bool
    coder: str
    project: str


@dataclass(slots=True)
class Reader:
    """How far one journal has been read."""

    name: str
    path: str
    coder: str
    inode: int = 0
    position: int = 0
    last_sum: str = ""
    last_n: int = 0
    closed: bool = False
    mine: bool = False
    """Written by this session, so that there is nothing to poll."""
    blind: bool = False
    format: int = FORMAT
    problem: str = ""
    """Why it is not read just now, in words."""
    strange: int = 0
    """Lines whose sums hold although they are none: a stranger wrote them."""
    refusal: str = ""
    project: str = ""
    damaged: list[Damage] = field(default_factory=list)

    def go_to(self, mark: Mark) -> None:
        """Take for read what a checkpoint was made from."""
        self.position, self.last_sum, self.last_n, self.closed, self.coder, self.project = mark

    def mark(self) -> Mark:
        """Return how far this has been read."""
        return Mark(self.position, self.last_sum, self.last_n, self.closed, self.coder, self.project)

    @property
    def agrees(self) -> bool:
        """Whether everything in the file was read and understood."""
        return not self.problem and not self.damaged and not self.strange


class Journals:
    """The journals in a project's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.readers: dict[str, Reader] = {}
        self._directory = str(folder / JOURNALS)
        self._directory_changed = -1
        self._settled_at = 0.0
        self.bytes_read = 0

    def __iter__(self) -> Iterator[Reader]:
        return iter(self.readers.values())

    @property
    def skipped(self) -> bool:
        """Whether something in some journal could not be read."""
        return any(not reader.agrees for reader in self)

    @property
    def refusal(self) -> str:
        """Why the project may not be written, empty where it may."""
        return next((reader.refusal for reader in self if reader.refusal), "")

    def add(self, name: str) -> Reader:
        """Take up a journal of which nothing has been read yet."""
        reader = Reader(name, str(journal_path(self.folder, name)), coder_in(name))
        self.readers[name] = reader
        return reader

    def forget(self, name: str) -> None:
        """Begin anew with a journal whose lines are all shown and kept elsewhere, if there is one of that name."""
        del self.readers[name]

    def list_anew(self) -> None:
        """Take up journals that are new in the folder; those that vanished stay, with a problem."""
        for name in journal_names(self.folder):
            if name not in self.readers:
                self.add(name)

    def read_everything(self) -> list[Entry]:
        """Read all journals from their starts; return their lines in no order."""
        self.list_anew()
        entries: list[Entry] = []
        shared = sharing()
        for reader in self:
            name = reader.name
            for records in self._records(reader, whole=True):
                entries += [
                    (record["n"], name, record["sum"], place, _NAMES[table], identifier, before, shared(after))
                    for record in records
                    if "ops" in record
                    for place, (table, identifier, before, after) in enumerate(record["ops"])
                    if table in _NAMES
                ]
        return entries

    def read_rest(self, reader: Reader) -> list[Line]:
        """Read what was added to one journal."""
        chunks = self._records(reader, whole=False)
        return [line_of(record, reader.name) for records in chunks for record in records if "ops" in record]

    def poll(self) -> tuple[list[Line], bool]:
        """Return the lines that are new, and whether files changed so that everything must be read again."""
        with suppress(OSError):
            self._list_if_changed()
        fresh: list[Line] = []
        again = False
        for reader in self.readers.values():
            if reader.closed or reader.mine or reader.blind:
                continue
            try:
                there = opened_stat(reader.path)
                if there.st_ino == reader.inode and there.st_size == reader.position and reader.agrees:
                    continue
                is_continued = self._is_continued(reader, there)
            except OSError as error:
                _not_readable(reader, error)
                continue
            if is_continued:
                fresh += self.read_rest(reader)
            else:
                again = again or not reader.problem
        return fresh, again

    def _list_if_changed(self) -> None:
        """List the folder while it is changing and shortly after: its time stamp is coarser than our polls."""
        changed = opened_stat(self._directory).st_mtime_ns
        moment = time.monotonic()
        if changed != self._directory_changed:
            self._directory_changed = changed
            self._settled_at = moment + _SETTLING_SECONDS
        elif moment > self._settled_at:
            return
        self.list_anew()

    def _is_continued(self, reader: Reader, there: os.stat_result) -> bool:
        """Tell whether a journal only grew; else it waits with a problem, or has none and must be read again."""
        if there.st_size < reader.position:
            reader.problem = "it is shorter than it was"
            return False
        if reader.problem or there.st_ino != reader.inode:
            reader.problem = ""
            if not ends_in(Path(reader.path), reader.position, reader.last_sum):
                return False
            reader.inode = there.st_ino
        return not any(healed(reader))

    def _records(self, reader: Reader, *, whole: bool) -> Iterator[list[Record]]:
        """Read a journal on from its position or from the start, some lines at a time, and note what was skipped."""
        path = Path(reader.path)
        start = 0 if whole else reader.position
        try:
            data = read_from(path, start)
            reader.inode = path.stat().st_ino
        except OSError as error:
            _not_readable(reader, error)
            return
        self.bytes_read += len(data)
        if whole:
            reader.problem, reader.damaged, reader.strange, reader.closed = "", [], 0, False
        sifted = sift(data, start)
        reader.damaged += sifted.damaged
        reader.position = sifted.end
        if not sifted.lines:
            return
        reader.last_sum = sum_in(sifted.lines[-1])
        lines = _each_once(sifted.lines)
        del data, sifted
        for start in range(0, len(lines), _TOGETHER):
            records, strange = understood(lines[start : start + _TOGETHER])
            reader.strange += strange
            for record in records:
                if "ops" not in record:
                    _heed(reader, record)
            if reader.blind:
                return
            reader.last_n = max(reader.last_n, records[-1]["n"]) if records else reader.last_n
            yield lifted(records, reader.format) if reader.format < FORMAT else records


def ends_in(path: Path, position: int, total: str) -> bool:
    """Tell whether a line with this sum ends at a position of a journal (0: nothing needs to stand before it)."""
    if position == 0:
        return True
    before = read_from(path, max(0, position - _SUM_AND_END - 1), position)
    return before.rstrip(b"\n")[-_SUM_AND_END:] == b'%b"}' % total.encode()


def healed(reader: Reader) -> Iterator[Damage]:
    """Yield the damaged places of a journal whose bytes are no longer those that were skipped."""
    for damage in reader.damaged:
        end = damage.start + len(damage.raw)
        if read_from(Path(reader.path), damage.start, end) != damage.raw:
            yield damage


def _each_once(lines: list[bytes]) -> list[bytes]:
    """Leave out the lines that a merge by git has doubled."""
    return lines if len({raw[-_SUM_AND_END:] for raw in lines}) == len(lines) else list(dict.fromkeys(lines))


def _heed(reader: Reader, record: Record) -> None:
    """Note what a header or a closing line says."""
    if "format" in record:
        reader.coder = str(record.get("coder", reader.coder))
        reader.project = str(record.get("project", ""))
        reader.blind = bool(record.get("blind"))
        reader.format = record["format"] if isinstance(record["format"], int) else FORMAT
        reader.refusal = refusal(record)
    elif record.get("closed"):
        reader.closed = True


def _not_readable(reader: Reader, error: OSError) -> None:
    reader.problem = "it is gone" if isinstance(error, FileNotFoundError) else "it may not be read"
