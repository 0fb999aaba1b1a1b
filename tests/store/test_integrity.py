"""The check finds what is wrong and says what mends it; a sound project has nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, a_store, journal_of, step, write_journal
from tui.errors import Damaged
from tui.store.project import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A project with one source, its text, and a code."""
    opened = a_store(tmp_path)
    digest = opened.add_text("INT: Wer?\nL07: Der Arzt.\n")
    opened.commit(Put("sources", "s1", {"name": "L07", "text": digest}))
    opened.commit(Put("nodes", "n1", {"name": "who signs"}))
    return opened


def found(store: Store) -> list[str]:
    return [problem.what for problem in store.check()]


def test_a_sound_project_has_no_problems(store: Store) -> None:
    assert store.check() == []


def test_a_damaged_line_is_named_by_file_and_byte(store: Store) -> None:
    path = journal_of(store)
    data = path.read_bytes()
    place = data.index(b"who signs")
    path.write_bytes(data[:place] + b"W" + data[place + 1 :])
    problems = store.check()
    start = data.rindex(b"\n", 0, place) + 1
    assert problems[0].where == f"{path}, byte {start}"
    assert "damaged and skipped" in problems[0].what


def test_a_missing_line_breaks_the_chain(store: Store) -> None:
    path = journal_of(store)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))
    assert "A line before number 3 is missing." in found(store)


def test_a_journal_without_its_first_line_is_read_and_told(store: Store) -> None:
    path = journal_of(store)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))
    assert f"The journal {path.stem} has lost its first line." in found(store)
    assert Store.open(store.folder).project.get("nodes", "n1") is not None


def test_a_missing_text_is_told_and_its_codings_stay(store: Store) -> None:
    path = next((store.folder / "texts").iterdir())
    path.unlink()
    assert found(store) == ["The transcript of L07 is not here."]
    reader = Store.open(store.folder)
    assert reader.project.get("sources", "s1") is not None
    with pytest.raises(Damaged, match=r"is not here.*Copy the file"):
        reader.texts[path.stem]


def test_a_damaged_text_is_told_and_not_shown(store: Store) -> None:
    path = next((store.folder / "texts").iterdir())
    path.chmod(0o600)
    path.write_text("INT: Wer?\nL07: Die Ärztin.\n")
    assert found(store) == ["The transcript of L07 is damaged."]
    with pytest.raises(Damaged, match="changed outside Postil"):
        Store.open(store.folder).texts[path.stem]
    assert store.add_text("INT: Wer?\nL07: Der Arzt.\n") == path.stem
    assert found(store) == []


def test_a_text_that_nothing_names_is_listed(store: Store) -> None:
    store.add_text("nobody's words")
    assert found(store) == ["A transcript belongs to no source."]


def test_a_journal_of_another_project_is_told(store: Store, tmp_path: Path) -> None:
    other = a_folder(tmp_path / "other")
    path = write_journal(other, "jon.000001", [step(2)])
    (store.folder / "journal" / path.name).write_bytes(path.read_bytes())
    assert found(store) == ["The journal jon.000001 belongs to another project."]


def test_a_line_of_a_stranger_is_told(store: Store) -> None:
    write_journal(store.folder, "jon.000001", [step(2, ["nodes", "n1"]), step(3, ["nodes", "n2", None, {"name": "b"}])])
    assert found(store) == ["1 lines of jon.000001 cannot be understood."]
    assert Store.open(store.folder).project.get("nodes", "n2") is not None


def test_what_is_shown_is_held_against_the_journals(store: Store) -> None:
    store.project.put("nodes", "n1", {"id": "n1", "name": "never written"})
    assert found(store) == ["What is shown of nodes n1 is not what the journals say."]


def test_checking_changes_nothing(store: Store) -> None:
    (store.folder / "texts").chmod(0o777)
    before = {path: path.stat() for path in store.folder.rglob("*")}
    store.check()
    assert {path: path.stat().st_mode for path in store.folder.rglob("*")} == {
        path: stat.st_mode for path, stat in before.items()
    }
