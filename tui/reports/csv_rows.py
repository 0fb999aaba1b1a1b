"""Rows as comma-separated values, in which no cell can become a formula of a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for a formula at the beginning of a cell.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_of(heads: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a row of heads and the rows below it, lines ended by a newline alone."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_readable(cell_of(value)) for value in row] for row in rows)
    return written.getvalue()


def cell_of(value: object) -> str:
    """Return a cell that a spreadsheet shows as it is: what would begin a formula gets an apostrophe before it."""
    words = "" if value is None else str(value)
    return "'" + words if words.lstrip(" \u00a0").startswith(_FORMULA_BEGINS) else words


def _readable(cell: str) -> str:
    """Return a cell with one kind of line break: a lone carriage return would not be quoted, and end the row."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
