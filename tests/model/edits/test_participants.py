"""Edits of participants."""

import pytest

from tests.builders import CODER, a_project, do
from tui.errors import Mistake
from tui.model.edits.memos import WriteMemo
from tui.model.edits.participants import AddParticipant, RemoveParticipant, RenameParticipant, SetAttributes
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    project = a_project()
    do(project, AddParticipant("p", "Leader 7", {"role": "manager", "gender": ""}))
    return project


def test_a_participant_has_a_pseudonym_and_attributes(project: Project) -> None:
    assert project.need("participants", "p") == {"id": "p", "name": "Leader 7", "attributes": {"role": "manager"}}


def test_pseudonyms_are_unique(project: Project) -> None:
    with pytest.raises(Mistake, match="There is a participant Leader 7 already"):
        do(project, AddParticipant("q", "leader  7"))
    assert do(project, RenameParticipant("p", "Leader 8")).sentence == "rename participant Leader 7 to Leader 8"
    do(project, AddParticipant("q", "Leader 7"))
    with pytest.raises(Mistake, match="There is a participant Leader 8 already"):
        do(project, RenameParticipant("q", "Leader 8"))


def test_attributes_are_set_one_by_one(project: Project) -> None:
    done = do(project, SetAttributes("p", {"context": "primary  care", "role": " "}))
    assert done.sentence == "set context, role of Leader 7"
    assert project.need("participants", "p")["attributes"] == {"context": "primary care"}


def test_one_who_speaks_somewhere_cannot_go(project: Project) -> None:
    with pytest.raises(Mistake, match="L07 speaks in L07"):
        do(project, RemoveParticipant("l07"))
    do(project, WriteMemo("m", {"kind": "participant", "id": "p"}, "analytic", CODER, "why"))
    assert do(project, RemoveParticipant("p")).sentence == "remove participant Leader 7"
    assert project.get("participants", "p") is project.get("memos", "m") is None
