"""Units that were coded under an older definition: which wait, until when, whatever two coders did apart."""

from __future__ import annotations

import pytest

from tests.builders import CODEBOOK, a_project, do, marked, node, undo
from tui.model.definitions import UNDEFINED, stamp_of
from tui.model.edits.codebook import DefineNode
from tui.model.edits.looking import StillFits
from tui.model.edits.shaping import DemoteNode, MergeNodes, SplitNode
from tui.model.edits.sorting import MoveNodes
from tui.model.edits.spans import JoinUnits, SplitUnit
from tui.model.edits.units import ApplyCode, MarkUnit, Recode, RemoveUnit
from tui.model.ids import new_id
from tui.model.project import Project

SIGNS = "the doctor signs"
DECIDES = "the doctor decides"


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


def define(project: Project, path: str, brief: str = "", *, moved: bool = True, **texts: str) -> object:
    fields = {**({"definition": brief} if brief else {}), **texts}
    return do(project, DefineNode(node(project, path), fields, moved=moved))


def waiting(project: Project, path: str) -> list[str]:
    return sorted(str(unit["id"]) for unit in project.moved.units(node(project, path)))


def test_a_first_definition_lets_nothing_wait(project: Project) -> None:
    marked(project, SIGNS, "who signs")
    define(project, "who signs", "Who stands for it.", include="the pen")
    assert waiting(project, "who signs") == []
    assert project.moved.total() == 0


@pytest.mark.parametrize("part", ["definition", "full", "include", "exclude"])
def test_another_definition_lets_the_units_coded_under_the_older_one_wait(project: Project, part: str) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "Who stands for it.", include="the pen")
    define(project, "who signs", **{part: "another thing"})
    assert waiting(project, "who signs") == [unit]
    assert project.moved.count(node(project, "Liability")) == 1
    assert project.moved.count(node(project, "Capacity")) == 0
    assert project.moved.codes_of(project.need("units", unit)) == (node(project, "who signs"),)


@pytest.mark.parametrize("field", ["narrative", "notes"])
def test_what_is_no_part_of_the_definition_moves_nothing(project: Project, field: str) -> None:
    marked(project, SIGNS, "who signs")
    define(project, "who signs", "Who stands for it.")
    define(project, "who signs", **{field: "another thing"})
    define(project, "who signs", "Who  stands\nfor it.")
    assert waiting(project, "who signs") == []


def test_what_is_coded_under_the_new_definition_does_not_wait(project: Project) -> None:
    define(project, "who signs", "Who stands for it.")
    define(project, "who signs", "Who puts the name under it.")
    unit = marked(project, SIGNS, "who signs")
    other = marked(project, DECIDES, "burden of proof")
    do(project, Recode(other, None, node(project, "who signs")))
    do(project, ApplyCode(marked(project, "unfair"), node(project, "who signs")))
    assert waiting(project, "who signs") == []
    define(project, "who signs", "Who bought the pen.")
    assert len(waiting(project, "who signs")) == 3
    assert unit in waiting(project, "who signs")


def test_a_unit_that_still_fits_waits_no_longer_until_the_definition_moves_again(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    code = node(project, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    done = do(project, StillFits((unit,), code))
    assert done.sentence == "say that a unit still fits who signs"
    assert waiting(project, "who signs") == []
    undo(project, done)
    assert waiting(project, "who signs") == [unit]
    do(project, StillFits((unit,), code))
    assert do(project, StillFits((unit,), code)).operations == []
    define(project, "who signs", "Three.")
    assert waiting(project, "who signs") == [unit]


def test_only_another_wording_lets_nothing_wait_and_keeps_waiting_what_waited(project: Project) -> None:
    first = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "One!", moved=False)
    assert waiting(project, "who signs") == []
    define(project, "who signs", "Two.")
    second = marked(project, DECIDES, "who signs")
    define(project, "who signs", "Two!", moved=False)
    third = marked(project, "unfair", "who signs")
    assert waiting(project, "who signs") == [first]
    define(project, "who signs", "Three.")
    assert waiting(project, "who signs") == sorted([first, second, third])


def test_going_back_to_the_older_texts_lets_what_was_coded_under_them_fit_again(project: Project) -> None:
    first = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    second = marked(project, DECIDES, "who signs")
    assert waiting(project, "who signs") == [first]
    define(project, "who signs", "One.")
    assert waiting(project, "who signs") == [second]


def test_what_was_only_a_wording_can_be_said_to_have_moved_after_all(project: Project) -> None:
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    define(project, "who signs", "Two!", moved=False)
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "Two.", moved=True)
    assert waiting(project, "who signs") == [unit]


def test_a_definition_taken_away_lets_nothing_wait_until_there_is_another(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", definition="")
    other = marked(project, DECIDES, "who signs")
    assert project.need("units", other)["codes"] == {node(project, "who signs"): UNDEFINED}
    assert waiting(project, "who signs") == []
    define(project, "who signs", "Two.")
    assert waiting(project, "who signs") == [unit]


def test_the_older_texts_are_kept_where_the_definition_is(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    code = node(project, "who signs")
    define(project, "who signs", "One.", exclude="Nine.")
    define(project, "who signs", "Two.")
    defined = project.moved.defined(code)
    older = project.moved.older(project.need("units", unit), code)
    assert defined.wordings[older] == {"definition": "One.", "exclude": "Nine."}
    assert defined.revisions == 1


def test_codes_never_redefined_keep_no_account(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    again = marked(project, DECIDES, "who signs")
    document = project.codebook.nodes[node(project, "who signs")].document
    assert not {"wordings", "reworded", "coded_under"} & document.keys()
    assert [*project.need("units", unit)["codes"].values(), *project.need("units", again)["codes"].values()] == [
        True,
        True,
    ]


def test_units_of_a_merged_code_wait_where_its_definition_was_another(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    other = marked(project, DECIDES, "burden of proof")
    define(project, "who signs", "One.")
    define(project, "burden of proof", "Two.")
    do(project, MergeNodes((node(project, "who signs"),), node(project, "burden of proof")))
    into = node(project, "burden of proof")
    assert waiting(project, "burden of proof") == [unit]
    assert project.moved.defined(into).wordings[project.moved.older(project.need("units", unit), into)] == {
        "definition": "One."
    }
    do(project, StillFits((unit, other), into))
    assert waiting(project, "burden of proof") == []
    define(project, "burden of proof", "Three.")
    assert waiting(project, "burden of proof") == sorted([unit, other])


def test_units_of_a_merged_code_without_a_definition_or_with_the_same_fit(project: Project) -> None:
    marked(project, SIGNS, "who signs")
    marked(project, DECIDES, "burden of proof")
    marked(project, "unfair", "good enough to buy")
    define(project, "burden of proof", "Two.")
    define(project, "good enough to buy", "Two.")
    into = node(project, "burden of proof")
    do(project, MergeNodes((node(project, "who signs"), node(project, "good enough to buy")), into))
    assert waiting(project, "burden of proof") == []


def test_a_unit_that_has_both_merged_codes_fits(project: Project) -> None:
    define(project, "who signs", "One.")
    define(project, "burden of proof", "Two.")
    marked(project, SIGNS, "who signs", "burden of proof")
    do(project, MergeNodes((node(project, "who signs"),), node(project, "burden of proof")))
    assert waiting(project, "burden of proof") == []


def test_splitting_and_joining_units_keeps_under_what_they_were_coded(project: Project) -> None:
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    unit = marked(project, "the doctor decides and the doctor signs", "who signs")
    define(project, "who signs", "Three.")
    position = project.need("units", unit)["spans"][0][0] + len("the doctor decides")
    do(project, SplitUnit(unit, position, "n" * 26))
    assert waiting(project, "who signs") == sorted([unit, "n" * 26])
    fits = marked(project, "unfair", "who signs")
    do(project, JoinUnits(fits, ("n" * 26,)))
    assert waiting(project, "who signs") == [unit]
    plain = marked(project, "My gut")
    do(project, JoinUnits(plain, (unit,)))
    assert waiting(project, "who signs") == [plain]


def test_a_unit_that_is_gone_or_coded_otherwise_waits_no_longer(project: Project) -> None:
    first, second = marked(project, SIGNS, "who signs"), marked(project, DECIDES, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    assert project.moved.count(node(project, "who signs")) == 2
    do(project, RemoveUnit(first))
    assert waiting(project, "who signs") == [second]
    do(project, Recode(second, node(project, "who signs"), node(project, "burden of proof")))
    assert waiting(project, "who signs") == []


def test_moving_a_code_lets_its_units_wait_on(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    assert project.moved.count(node(project, "Conditions")) == 1
    do(project, MoveNodes((node(project, "who signs"),), node(project, "Resources")))
    assert waiting(project, "who signs") == [unit]
    assert (project.moved.count(node(project, "Conditions")), project.moved.count(node(project, "Capacity"))) == (0, 1)


def test_a_part_split_off_has_no_definition_to_be_older_than(project: Project) -> None:
    first, second = marked(project, SIGNS, "who signs"), marked(project, DECIDES, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    do(project, SplitNode(node(project, "who signs"), new_id(), "who decides", (second,)))
    assert (waiting(project, "who signs"), waiting(project, "who decides")) == ([first], [])


def test_the_same_unit_marked_again_keeps_under_what_it_was_coded(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    define(project, "who signs", "Two.")
    document = project.need("units", unit)
    do(project, MarkUnit(new_id(), "L07", document["spans"], document["coder"], tuple(document["codes"])))
    assert waiting(project, "who signs") == [unit]


def test_a_stamp_is_of_the_words_and_not_of_how_they_are_broken() -> None:
    assert stamp_of({"definition": "a b"}) == stamp_of({"definition": " a\n\nb "})
    assert stamp_of({"definition": "a"}) != stamp_of({"full": "a"})
    assert stamp_of({}) == stamp_of({"full": "  "}) == UNDEFINED


def test_a_pile_made_one_code_counts_as_another_definition(project: Project) -> None:
    unit = marked(project, SIGNS, "who signs")
    define(project, "who signs", "One.")
    do(project, DefineNode(node(project, "Liability"), {"definition": "Two."}))
    do(project, DemoteNode(node(project, "Liability"), node(project, "who signs"), "one thing"))
    assert waiting(project, "Liability") == [unit]
