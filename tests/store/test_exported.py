"""Exports are written whole, for their owner alone, and over another file only when told to."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tui.errors import Mistake, NotSaved
from tui.store import durable
from tui.store.exported import save


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    save(tmp_path / "out.md", b"words", replaces=False)
    assert (tmp_path / "out.md").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "out.md").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_when_told_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(b"mine")
    path.chmod(0o640)
    with pytest.raises(Mistake, match="--force"):
        save(path, b"words", replaces=False)
    assert path.read_bytes() == b"mine"
    save(path, b"words", replaces=True)
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    save(tmp_path / "link.md", b"new", replaces=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.parametrize("place", [".", "no/such/folder/out.md", "file/out.md"])
def test_a_place_where_no_file_can_be_is_a_mistake(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Mistake):
        save(tmp_path / place, b"words", replaces=True)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "out.md"
    path.write_bytes(b"mine")
    monkeypatch.setattr(durable, "write_all", full)
    with pytest.raises(NotSaved, match="no space left"):
        save(path, b"words", replaces=True)
    monkeypatch.undo()
    assert path.read_bytes() == b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["out.md"]
