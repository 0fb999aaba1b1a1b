"""What happened: all transactions, the newest first, and those that touch one document. Read from the journals."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import Mistake
from tui.model.documents import Document, Operation, value_at
from tui.model.project import Project
from tui.store.fold import Conflict, Fold, Key
from tui.store.journals import Journals, Reader
from tui.store.line import Line, is_sound, line_of, sound_parts
from tui.store.reading import lines_backwards, read_from, understood

MANY = 50
"""More documents than this are not worth looking for one by one: a replay is quicker."""


class HistoryEntry(NamedTuple):
    """One transaction as history tells it."""

    n: int
    journal: str
    coder: str
    at: str
    """ISO 8601, UTC, by the clock of the coder's machine."""
    what: str
    ops: list[Operation]
    undoes: tuple[int, str] | None = None
    """Number and journal of the transaction that it takes back, where it does."""


class Dispute(NamedTuple):
    """A conflict with both its sides. The value in force is the document's own."""

    table: str
    id: str
    path: str
    found: Any
    """What stood there and was replaced."""
    found_by: str
    found_at: str
    value: Any
    """What replaced it."""
    by: str
    at: str
    n: int
    journal: str
    beside: Document
    """Fields that mean what they should only together with what stood there: of a unit's spans the text."""

    def settled(self, project: Project, value: object) -> Operation:
        """Return the operation that lets a value stand, also where it stands already."""
        document = project.tables[self.table].get(self.id)
        fields = {self.path: value, **(self.beside if value == self.found else {})}
        return [self.table, self.id, {path: value_at(document, self.table, path) for path in fields}, fields]


def newest_first(readers: Iterable[Reader], holding: Sequence[bytes] = ()) -> Iterator[tuple[Line, bytes]]:
    """Yield the transactions of some journals with their bytes, each once, the last in the order of lines first.

    `holding`: only those whose bytes hold one of these; the others need not be understood then.
    """
    streams = [_backwards(reader, holding) for reader in readers if not reader.blind]
    seen: set[str] = set()
    for line, raw in heapq.merge(*streams, key=lambda each: each[0].order, reverse=True):
        if line.sum not in seen:
            seen.add(line.sum)
            yield line, raw


def entries(journals: Journals, tables: Iterable[str] = (), until: str = "") -> Iterator[HistoryEntry]:
    """Yield everything that happened, the newest first.

    `tables`: only what touches one of these; what takes something back is told in any case. `until`: nothing after
    this head, a number and a sum.
    """
    holding = [b'["%b",' % table.encode() for table in tables]
    if holding:
        holding += [b'"undo":[', *([until.partition("-")[2].encode()] if until else [])]
    is_later = bool(until)
    for line, _ in newest_first(journals, holding):
        is_later = is_later and f"{line.n}-{line.sum}" != until
        if is_later:
            continue
        coder = journals.readers[line.journal].coder
        yield HistoryEntry(line.n, line.journal, coder, line.at, line.do, line.ops, line.undo)


def as_of(folder: Path, head: str) -> Fold:
    """Return what the lines up to a head, a number and a sum, made.

    Raises:
        Mistake: there is no such line.
    """
    found = Journals(folder).read_everything()
    for last in (entry[:3] for entry in found if f"{entry[0]}-{entry[2]}" == head):
        return Fold.replay([entry for entry in found if entry[:3] <= last])
    raise Mistake(f"The history of this project has no head {head}; it may be that of another copy.")


def touching(journals: Journals, keys: Collection[Key]) -> dict[Key, list[Line]]:
    """Return all lines read so far that touch some documents, by document and in no order."""
    found: dict[Key, list[Line]] = {key: [] for key in keys}
    needles = [identifier.encode() for _, identifier in keys]
    for reader in journals:
        if reader.blind:
            continue
        with suppress(OSError):
            data = read_from(Path(reader.path), 0, reader.position)
            for line in _lines_with(data, needles, reader.name):
                for key in {(operation[0], operation[1]) for operation in line.ops}:
                    if key in found:
                        found[key].append(line)
    return found


def disputes(journals: Journals, conflicts: Iterable[Conflict]) -> list[Dispute]:
    """Return the conflicts with who wrote which side and when, the newest first.

    A place that an amendment of the source's text gave, and that somebody's own has replaced, is nobody's loss.
    """
    pending = [each for each in conflicts if (each.table, each.path) != ("units", "text")]
    lines = touching(journals, {(each.table, each.id) for each in pending}) if pending else {}
    found = [each for one in pending if (each := _dispute(journals, one, lines[one.table, one.id])) is not None]
    return sorted(found, key=lambda each: (each.n, each.journal, each.path), reverse=True)


def _dispute(journals: Journals, conflict: Conflict, lines: Iterable[Line]) -> Dispute | None:
    loser: Line | None = None
    winner: Line | None = None
    value = None
    for line in sorted(lines, key=lambda line: line.order):
        written = _written(line, conflict)
        if written is None:
            continue
        if (line.n, line.journal) == (conflict.n, conflict.journal):
            winner, value = line, written[0]
            break
        loser = line
    if loser is not None and _only_anchored(loser, conflict):
        return None
    return Dispute(
        conflict.table,
        conflict.id,
        conflict.path,
        conflict.found,
        _coder(journals, loser),
        loser.at if loser else "",
        value,
        _coder(journals, winner),
        winner.at if winner else "",
        conflict.n,
        conflict.journal,
        _beside(loser, conflict),
    )


def _only_anchored(line: Line, conflict: Conflict) -> bool:
    """Tell whether a line wrote a value only because it amended a source's text."""
    if conflict.table == "sources" and not conflict.path.startswith("corrections/"):
        return False
    is_amendment = any(table == "sources" and before and "text" in after for table, _, before, after in line.ops)
    return is_amendment and conflict.path.partition("/")[0] in ("spans", "uncertain", "on", "corrections")


def _beside(line: Line | None, conflict: Conflict) -> Document:
    if line is None or (conflict.table, conflict.path) != ("units", "spans"):
        return {}
    for table, identifier, _, after in line.ops:
        if (table, identifier) == ("units", conflict.id) and "text" in after:
            return {"text": after["text"]}
    return {}


def _written(line: Line, conflict: Conflict) -> tuple[Any] | None:
    """Return what a line wrote to the disputed field, `None` where it left it alone."""
    field, slash, key = conflict.path.partition("/")
    for table, identifier, _, after in line.ops:
        if (table, identifier) == (conflict.table, conflict.id):
            if conflict.path in after:
                return (after[conflict.path],)
            entries = after.get(field)
            if slash and isinstance(entries, dict) and key in entries:
                return (entries[key],)
    return None


def _coder(journals: Journals, line: Line | None) -> str:
    return journals.readers[line.journal].coder if line is not None else ""


def _backwards(reader: Reader, holding: Sequence[bytes]) -> Iterator[tuple[Line, bytes]]:
    with suppress(OSError):
        yield from lines_backwards(Path(reader.path), reader.name, reader.position, holding)


def _lines_with(data: bytes, needles: Iterable[bytes], journal: str) -> Iterator[Line]:
    """Yield the lines whose bytes hold one of the needles."""
    starts: set[int] = set()
    for needle in needles:
        at = data.find(needle)
        while at >= 0:
            starts.add(data.rfind(b"\n", 0, at) + 1)
            end = data.find(b"\n", at)
            at = data.find(needle, end) if end >= 0 else -1
    for start in sorted(starts):
        end = data.find(b"\n", start)
        piece = data[start:] if end < 0 else data[start:end]
        for raw in [piece] if is_sound(piece) else sound_parts(piece):
            yield from (line_of(record, journal) for record in understood([raw])[0] if "ops" in record)
