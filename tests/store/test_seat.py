"""Seats: one's own journal is continued, anybody else's never, and a failure leaves nothing behind."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, a_store, journal_of, shown
from tui.errors import NotSaved
from tui.store import claim, durable
from tui.store.project import Store


def edit(store: Store, name: str = "trust") -> str:
    store.commit(Put("memos", f"m{len(store.project.tables['memos'])}", {"text": name}))
    return store.state.journal


def test_a_session_continues_the_journal_of_the_one_before(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first = edit(store)
    with Store.open(tmp_path / "study", coder="maria") as store:
        assert edit(store) == first


def test_a_session_beside_another_begins_its_own_and_later_ones_use_both(tmp_path: Path) -> None:
    first = a_store(tmp_path)
    second = Store.open(first.folder, coder="maria")
    journals = {edit(first), edit(second)}
    assert len(journals) == 2
    first.close()
    second.close()
    third, fourth = (Store.open(first.folder, coder="maria") for _ in range(2))
    assert {edit(third), edit(fourth)} == journals


def test_opening_without_an_edit_begins_no_journal(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    before = sorted(path.name for path in (folder / "journal").iterdir())
    with Store.open(folder, coder="maria"):
        pass
    assert sorted(path.name for path in (folder / "journal").iterdir()) == before


def test_a_copied_folder_continues_no_journal(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first = edit(store)
    shutil.copytree(store.folder, tmp_path / "copy")
    with Store.open(tmp_path / "copy", coder="maria") as copy:
        assert edit(copy) != first
    with Store.open(store.folder, coder="maria") as store:
        assert edit(store) == first


@pytest.mark.parametrize(
    "change", [{"machine": "elsewhere"}, {"user": 4711}, {"inode": 1}, {"size": 1 << 30}, {"sum": "0" * 16}]
)
def test_a_claim_that_does_not_fit_is_not_used(tmp_path: Path, change: dict[str, object]) -> None:
    with a_store(tmp_path) as store:
        first = edit(store)
    mine = store.folder / "journal" / f"{first}.mine"
    mine.write_text(json.dumps({**json.loads(mine.read_text()), **change}))
    with Store.open(store.folder, coder="maria") as store:
        assert edit(store) != first


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"machine": 1}', b"\0" * 60])
def test_a_claim_that_is_rubbish_is_not_used_and_not_fatal(tmp_path: Path, rubbish: bytes) -> None:
    with a_store(tmp_path) as store:
        first = edit(store)
    (store.folder / "journal" / f"{first}.mine").write_bytes(rubbish)
    with Store.open(store.folder, coder="maria") as store:
        assert edit(store) != first


def test_a_torn_end_is_set_aside_and_the_journal_goes_on(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first = edit(store)
    path = store.folder / "journal" / f"{first}.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"n":9,"at":"2026')
    with Store.open(store.folder, coder="maria") as store:
        assert edit(store, "after") == first
    assert path.read_bytes().startswith(whole + b'{"n":3,')
    (aside,) = (store.folder / "journal").glob(f"{first}.torn.*")
    assert aside.read_bytes() == b'{"n":9,"at":"2026'
    assert Store.open(store.folder).check() == []


def test_coders_with_long_or_foreign_names_have_journals(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    for coder in ("ł" * 90, "ł" * 90 + "x", "伟", "o-neill"):
        for _ in range(2):
            with Store.open(folder, coder=coder) as store:
                edit(store)
                assert next(store.history()).coder == coder
    assert len(list((folder / "journal").glob("*.mine"))) == 4


def test_a_claim_that_cannot_be_laid_leaves_no_journal_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_folder(tmp_path)
    store = Store.open(folder, coder="maria")

    def refuses(descriptor: int, data: bytes) -> None:
        if data.startswith(b'{"coder"'):
            raise OSError(errno.ENOSPC, "No space left on device")
        durable.write_all(descriptor, data)

    monkeypatch.setattr(claim, "write_all", refuses)
    for _ in range(3):
        with pytest.raises(NotSaved, match="no space left"):
            edit(store)
    assert not list((folder / "journal").glob("maria.*.jsonl"))
    monkeypatch.undo()
    edit(store)
    assert shown(Store.open(folder)) == shown(store)


def test_lines_of_a_replaced_journal_wait_for_a_disk_that_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path)
    edit(store, "one")
    edit(store, "two")
    journal_of(store).unlink()
    with monkeypatch.context() as full:

        def refuses(*arguments: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        full.setattr(os, "write", refuses)
        for _ in range(2):
            with pytest.raises(NotSaved):
                edit(store, "three")
    edit(store, "three")
    reader = Store.open(store.folder, write=False)
    assert [memo["text"] for memo in reader.project.alive("memos")] == ["one", "two", "three"]
    assert shown(reader) == shown(store)
