"""What commands write: results to standard output, everything else to standard error, nothing that drives a terminal.

JSON and exports are UTF-8 whatever the locale; lists and messages follow the locale and replace what it cannot hold.
Every command imports this module, `--help` too: what only some of them need is imported where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from tui.store.project import Receipt

PATIENCE = 1.0
"""Seconds after which a command that is still at work says so on a terminal."""


def show(text: str) -> None:
    """Write a line or more of a result."""
    _write(sys.stdout, text)


def tell(message: str) -> None:
    """Write a message: what was done, what is wrong, what comes next."""
    _write(sys.stderr, message)


def show_document(text: str) -> None:
    """Write an export: exactly these bytes, in UTF-8; made safe only where a terminal would show them."""
    if sys.stdout.isatty():
        from tui.model.safe_text import safe_lines

        text = safe_lines(text)
    _write_bytes(text.encode("utf-8", "replace"))


def show_json(document: Any) -> None:
    """Write one JSON document in UTF-8."""
    from tui.reports.records import json_text

    text = json_text(document)
    if sys.stdout.isatty():
        text = _escaped(text)
    _write_bytes(text.encode("utf-8", "backslashreplace"))


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: Iterable[int] = ()) -> None:
    """Write rows in columns as wide as what stands in them; on a terminal no line is longer than it is wide."""
    from tui.cli.columns import columns

    # A terminal that does not know its width says 0.
    width = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    show("\n".join(columns(heads, rows, right=frozenset(right), width=width or None)))


def tell_done(receipt: Receipt | None) -> None:
    """Say what a change did, in the words that history keeps; nothing to change is said too."""
    tell(f"{receipt.told}." if receipt is not None else "Nothing to change.")


@contextmanager
def at_work(what: str) -> Iterator[None]:
    """Say on a terminal what is being done once it takes over a second, and take the words away afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    said: list[str] = []

    def say() -> None:
        said.append(what)
        sys.stderr.write(f"{what}…")
        sys.stderr.flush()

    timer = Timer(PATIENCE, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def nobody_reads() -> None:
    """Let everything still to be written go nowhere: whoever read the output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a stream that is no file has nobody to disappoint
            os.dup2(nowhere, stream.fileno())


def _write(stream: TextIO, text: str) -> None:
    if stream.isatty():
        from tui.model.safe_text import safe_lines

        text = safe_lines(text)
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _escaped(text: str) -> str:
    """Write what a terminal must not see as JSON's own escapes, so that the document stays the same."""
    from json import dumps

    from tui.model.safe_text import is_safe

    if is_safe(text.replace("\n", "")):
        return text
    return "".join(letter if letter == "\n" or is_safe(letter) else dumps(letter)[1:-1] for letter in text)
