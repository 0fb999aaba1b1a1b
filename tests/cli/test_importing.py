"""`postil import`: files and folders, speakers and participants, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import L07, L10, Postil


@pytest.fixture
def empty(done: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without sources, and beside it two interviews."""
    done("new", "empty", "--title", "Leaders and AI")
    for name, text in (("L07", L07), ("L10", L10)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "empty")
    return tmp_path


def names(done: Postil) -> list[str]:
    return [source["name"] for source in done("sources", "--json").json]


def test_a_source_is_named_after_its_file(empty: Path, done: Postil) -> None:
    assert done("import", empty / "L07.txt").out == "L07: 52 words, 4 turns, 2 speakers\n"
    done("import", empty / "L10.txt", "--name", "Ten")
    assert names(done) == ["L07", "Ten"]


def test_a_folder_is_one_step(empty: Path, done: Postil) -> None:
    folder = empty / "interviews"
    folder.mkdir()
    for number in range(1, 27):
        (folder / f"L{number}.txt").write_text(f"INT: Well?\n\nL{number}: I am leader {number}.\n", encoding="utf-8")
    (folder / "notes.xyz").write_text("not for us")
    answer = done("import", folder)
    assert "Left out" in answer.err
    assert "notes.xyz" in answer.err
    assert names(done) == [f"L{number}" for number in range(1, 27)]
    assert done("history", "--json", "-n", "1").json[0]["what"] == "import 26 sources"
    done("undo")
    assert names(done) == []


def test_nothing_is_kept_where_one_file_cannot_be_read(empty: Path, postil: Postil) -> None:
    (empty / "L11.txt").write_bytes(b"")
    answer = postil("import", empty / "L07.txt", empty / "L11.txt")
    assert answer.status == 1
    assert "L11.txt" in answer.err
    assert postil("sources", "--json").json == []


def test_the_same_text_or_name_again_is_refused(empty: Path, done: Postil, postil: Postil) -> None:
    done("import", empty / "L07.txt")
    again = postil("import", empty / "L07.txt", "--name", "another")
    assert again.status == 1
    assert "imported already: its text is that of L07" in again.err
    (empty / "l07.txt").write_text(L10, encoding="utf-8")
    taken = postil("import", empty / "l07.txt")
    assert taken.status == 1
    assert "There is a source L07 already; --name" in taken.err
    (empty / "L08.txt").write_text(L10, encoding="utf-8")
    twice = postil("import", empty / "L10.txt", empty / "L08.txt")
    assert twice.status == 1
    assert "its text is that of L10" in twice.err
    assert [source["name"] for source in postil("sources", "--json").json] == ["L07"]


def test_speakers_become_participants(empty: Path, done: Postil) -> None:
    answer = done("import", empty / "L07.txt", "--speaker", "L07=Leader 7", "--interviewer", "INT")
    assert "New participant: Leader 7." in answer.err
    participants = done("participants", "--json").json
    assert [one["name"] for one in participants] == ["Leader 7"]
    assert done("sources", "--json").json[0]["speakers"][1] == {
        "label": "L07",
        "role": "participant",
        "participant": participants[0]["id"],
    }


def test_the_one_who_answers_is_the_participant_named(empty: Path, done: Postil) -> None:
    done("import", empty / "L07.txt", "--participant", "Leader 7")
    done("import", empty / "L10.txt", "--participant", "leader 7")
    participants = done("participants", "--json").json
    assert len(participants) == 1
    assert len(participants[0]["sources"]) == 2


def test_a_label_that_is_a_participants_name_is_that_participant(empty: Path, done: Postil) -> None:
    done("participants", "add", "L07", "role=manager")
    done("import", empty / "L07.txt")
    assert done("participants", "--json").json[0]["sources"] == [done("sources", "--json").json[0]["id"]]


def test_a_text_without_labels_is_the_participants(empty: Path, done: Postil) -> None:
    (empty / "answer.txt").write_text("We waited a year.\n\nThen nothing came.\n", encoding="utf-8")
    done("import", empty / "answer.txt", "--participant", "Leader 3")
    source = done("sources", "--json").json[0]
    participant = done("participants", "--json").json[0]["id"]
    assert source["speakers"] == [{"label": None, "role": "participant", "participant": participant}]


def test_a_dry_run_shows_and_changes_nothing(empty: Path, done: Postil) -> None:
    before = done("history", "--json").json
    answer = done("import", empty / "L07.txt", "--dry-run")
    assert "52 words, 4 turns, 2 speakers" in answer.out
    assert any(line.split()[:2] == ["INT", "interviewer"] for line in answer.lines)
    assert done("history", "--json").json == before
    assert list((Path.cwd() / "texts").iterdir()) == []


def test_a_label_that_nobody_has_is_refused(empty: Path, postil: Postil) -> None:
    answer = postil("import", empty / "L07.txt", "--speaker", "L08=Leader 8")
    assert answer.status == 1
    assert "No turn is labelled “L08”. There are: INT, L07." in answer.err
    assert postil("sources", "--json").json == []
    assert postil("import", empty / "L07.txt", "--speaker", "Leader 8").status == 1


@pytest.mark.parametrize("path", ["nowhere.txt", "empty-folder"])
def test_what_is_not_there_is_said(path: str, empty: Path, postil: Postil) -> None:
    (empty / "empty-folder").mkdir()
    answer = postil("import", empty / path)
    assert answer.status == 1
    assert path in answer.err


def test_an_empty_name_of_a_file_is_not_the_present_folder(empty: Path, done: Postil, postil: Postil) -> None:
    answer = postil("import", "")
    assert (answer.status, answer.out) == (1, "")
    assert "is empty" in answer.err
    assert names(done) == []


def test_a_named_pipe_is_refused(empty: Path, postil: Postil) -> None:
    os.mkfifo(empty / "L11.txt")
    answer = postil("import", empty / "L11.txt")
    assert answer.status == 1
    assert "is a named pipe" in answer.err
