"""The checkpoint: TinyDB reads it, nobody has to trust it, and it never gets in the way of what journals say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tests.store.disk import Put, a_folder, a_store, shown, step, write_journal
from tui.store import checkpoint
from tui.store.project import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a live code, a removed one, a unit, and a checkpoint."""
    with a_store(tmp_path) as store:
        store.commit(Put("nodes", "n1", {"name": "trust – “Vertrauen”"}), Put("nodes", "n2", {"name": "gone"}))
        store.commit(Put("nodes", "n2", {"removed": True}))
        store.commit(Put("units", "u1", {"source": "s1", "spans": [[3, 9]], "codes/n1": True}))
        assert store.checkpoint()
        return store.folder


def test_stock_tinydb_lists_and_searches_what_is_alive(folder: Path) -> None:
    with TinyDB(folder / "project.json", access_mode="r", encoding="utf-8") as db:
        assert [node["name"] for node in db.table("nodes")] == ["trust – “Vertrauen”"]
        assert db.table("units").get(where("source") == "s1").doc_id == 1
        assert [node["table"] for node in db.table("removed").search(where("name") == "gone")] == ["nodes"]
        assert {"project", "nodes", "units", "removed", "checkpoint", "conflicts"} <= db.tables()


def test_a_person_can_read_it_a_document_a_line(folder: Path) -> None:
    lines = (folder / "project.json").read_text("utf-8").splitlines()
    assert '"1": {"name": "trust – “Vertrauen”", "id": "n1"}},' in lines


def test_opening_from_it_shows_what_a_replay_shows(folder: Path) -> None:
    quick = shown(Store.open(folder))
    (folder / "project.json").unlink()
    assert shown(Store.open(folder)) == quick
    assert quick["nodes"]["n2"]["removed"] is True


def test_what_was_written_after_it_is_read_on_top(folder: Path) -> None:
    with Store.open(folder, coder="jon") as store:
        store.commit(Put("nodes", "n1", {"name": "faith"}))
        store._shown.is_ahead = False  # leave as if the program had been killed
        expected = shown(store)
    assert checkpoint.read(folder) is not None
    assert shown(Store.open(folder)) == expected


def test_one_edited_by_hand_is_not_trusted_and_made_anew(folder: Path) -> None:
    path = folder / "project.json"
    path.write_text(path.read_text("utf-8").replace("trust", "trusted"), "utf-8")
    with Store.open(folder, coder="maria") as store:
        assert store.project.tables["nodes"]["n1"]["name"] == "trust – “Vertrauen”"
        assert [problem.where for problem in store.check()] == [str(path)]
        assert store.repair() == ["The checkpoint was written anew."]
        assert store.check() == []


def test_one_of_another_format_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "FORMAT", 2)
    assert checkpoint.read(folder) is None


def test_a_journal_cut_off_is_noticed_and_the_checkpoint_is_kept_until_it_is_repaired(folder: Path) -> None:
    before = Store.open(folder)
    journal = next((folder / "journal").glob("maria.*.jsonl"))
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))
    kept = (folder / "project.json").read_bytes()
    with Store.open(folder, coder="jon") as store:
        assert store.project.get("units", "u1") is None
        assert store.problems
        store.commit(Put("nodes", "n3", {"name": "new"}))
        assert not store.checkpoint()
    assert (folder / "project.json").read_bytes() == kept
    with Store.open(folder, coder="jon") as store:
        assert any("no longer holds" in problem.what for problem in store.check())
        assert store.repair()[0] == "1 documents were restored from the checkpoint."
        assert store.project.get("units", "u1") == before.project.get("units", "u1")
        assert store.project.get("nodes", "n3") is not None
    assert Store.open(folder).project.get("units", "u1") is not None
    assert Store.open(folder).problems == []


def test_repair_does_not_undo_what_was_changed_after_the_checkpoint(folder: Path) -> None:
    with Store.open(folder, coder="jon") as store:
        store.commit(Put("nodes", "n1", {"name": "jon's"}))
        store._shown.is_ahead = False
    journal = next((folder / "journal").glob("maria.*.jsonl"))
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))
    with Store.open(folder, coder="jon") as store:
        store.repair()
        assert store.project.tables["nodes"]["n1"]["name"] == "jon's"
        assert store.project.get("units", "u1") is not None


def test_a_session_that_skipped_a_line_writes_none(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    path = write_journal(folder, "jon.000001", [step(2, ["nodes", "n1", None, {"name": "a"}]), step(3)])
    path.write_bytes(path.read_bytes().replace(b'"name":"a"', b'"name":"b"'))
    with Store.open(folder, coder="maria") as store:
        store.commit(Put("nodes", "n2", {"name": "c"}))
        assert not store.checkpoint()
    assert not (folder / "project.json").exists()


def test_a_small_project_gets_one_from_a_command_that_changed_it_only(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="maria"):
        pass
    assert not (folder / "project.json").exists()
    with Store.open(folder, coder="maria") as store:
        store.commit(Put("nodes", "n1", {"name": "a"}))
    assert json.loads((folder / "project.json").read_text("utf-8"))["nodes"]["1"]["name"] == "a"


def test_an_opening_that_read_much_writes_one(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    operations = [["memos", f"m{number}", None, {"text": "x" * 1000}] for number in range(1100)]
    write_journal(folder, "jon.000001", [step(2, *operations)])
    Store.open(folder)
    assert checkpoint.read(folder) is not None


def test_a_change_that_waits_for_its_document_waits_across_a_checkpoint(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    write_journal(folder, "b.000001", [step(3, ["nodes", "n1", {"name": "a"}, {"name": "b"}])])
    with Store.open(folder, coder="maria") as store:
        assert store.checkpoint()
    write_journal(folder, "a.000001", [step(2, ["nodes", "n1", None, {"name": "a"}])])
    assert Store.open(folder).project.get("nodes", "n1") == {"id": "n1", "name": "b"}
