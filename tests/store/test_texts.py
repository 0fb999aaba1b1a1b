"""Texts: named by what they hold, written once, synced before the line that names them."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from tests.store.disk import Put, a_store
from tui.errors import NotSaved, ReadOnly
from tui.store.project import Store

WORDS = "INT: Wer?\nL07: Ärzte und Pflegende – 🙂\n"


def test_a_text_is_named_by_its_hash_and_may_only_be_read(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    digest = store.add_text(WORDS)
    path = store.folder / "texts" / f"{digest}.txt"
    assert digest == sha256(WORDS.encode()).hexdigest()
    assert path.read_bytes() == WORDS.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o440
    assert Store.open(store.folder).texts[digest] == WORDS


def test_the_same_text_twice_is_written_once(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = store.folder / "texts" / f"{store.add_text(WORDS)}.txt"
    first = path.stat()
    store.add_text(WORDS)
    assert path.stat() == first
    assert list(store.texts) == [path.stem]
    assert path.stem in store.texts
    assert len(store.texts) == 1


@pytest.mark.parametrize("words", ["a\r\nb", "A\u0308rzte"])
def test_a_text_that_is_not_normal_is_refused(tmp_path: Path, words: str) -> None:
    with pytest.raises(ValueError, match="NFC"):
        a_store(tmp_path).add_text(words)


def test_text_and_folder_are_on_disk_before_the_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n1", {"name": "first"}))
    synced: list[str] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    digest = store.add_text(WORDS)
    store.commit(Put("sources", "s1", {"text": digest}))
    assert [Path(path).suffix for path in synced] == [".tmp", "", ".jsonl"]
    assert synced[1] == str(store.folder / "texts")


def test_a_text_that_cannot_be_written_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_store(tmp_path)

    def fails(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(NotSaved, match=r"transcript.*input/output error"):
        store.add_text(WORDS)
    monkeypatch.undo()
    assert list((store.folder / "texts").iterdir()) == []


def test_a_text_is_not_added_to_a_project_that_is_only_read(tmp_path: Path) -> None:
    folder = a_store(tmp_path).folder
    with pytest.raises(ReadOnly):
        Store.open(folder, coder="maria", write=False).add_text(WORDS)
