"""One line of a journal: one transaction, as bytes and as an object.

A line ends in its own sum and names the sum of the line before it, so that an accident to any byte shows and a
missing line is missed. What the operations mean is left to the fold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from hashlib import blake2b
from typing import Any

from tui.model.documents import Operation

Record = dict[str, Any]
"""A line as JSON: `n`, `at`, `do`, `ops`, `prev`, `sum`; a journal's first line is a header and has no `ops`."""

Order = tuple[int, str, str]
"""Where a line stands among all lines: its number, its journal, its sum. Clocks are for people."""

NOWHERE: Order = (-1, "", "")
"""Before every line."""

SUM_BYTES = 8
_TAIL = len(',"sum":"0123456789abcdef"}')
_BEGIN = b'{"n":'
_END = re.compile(rb',"sum":"[0-9a-f]{16}"\}')


@dataclass(slots=True)
class Line:
    """A transaction. Its journal and sum are known once it is appended."""

    n: int
    at: str
    do: str
    ops: list[Operation]
    undo: tuple[int, str] | None = None
    redo: tuple[int, str] | None = None
    journal: str = ""
    sum: str = ""
    end: int = 0
    """Where it ends in its journal, once this session has appended it."""

    @property
    def order(self) -> Order:
        """Its place among all lines."""
        return self.n, self.journal, self.sum

    def record(self) -> Record:
        """Return the line as it is written, without its place in a chain."""
        record: Record = {"n": self.n, "at": self.at, "do": self.do}
        if self.undo is not None:
            record["undo"] = list(self.undo)
        if self.redo is not None:
            record["redo"] = list(self.redo)
        record["ops"] = self.ops
        return record


def line_of(record: Record, journal: str) -> Line:
    """Return the transaction that a sound record of a journal holds."""
    undo, redo = record.get("undo"), record.get("redo")
    return Line(
        record["n"],
        record.get("at", ""),
        record.get("do", ""),
        record.get("ops", []),
        tuple(undo) if undo else None,
        tuple(redo) if redo else None,
        journal,
        record["sum"],
    )


def now() -> str:
    """Return the present moment as lines write it: ISO 8601 in UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def encoded(record: Record, previous: str) -> tuple[bytes, str]:
    """Return a record as a line, its break included, and the line's sum; `previous` is the sum of the line before.

    Raises:
        TypeError, ValueError: the record holds what JSON cannot.
    """
    text = json.dumps({**record, "prev": previous}, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    body = text.encode("utf-8", "surrogatepass")[:-1]
    total = blake2b(body, digest_size=SUM_BYTES).hexdigest()
    return b'%b,"sum":"%b"}\n' % (body, total.encode()), total


def is_sound(raw: bytes) -> bool:
    """Tell whether the bytes of a line, without its break, are those that were written."""
    return raw[-_TAIL:] == b',"sum":"%b"}' % blake2b(raw[:-_TAIL], digest_size=SUM_BYTES).hexdigest().encode()


def sum_in(raw: bytes) -> str:
    """Return the sum that a sound line carries."""
    return raw[-18:-2].decode()


def sound_parts(raw: bytes) -> list[bytes]:
    """Return the sound lines within damaged bytes: a spoilt break joins two lines into one, or a line and rubbish."""
    found: list[bytes] = []
    done = 0
    for end in (match.end() for match in _END.finditer(raw)):
        # A line begins where it is first seen to or, if that is rubbish too, where it was last seen to.
        for begin in {raw.find(_BEGIN, done, end), raw.rfind(_BEGIN, done, end)} - {-1}:
            if is_sound(raw[begin:end]):
                found.append(raw[begin:end])
                done = end
    return found


def decoded(lines: Iterable[bytes]) -> list[Record]:
    """Return sound lines as records; parsing them together is quicker and lets equal keys be one string.

    Raises:
        ValueError, RecursionError: one of them is not JSON.
    """
    records: list[Record] = json.loads(b"[" + b",".join(lines) + b"]")
    return records


def are_well_formed(records: Iterable[Any]) -> bool:
    """Tell whether sound lines also have the shape of lines; only those that a stranger wrote have not."""
    try:
        for record in records:
            if type(record["n"]) is not int or type(record["sum"]) is not str:
                return False
            for table, identifier, before, after in record.get("ops", ()):
                if type(after) is not dict or not (before is None or type(before) is dict):
                    return False
                if type(table) is not str or type(identifier) is not str:
                    return False
            if "undo" in record and not _is_reference(record["undo"]):
                return False
            if "redo" in record and not _is_reference(record["redo"]):
                return False
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    return True


def _is_reference(value: Any) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [int, str]
