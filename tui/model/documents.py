"""Documents: what the tables hold, how a change of one is written down, and how it is applied.

This is the only module in which JSON becomes documents. A change names fields by path: `name`, or `codes/01hx…` for
one entry of a field that merges entry by entry, so that two additions made apart both stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Document = dict[str, Any]
"""One document: its fields by name; a field that is absent and one that is `None` are the same."""

Fields = Mapping[str, Any]
"""New values by path; `None` clears."""

Operation = list[Any]
"""One change as a journal keeps it: `[table, id, before, after]`, `before` being `None` for a new document."""

TABLES = (
    *("project", "coders", "participants", "sources", "units", "nodes", "memos", "passes", "snapshots"),
    "accepted",
)

MAPS: Mapping[str, frozenset[str]] = {
    "project": frozenset({"settings"}),
    "coders": frozenset({"quick"}),
    "participants": frozenset({"attributes"}),
    "sources": frozenset({"speakers", "corrections", "amended"}),
    "units": frozenset({"codes"}),
    "nodes": frozenset({"aliases", "anchors", "differs", "members", "reworded", "wordings"}),
    "memos": frozenset(),
    "passes": frozenset(),
    "snapshots": frozenset(),
    "accepted": frozenset(),
}
"""Of each table, the fields that merge entry by entry."""


ORIGINS = ("split_from", "made_around")
"""Fields of a node that only say where it came from: what it was split off, the code that was promoted by making it."""

_TOGETHER = ("spans", "text")
"""Fields of a unit that mean nothing without each other: where it lies, and in which text that is counted. A change of
one is written with both, so that of two changes made apart both fields come from the same one."""


class Change(NamedTuple):
    """New values for some fields of one document, which is created where it is not there yet."""

    table: str
    id: str
    fields: Fields


def patched(document: Mapping[str, Any] | None, table: str, identifier: str, fields: Fields) -> Document:
    """Return a copy of the document with the fields set; the original and everything in it stay as they were."""
    maps = MAPS[table]
    result: Document = {"id": identifier} if document is None else dict(document)
    copied: set[str] = set()
    for path, value in fields.items():
        field, slash, key = path.partition("/")
        if field not in maps:
            _set(result, path, value)
            continue
        if not slash:
            _set(result, field, None if not value else dict(value))
            copied.add(field)
            continue
        if field not in copied:
            result[field] = dict(result.get(field) or {})
            copied.add(field)
        _set(result[field], key, value)
    for field in copied:
        if not result.get(field):
            result.pop(field, None)
    return result


def difference(
    table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]
) -> tuple[Document | None, Document]:
    """Return what turns one version of a document into another, as the two halves of an operation.

    The first half is `None` for a new document, whose second half is then the whole of it without its id. Otherwise
    both hold the same paths, just those that differ (of a unit's spans and text both or none); both are empty where
    nothing does.
    """
    if before is None:
        return None, {field: value for field, value in after.items() if field != "id" and value is not None}
    maps = MAPS[table]
    old_values: Document = {}
    new_values: Document = {}
    for field in {**before, **after}:
        old, new = before.get(field), after.get(field)
        if old == new or field == "id":
            continue
        if field not in maps:
            old_values[field], new_values[field] = old, new
            continue
        old_entries, new_entries = old or {}, new or {}
        for key in {**old_entries, **new_entries}:
            if old_entries.get(key) != new_entries.get(key):
                old_values[f"{field}/{key}"] = old_entries.get(key)
                new_values[f"{field}/{key}"] = new_entries.get(key)
    for field, partner in (_TOGETHER, _TOGETHER[::-1]):
        if table == "units" and field in new_values and partner not in new_values:
            old_values[partner], new_values[partner] = before.get(partner), after.get(partner)
    return old_values, new_values


def value_at(document: Mapping[str, Any] | None, table: str, path: str) -> Any:
    """Return the value that a path names in a document, `None` where there is none."""
    if document is None:
        return None
    field, slash, key = path.partition("/")
    if slash and field in MAPS[table]:
        return (document.get(field) or {}).get(key)
    return document.get(path)


def _set(values: Document, key: str, value: Any) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value
