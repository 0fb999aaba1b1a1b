"""The door: opening, editing in three steps, polling, leaving."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, a_store, journal_of, shown, step, write_journal
from tui.errors import Damaged, Mistake, NotSaved, ReadOnly
from tui.store.project import Store, create


def test_a_new_project_has_its_title_aim_and_stance(tmp_path: Path) -> None:
    create(tmp_path / "study", title="Leaders and AI", aim="Who answers?", stance="latent", group=True)
    project = Store.open(tmp_path / "study").project
    assert (project.title, project.aim) == ("Leaders and AI", "Who answers?")
    assert project.document["stance"] == "latent"
    assert project.document["group"] is True


def test_a_project_is_not_made_over_another_nor_among_other_files(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with pytest.raises(Mistake, match="already"):
        create(folder, title="Again")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "paper.md").write_text("x")
    with pytest.raises(Mistake, match="empty"):
        create(tmp_path / "notes", title="Among")


def test_a_folder_without_a_project_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="postil new"):
        Store.open(tmp_path)


def test_what_was_committed_is_there_after_reopening(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        receipt = store.commit(Put("nodes", "n1", {"name": "trust"}, "create code trust"))
        assert receipt is not None
        assert (receipt.sentence, receipt.documents) == ("create code trust", (("nodes", "n1"),))
        before = shown(store)
    assert shown(Store.open(tmp_path / "study")) == before


def test_what_was_committed_is_there_without_the_checkpoint(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        for number in range(3):
            store.commit(Put("nodes", f"n{number}", {"name": f"code {number}"}))
        before = shown(store)
    (tmp_path / "study" / "project.json").unlink()
    assert shown(Store.open(tmp_path / "study")) == before


def test_several_edits_are_one_line_and_one_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n0", {"name": "first"}))
    lines, synced, sync = journal_of(store).read_bytes().count(b"\n"), [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (synced.append(descriptor), sync(descriptor)))
    store.commit(*(Put("nodes", f"n{number}", {"name": str(number)}) for number in range(1, 100)))
    assert journal_of(store).read_bytes().count(b"\n") == lines + 1
    assert len(synced) == 1


def test_an_edit_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n1", {"name": "trust"}))
    size = journal_of(store).stat().st_size
    assert store.commit(Put("nodes", "n1", {"name": "trust"})) is None
    assert journal_of(store).stat().st_size == size


def test_a_line_that_is_built_is_not_shown_before_it_is_on_disk(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    line = store.build([Put("nodes", "n1", {"name": "trust"})])
    assert line is not None
    assert store.project.get("nodes", "n1") is None
    store.append(line)
    assert store.project.get("nodes", "n1") is None
    assert store.apply(line).documents == {("nodes", "n1")}
    assert store.project.get("nodes", "n1") == {"id": "n1", "name": "trust"}


def test_nothing_of_colleagues_is_shown_between_a_line_and_its_showing(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    jon = Store.open(maria.folder, coder="jon")
    line = maria.build([Put("nodes", "n1", {"name": "trust"})])
    jon.commit(Put("nodes", "n2", {"name": "doubt"}))
    assert line is not None
    assert maria.poll() is None
    maria.append(line)
    assert maria.poll() is None
    maria.apply(line)
    touched = maria.poll()
    assert touched is not None
    assert (touched.documents, touched.coders) == ({("nodes", "n2")}, {"jon"})


def test_a_line_given_up_leaves_no_trace_and_holds_nothing_back(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    jon = Store.open(maria.folder, coder="jon")
    jon.commit(Put("nodes", "n2", {"name": "doubt"}))
    line = maria.build([Put("nodes", "n1", {"name": "trust"})])
    assert line is not None
    maria.abandon(line)
    assert maria.poll() is not None
    assert maria.project.get("nodes", "n1") is None


def test_colleagues_see_each_others_edits_and_agree(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    jon = Store.open(maria.folder, coder="jon")
    maria.commit(Put("nodes", "n1", {"name": "trust"}))
    jon.poll()
    jon.commit(Put("nodes", "n1", {"name": "trust in people"}))
    maria.commit(Put("nodes", "n1", {"name": "faith"}))
    maria.poll()
    jon.poll()
    assert shown(maria) == shown(jon)
    assert len(maria.conflicts()) == len(jon.conflicts()) == 1
    assert jon.poll() is None


def test_a_conflict_names_both_sides_and_is_gone_once_settled(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    jon = Store.open(maria.folder, coder="jon")
    maria.commit(Put("nodes", "n1", {"name": "trust"}))
    jon.poll()
    jon.commit(Put("nodes", "n1", {"name": "belief"}))
    maria.commit(Put("nodes", "n1", {"name": "faith"}))
    maria.poll()
    (conflict,) = maria.conflicts()
    assert {(conflict.found_by, conflict.found), (conflict.by, conflict.value)} == {
        ("jon", "belief"),
        ("maria", "faith"),
    }
    assert conflict.value == maria.project.tables["nodes"]["n1"]["name"]
    maria.commit(Put("nodes", "n1", {"name": "belief or faith"}))
    assert maria.conflicts() == []
    jon.poll()
    assert jon.conflicts() == []


def test_a_conflict_is_settled_also_by_the_value_that_stands(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    jon = Store.open(maria.folder, coder="jon")
    maria.commit(Put("nodes", "n1", {"name": "trust"}))
    jon.poll()
    jon.commit(Put("nodes", "n1", {"name": "belief"}))
    maria.commit(Put("nodes", "n1", {"name": "faith"}))
    maria.poll()
    (conflict,) = maria.conflicts()
    line = maria.settle_line(conflict, conflict.value)
    maria.append(line)
    maria.apply(line)
    assert maria.conflicts() == []
    jon.poll()
    assert jon.conflicts() == []
    assert shown(jon) == shown(maria)


def test_a_conflict_survives_the_checkpoint(tmp_path: Path) -> None:
    with a_store(tmp_path) as maria, Store.open(tmp_path / "study", coder="jon") as jon:
        maria.commit(Put("nodes", "n1", {"name": "trust"}))
        jon.poll()
        jon.commit(Put("nodes", "n1", {"name": "belief"}))
        maria.commit(Put("nodes", "n1", {"name": "faith"}))
        maria.poll()
        maria.checkpoint()
        expected = maria.conflicts()
    assert Store.open(tmp_path / "study").conflicts() == expected != []


def test_who_changed_a_document_meanwhile_is_named(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    maria.commit(Put("nodes", "n1", {"name": "trust"}))
    opened_with = maria.project.revision
    assert maria.changed_since("nodes", "n1", opened_with) == ""
    jon = Store.open(maria.folder, coder="jon")
    jon.commit(Put("nodes", "n1", {"name": "belief"}))
    maria.poll()
    assert maria.changed_since("nodes", "n1", opened_with) == "jon"
    assert maria.changed_since("nodes", "n1", maria.project.revision) == ""


def test_more_than_fifty_late_documents_come_out_as_few_do(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    operations = [["nodes", f"n{number}", None, {"name": f"code {number}"}] for number in range(60)]
    write_journal(folder, "a.000001", [step(2, *operations)])
    maria = Store.open(folder, coder="maria")
    maria.commit(*(Put("nodes", f"n{number}", {"name": f"by maria {number}"}) for number in range(60)))
    late = [["nodes", f"n{number}", {"name": f"code {number}"}, {"name": f"late {number}"}] for number in range(60)]
    late[0][3]["short"] = "only late"
    write_journal(folder, "b.000001", [step(2, *late)])
    opened_with = maria.project.revision
    touched = maria.poll()
    assert touched is not None
    assert maria.project.tables["nodes"]["n7"]["name"] == "by maria 7"
    assert maria.project.tables["nodes"]["n0"]["short"] == "only late"
    assert maria.changed_since("nodes", "n0", opened_with) == "b"
    assert maria.changed_since("nodes", "n7", opened_with) == ""
    assert len(maria.conflicts()) == 60
    (folder / "project.json").unlink(missing_ok=True)
    again = Store.open(folder)
    assert shown(again) == shown(maria)
    assert again.conflicts() == maria.conflicts()


def test_reading_needs_no_coder_and_writing_does(tmp_path: Path) -> None:
    store = Store.open(a_folder(tmp_path))
    with pytest.raises(ReadOnly, match="--coder"):
        store.commit(Put("nodes", "n1", {"name": "trust"}))
    store.sit("maria")
    store.commit(Put("nodes", "n1", {"name": "trust"}))
    assert store.coder == "maria"


def test_a_project_opened_for_reading_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with Store.open(folder, coder="maria", write=False) as store:
        assert store.read_only
        with pytest.raises(ReadOnly, match="reading only"):
            store.commit(Put("nodes", "n1", {"name": "trust"}))
        assert store.state.write({"place": 1}) is False
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_last_coder_is_who_wrote_last_here(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    assert Store.open(folder).last_coder() is None
    for coder in ("maria", "jon"):
        with Store.open(folder, coder=coder) as store:
            store.commit(Put("coders", coder, {"name": coder}))
    os.utime(next((folder / "journal").glob("maria.*.mine")), (1, 1))
    assert Store.open(folder).last_coder() == "jon"


def test_a_project_of_which_nothing_can_be_read_says_so(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    for path in (folder / "journal").iterdir():
        path.write_bytes(b"\0" * 300)
    with pytest.raises(Damaged, match="from a copy"):
        Store.open(folder)


def test_opening_freezes_what_it_made_and_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    frozen = gc.get_freeze_count()
    Store.open(folder)
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen


def test_the_head_names_a_state_that_can_be_had_again(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n1", {"name": "trust"}))
    head, then = store.head(), shown(store)
    store.commit(Put("nodes", "n1", {"name": "faith"}))
    assert store.head() != head
    assert store.at(head).tables == then
    with pytest.raises(Mistake, match="another copy"):
        store.at("5-0000000000000000")


def test_an_edit_that_breaks_a_rule_is_not_saved_in_part(tmp_path: Path) -> None:
    class Breaks(Put):
        def changes(self, project: object) -> list[object]:  # type: ignore[override]
            raise Mistake("A code of that name is there already.")

    store = a_store(tmp_path)
    with pytest.raises(Mistake, match="already"):
        store.commit(Put("nodes", "n1", {"name": "trust"}), Breaks("nodes", "n2", {}))
    assert store.project.get("nodes", "n1") is None
    assert store.poll() is None
    assert store.commit(Put("nodes", "n1", {"name": "trust"})) is not None


def test_what_json_cannot_hold_is_refused_and_nothing_stays_pending(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with pytest.raises(ValueError, match="JSON"):
        store.commit(Put("memos", "m1", {"text": float("inf")}))
    assert store.project.get("memos", "m1") is None
    assert store.commit(Put("memos", "m1", {"text": "finite"})) is not None


def test_a_journal_that_is_full_gets_a_closing_line_and_a_successor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.journal.FULL", 2000)
    store = a_store(tmp_path)
    for number in range(30):
        store.commit(Put("nodes", f"n{number}", {"name": f"code {number}"}))
    journals = sorted((store.folder / "journal").glob("maria.*.jsonl"))
    assert len(journals) > 1
    assert sum(path.read_bytes().count(b'"closed":true') for path in journals) == len(journals) - 1
    assert b'"closed":true' not in journal_of(store).read_bytes()
    assert all(path.stat().st_size < 2600 for path in journals)
    reader = Store.open(store.folder)
    assert shown(reader) == shown(store)
    assert reader.check() == []
    store.undo()
    assert store.project.get("nodes", "n29") is None
    store.close()
    with Store.open(store.folder, coder="maria") as again:
        again.commit(Put("nodes", "last", {"name": "last"}))
        assert (
            journal_of(again) not in set(journals) - {journal_of(store)}
            or b'"closed":true' not in journal_of(again).read_bytes()
        )


def test_a_failed_save_says_so_and_the_next_edit_succeeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n1", {"name": "trust"}))
    size = journal_of(store).stat().st_size

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        with pytest.raises(NotSaved, match=r"NOT SAVED.*no space left"):
            store.commit(Put("nodes", "n2", {"name": "doubt"}))
    assert journal_of(store).stat().st_size == size
    assert store.project.get("nodes", "n2") is None
    store.commit(Put("nodes", "n2", {"name": "doubt"}))
    assert shown(Store.open(store.folder)) == shown(store)
