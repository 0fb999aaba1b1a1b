"""Reading a journal: which of its bytes are lines, which are damaged, which are still being written.

Forwards for opening and polling, backwards for history and undo. Nothing here changes a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from tui.store.line import (
    SUM_BYTES,
    Line,
    Record,
    are_well_formed,
    decoded,
    is_sound,
    line_of,
    sound_parts,
)

_CHUNK = 1 << 16


@dataclass(slots=True)
class Damage:
    """Bytes of a journal that are not lines, though a line break ends them."""

    start: int
    raw: bytes


@dataclass(slots=True)
class Sifted:
    """The bytes of a journal from some position on, told apart."""

    lines: list[bytes] = field(default_factory=list)
    damaged: list[Damage] = field(default_factory=list)
    end: int = 0
    """Where the next reading begins: after the last line, before what may still be being written."""
    tail: bytes = b""
    """What stands after `end`: torn, or not complete yet."""


def sift(data: bytes, start: int) -> Sifted:
    """Tell the lines within bytes that stand at `start` of a journal from what is damaged or unfinished."""
    pieces = data.split(b"\n")
    tail = pieces.pop()
    result = Sifted(end=start + len(data) - len(tail), tail=tail)
    keep, size = result.lines.append, SUM_BYTES
    for piece in pieces:
        # The test of `is_sound`, written out: it is most of what reading costs after JSON itself.
        if piece[-26:] == b',"sum":"%b"}' % blake2b(piece[:-26], digest_size=size).hexdigest().encode():
            keep(piece)
        elif piece:
            break
    if len(result.lines) < len(pieces):
        result.lines.clear()
        _sift_slowly(pieces, start, result)
    if tail and is_sound(tail):
        result.lines.append(tail)
        result.end, result.tail = start + len(data), b""
    elif tail:
        _sift_tail(result)
    return result


def _sift_tail(result: Sifted) -> None:
    """Keep the lines that stand complete in an unfinished end, as when the last break became another byte."""
    parts = sound_parts(result.tail)
    if parts:
        length = result.tail.rfind(parts[-1]) + len(parts[-1])
        if not result.tail.startswith(parts[0]) or len(parts) > 1:
            result.damaged.append(Damage(result.end, result.tail[:length]))
        result.lines.extend(parts)
        result.end, result.tail = result.end + length, result.tail[length:]


def _sift_slowly(pieces: list[bytes], start: int, result: Sifted) -> None:
    for piece in pieces:
        if piece and is_sound(piece):
            result.lines.append(piece)
        elif piece:
            result.lines.extend(sound_parts(piece))
            result.damaged.append(Damage(start, piece))
        start += len(piece) + 1


def understood(lines: list[bytes]) -> tuple[list[Record], int]:
    """Return sound lines as records, and how many were none although their sums hold."""
    try:
        records = decoded(lines)
        if len(records) == len(lines) and are_well_formed(records):
            return records, 0
    except (ValueError, RecursionError):
        pass
    records = [record for raw in lines for record in _decoded_alone(raw)]
    return records, len(lines) - len(records)


def _decoded_alone(raw: bytes) -> list[Record]:
    try:
        records = decoded([raw])
    except (ValueError, RecursionError):
        return []
    return records if len(records) == 1 and are_well_formed(records) else []


def read_from(path: Path, start: int, end: int | None = None) -> bytes:
    """Return the bytes of a file from one position to another or its end."""
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        if end is None:
            return file.read()
        return file.read(max(0, end - start))


def opened_stat(path: str) -> os.stat_result:
    """Return what the system knows of a file once it is opened: a network file system may remember a bare `stat`."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def raw_lines_backwards(path: Path, end: int | None = None) -> Iterator[bytes]:
    """Yield the lines of a journal, the last first, damaged ones among them, reading no more than is asked for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        position = os.fstat(descriptor).st_size if end is None else end
        begun: list[bytes] = []  # the line whose beginning is not read yet, its last part first
        while position > 0:
            size = min(_CHUNK, position)
            position -= size
            pieces = os.pread(descriptor, size, position).split(b"\n")
            if len(pieces) > 1:
                pieces[-1] += b"".join(reversed(begun))
                begun = []
                yield from (piece for piece in reversed(pieces[1:]) if piece)
            begun.append(pieces[0])
        rest = b"".join(reversed(begun))
        if rest:
            yield rest
    finally:
        os.close(descriptor)


def lines_backwards(
    path: Path, journal: str, end: int | None = None, holding: Sequence[bytes] = ()
) -> Iterator[tuple[Line, bytes]]:
    """Yield the transactions of a journal with their bytes, the last first; what is no transaction is left out.

    `holding`: lines that hold none of these bytes are passed over unread.
    """
    for piece in raw_lines_backwards(path, end):
        if holding and not any(words in piece for words in holding):
            continue
        for raw in [piece] if is_sound(piece) else reversed(sound_parts(piece)):
            for record in understood([raw])[0]:
                if "ops" in record:
                    yield line_of(record, journal), raw
