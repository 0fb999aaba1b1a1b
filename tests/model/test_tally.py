"""Counts: distinct units at every level, participants whose speech they hold, only of the coders who count."""

from tests.builders import CODEBOOK, a_project, add_source, do, marked, node, not_relevant
from tui.model.documents import Document
from tui.model.edits.codebook import ParkNode, RenameNode
from tui.model.edits.sorting import MoveNodes, ReorderNode
from tui.model.edits.units import ApplyCode, TakeCodeOff
from tui.model.project import Project


def a_counted_project() -> Project:
    project = a_project("- loose / " + CODEBOOK + " / * Trust: Liability, money for year two")
    add_source(project, "L08", "INT: Well? / L08: Money is short. Nobody signs for it.")
    marked(project, "the doctor decides", "who signs", "burden of proof")
    marked(project, ["My gut", "unfair"], "burden of proof", "money for year two")
    marked(project, "Nobody signs", "who signs", source="L08")
    return project


def test_a_unit_with_two_codes_of_a_pile_counts_once_in_it() -> None:
    project = a_counted_project()
    counts = {path: project.tally.units(node(project, path)) for path in ("burden of proof", "who signs", "Liability")}
    assert counts == {"burden of proof": 2, "who signs": 2, "Liability": 3}


def test_a_theme_counts_its_members_and_what_is_below_them() -> None:
    project = a_counted_project()
    assert project.tally.units(node(project, "Trust")) == 3
    assert project.tally.participants(node(project, "Trust")) == 2


def test_participants_are_those_whose_speech_a_unit_holds() -> None:
    project = a_counted_project()
    assert project.tally.participant_ids(node(project, "who signs")) == ("l07", "l08")
    assert project.tally.participants(node(project, "Capacity")) == 1
    marked(project, "Well?", "money for year two", source="L08")
    assert project.tally.participants(node(project, "Capacity")) == 1


def test_only_codes_have_units_of_their_own_and_piles_those_of_their_direct_codes() -> None:
    project = a_counted_project()
    do(project, MoveNodes([node(project, "who signs")], node(project, "Conditions")))
    assert project.tally.own(node(project, "who signs")) == 2
    assert project.tally.own(node(project, "Conditions")) == 0
    assert project.tally.direct(node(project, "Conditions")) == 2
    assert project.tally.units(node(project, "Conditions")) == 3


def test_parked_codes_are_neither_under_a_pile_nor_unsorted() -> None:
    project = a_counted_project()
    marked(project, "Money is short.", "loose", source="L08")
    assert project.tally.unsorted() == 1
    do(project, ParkNode(node(project, "loose"), "vague"))
    assert project.tally.unsorted() == 0
    do(project, ParkNode(node(project, "who signs"), "vague"))
    assert project.tally.units(node(project, "Liability")) == 2


def test_what_is_not_relevant_and_what_has_no_code_count_nowhere_but_in_the_total() -> None:
    project = a_project("- loose")
    not_relevant(project, "the doctor decides")
    unit = marked(project, "the doctor signs")
    assert (project.tally.total(), project.tally.figures()) == (1, {})
    do(project, ApplyCode(unit, node(project, "loose")))
    do(project, TakeCodeOff(unit, node(project, "loose")))
    assert (project.tally.total(), project.tally.figures()) == (1, {})


def test_a_unit_in_a_source_that_was_removed_counts_for_nothing_until_the_source_is_back() -> None:
    project = a_counted_project()
    (source,) = (one for one in project.alive("sources") if one["name"] == "L08")
    with_it, total = project.tally.figures(), project.tally.total()
    project.put("sources", source["id"], {**source, "removed": True})
    without, left = project.tally.figures(), project.tally.total()
    marked_there = next(unit for unit in project.alive("units") if unit["source"] == source["id"])
    project.put("units", "late", {**marked_there, "id": "late"})  # a colleague's, who did not know yet
    assert (project.tally.figures(), project.tally.total()) == (without, left)
    assert project.tally.units(node(project, "who signs")) == 1
    assert (Project(project.tables, project.texts).tally.figures(), left) == (without, total - 1)
    project.put("units", "late", {**marked_there, "id": "late", "removed": True})
    project.put("sources", source["id"], source)
    assert (project.tally.figures(), project.tally.total()) == (with_it, total)


class Watched(dict[str, Document]):
    """Documents of which it is noted which are read."""

    def __init__(self, documents: dict[str, Document]) -> None:
        super().__init__(documents)
        self.read: set[str] = set()

    def __getitem__(self, identifier: str) -> Document:
        self.read.add(identifier)
        return super().__getitem__(identifier)


def test_a_move_counts_only_the_units_it_concerns() -> None:
    project = a_project("## A / - many / ## B / - few")
    for quote in ("the doctor decides", "the doctor signs", "My gut", "unfair"):
        marked(project, quote, "many")
    marked(project, "Today", "few")
    assert project.tally.total() == 5
    units = project.tables["units"] = Watched(project.tables["units"])
    do(project, MoveNodes([node(project, "few")], node(project, "A")))
    assert project.tally.units(node(project, "A")) == 5
    assert len(units.read) == 1
    do(project, RenameNode(node(project, "many"), "more"), ReorderNode(node(project, "B"), node(project, "A")))
    assert project.tally.units(node(project, "A")) == 5
    assert len(units.read) == 1
