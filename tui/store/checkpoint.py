"""The checkpoint, `project.json`: the tables as one TinyDB file, and how far into each journal they reach.

It is to the journals what a database file is to its write-ahead log: quicker to open, never the truth, and it may be
deleted at any time. Its first table names a checksum of everything after it, so that damage anywhere and editing by
hand show. Stock TinyDB lists and searches the documents that are alive; removed ones stand in a table of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from tui.model.documents import TABLES
from tui.store.durable import not_saved, replace
from tui.store.fold import Conflict, Fold, Tables
from tui.store.journals import Journals, Mark, ends_in
from tui.store.layout import CHECKPOINT, journal_path
from tui.store.line import SUM_BYTES
from tui.store.migrate import FORMAT

MODE = 0o660
_BEGIN = b'{"checkpoint": {"1": {"sum": "'
_SUM_DIGITS = 2 * SUM_BYTES


class Checkpoint(NamedTuple):
    """A checkpoint that is whole."""

    fold: Fold
    marks: dict[str, Mark]


def read(folder: Path) -> Checkpoint | None:
    """Return the checkpoint, `None` where there is none or it is not as it was written."""
    try:
        data = (folder / CHECKPOINT).read_bytes()
    except OSError:
        return None
    begin = len(_BEGIN) + _SUM_DIGITS
    if data[: len(_BEGIN)] != _BEGIN:
        return None
    # Summing leaves the interpreter to others, so on a second processor it takes no time of its own.
    totals: list[bytes] = []
    summing = Thread(target=lambda: totals.append(_sum([memoryview(data)[begin:]])))
    summing.start()
    try:
        contents = json.loads(data)
    except (ValueError, RecursionError):
        contents = None
    summing.join()
    if totals != [data[len(_BEGIN) : begin]]:
        return None
    try:
        return _understood(contents)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # the sum is right and nothing else: somebody made it so


def _understood(contents: Any) -> Checkpoint | None:
    about = contents["checkpoint"]["1"]
    if about["format"] != FORMAT:
        return None
    tables = {table: {each["id"]: each for each in contents.get(table, {}).values()} for table in TABLES}
    for document in contents.get("removed", {}).values():
        tables[document.pop("table")][document["id"]] = document
    number, journal, total = about["head"]
    conflicts = [Conflict(*each["conflict"]) for each in contents.get("conflicts", {}).values()]
    fold = Fold(tables, (number, journal, total), conflicts, [(table, each) for table, each in about["waiting"]])
    return Checkpoint(fold, {name: Mark(*mark) for name, mark in about["marks"].items()})


def write(folder: Path, fold: Fold, journals: Journals) -> None:
    """Put a checkpoint in place of the one that is there, in one step.

    Raises:
        NotSaved: it could not be written; the one that is there is unharmed.
    """
    marks = {reader.name: reader.mark() for reader in journals if not reader.blind}
    about = {"id": "checkpoint", "format": FORMAT, "head": fold.head, "waiting": sorted(fold.waiting), "marks": marks}
    rest = _dumped(about)[1:] + b"}"
    parts = [b'", ' + rest, *_tables(fold.tables, fold.conflicts.values()), b"}\n"]
    try:
        replace(folder / CHECKPOINT, [_BEGIN, _sum(parts), *parts], MODE)
    except OSError as error:
        raise not_saved("the checkpoint", folder / CHECKPOINT, error) from error


def agree(folder: Path, marks: dict[str, Mark]) -> list[str]:
    """Return the journals that do not hold what the marks say they do: replaced, cut off, or gone."""
    missing = []
    for name, mark in marks.items():
        try:
            agrees = ends_in(journal_path(folder, name), mark.position, mark.sum)
        except PermissionError:
            agrees = True  # not ours to judge; it has said all this once
        except OSError:
            agrees = False
        if not agrees:
            missing.append(name)
    return missing


def _tables(tables: Tables, conflicts: Iterable[Conflict]) -> Iterator[bytes]:
    removed: list[dict[str, Any]] = []
    for table in TABLES:
        alive = []
        for document in tables[table].values():
            if document.get("removed"):
                removed.append({"table": table, **document})
            else:
                alive.append(document)
        yield from _table(table, alive)
    yield from _table("removed", removed)
    rows = [
        {"id": f"{each.table}/{each.id}/{each.path}", "conflict": [getattr(each, name) for name in each._fields]}
        for each in conflicts
    ]
    yield from _table("conflicts", rows)


def _table(name: str, documents: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Yield a table as it stands in the file, a document a line, so that a person can read it."""
    yield b',\n"%b": {' % name.encode()
    for number, document in enumerate(documents, 1):
        yield b'%b\n"%d": %b' % (b"," if number > 1 else b"", number, _dumped(document))
    yield b"}"


_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def _dumped(value: Any) -> bytes:
    return _encoder.encode(value).encode("utf-8", "surrogatepass")


def _sum(parts: Iterable[bytes | memoryview]) -> bytes:
    digest = blake2b(digest_size=SUM_BYTES)
    for part in parts:
        digest.update(part)
    return digest.hexdigest().encode()
