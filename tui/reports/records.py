"""Rows for other programs: what a report tells as a table, written as comma-separated values or as JSON.

One set of rows makes both: the heads are the fields of JSON, a list in a cell is joined by semicolons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

Cell = str | int | bool | None | Sequence[str]
"""What stands in a cell; nothing stands where a project does not know it."""


class Records(NamedTuple):
    """Rows of as many cells as there are heads."""

    heads: Sequence[str]
    rows: Iterable[Iterable[Cell]]


def csv_records(records: Records) -> str:
    """Return a row of heads and the rows below it; no cell can become a formula of a spreadsheet."""
    from tui.reports.csv_rows import csv_of

    return csv_of(records.heads, (map(_flat, row) for row in records.rows))


def json_records(records: Records) -> str:
    """Return a list with an object for each row, one a line."""
    return json_text([dict(zip(records.heads, row, strict=True)) for row in records.rows])


def json_text(document: Any) -> str:
    """Return a JSON document as it is written; of a list, an entry a line."""
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode
    if isinstance(document, list):
        return "[\n" + ",\n".join(map(encode, document)) + "\n]\n" if document else "[]\n"
    return encode(document) + "\n"


def _flat(cell: Cell) -> str | int | None:
    if isinstance(cell, bool):
        return "yes" if cell else None
    if cell is None or isinstance(cell, (str, int)):
        return cell
    return "; ".join(cell)
