"""Edits of where a unit lies."""

import pytest

from tests.builders import CODER, a_project, codes_of, do, marked, node, not_relevant, quotes_of, spans_of
from tui.errors import Mistake
from tui.model.edits.memos import WriteMemo
from tui.model.edits.quotations import ChooseAnchor, SetQuotation, WriteQuotation
from tui.model.edits.spans import ChangeSpans, JoinUnits, SplitUnit
from tui.model.edits.units import Condense
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project(
        "- trust / - time", L07="INT: Why? / L07: It is so. And so it goes. / L08: No, not at all.", L09="Mine."
    )


def at(project: Project, words: str) -> int:
    return project.transcript("L07").text.index(words)


def test_the_ends_of_a_unit_move_but_not_onto_another_unit_of_the_coder(project: Project) -> None:
    unit, other = marked(project, "It is so."), marked(project, "so it goes")
    do(project, ChangeSpans(unit, spans_of(project, "And so")))
    assert quotes_of(project, unit) == ["And so"]
    with pytest.raises(Mistake, match="join the two"):
        do(project, ChangeSpans(unit, project.need("units", other)["spans"]))


def test_a_mark_of_what_is_not_relevant_has_ends_too(project: Project) -> None:
    mark = not_relevant(project, "It is so.")
    do(project, ChangeSpans(mark, spans_of(project, "And so")))
    assert quotes_of(project, mark) == ["And so"]


def test_splitting_gives_codes_to_both_parts_and_all_else_to_the_first(project: Project) -> None:
    unit = marked(project, ["It is so. And so it goes.", "not at all"], "trust", "time")
    do(project, Condense(unit, "so it is"), SetQuotation(unit, on=True))
    do(project, WriteMemo("m", {"kind": "unit", "id": unit}, "analytic", CODER, "why"))
    split = do(project, SplitUnit(unit, at(project, " And"), "second"))
    assert split.sentence == "split a unit in L07"
    assert quotes_of(project, unit) == ["It is so."]
    assert quotes_of(project, "second") == ["And so it goes.", "not at all"]
    assert codes_of(project, unit) == codes_of(project, "second") == ["trust", "time"]
    assert project.need("units", unit)["condensed"] == "so it is"
    second = project.need("units", "second")
    assert not {"condensed", "quoted"} & second.keys()
    assert second["coder"] == CODER
    assert [memo["id"] for memo in project.memos_on("unit", unit)] == ["m"]


@pytest.mark.parametrize("words", ["It is so", ".", "L08", "No"])
def test_no_part_of_a_split_unit_may_be_without_words(project: Project, words: str) -> None:
    unit = marked(project, "It is so.")
    with pytest.raises(Mistake, match="must hold words"):
        do(project, SplitUnit(unit, at(project, words) if words != "." else at(project, "so.") + 2, "second"))


def test_the_first_part_may_be_named_by_its_spans(project: Project) -> None:
    unit = marked(project, ["It is so. And so it goes.", "not at all"])
    do(project, SplitUnit(unit, spans_of(project, "It is so.", "not at all"), "second"))
    assert quotes_of(project, unit) == ["It is so.", "not at all"]
    assert quotes_of(project, "second") == ["And so it goes."]
    with pytest.raises(Mistake, match="inside the unit"):
        do(project, SplitUnit("second", spans_of(project, "It is"), "third"))


@pytest.mark.parametrize("words", ["It is", "And", "not at all"])
def test_both_parts_must_hold_words(project: Project, words: str) -> None:
    unit = marked(project, "It is so. ")
    with pytest.raises(Mistake, match="must hold words"):
        do(project, SplitUnit(unit, at(project, words), "second"))


def test_joining_keeps_all_spans_codes_memos_and_examples(project: Project) -> None:
    first, second = marked(project, "It is so.", "trust"), marked(project, "not at all", "time")
    third = marked(project, "so. And")
    do(project, WriteMemo("m", {"kind": "unit", "id": second}, "analytic", CODER, "why"))
    do(project, ChooseAnchor(node(project, "time"), second, "typical"))
    joined = do(project, JoinUnits(first, [second, third]))
    assert joined.sentence == "join 3 units in L07"
    assert quotes_of(project, first) == ["It is so. And", "not at all"]
    assert codes_of(project, first) == ["trust", "time"]
    assert [unit["id"] for unit in project.units_in("L07")] == [first]
    assert project.memos_on("unit", first)[0]["id"] == "m"
    assert project.codebook.nodes[node(project, "time")].document["anchors"] == {first: "typical"}


def test_a_joined_unit_takes_a_condensed_form_and_a_quotation_only_where_it_has_none(project: Project) -> None:
    first, second = marked(project, "It is so."), marked(project, "not at all")
    do(project, Condense(first, "mine"), Condense(second, "theirs"), SetQuotation(second, on=True))
    do(project, WriteQuotation(second, edited="Not at all!"))
    do(project, JoinUnits(first, [second]))
    document = project.need("units", first)
    assert (document["condensed"], document["quoted"], document["edited"]) == ("mine", True, "Not at all!")


def test_only_units_of_one_coder_in_one_source_are_joined(project: Project) -> None:
    unit = marked(project, "It is so.")
    with pytest.raises(Mistake, match="one coder"):
        do(project, JoinUnits(unit, [marked(project, "And so", coder="jon")]))
    with pytest.raises(Mistake, match="one source"):
        do(project, JoinUnits(unit, [marked(project, "Mine", source="L09")]))
    with pytest.raises(Mistake, match="at least two"):
        do(project, JoinUnits(unit, [unit]))
