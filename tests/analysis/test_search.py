"""Keyword in context, and the exact places of a quotation."""

from __future__ import annotations

import pytest

from tests.reports.study import L2, L10, small_study
from tui.analysis import expression
from tui.analysis.search import Hit, keyword_in_context, places_of
from tui.errors import Mistake


def hits(pattern: str, *, is_expression: bool = False) -> list[Hit]:
    return list(keyword_in_context(small_study().project(), pattern, ["s2", "s10"], is_expression=is_expression))


def test_a_hit_says_where_it_is_and_what_stands_around_it() -> None:
    found = hits("patient")
    assert found == [
        Hit("s2", L2.index("patient"), L2.index("patient") + 7, 3, 2, "The supplier *shows* nothing. The ", "patient",
            " cannot show it."),
    ]  # fmt: skip


def test_lower_case_finds_both_and_upper_case_means_it() -> None:
    assert [hit.hit for hit in hits("then")] == ["then", "Then", "then"]
    assert [hit.hit for hit in hits("Then")] == ["Then"]
    assert [hit.hit for hit in hits("t[h]en", is_expression=True)] == ["then", "Then", "then"]
    assert [hit.hit for hit in hits(r"T\wen", is_expression=True)] == ["Then"]
    assert [hit.hit for hit in hits(r"then\W", is_expression=True)] == ["then?", "Then", "then"]


def test_labels_and_stamps_are_not_speech() -> None:
    assert hits("INT") == []
    assert hits("00:12") == []


def test_a_phrase_is_found_across_a_line_end_of_a_turn_but_not_across_turns() -> None:
    assert hits("signs? the") == []
    assert [hit.hit for hit in hits("it.  The\n")] == []
    assert [hit.hit for hit in hits("nobody  signs.\nnobody")] == ["nobody signs. Nobody"]


def test_the_context_stays_within_the_turn() -> None:
    assert [(hit.left, hit.right) for hit in hits("and then?")] == [("", "")]


def test_a_caret_is_where_a_turn_begins() -> None:
    assert [hit.hit for hit in hits(r"^the\w*", is_expression=True)] == ["The", "Then", "There"]


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_looking_for_nothing_is_a_mistake(nothing: str) -> None:
    with pytest.raises(Mistake, match="nothing to search for"):
        hits(nothing)


def test_a_runaway_expression_is_a_mistake_of_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression, "PATIENCE", 0.2)
    with pytest.raises(Mistake, match="stopped"):
        hits(r"(\w+\W*)+$x", is_expression=True)


def quoted(quotation: str, source: str = "s10") -> list[str]:
    project = small_study().project()
    text = {"s2": L2, "s10": L10}[source]
    return [text[slice(*place)] for place in places_of(project.transcript(source), quotation)]


def test_a_quotation_is_found_whatever_its_white_space_and_marks() -> None:
    assert quoted("There  was\nno box") == ["There was no box"]
    assert quoted("there was no box") == []  # a quotation is exact


def test_every_place_of_a_quotation_is_found_in_order() -> None:
    assert quoted("Nobody", "s2") == ["Nobody"]
    assert quoted("then", "s2") == ["then"]
    assert len(quoted("e", "s2")) == L2.count("e")


def test_a_quotation_may_run_over_a_stamp_and_into_the_next_turn() -> None:
    assert quoted("And then? Then nobody", "s2") == ["And then?\n\nLB: [00:12] Then nobody"]


def test_a_quotation_copied_with_its_label_is_found() -> None:
    assert quoted("LA: There was no box") == ["LA: There was no box"]


def test_nothing_is_nowhere() -> None:
    assert quoted(" ") == []
