"""TinyDB's own table behaviour, over the project; and what is ours about it: one line an update, copies, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, where
from tinydb.operations import delete, increment
from tinydb.operations import set as set_field
from tinydb.table import Document as TinyDocument

from tests.store.disk import Put, a_store, journal_of
from tui.errors import Mistake
from tui.store.project import Store
from tui.store.tables import ProjectDatabase


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def db(store: Store) -> ProjectDatabase:
    """Memos with the fields that TinyDB's own tests use."""
    store.db.table("memos").insert_multiple({"int": 1, "char": letter} for letter in "abc")
    return store.db


@pytest.fixture
def memos(db: ProjectDatabase) -> Any:
    return db.table("memos")


def test_tables_are_those_that_have_documents(db: ProjectDatabase) -> None:
    assert db.tables() == {"project", "memos"}
    assert db.table("memos") is db.table("memos")


def test_the_default_table_is_that_of_units(db: ProjectDatabase) -> None:
    assert len(db) == 0
    db.insert({"source": "s"})
    assert [unit["source"] for unit in db] == ["s"]
    assert [unit["source"] for unit in db.table("units").all()] == ["s"]


def test_numbers_are_whole_and_count_from_one(memos: Any) -> None:
    assert [memo.doc_id for memo in memos] == [1, 2, 3]
    assert memos.insert({"char": "d"}) == 4
    assert memos.insert_multiple([{"char": "e"}, {"char": "f"}]) == [5, 6]
    assert [memo.doc_id for memo in memos.all()] == [1, 2, 3, 4, 5, 6]


def test_a_document_can_be_inserted_under_a_number_of_its_own(memos: Any) -> None:
    assert memos.insert(TinyDocument({"char": "x"}, doc_id=9)) == 9
    assert memos.get(doc_id=9)["char"] == "x"
    with pytest.raises(ValueError, match="already exists"):
        memos.insert(TinyDocument({"char": "y"}, doc_id=9))
    assert memos.insert({"char": "z"}) == 10


def test_what_is_no_mapping_is_not_inserted(memos: Any) -> None:
    for bad in (["a"], "text", {1}):
        with pytest.raises(ValueError, match="Mapping"):
            memos.insert(bad)
        with pytest.raises(ValueError, match="Mapping"):
            memos.insert_multiple([bad])
    assert len(memos) == 3


def test_search_get_count_and_contains(memos: Any) -> None:
    assert [memo["char"] for memo in memos.search(where("int") == 1)] == ["a", "b", "c"]
    assert memos.search(where("int") == 2) == []
    assert memos.get(where("char") == "b").doc_id == 2
    assert memos.get(where("char") == "z") is None
    assert memos.get(doc_id=3)["char"] == "c"
    assert memos.get(doc_id=99) is None
    assert [memo["char"] for memo in memos.get(doc_ids=[1, 3])] == ["a", "c"]
    assert memos.count((where("int") == 1) & (where("char") != "a")) == 2
    assert memos.contains(where("char") == "a")
    assert memos.contains(doc_id=1)
    assert not memos.contains(doc_id=77)
    with pytest.raises(RuntimeError):
        memos.get()


def test_queries_reach_into_documents(memos: Any) -> None:
    memos.insert({"on": {"kind": "source", "id": "s1"}, "tags": ["x", "y"]})
    assert memos.count(Query().on.kind == "source") == 1
    assert memos.count(Query().tags.any(["y"])) == 1
    assert memos.count(Query().char.matches("[ab]")) == 2
    assert memos.count(Query().char.test(lambda letter: letter > "a")) == 2
    assert memos.count(Query().noop()) == 4


def test_update_by_fields_by_function_and_by_number(memos: Any) -> None:
    assert memos.update({"int": 2}, where("char") == "a") == [1]
    assert memos.update(increment("int"), where("char") == "a") == [1]
    assert memos.update(set_field("char", "B"), doc_ids=[2, 55]) == [2]
    assert memos.update(delete("int"), doc_ids=[3]) == [3]
    assert [{field: memo.get(field) for field in ("int", "char")} for memo in memos] == [
        {"int": 3, "char": "a"},
        {"int": 1, "char": "B"},
        {"int": None, "char": "c"},
    ]
    assert memos.update({"int": 5}) == [1, 2, 3]
    assert memos.count(where("int") == 5) == 3


def test_update_multiple(memos: Any) -> None:
    assert memos.update_multiple([({"int": 7}, where("char") == "a"), (delete("int"), where("char") == "b")]) == [1, 2]
    assert memos.get(doc_id=1)["int"] == 7
    assert "int" not in memos.get(doc_id=2)


def test_upsert_updates_or_inserts(memos: Any) -> None:
    assert memos.upsert({"int": 9}, where("char") == "a") == [1]
    assert memos.upsert({"int": 9, "char": "x"}, where("char") == "x") == [4]
    assert memos.upsert(TinyDocument({"int": 4}, doc_id=2)) == [2]
    assert memos.count(where("int") == 9) == 2
    with pytest.raises(ValueError, match="doc_id"):
        memos.upsert({"int": 1})


def test_remove_and_truncate(memos: Any) -> None:
    assert memos.remove(where("char") == "b") == [2]
    assert memos.remove(doc_ids=[1, 99]) == [1]
    assert [memo["char"] for memo in memos] == ["c"]
    with pytest.raises(RuntimeError):
        memos.remove()
    memos.truncate()
    assert len(memos) == 0
    assert memos.all() == []


def test_what_is_removed_keeps_its_number_and_nothing_else_gets_it(memos: Any) -> None:
    memos.remove(doc_ids=[3])
    assert memos.insert({"char": "d"}) == 4


def test_an_updater_that_fails_changes_nothing(memos: Any, store: Store) -> None:
    size = journal_of(store).stat().st_size

    def fails(memo: dict[str, Any]) -> None:
        memo["int"] = 99
        if memo["char"] == "b":
            raise KeyError("no")

    with pytest.raises(KeyError):
        memos.update(fails)
    assert memos.count(where("int") == 1) == 3
    assert journal_of(store).stat().st_size == size


def test_what_is_handed_out_is_a_copy(memos: Any, store: Store) -> None:
    memos.insert({"tags": ["x"], "on": {"kind": "source"}})
    for memo in (memos.get(doc_id=4), memos.search(where("tags").exists())[0], memos.all()[3]):
        memo["tags"].append("y")
        memo["on"]["kind"] = "spoilt"
    assert memos.get(doc_id=4)["tags"] == ["x"]
    assert next(memo for memo in store.project.alive("memos") if "on" in memo)["on"] == {"kind": "source"}


def test_what_was_put_in_is_not_shared_with_the_caller(memos: Any) -> None:
    tags = ["x"]
    memos.insert({"tags": tags})
    tags.append("y")
    assert memos.get(doc_id=4)["tags"] == ["x"]


def test_an_update_is_one_line_with_just_what_changed(memos: Any, store: Store) -> None:
    lines = journal_of(store).read_bytes().count(b"\n")
    memos.update({"char": "a"}, where("int") == 1)
    assert journal_of(store).read_bytes().count(b"\n") == lines + 1
    entry = next(store.history())
    assert entry.what == "edit memos"
    assert [operation[2:] for operation in entry.ops] == [
        [{"char": "b"}, {"char": "a"}],
        [{"char": "c"}, {"char": "a"}],
    ]
    memos.update({"char": "a"}, where("int") == 1)
    assert journal_of(store).read_bytes().count(b"\n") == lines + 1


def test_an_update_can_be_undone(memos: Any, store: Store) -> None:
    memos.remove(where("int") == 1)
    assert len(memos) == 0
    store.undo()
    assert [memo["char"] for memo in memos] == ["a", "b", "c"]


def test_queries_see_what_a_colleague_wrote(memos: Any, store: Store) -> None:
    query = where("int") == 1
    assert memos.count(query) == 3
    jon = Store.open(store.folder, coder="jon")
    jon.commit(Put("memos", "by-jon", {"int": 1, "char": "j"}))
    store.poll()
    assert memos.count(query) == 4
    assert memos.get(doc_id=4)["id"] == "by-jon"


def test_the_database_is_never_written_or_dropped_whole(db: ProjectDatabase) -> None:
    for refused in (db.drop_tables, lambda: db.drop_table("memos"), lambda: db.storage.write({})):
        with pytest.raises(Mistake, match="not replaced or dropped"):
            refused()
    assert len(db.table("memos")) == 3


def test_a_table_that_a_project_lacks_reads_as_empty_and_cannot_be_written(db: ProjectDatabase) -> None:
    assert db.table("inventions").all() == []
    with pytest.raises(Mistake, match="no table “inventions”"):
        db.table("inventions").insert({"a": 1})


def test_an_id_never_changes(memos: Any) -> None:
    with pytest.raises(Mistake, match="never changes"):
        memos.update({"id": "another"}, doc_ids=[1])


def test_a_document_may_bring_its_own_id_once(memos: Any, store: Store) -> None:
    memos.insert({"id": "own", "char": "o"})
    assert store.project.get("memos", "own") == {"id": "own", "char": "o"}
    with pytest.raises(Mistake, match="own"):
        memos.insert({"id": "own"})
