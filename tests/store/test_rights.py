"""Rights: modes are what they should be under any umask, what is ours is mended, and a private folder stays private."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder
from tui.errors import ReadOnly
from tui.store import rights
from tui.store.project import Store


@pytest.fixture(params=[0o000, 0o022, 0o077], autouse=True)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    paths = [folder, *folder.rglob("*")]
    return {
        (path.suffix if path.is_file() else path.name): f"{stat.S_IMODE(path.stat().st_mode):o}"
        for path in paths
        if not path.name.startswith(".")
    }


def used(path: Path, *, group: bool) -> Path:
    folder = a_folder(path, group=group)
    with Store.open(folder, coder="maria") as store:
        digest = store.add_text("words")
        store.commit(Put("sources", "s1", {"text": digest}))
        store.state.write({"place": 3})
        store.checkpoint()
        (folder / "project.json").rename(folder / "project.checkpoint")
    return folder


def test_a_groups_project_may_be_read_and_written_by_the_group(tmp_path: Path) -> None:
    assert modes(used(tmp_path, group=True)) == {
        "study": "2770",
        "journal": "2770",
        "texts": "2770",
        "state": "2770",
        ".jsonl": "640",
        ".mine": "600",
        ".txt": "440",
        ".json": "600",
        ".checkpoint": "660",
    }


def test_a_persons_project_may_be_entered_by_nobody_else(tmp_path: Path) -> None:
    found = modes(used(tmp_path, group=False))
    assert {found[name] for name in ("study", "journal", "texts", "state")} == {"700"}


def test_what_is_ours_is_mended_when_the_project_is_opened(tmp_path: Path) -> None:
    folder = used(tmp_path, group=True)
    right = modes(folder)
    for path in (
        folder / "journal",
        next((folder / "journal").glob("maria.*.jsonl")),
        next((folder / "texts").iterdir()),
    ):
        path.chmod(0o700)
    Store.open(folder)
    assert modes(folder) == right


def test_folders_that_a_clone_came_without_are_made(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, group=True)
    for name in ("state", "texts"):
        (folder / name).rmdir()
    with Store.open(folder, coder="maria") as store:
        digest = store.add_text("words")
        store.commit(Put("sources", "s1", {"text": digest}))
        assert store.state.write({"place": 3})
    assert Store.open(folder, coder="maria").state.read() == {"place": 3}
    assert {modes(folder)[name] for name in ("state", "texts")} == {"2770"}


def test_a_private_copy_of_a_groups_project_is_not_opened_to_the_group(tmp_path: Path) -> None:
    folder = used(tmp_path, group=True)
    for path in (folder, folder / "journal", folder / "texts", folder / "state"):
        path.chmod(0o700)
    Store.open(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "journal").stat().st_mode) == 0o700


def test_what_is_somebody_elses_and_too_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = used(tmp_path, group=True)
    journal = next((folder / "journal").glob("maria.*.jsonl"))
    journal.chmod(0o666)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert rights.warnings(folder) == [
        f"{journal} may be read or written by more people than it should (mode 640 is right)."
    ]
    rights.mend(folder)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o666


def test_a_link_is_left_alone(tmp_path: Path) -> None:
    folder = used(tmp_path, group=True)
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    outside.chmod(0o604)
    (folder / "texts" / "link.txt").symlink_to(outside)
    Store.open(folder)
    assert stat.S_IMODE(outside.stat().st_mode) == 0o604


@pytest.mark.parametrize("protected", [".", "journal"])
def test_a_project_that_its_owner_has_write_protected_is_read_and_left_as_it_is(tmp_path: Path, protected: str) -> None:
    folder = used(tmp_path, group=False)
    (folder / "project.checkpoint").unlink()
    (folder / protected).chmod(0o500)
    kept = modes(folder)
    try:
        with Store.open(folder, coder="maria") as store:
            assert store.project.get("sources", "s1") is not None
            with pytest.raises(ReadOnly, match="write-protected"):
                store.commit(Put("sources", "s2", {"name": "L08"}))
            assert not store.checkpoint()
        assert modes(folder) == kept
    finally:
        (folder / protected).chmod(0o700)
