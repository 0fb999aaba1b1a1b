"""Where a coder was: kept for the next time, by journal, and lost without harm."""

from __future__ import annotations

from pathlib import Path

from tests.store.disk import Put, a_folder, a_store
from tui.store.project import Store


def test_a_session_finds_what_the_one_before_kept(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.commit(Put("nodes", "n1", {"name": "a"}))
        assert store.state.write({"place": ["s1", 120], "drafts": {"memo": "half a thought"}})
    with Store.open(tmp_path / "study", coder="maria") as store:
        assert store.state.read() == {"place": ["s1", 120], "drafts": {"memo": "half a thought"}}


def test_a_coder_who_only_reads_is_remembered_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="maria") as store:
        assert store.state.read() == {}
        store.state.write({"place": 7})
    with Store.open(folder, coder="maria") as store:
        assert store.state.read() == {"place": 7}
        store.commit(Put("nodes", "n1", {"name": "a"}))
        assert store.state.read() == {"place": 7}


def test_coders_do_not_find_each_others_places(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="maria") as store:
        store.state.write({"place": 7})
    assert Store.open(folder, coder="jon").state.read() == {}
    assert Store.open(folder).state.read() == {}


def test_a_torn_state_file_is_as_none(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="maria") as store:
        store.state.write({"place": 7})
    for path in (folder / "state").iterdir():
        path.write_bytes(path.read_bytes()[:5])
    assert Store.open(folder, coder="maria").state.read() == {}


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    (store.folder / "state").rmdir()
    assert store.state.write({"place": 7}) is False
    assert store.state.read() == {}
