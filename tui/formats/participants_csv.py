"""Participants from a table: a name and attributes each, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.formats.limits import decoded, visible
from tui.formats.transcripts.blocks import cleaned

# Not id, case or the like: elsewhere than in the first column these may be attributes.
_NAMES = frozenset(("participant", "participants", "pseudonym", "pseudonyms", "name", "deltagare", "namn"))
_SEPARATORS = ",;\t"


@dataclass(frozen=True)
class ParticipantRow:
    """One participant: the pseudonym, and the attributes that are not empty in the order of the columns."""

    name: str
    attributes: dict[str, str]


def read(name: str, data: bytes) -> list[ParticipantRow]:
    """Return the participants of a table with a row of column names.

    The name is in the column called participant, pseudonym or name, else in the first one (id, case, alias …). The
    separator is the comma, semicolon or tab that divides the column names; lines may end in CR, LF or both. Rows
    without any value are passed over. Raises `Mistake`, naming the row, for what cannot be told for certain.
    """
    rows = _rows(name, visible(name, decoded(name, data)))
    if not rows:
        raise Mistake(f"{name} has no rows.")
    columns = _columns(name, rows[0][1])
    place = next((index for index, column in enumerate(columns) if column.casefold() in _NAMES), 0)
    found: list[ParticipantRow] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:]:
        participant = _participant(name, number, columns, cells, place)
        first = seen.setdefault(participant.name.casefold(), number)
        if first != number:
            raise Mistake(f"{name}: row {number} names {participant.name} again, who is in row {first} already.")
        found.append(participant)
    if not found:
        raise Mistake(f"{name} has column names but no participants below them.")
    return found


def _rows(name: str, text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that have a value, each with its number in the file, counted from 1."""
    separator = _separator(text)
    rows: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            cells = [" ".join(cleaned(cell).split()) for cell in row]
            if any(cells):
                rows.append((number, cells))
    except csv.Error as problem:
        raise Mistake(f"{name}: row {number + 1} cannot be read as a table: {problem}.") from None
    return rows


def _separator(text: str) -> str:
    """Return the separator that divides the first line into most columns; quoted ones do not count."""
    lines = [line for line in text.splitlines() if line.strip()]
    counts = {separator: len(next(csv.reader(lines[:1], delimiter=separator), [])) for separator in _SEPARATORS}
    return max(_SEPARATORS, key=lambda separator: counts[separator])


def _columns(name: str, cells: Sequence[str]) -> list[str]:
    columns = list(cells)
    while columns and not columns[-1]:
        columns.pop()
    for index, column in enumerate(columns):
        if not column:
            raise Mistake(f"{name}: column {index + 1} has no name; the first row must name the columns.")
        if column.casefold() in (earlier.casefold() for earlier in columns[:index]):
            raise Mistake(f"{name} has two columns called {column}; give one another name.")
    return columns


def _participant(file: str, number: int, columns: list[str], cells: list[str], place: int) -> ParticipantRow:
    if any(cells[len(columns) :]):
        raise Mistake(f"{file}: row {number} has more values than the {len(columns)} columns that are named.")
    cells = cells + [""] * (len(columns) - len(cells))
    if not cells[place]:
        raise Mistake(f"{file}: row {number} has no value in the column {columns[place]}, which names the participant.")
    pairs = zip(columns, cells, strict=False)
    attributes = {column: cell for index, (column, cell) in enumerate(pairs) if index != place and cell}
    return ParticipantRow(cells[place], attributes)
