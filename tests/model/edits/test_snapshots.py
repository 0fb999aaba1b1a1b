"""Snapshots: the category system kept under a name, and restored without taking a code from any unit."""

import copy
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CODEBOOK, CODER, a_project, do, marked, node, outline, undo
from tests.model.edits.test_histories import Drawn, agree, documents, seen, started
from tui.errors import Mistake
from tui.model.codebook import Codebook
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, RemoveNode, RenameNode, SetMembers
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetSetting
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.edits.snapshots import RestoreSnapshot, TakeSnapshot, made_since, restored, system_of
from tui.model.edits.sorting import MoveNodes
from tui.model.nodes import CODE, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.units import is_unit


@pytest.fixture
def project() -> Project:
    project = a_project("- unsorted / " + CODEBOOK + " / * Trust: Liability")
    marked(project, "the doctor signs", "who signs")
    marked(project, "that is simple", "burden of proof")
    do(project, TakeSnapshot("s", "before", "", CODER))
    return project


def test_a_snapshot_keeps_the_category_system_as_it_is(project: Project) -> None:
    before = project.codebook
    done = do(project, TakeSnapshot("t", "before merging", "for the seminar", CODER))
    assert done.sentence == "snapshot before merging"
    do(project, MergeNodes([node(project, "who signs")], node(project, "burden of proof")))
    kept = project.need("snapshots", "t")
    assert Codebook.read(kept["nodes"]).nodes == before.nodes
    assert (kept["memo"], kept["coder"]) == ("for the seminar", CODER)


def test_two_snapshots_cannot_have_one_name(project: Project) -> None:
    with pytest.raises(Mistake, match="There is a snapshot “Before” already"):
        do(project, TakeSnapshot("t", "Before", "", CODER))


def test_restoring_gives_merged_codes_their_own_units_back(project: Project) -> None:
    before = outline(project)
    do(project, MergeNodes([node(project, "who signs")], node(project, "burden of proof")))
    assert project.tally.units(node(project, "burden of proof")) == 2
    assert do(project, RestoreSnapshot("s", "too soon")).sentence == "restore snapshot before: too soon"
    assert outline(project) == before
    assert project.tally.units(node(project, "who signs")) == 1
    assert project.tally.units(node(project, "burden of proof")) == 1


def test_restoring_brings_places_names_definitions_and_themes_back(project: Project) -> None:
    before = outline(project)
    do(project, MoveNodes([node(project, "who signs")], None))
    do(project, DefineNode(node(project, "who signs"), {"definition": "Who answers."}))
    do(project, RenameNode(node(project, "Standards"), "Quality"))
    do(project, PromoteNode(node(project, "Liability"), "n"))
    do(project, SetMembers(node(project, "Trust"), [node(project, "Resources")]))
    do(project, ParkNode(node(project, "burden of proof"), "too vague"))
    do(project, RemoveNode(node(project, "unsorted")))
    do(project, RestoreSnapshot("s", "too soon"))
    assert outline(project) == before
    assert project.codebook.nodes[node(project, "who signs")].definition == ""


def test_a_code_made_since_stays_unsorted_with_its_units_and_one_without_goes(project: Project) -> None:
    pile = node(project, "Liability")
    do(project, CreateNode("new", CODE, "no box for it", pile), CreateNode("empty", CODE, "nothing yet", pile))
    unit = marked(project, "My gut says", "no box for it")
    do(project, CreateNode("pile", SUB_CATEGORY, "Law", None), MoveNodes([node(project, "who signs")], "pile"))
    do(project, CreateNode("theme", THEME, "Alone"))
    assert made_since(project, "s") == (["new"], ["empty", "pile", "theme"])
    do(project, RestoreSnapshot("s", "too soon"))
    assert project.codebook.unsorted()[-1] == "new"
    assert [name["id"] for name in project.units_with("new")] == [unit]
    assert not {"empty", "pile", "theme"} & set(project.codebook.nodes)
    assert project.codebook.path(node(project, "who signs")) == "Conditions / Liability / who signs"


def test_a_code_made_since_that_was_merged_counts_where_it_was_merged_into(project: Project) -> None:
    do(project, CreateNode("new", CODE, "no box for it"))
    unit = marked(project, "My gut says", "no box for it")
    do(project, MergeNodes(["new"], node(project, "who signs")))
    do(project, RestoreSnapshot("s", "too soon"))
    assert unit in [one["id"] for one in project.units_with(node(project, "who signs"))]


def test_codes_merged_into_one_made_since_stand_again(project: Project) -> None:
    do(project, CreateNode("new", CODE, "all of it"))
    do(project, MergeNodes([node(project, "who signs"), node(project, "burden of proof")], "new"))
    unit = marked(project, "My gut says", "all of it")
    do(project, RestoreSnapshot("s", "too soon"))
    assert project.tally.units(node(project, "who signs")) == 1
    assert [one["id"] for one in project.units_with("new")] == [unit]


def test_a_name_that_is_taken_again_is_told_apart(project: Project) -> None:
    do(project, RenameNode(node(project, "unsorted"), "sorted"))
    do(project, CreateNode("new", CODE, "unsorted"))
    marked(project, "My gut says", "unsorted")
    do(project, RestoreSnapshot("s", "too soon"))
    assert {project.codebook.nodes[code].name for code in project.codebook.unsorted()} == {"unsorted", "unsorted (2)"}
    assert not project.codebook.problems


def test_what_was_written_on_what_goes_stays_on_the_project(project: Project) -> None:
    do(project, CreateNode("pile", SUB_CATEGORY, "Law"))
    do(project, WriteMemo("m", {"kind": SUB_CATEGORY, "id": "pile"}, "analytic", CODER, "Why law?"))
    do(project, RestoreSnapshot("s", "too soon"))
    assert [memo["text"] for memo in project.memos_on("project", project.id)] == ["Why law?"]


def test_a_letter_that_was_given_since_is_never_given_again(project: Project) -> None:
    do(project, MoveNodes([node(project, "who signs")], node(project, "Capacity")))
    given = project.codebook.letter(node(project, "Capacity"))
    do(project, RestoreSnapshot("s", "too soon"))
    do(project, CreateNode("n", SUB_CATEGORY, "Later"))
    assert given
    assert project.codebook.letter("n") not in ("", given)


def test_a_definition_that_comes_back_fits_what_was_coded_under_it() -> None:
    project = a_project(CODEBOOK)
    code = node(project, "who signs")
    do(project, DefineNode(code, {"definition": "Who answers for it."}))
    marked(project, "the doctor signs", "who signs")
    do(project, TakeSnapshot("s", "before", "", CODER))
    do(project, DefineNode(code, {"definition": "Who signs a paper."}))
    later = marked(project, "My gut says", "who signs")
    assert len(project.moved.units(code)) == 1
    do(project, RestoreSnapshot("s", "too soon"))
    assert [unit["id"] for unit in project.moved.units(code)] == [later]


def test_nothing_changes_where_it_is_as_it_was(project: Project) -> None:
    assert RestoreSnapshot("s", "too soon").changes(project) == []


def test_restoring_says_why_where_the_project_asks_and_the_snapshot_keeps_it(project: Project) -> None:
    do(project, RenameNode(node(project, "Standards"), "Quality"))
    with pytest.raises(Mistake, match="Say why: this project asks for a reason when a version is restored"):
        RestoreSnapshot("s").changes(project)
    do(project, RestoreSnapshot("s", " too  soon "))
    assert project.need("snapshots", "s")["restored"] == {"times": 1, "reason": "too soon"}
    do(project, SetSetting("reasons", False), RenameNode(node(project, "Standards"), "Quality"))
    do(project, RestoreSnapshot("s"))
    assert project.need("snapshots", "s")["restored"] == {"times": 2, "reason": ""}


def test_restoring_is_undone_in_one_step(project: Project) -> None:
    do(project, SplitNode(node(project, "Liability"), "n", "Law", [node(project, "who signs")], "two things"))
    do(project, DemoteNode(node(project, "Resources"), reason="one thing"))
    before = documents(project), seen(project)
    done = do(project, RestoreSnapshot("s", "too soon"))
    undo(project, done)
    assert (documents(project), seen(project)) == before


def go_on(drawn: Drawn, steps: int) -> None:
    """Do so many edits, as far as they can be done."""
    for _ in range(steps):
        with suppress(Mistake):
            do(drawn.project, drawn.edit())


def coded(project: Project) -> dict[str, bool]:
    """Return of every unit whether it has a code."""
    units = (unit for unit in project.alive("units") if is_unit(unit))
    return {unit["id"]: bool(project.codebook.codes_of(unit)) for unit in units}


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_restoring_gives_the_tree_of_the_snapshot_and_undo_what_was_before(data: st.DataObject) -> None:
    project = started()
    drawn = Drawn(project, data.draw)
    go_on(drawn, data.draw(st.integers(0, 6)))
    do(project, TakeSnapshot("s", "then", "", CODER))
    then = copy.deepcopy(system_of(project))
    go_on(drawn, data.draw(st.integers(0, 12)))
    before = documents(project), seen(project), coded(project)
    promised = restored(project, "s")
    done = do(project, RestoreSnapshot("s", "too soon"))
    assert promised == system_of(project)
    agree(project)
    old, new = Codebook.read(then), project.codebook
    assert [here for here in new.nodes if here in old.nodes] == list(old.nodes)
    for here in old.nodes.values():
        assert (here.parent, here.level, here.name, here.parked) == (
            new.nodes[here.id].parent,
            new.nodes[here.id].level,
            new.nodes[here.id].name,
            new.nodes[here.id].parked,
        )
        fields = ("definition", "full", "include", "exclude", "short", "narrative", "aliases", "anchors", "members")
        assert [then[here.id].get(field) for field in fields] == [
            new.nodes[here.id].document.get(field) for field in fields
        ]
    assert all(new.nodes[here].level == CODE for here in new.nodes if here not in then)
    assert coded(project) == before[2]
    undo(project, done)
    assert (documents(project), seen(project), coded(project)) == before
