"""Splitting a code unit by unit: the edits are one step, and whoever is left out stays."""

import pytest

from tests.builders import a_project, codes_of, do, marked, node, outline, undo
from tui.errors import Mistake
from tui.model.parting import Heap, parting_edits, parting_sentence
from tui.model.project import Project

CODES = "## Liability / - who signs / - burden of proof"
QUOTES = ("the doctor decides", "the doctor signs", "My gut", "that is simple")


@pytest.fixture
def project() -> Project:
    return a_project(CODES)


def test_units_go_to_new_codes_and_to_one_that_is_there_and_the_others_stay(project: Project) -> None:
    first, second, third, fourth = (marked(project, quote, "who signs") for quote in QUOTES)
    heaps = [
        Heap(node(project, "who signs"), "who signs"),
        Heap("new", "who feels it", is_new=True),
        Heap(node(project, "burden of proof"), "burden of proof"),
    ]
    given = {first: 0, second: 2, third: 1}
    done = do(project, *parting_edits(project, heaps, given))
    assert [codes_of(project, unit) for unit in (first, second, third, fourth)] == [
        ["who signs"],
        ["burden of proof"],
        ["who feels it"],
        ["who signs"],
    ]
    said = "split code who signs unit by unit: who feels it 1, burden of proof 1"
    assert parting_sentence(project, heaps, given) == said
    undo(project, done)
    assert outline(project) == CODES
    assert codes_of(project, third) == ["who signs"]


def test_a_new_code_that_nothing_goes_to_is_not_made(project: Project) -> None:
    unit = marked(project, "My gut", "who signs")
    heaps = [Heap(node(project, "who signs"), "who signs"), Heap("new", "who feels it", is_new=True)]
    assert parting_edits(project, heaps, {unit: 0}) == []


def test_units_that_have_lost_the_code_meanwhile_are_passed_over(project: Project) -> None:
    unit = marked(project, "My gut", "burden of proof")
    heaps = [Heap(node(project, "who signs"), "who signs"), Heap("new", "who feels it", is_new=True)]
    assert parting_edits(project, heaps, {unit: 1}) == []


def test_something_must_stay(project: Project) -> None:
    unit = marked(project, "My gut", "who signs")
    heaps = [Heap(node(project, "who signs"), "who signs"), Heap("new", "who feels it", is_new=True)]
    with pytest.raises(Mistake, match="both sides"):
        do(project, *parting_edits(project, heaps, {unit: 1}))
