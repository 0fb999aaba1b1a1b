"""Undo and redo: one's own steps, across restarts and colleagues, refused where somebody built on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.disk import Put, a_store, shown
from tui.errors import Mistake
from tui.store.project import Store


def name(store: Store, at: str = "n1") -> str | None:
    document = store.project.get("nodes", at)
    return None if document is None else document.get("name")


def rename(store: Store, words: str, at: str = "n1") -> None:
    store.commit(Put("nodes", at, {"name": words}, f"rename to {words}"))


def test_undo_takes_back_step_by_step_and_redo_brings_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for words in "abc":
        rename(store, words)
    assert store.undo().sentence == "undo: rename to c"
    assert name(store) == "b"
    assert store.undo().sentence == "undo: rename to b"
    assert name(store) == "a"
    assert store.redo().sentence == "redo: rename to b"
    assert store.redo().sentence == "redo: rename to c"
    assert name(store) == "c"
    with pytest.raises(Mistake, match="nothing to redo"):
        store.redo()


def test_undo_redo_and_undo_again_know_the_step_by_its_name(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "a")
    rename(store, "b")
    for _ in range(3):
        assert store.undo().sentence == "undo: rename to b"
        assert name(store) == "a"
        assert store.redo().sentence == "redo: rename to b"
        assert name(store) == "b"
    store.undo()
    assert store.undo().sentence == "undo: rename to a"
    assert name(store) is None
    with pytest.raises(Mistake, match="nothing to undo"):
        store.undo()


def test_a_new_step_ends_redo(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "a")
    rename(store, "b")
    store.undo()
    rename(store, "c")
    with pytest.raises(Mistake, match="nothing to redo"):
        store.redo()
    store.undo()
    assert name(store) == "a"


def test_undo_survives_a_restart_and_a_checkpoint(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        for words in "abc":
            rename(store, words)
        store.undo()
    with Store.open(tmp_path / "study", coder="maria") as store:
        assert name(store) == "b"
        store.redo()
        assert name(store) == "c"
        store.undo()
        store.undo()
        assert name(store) == "a"


def test_undo_takes_back_ones_own_steps_only(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    rename(maria, "maria's")
    jon = Store.open(maria.folder, coder="jon")
    rename(jon, "jon's", at="n2")
    maria.poll()
    assert maria.undo().sentence == "undo: rename to maria's"
    assert name(maria, "n2") == "jon's"


def test_a_step_somebody_changed_since_is_refused_by_name_and_passed_over(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    maria.commit(Put("coders", "jon", {"name": "Jon Ek"}))
    rename(maria, "before", at="n2")
    rename(maria, "a")
    rename(maria, "b")
    jon = Store.open(maria.folder, coder="jon")
    rename(jon, "jon's")
    maria.poll()
    with pytest.raises(Mistake, match="“rename to b” was not undone: Jon Ek changed it since"):
        maria.undo()
    with pytest.raises(Mistake, match="“rename to a” was not undone: Jon Ek changed it since"):
        maria.undo()
    assert maria.undo().sentence == "undo: rename to before"
    assert name(maria) == "jon's"


def test_a_document_that_a_colleague_used_is_not_taken_back(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    rename(maria, "trust", at="code1")
    jon = Store.open(maria.folder, coder="jon")
    jon.commit(Put("units", "u1", {"source": "s1", "codes/code1": True, "coder": "jon"}))
    maria.poll()
    with pytest.raises(Mistake, match="jon used it since"):
        maria.undo()


def test_a_document_used_by_a_step_of_ones_own_that_was_taken_back_can_be_taken_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "trust", at="code1")
    store.commit(Put("units", "u1", {"source": "s1", "codes/code1": True, "coder": "maria"}))
    store.undo()
    store.undo()
    assert name(store, "code1") is None
    store.redo()
    store.redo()
    unit = store.project.get("units", "u1")
    assert unit is not None
    assert unit["codes"] == {"code1": True}


def test_other_fields_that_a_colleague_changed_do_not_stand_in_the_way(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    rename(maria, "a")
    rename(maria, "b")
    jon = Store.open(maria.folder, coder="jon")
    jon.commit(Put("nodes", "n1", {"parent": "p1"}))
    maria.poll()
    maria.undo()
    assert maria.project.get("nodes", "n1") == {"id": "n1", "name": "a", "parent": "p1"}


def test_undoing_a_creation_keeps_the_document_as_removed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "a")
    store.undo()
    assert store.project.tables["nodes"]["n1"] == {"id": "n1", "name": "a", "removed": True}
    store.redo()
    assert store.project.tables["nodes"]["n1"] == {"id": "n1", "name": "a"}


def test_a_removal_is_undone(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "a")
    store.commit(Put("nodes", "n1", {"removed": True}))
    store.undo()
    assert name(store) == "a"


def test_several_edits_are_one_step(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    rename(store, "a")
    before = shown(store)
    store.commit(*(Put("units", f"u{number}", {"source": "s", "coder": "maria"}) for number in range(40)))
    store.undo()
    assert [*store.project.alive("units")] == []
    assert shown(store)["nodes"] == before["nodes"]


def test_two_sessions_of_one_coder_share_the_way_back(tmp_path: Path) -> None:
    first = a_store(tmp_path)
    rename(first, "a")
    second = Store.open(first.folder, coder="maria")
    rename(second, "b")
    first.poll()
    assert first.undo().sentence == "undo: rename to b"
    second.poll()
    assert name(second) == "a"
    assert second.undo().sentence == "undo: rename to a"
