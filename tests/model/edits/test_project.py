"""Edits of the project itself: facts, settings, coders, passes."""

from typing import Any

import pytest

from tests.builders import CODER, a_project, do, marked, node
from tui.errors import Mistake
from tui.model.edits.codebook import RemoveNode
from tui.model.edits.project import AddCoder, BeginPass, EndPass, SetProject, SetQuickKey, SetSetting
from tui.model.edits.shaping import MergeNodes
from tui.model.project import Project
from tui.model.transaction import compose


@pytest.fixture
def project() -> Project:
    return a_project("- trust / - time")


def test_facts_are_written_and_cleared(project: Project) -> None:
    done = do(project, SetProject({"title": " Leaders  and AI ", "aim": "What do leaders see?", "invited": 28}))
    assert done.sentence == "set the project's aim, invited, title"
    assert (project.title, project.aim, project.document["invited"]) == ("Leaders and AI", "What do leaders see?", 28)
    do(project, SetProject({"aim": "", "invited": None}))
    assert project.aim == ""
    assert "invited" not in project.document


@pytest.mark.parametrize("fields", [{"title": ""}, {"title": None}, {"invited": -1}, {"invited": "28"}, {"id": "x"}])
def test_facts_that_make_no_sense_are_refused(project: Project, fields: dict[str, Any]) -> None:
    with pytest.raises(Mistake):
        do(project, SetProject(fields))


def test_settings_take_their_default_back(project: Project) -> None:
    assert do(project, SetSetting("omission", "[…]")).sentence == "set omission"
    assert project.setting("omission") == "[…]"
    do(project, SetSetting("omission", None))
    assert project.setting("omission") == "//"
    assert "settings" not in project.document


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("omission", "..."),
        ("counts", "figures"),
        ("uncovered_words", "six"),
        ("reasons", 1),
        ("counted", []),
        ("no", 1),
    ],
)
def test_settings_that_make_no_sense_are_refused(project: Project, key: str, value: object) -> None:
    with pytest.raises(Mistake):
        do(project, SetSetting(key, value))


def test_counting_some_coders_changes_the_counts(project: Project) -> None:
    do(project, AddCoder("jon-ek", "Jon Ek"))
    marked(project, "the doctor decides", "trust")
    marked(project, "the doctor decides", "trust", coder="jon-ek")
    assert project.tally.units(node(project, "trust")) == 2
    do(project, SetSetting("counted", ["jon-ek"]))
    assert project.tally.units(node(project, "trust")) == 1
    assert project.tally.units_of_coder(CODER) == 1
    with pytest.raises(Mistake, match="no coder nobody"):
        do(project, SetSetting("counted", ["nobody"]))


def test_a_coders_id_is_the_name_made_plain(project: Project) -> None:
    assert do(project, AddCoder("jon-ek", "Jon Ek")).sentence == "add coder Jon Ek"
    assert project.need("coders", "jon-ek")["initials"] == "JE"
    with pytest.raises(Mistake, match="would be lena-palm"):
        do(project, AddCoder("lena", "Lena Palm"))
    with pytest.raises(Mistake, match="There is a coder Jon Ek already"):
        do(project, AddCoder("jon-ek", "Jon-Ek"))


class TestQuickKeys:
    def test_stand_for_one_code_and_a_code_has_one(self, project: Project) -> None:
        trust, time = node(project, "trust"), node(project, "time")
        assert do(project, SetQuickKey(CODER, "1", trust)).sentence == "quick key 1 for trust"
        do(project, SetQuickKey(CODER, "1", time), SetQuickKey(CODER, "2", trust), SetQuickKey(CODER, "3", trust))
        assert project.codebook.quick(project.need("coders", CODER)) == {"1": time, "3": trust}
        do(project, SetQuickKey(CODER, "1", None))
        assert project.codebook.quick(project.need("coders", CODER)) == {"3": trust}

    def test_of_codes_merged_or_gone_follow_or_fall_away(self, project: Project) -> None:
        trust, time = node(project, "trust"), node(project, "time")
        do(project, SetQuickKey(CODER, "1", trust), SetQuickKey(CODER, "2", time))
        do(project, MergeNodes([trust], time))
        do(project, SetQuickKey(CODER, "4", time))
        assert project.need("coders", CODER)["quick"] == {"4": time}
        do(project, RemoveNode(time))
        assert project.codebook.quick(project.need("coders", CODER)) == {}

    @pytest.mark.parametrize("digit", ["0", "10", "x", ""])
    def test_are_1_to_9(self, project: Project, digit: str) -> None:
        with pytest.raises(Mistake, match="1 to 9"):
            do(project, SetQuickKey(CODER, digit, node(project, "trust")))


def test_a_pass_is_begun_once_until_it_is_ended_and_then_counted_on(project: Project) -> None:
    assert do(project, BeginPass("first", CODER, "L07")).sentence == "begin to read L07"
    assert not compose(project, [BeginPass("again", CODER, "L07")]).operations
    assert do(project, EndPass("first")).sentence == "close the pass through L07"
    do(project, BeginPass("second", CODER, "L07"), BeginPass("other", "jon", "L07"))
    assert {reading["id"]: reading["number"] for reading in project.alive("passes")} == {
        "first": 1,
        "second": 2,
        "other": 1,
    }
