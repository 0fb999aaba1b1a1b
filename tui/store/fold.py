"""The fold: from lines in their total order to documents, and to the conflicts between those who wrote at once.

It refuses nothing. Fields merge one by one, map fields entry by entry; of two values for one field the later wins and
the one it found is kept as a conflict until somebody settles it. Each document depends on its own operations alone,
so lines that arrive late cost no more than reading again what was written to the documents they touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tui.model.documents import MAPS, TABLES, Document, value_at
from tui.store.line import NOWHERE, Line, Order

Key = tuple[str, str]
"""A document: its table and id."""

Tables = dict[str, dict[str, Document]]

Entry = tuple[int, str, str, int, str, str, "Document | None", Document]
"""An operation as a replay wants it: number, journal and sum of its line, place in it, table, id, before, after."""


class Conflict(NamedTuple):
    """An operation that did not find the value it was written against."""

    table: str
    id: str
    path: str
    found: Any
    """The value that stood there and was replaced."""
    n: int
    journal: str
    """Number and journal of the line that replaced it."""


class Fold:
    """Documents by table and id, what is disputed about them, and where in the order they stand."""

    def __init__(
        self,
        tables: Tables | None = None,
        head: Order = NOWHERE,
        conflicts: Iterable[Conflict] = (),
        waiting: Iterable[Key] = (),
    ) -> None:
        """Begin with nothing, or with the documents that all lines up to `head` have made."""
        self.tables: Tables = {table: {} for table in TABLES}
        self.tables.update(tables or {})
        self.head = head
        self.conflicts: dict[tuple[str, str, str], Conflict] = {
            (conflict.table, conflict.id, conflict.path): conflict for conflict in conflicts
        }
        self.waiting: set[Key] = set(waiting)
        """Documents that were changed but, as far as is known, never made."""
        self._bound = head
        self._latest: dict[Key, Order] = {}

    @classmethod
    def replay(cls, entries: list[Entry]) -> Fold:
        """Fold operations, which are put in their order; a line that stands in two journals counts once.

        The documents are made of the operations' own dictionaries, which must not be used afterwards.
        """
        fold = cls()
        entries.sort()
        tables, latest, same_number = fold.tables, -1, dict[str, str]()
        for number, journal, total, _, table, identifier, before, after in entries:
            if number != latest:
                latest, same_number = number, {total: journal}
            elif same_number.setdefault(total, journal) != journal:
                continue
            documents = tables[table]
            if identifier in documents:
                fold._merge(documents[identifier], table, identifier, before, after, (number, journal))
            elif before is None:
                after["id"] = identifier
                documents[identifier] = after
                fold.waiting.discard((table, identifier))
            else:
                fold.waiting.add((table, identifier))
        if entries:
            fold.head = fold._bound = entries[-1][:3]
        return fold

    def apply(self, lines: Iterable[Line]) -> tuple[dict[Key, Document], set[Key]]:
        """Fold further lines; return the documents as they become, and those that must be folded anew.

        The latter are documents that a line has reached too late: what follows it has been applied already. The
        tables stay as they are: whoever keeps their indexes puts the documents there.
        """
        fresh: dict[Key, Document] = {}
        late: set[Key] = set()
        for line in sorted(lines, key=lambda line: line.order):
            order = line.order
            for table, identifier, before, after in line.ops:
                if table not in self.tables:
                    continue
                key = table, identifier
                document = fresh.get(key) or self.tables[table].get(identifier)
                latest = self._latest.get(key, self._bound)
                if order < latest and (document is not None or key in self.waiting):
                    late.add(key)
                elif (order[0], order[2]) != (latest[0], latest[2]) or order == latest:
                    self._latest[key] = order
                    merged = self._merged(document, table, identifier, before, after, (line.n, line.journal))
                    if merged is not None:
                        fresh[key] = merged
            self.head = max(self.head, order)
        return {key: document for key, document in fresh.items() if key not in late}, late

    def refold(self, key: Key, lines: Iterable[Line]) -> Document | None:
        """Return one document as all lines that touch it make it."""
        table, identifier = key
        self.waiting.discard(key)
        for path in [path for at, of, path in self.conflicts if (at, of) == key]:
            del self.conflicts[table, identifier, path]
        document: Document | None = None
        latest, seen = NOWHERE, set[str]()
        for line in sorted(lines, key=lambda line: line.order):
            if line.sum in seen:
                continue
            seen.add(line.sum)
            for at, of, before, after in line.ops:
                if (at, of) == key:
                    latest = line.order
                    document = self._merged(document, table, identifier, before, after, (line.n, line.journal))
        self._latest[key] = latest
        return document

    def _merged(
        self,
        document: Document | None,
        table: str,
        identifier: str,
        before: Document | None,
        after: Document,
        place: tuple[int, str],
    ) -> Document | None:
        """Return a copy of a document with an operation merged into it."""
        if document is not None:
            result = dict(document)
            self._merge(result, table, identifier, before, after, place)
            return result
        if before is None:
            self.waiting.discard((table, identifier))
            return {**after, "id": identifier}
        # A change of what is not there waits for the line that made it: that stands earlier in the order, so the
        # document is folded anew when it arrives.
        self.waiting.add((table, identifier))
        return None

    def _merge(
        self,
        document: Document,
        table: str,
        identifier: str,
        before: Document | None,
        after: Document,
        place: tuple[int, str],
    ) -> None:
        if before is None:
            before, after = {}, _by_paths(table, after)
        maps, conflicts = MAPS[table], self.conflicts
        for path, value in after.items():
            found = value_at(document, table, path)
            if found == before.get(path):
                if conflicts:
                    conflicts.pop((table, identifier, path), None)
            elif found != value:
                conflicts[table, identifier, path] = Conflict(table, identifier, path, found, *place)
            _set(document, maps, path, value)


def _by_paths(table: str, fields: Mapping[str, Any]) -> Document:
    """Return the fields of a document with the entries of its maps each under a path of its own."""
    maps = MAPS[table]
    result: Document = {}
    for field, value in fields.items():
        if field in maps and isinstance(value, dict):
            result.update({f"{field}/{key}": entry for key, entry in value.items()})
        else:
            result[field] = value
    return result


def _set(document: Document, maps: frozenset[str], path: str, value: Any) -> None:
    """Set one value in a document of which only the outermost dictionary is a copy."""
    field, slash, key = path.partition("/")
    if not slash or field not in maps:
        if value is None:
            document.pop(path, None)
        elif path != "id":
            document[path] = value
        return
    entries = dict(document.get(field) or {})
    if value is None:
        entries.pop(key, None)
    else:
        entries[key] = value
    if entries:
        document[field] = entries
    else:
        document.pop(field, None)
