"""Who does not see whose units in a source, and until when."""

from __future__ import annotations

import pytest

from tests.builders import CODER, a_project, do
from tui.model.edits.project import BeginPass, EndPass, SetSetting
from tui.model.passes import blind_to, open_pass, passes_of
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    one = a_project()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    return one


def begin(project: Project, coder: str, *, recorded: bool = False) -> str:
    identifier = f"pass of {coder} {len(passes_of(project, 'L07', coder))}"
    do(project, BeginPass(identifier, coder, "L07", recorded))
    return identifier


def test_passes_that_recorded_themselves_hide_nothing(project: Project) -> None:
    begin(project, CODER, recorded=True)
    begin(project, "jon", recorded=True)
    assert blind_to(project, "L07", CODER) == frozenset()


def test_two_who_begin_do_not_see_each_other_until_both_have_closed(project: Project) -> None:
    mine, his = begin(project, CODER), begin(project, "jon")
    assert blind_to(project, "L07", CODER) == {"jon"}
    assert blind_to(project, "L07", "jon") == {CODER}
    do(project, EndPass(mine))
    assert blind_to(project, "L07", CODER) == {"jon"}
    do(project, EndPass(his))
    assert blind_to(project, "L07", CODER) == blind_to(project, "L07", "jon") == frozenset()


def test_a_recorded_pass_is_begun_in_earnest_and_stays_one_pass(project: Project) -> None:
    begin(project, CODER, recorded=True)
    begin(project, "jon")
    assert blind_to(project, "L07", CODER) == frozenset()
    begin(project, CODER)
    assert [each["number"] for each in passes_of(project, "L07", CODER)] == [1]
    assert blind_to(project, "L07", CODER) == {"jon"}
    assert not do(project, BeginPass("again", CODER, "L07", recorded=True)).operations


def test_where_everybody_codes_apart_one_sees_others_once_both_have_closed(project: Project) -> None:
    do(project, SetSetting("blind", True))
    assert blind_to(project, "L07", CODER) == {"jon"}
    mine = begin(project, CODER, recorded=True)
    do(project, EndPass(mine))
    assert blind_to(project, "L07", CODER) == frozenset()  # who never reads it has nothing to close
    his = begin(project, "jon", recorded=True)
    assert blind_to(project, "L07", CODER) == {"jon"}
    do(project, EndPass(his))
    assert blind_to(project, "L07", CODER) == frozenset()
    assert blind_to(project, "L07", "") == frozenset()


def test_the_pass_that_is_open_is_the_last(project: Project) -> None:
    assert open_pass(project, "L07", CODER) is None
    do(project, EndPass(begin(project, CODER)))
    assert open_pass(project, "L07", CODER) is None
    second = begin(project, CODER)
    assert (open_pass(project, "L07", CODER) or {})["id"] == second
