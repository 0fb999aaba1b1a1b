"""Edits of meaning units."""

import pytest

from tests.builders import CODER, a_project, codes_of, do, marked, node, not_relevant, quotes_of, spans_of, undo
from tui.errors import Mistake
from tui.model.edits.memos import WriteMemo
from tui.model.edits.quotations import SetQuotation
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.units import (
    ApplyCode,
    Condense,
    MarkNotRelevant,
    MarkRelevant,
    MarkUnit,
    Recode,
    RemoveUnit,
    TakeCodeOff,
)
from tui.model.project import Project
from tui.model.transaction import compose

CODES = "- trust / - time / - money"


@pytest.fixture
def project() -> Project:
    return a_project(CODES)


def test_marking_keeps_spans_text_coder_and_codes(project: Project) -> None:
    unit = marked(project, ["the doctor decides", "the doctor signs"], "trust", "time")
    document = project.need("units", unit)
    assert quotes_of(project, unit) == ["the doctor decides", "the doctor signs"]
    assert (document["coder"], document["source"], document["text"]) == (CODER, "L07", "text of L07")
    assert codes_of(project, unit) == ["trust", "time"]


def test_a_unit_may_stand_without_a_code(project: Project) -> None:
    assert codes_of(project, marked(project, "the doctor decides")) == []


def test_marking_one_place_again_adds_the_code_to_the_unit_there(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    marked(project, "the doctor decides", "time")
    assert [each["id"] for each in project.units_in("L07")] == [unit]
    assert codes_of(project, unit) == ["trust", "time"]


def test_the_same_again_changes_nothing(project: Project) -> None:
    marked(project, "the doctor decides", "trust")
    again = MarkUnit("new", "L07", spans_of(project, "the doctor decides"), CODER, [node(project, "trust")])
    assert not compose(project, [again]).operations


def test_another_coder_makes_a_unit_of_their_own(project: Project) -> None:
    marked(project, "the doctor decides", "trust")
    marked(project, "the doctor decides", "trust", coder="jon")
    assert len(project.units_in("L07")) == 2


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([], "at least one span"),
        ([[70, 70]], "holds none"),
        ([[80, 70]], "holds none"),
        ([[0, 3]], "inside what is said"),
        ([[60, 80]], "inside what is said"),
        ([[5, 99]], "inside what is said"),
        ([[5, 10_000]], "inside what is said"),
        ([[-5, 10]], "inside what is said"),
    ],
)
def test_spans_must_hold_words_of_one_turn(project: Project, spans: list[list[int]], message: str) -> None:
    with pytest.raises(Mistake, match=message):
        do(project, MarkUnit("u", "L07", spans, CODER))


def test_spans_are_sorted_and_those_that_overlap_in_a_turn_made_one(project: Project) -> None:
    do(project, MarkUnit("u", "L07", [[80, 90], [70, 75], [74, 80], [6, 10]], CODER))
    assert project.need("units", "u")["spans"] == [[6, 10], [70, 90]]


def test_a_code_it_has_already_changes_nothing_even_under_an_old_name(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    trust, time = node(project, "trust"), node(project, "time")
    do(project, MergeNodes([trust], time))
    assert not compose(project, [ApplyCode(unit, time)]).operations
    assert not compose(project, [ApplyCode(unit, trust)]).operations


def test_only_codes_are_applied(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    pile = node(a_project("## Pile"), "Pile")
    with pytest.raises(Mistake, match="no code or pile"):
        do(project, ApplyCode(unit, pile))


def test_taking_a_code_off_reaches_it_under_the_name_it_was_merged_from(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    do(project, MergeNodes([node(project, "trust")], node(project, "time")))
    assert do(project, TakeCodeOff(unit, node(project, "time"))).sentence == "take code time off"
    assert codes_of(project, unit) == []
    with pytest.raises(Mistake, match="does not have the code money"):
        do(project, TakeCodeOff(unit, node(project, "money")))


def test_recoding_replaces_the_only_code_and_asks_which_of_several(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    assert do(project, Recode(unit, None, node(project, "time"))).sentence == "recode trust to time"
    assert codes_of(project, unit) == ["time"]
    do(project, ApplyCode(unit, node(project, "money")))
    with pytest.raises(Mistake, match="which one to replace: time, money"):
        do(project, Recode(unit, None, node(project, "trust")))
    do(project, Recode(unit, node(project, "money"), node(project, "time")))
    assert codes_of(project, unit) == ["time"]


def test_recoding_an_uncoded_unit_gives_it_the_code(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    assert do(project, Recode(unit, None, node(project, "time"))).sentence == "apply code time"


def test_condensing_folds_white_space_and_no_words_take_it_away(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    assert do(project, Condense(unit, " the  doctor\ndecides ")).sentence == "condense a unit"
    assert project.need("units", unit)["condensed"] == "the doctor decides"
    do(project, Condense(unit, " "))
    assert "condensed" not in project.need("units", unit)


def test_removing_a_unit_takes_its_memos_along_and_undo_brings_them_back(project: Project) -> None:
    unit = marked(project, "the doctor decides", "trust")
    do(project, WriteMemo("m", {"kind": "unit", "id": unit}, "analytic", CODER, "striking"))
    removal = do(project, RemoveUnit(unit))
    assert removal.sentence == "take a unit away (trust) with its memo"
    assert project.get("units", unit) is None
    assert project.get("memos", "m") is None
    undo(project, removal)
    assert codes_of(project, unit) == ["trust"]
    assert project.get("memos", "m") is not None


def test_removing_a_unit_says_what_goes_with_it(project: Project) -> None:
    bare = marked(project, "the doctor decides", "trust")
    assert do(project, RemoveUnit(bare)).sentence == "take a unit away (trust)"
    unit = marked(project, "the doctor decides")
    do(project, Condense(unit, "decides"))
    assert do(project, SetQuotation(unit, True))
    for memo in ("m", "n"):
        do(project, WriteMemo(memo, {"kind": "unit", "id": unit}, "analytic", CODER, "striking"))
    assert do(project, RemoveUnit(unit)).sentence == "take a unit away with its 2 memos, condensed form and quotation"


def test_a_passage_is_marked_not_relevant_once_and_is_no_unit(project: Project) -> None:
    mark = not_relevant(project, "the doctor decides")
    not_relevant(project, "the doctor decides")
    assert [each["id"] for each in project.units_in("L07")] == [mark]
    assert project.units_in("L07", relevant_only=True) == []
    with pytest.raises(Mistake, match="marked not relevant"):
        do(project, ApplyCode(mark, node(project, "trust")))
    do(project, MarkRelevant(mark))
    assert project.units_in("L07") == []


def test_a_unit_is_not_made_relevant(project: Project) -> None:
    with pytest.raises(Mistake, match="is a meaning unit"):
        do(project, MarkRelevant(marked(project, "the doctor decides")))


def test_sentences_name_codes_and_sources_and_never_what_was_said(project: Project) -> None:
    spans = spans_of(project, "the doctor decides")
    codes = [node(project, "trust"), node(project, "money")]
    assert MarkUnit("u", "L07", spans, CODER, codes, "the doctor").sentence(project) == "apply code trust, money"
    assert MarkUnit("u", "L07", spans, CODER).sentence(project) == "mark a unit in L07"
    assert MarkNotRelevant("u", "L07", spans, CODER).sentence(project) == "mark a passage of L07 not relevant"
