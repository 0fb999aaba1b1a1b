"""Transcripts on their way in: who a label is, what becomes of it, what is refused."""

import os
from pathlib import Path, PurePath
from typing import Any

import pytest

from tui.errors import Mistake
from tui.formats import files, registry
from tui.formats.incoming import Incoming, arriving, edits_of, sentence_of
from tui.model.documents import patched
from tui.model.edits.participants import AddParticipant
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.transaction import compose


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "L07.txt"
    os.mkfifo(pipe)
    with pytest.raises(Mistake, match=r"L07\.txt is a named pipe, no file"):
        files.read(pipe)
    (tmp_path / "L08.txt").mkdir()
    with pytest.raises(Mistake, match=r"L08\.txt is a folder, no file"):
        files.read(tmp_path / "L08.txt")
    with pytest.raises(Mistake, match="is a device or socket, no file"):
        files.read(Path("/dev/null"))


def project_with(*participants: str) -> Project:
    project = Project()
    for name in participants:
        _made(project, [AddParticipant(new_id(), name, {})])
    return project


def _made(project: Project, edits: list[Any]) -> None:
    for table, identifier, _, after in compose(project, edits).operations:
        project.put(table, identifier, patched(None, table, identifier, after))


def come(project: Project, **texts: str) -> list[Incoming]:
    return arriving(
        [(PurePath(f"{name}.txt"), registry.read(f"{name}.txt", text.encode())) for name, text in texts.items()],
        project,
    )


def cast(each: Incoming) -> dict[str | None, tuple[str, str]]:
    return {speaker.label: (speaker.role, speaker.participant) for speaker in each.speakers}


def interview(label: str, tale: str, asks: str = "INT") -> str:
    return f"{asks}: What happened?\n\n{label}: {tale} and so on.\n\n{asks}: And then?\n\n{label}: {tale} again.\n"


def test_a_label_that_answers_makes_a_participant_of_its_name() -> None:
    [each] = come(Project(), talk=interview("L07", "We waited"))
    assert cast(each) == {"INT": ("interviewer", ""), "L07": ("participant", "L07")}


def test_a_label_that_might_be_anybody_names_the_participant_after_the_source() -> None:
    [each] = come(Project(), ward3=interview("Participant", "We waited"))
    assert cast(each)["Participant"] == ("participant", "ward3")


def test_the_same_label_in_several_files_is_a_participant_in_each() -> None:
    first, second = come(Project(), n01=interview("Respondent 1", "We waited"), n02=interview("Respondent 1", "I left"))
    assert cast(first)["Respondent 1"] == ("participant", "n01")
    assert cast(second)["Respondent 1"] == ("participant", "n02")


def test_a_label_that_is_a_participants_name_is_that_participant() -> None:
    project = project_with("Leader 7")
    [each] = come(project, talk=interview("LEADER 7", "We waited"))
    edits = edits_of([each], project)
    assert [type(edit).__name__ for edit in edits] == ["ImportSource"]


def test_what_comes_in_is_sources_and_their_new_participants() -> None:
    project = Project()
    incoming = come(project, talk=interview("L07", "We waited"), other=interview("L08", "I left"))
    _made(project, edits_of(incoming, project))
    assert [source["name"] for source in project.alive("sources")] == ["talk", "other"]
    assert [one["name"] for one in project.alive("participants")] == ["L07", "L08"]
    source = next(project.alive("sources"))
    speaks = project.turns(source["id"])[1]
    assert project.get("participants", speaks.participant or "") == next(project.alive("participants"))
    assert sentence_of(incoming) == "import 2 sources"


def test_without_labels_nobody_is_guessed() -> None:
    [each] = come(Project(), note="First a paragraph.\n\nThen another one.\n")
    assert cast(each) == {None: ("participant", "")}


def test_the_same_text_is_refused_whatever_its_name() -> None:
    project = Project()
    _made(project, edits_of(come(project, talk=interview("L07", "We waited")), project))
    with pytest.raises(Mistake, match=r"again\.txt is imported already: its text is that of talk"):
        come(project, again=interview("L07", "We waited"))


def test_a_taken_name_is_refused() -> None:
    project = Project()
    _made(project, edits_of(come(project, talk=interview("L07", "We waited")), project))
    with pytest.raises(Mistake, match="There is a source talk already"):
        come(project, talk=interview("L07", "I left"))


def test_a_folder_stands_for_its_readable_files_in_natural_order(tmp_path: Any) -> None:
    for name in ("n10.txt", "n9.md", "scan.png", ".hidden.txt"):
        (tmp_path / name).write_text("text")
    found, left = files.named([tmp_path])
    assert [path.name for path in found] == ["n9.md", "n10.txt"]
    assert [path.name for path in left] == ["scan.png"]


def test_a_pattern_stands_for_the_files_it_fits(tmp_path: Any) -> None:
    for name in ("a1.txt", "a2.txt", "b1.txt"):
        (tmp_path / name).write_text("text")
    found, _ = files.named([tmp_path / "a*.txt"])
    assert [path.name for path in found] == ["a1.txt", "a2.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path: Any) -> None:
    with pytest.raises(Mistake, match="There is no file"):
        files.named([tmp_path / "none.txt"])
