"""Edits of sources."""

from typing import Any

import pytest

from tests.builders import CODER, a_project, do, marked, node
from tui.errors import Mistake
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import BeginPass
from tui.model.edits.sources import CorrectTurn, ImportSource, RemoveSource, RenameSource, SetFacts, SetSpeaker
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project("- trust")


def test_a_source_comes_with_its_turns_and_speakers(project: Project) -> None:
    fields = {
        "name": " L08 ",
        "text": "hash",
        "turns": [[0, 5, 9, "L08"]],
        "speakers": {"L08": {"role": "participant"}},
    }
    assert do(project, ImportSource("s", {**fields, "date": None})).sentence == "import L08"
    assert project.need("sources", "s") == {"id": "s", **fields, "name": "L08"}


@pytest.mark.parametrize("name", ["l07", " L07", ""])
def test_a_name_that_is_taken_or_empty_is_refused(project: Project, name: str) -> None:
    with pytest.raises(Mistake, match=r"needs a name|give another name with --name"):
        do(project, ImportSource("s", {"name": name}))


def test_a_source_has_no_other_fields(project: Project) -> None:
    with pytest.raises(Mistake, match="has no removed"):
        do(project, ImportSource("s", {"name": "new", "removed": True}))


def test_renaming_minds_other_sources_only(project: Project) -> None:
    do(project, ImportSource("s", {"name": "L08"}))
    assert do(project, RenameSource("s", "l08")).sentence == "rename source L08 to l08"
    with pytest.raises(Mistake, match="There is a source L07 already"):
        do(project, RenameSource("s", "l07"))


def test_who_speaks_under_a_label_changes_whose_units_there_are(project: Project) -> None:
    marked(project, "the doctor decides", "trust")
    code = node(project, "trust")
    assert project.tally.participant_ids(code) == ("l07",)
    project.put("participants", "p2", {"id": "p2", "name": "Leader 2"})
    assert do(project, SetSpeaker("L07", "L07", "participant", "p2")).sentence == "L07 is Leader 2 in L07"
    assert project.tally.participant_ids(code) == ("p2",)
    assert do(project, SetSpeaker("L07", "L07", "interviewer")).sentence == "L07 is an interviewer in L07"
    assert project.tally.participants(code) == 0


@pytest.mark.parametrize(
    ("label", "role", "participant", "message"),
    [
        ("XX", "interviewer", None, "Nobody speaks as “XX”"),
        ("L07", "doctor", None, "interviewer, participant or neither"),
        ("L07", "participant", "gone", "no participant gone"),
    ],
)
def test_a_speaker_is_somebody(project: Project, label: str, role: str, participant: str | None, message: str) -> None:
    with pytest.raises(Mistake, match=message):
        do(project, SetSpeaker("L07", label, role, participant))


def test_one_turn_is_corrected_and_uncorrected(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    turn = project.turns("L07")[1]
    assert do(project, CorrectTurn("L07", turn.start, "interviewer")).sentence == "an interviewer speaks in L07:2"
    assert project.participants_of(project.need("units", unit)) == ()
    assert do(project, CorrectTurn("L07", turn.start, None)).sentence == "uncorrect L07:2"
    assert project.participants_of(project.need("units", unit)) == ("l07",)
    with pytest.raises(Mistake, match="No turn of L07 begins at 1"):
        do(project, CorrectTurn("L07", 1, "interviewer"))


def test_facts_are_written_and_cleared(project: Project) -> None:
    facts = {"date": "2020-11-24", "minutes": 62, "mode": " video  call ", "participant": "l07"}
    assert do(project, SetFacts("L07", facts)).sentence == "set date, minutes, mode, participant of L07"
    assert {key: project.need("sources", "L07")[key] for key in facts} == {**facts, "mode": "video call"}
    do(project, SetFacts("L07", {"date": None, "mode": ""}))
    assert not {"date", "mode"} & project.need("sources", "L07").keys()


@pytest.mark.parametrize(
    "facts", [{"date": "24.11.2020"}, {"date": "2020-13"}, {"minutes": "long"}, {"minutes": -1}, {"colour": "red"}]
)
def test_facts_that_make_no_sense_are_refused(project: Project, facts: dict[str, Any]) -> None:
    with pytest.raises(Mistake):
        do(project, SetFacts("L07", facts))


def test_a_source_with_units_goes_only_with_them_and_all_that_hangs_on_it(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    do(project, BeginPass("pass", CODER, "L07"), WriteMemo("m", {"kind": "unit", "id": unit}, "analytic", CODER, "why"))
    do(project, WriteMemo("p", {"kind": "passage", "id": "L07", "spans": [[70, 80]]}, "analytic", CODER, "why"))
    with pytest.raises(Mistake, match="L07 has 1 unit; removing it needs --with-units"):
        do(project, RemoveSource("L07"))
    assert do(project, RemoveSource("L07", with_units=True)).sentence == "remove source L07 with 1 unit"
    for table in ("sources", "units", "memos", "passes"):
        assert not list(project.alive(table)), table
    assert project.tally.units(node(project, "trust")) == 0
