"""TinyDB over the project in memory: a storage that hands out copies, and a table that commits what was touched.

Stock TinyDB reads and writes the whole database for every operation. Here reading is a view of the project's
documents, and an update becomes one line of the journal with just the documents it changed. TinyDB's document ids
are 1, 2, 3 … in the order in which documents came; our own id stands in the document as `id`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui.errors import Mistake
from tui.model.documents import TABLES, Document, Operation, difference
from tui.model.ids import new_id
from tui.model.project import Project

Commit = Callable[[list[Operation], str], object]


class ProjectStorage(Storage):
    """The project's tables as TinyDB reads them; nothing is written through it."""

    def __init__(self, project: Project, commit: Commit) -> None:
        self.project = project
        self.commit = commit
        self.numbers = {table: Numbers(project, table) for table in TABLES}

    def read(self) -> dict[str, Any]:
        """Return the tables that have documents, as views that hand out copies."""
        views = [(table, Alive(self, table)) for table in TABLES]
        alive: dict[str, Any] = {table: view for table, view in views if view}
        return alive

    def write(self, data: Mapping[str, Any]) -> None:
        """Refuse: what is written is one line per edit, never the whole database.

        Raises:
            Mistake: always.
        """
        raise Mistake("A project's tables are not replaced or dropped; remove the documents instead.")


class Numbers:
    """TinyDB's numbers for the documents of one table: given once, in the order documents came."""

    def __init__(self, project: Project, table: str) -> None:
        self._project = project
        self._table = table
        self._of: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._revision = -1

    def of(self, identifier: str) -> int:
        """Return a document's number."""
        self._see_all()
        return self._of[identifier]

    def id(self, number: int) -> str | None:
        """Return the id of the document with a number."""
        self._see_all()
        return self._ids.get(number)

    def claim(self, identifier: str, number: int) -> None:
        """Let a document that is about to be made have a number that is free."""
        self._of[identifier] = number
        self._ids[number] = identifier

    def all(self) -> Mapping[str, int]:
        """Return the numbers of all documents by their ids."""
        self._see_all()
        return self._of

    def highest(self) -> int:
        """Return the highest number given so far."""
        self._see_all()
        return max(self._ids, default=0)

    def _see_all(self) -> None:
        if self._revision == self._project.revision:
            return
        following = max(self._ids, default=0) + 1
        for identifier in self._project.tables[self._table]:
            if identifier not in self._of:
                self.claim(identifier, following)
                following += 1
        self._revision = self._project.revision


class Alive(Mapping[str, Document]):
    """The documents of a table that are not removed, by number written out; each access gives a copy."""

    def __init__(self, storage: ProjectStorage, table: str) -> None:
        self._documents = storage.project.tables[table]
        self._numbers = storage.numbers[table]

    def __getitem__(self, number: str) -> Document:
        document = self._documents.get(self._numbers.id(int(number)) or "") if number.isdecimal() else None
        if document is None or document.get("removed"):
            raise KeyError(number)
        copy: Document = copied(document)
        return copy

    def __iter__(self) -> Iterator[str]:
        numbers = self._numbers.all()
        for identifier, document in list(self._documents.items()):
            if not document.get("removed"):
                yield str(numbers[identifier])

    def __len__(self) -> int:
        return sum(1 for document in self._documents.values() if not document.get("removed"))

    def __bool__(self) -> bool:
        return any(not document.get("removed") for document in self._documents.values())


class Touched(MutableMapping[int, Document]):
    """A table as an updater of TinyDB sees it: what it takes in hand is copied, what it changes is remembered."""

    def __init__(self, storage: ProjectStorage, table: str) -> None:
        self._alive = Alive(storage, table)
        self._storage = storage
        self._table = table
        self._copies: dict[int, Document | None] = {}

    def __getitem__(self, number: int) -> Document:
        if number not in self._copies:
            self._copies[number] = self._alive[str(number)]
        document = self._copies[number]
        if document is None:
            raise KeyError(number)
        return document

    def __setitem__(self, number: int, document: Document) -> None:
        self._copies[number] = copied(document)

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._copies[number] = None

    def __contains__(self, number: object) -> bool:
        if isinstance(number, int) and number in self._copies:
            return self._copies[number] is not None
        return str(number) in self._alive

    def __iter__(self) -> Iterator[int]:
        for number in map(int, self._alive):
            if self._copies.get(number, ()) is not None:
                yield number
        for number, document in self._copies.items():
            if document is not None and str(number) not in self._alive:
                yield number

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def operations(self) -> list[Operation]:
        """Return what was changed, as a line of the journal holds it."""
        made = [self._operation(number, document) for number, document in self._copies.items()]
        return [operation for operation in made if operation is not None]

    def _operation(self, number: int, document: Document | None) -> Operation | None:
        numbers = self._storage.numbers[self._table]
        identifier = numbers.id(number)
        before = self._storage.project.tables[self._table].get(identifier or "")
        if document is None:
            return None if before is None else [self._table, before["id"], {"removed": None}, {"removed": True}]
        if before is None:
            identifier = str(document.get("id") or new_id())
            if identifier in self._storage.project.tables[self._table]:
                raise Mistake(f"There is a document {identifier} in {self._table} already.")
            numbers.claim(identifier, number)
        elif document.get("id", before["id"]) != before["id"]:
            raise Mistake(f"The id of a document never changes ({before['id']} in {self._table}).")
        old, new = difference(self._table, before, document)
        return [self._table, identifier, old, new] if before is None or new else None


class ProjectTable(Table):
    """A table whose updates are lines of the journal."""

    default_query_cache_capacity = 0

    def __init__(self, storage: ProjectStorage, name: str, **options: Any) -> None:
        super().__init__(storage, name, cache_size=0)
        self._next_number = 0
        """The number of the next document of one update, 0 where it is to be found out."""

    def _get_next_id(self) -> int:
        number = self._next_number or _storage(self).numbers[self._known()].highest() + 1
        self._next_number = number + 1
        return number

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        view = Touched(_storage(self), self._known())
        self._next_number = 0
        updater(view)
        operations = view.operations()
        if operations:
            _storage(self).commit(operations, f"edit {self.name}")

    def _known(self) -> str:
        if self.name not in TABLES:
            raise Mistake(f"A project has no table “{self.name}”; it has {', '.join(TABLES)}.")
        return self.name


class ProjectDatabase(TinyDB):
    """The project as a TinyDB database."""

    default_table_name = "units"

    def __init__(self, project: Project, commit: Commit) -> None:
        super().__init__(project, commit, storage=ProjectStorage)

    def table(self, name: str, **options: Any) -> Table:
        """Return a table, always the same for a name."""
        if name not in self._tables:
            storage = self.storage
            assert isinstance(storage, ProjectStorage)
            self._tables[name] = ProjectTable(storage, name)
        return self._tables[name]


def copied(value: Any) -> Any:
    """Return a copy of JSON that shares nothing that can change."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    if isinstance(value, list):
        return [copied(each) for each in value]
    return value


def _storage(table: Table) -> ProjectStorage:
    storage = table.storage
    assert isinstance(storage, ProjectStorage)
    return storage
