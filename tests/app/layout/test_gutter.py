"""Lanes of the gutter, drawn as they would stand beside the lines."""

from __future__ import annotations

import pytest

from tests.dialogue import transcript_of
from tui.app.layout.gutter import BAR, GAP, LETTER, MORE, NOT_RELEVANT, Marked, gutter_of
from tui.app.layout.wrap import Wrapping
from tui.model.reading import Reading
from tui.model.text import Span

# Lines of nine code points each: line n holds the words of code points 5 + 9 * n and on.
TEXT = "L07: " + " ".join(f"{letter * 8}" for letter in "abcdefgh")
SIGNS = {BAR: "|", GAP: ":", MORE: "+", NOT_RELEVANT: "x"}


def lines(first: int, last: int) -> Span:
    return Span(5 + 9 * first, 5 + 9 * last + 8)


def drawn(*units: Marked, lanes: int = 3, top: int | None = None) -> list[str]:
    wrapping = Wrapping(Reading(transcript_of(TEXT)), 8)
    assert len(wrapping) == 8
    gutter = gutter_of(units, wrapping, lanes)
    rows = []
    for line in range(8):
        row = ""
        for mark in gutter.on(line, is_top=line == top):
            sign = " " if mark is None else mark.unit if mark.kind == LETTER else SIGNS[mark.kind]
            row += "!" if mark is not None and mark.kind == BAR and not mark.is_own else sign
        rows.append(row.rstrip())
    return rows


def test_a_letter_stands_first_then_bars():
    assert drawn(Marked("a", [lines(1, 3)])) == ["", "a", "|", "|", "", "", "", ""]


def test_units_that_share_a_line_stand_in_lanes_and_a_free_lane_is_used_again():
    units = Marked("h", [lines(0, 2)]), Marked("a", [lines(2, 4)]), Marked("b", [lines(3, 3)])
    assert drawn(*units) == ["h", "|", "|a", "b|", " |", "", "", ""]


def test_between_the_spans_of_a_discontinuous_unit_it_is_said_that_it_goes_on():
    assert drawn(Marked("a", [lines(0, 1), lines(4, 5)])) == ["a", "|", ":", ":", "|", "|", "", ""]


def test_two_spans_of_one_line_are_one_letter():
    assert drawn(Marked("a", [Span(5, 7), Span(9, 12), Span(14, 20)])) == ["a", "|", "", "", "", "", "", ""]


def test_colleagues_units_stand_from_the_right():
    colleagues = Marked("b", [lines(0, 1)], is_own=False), Marked("c", [lines(1, 2)], is_own=False)
    assert drawn(Marked("a", [lines(0, 2)]), *colleagues) == ["a b", "|c!", "|!", "", "", "", "", ""]


def test_a_fourth_unit_is_said_to_be_there_and_hides_no_letter_but_where_there_is_nothing_else():
    units = [Marked(letter, [lines(0, 3)]) for letter in "abc"]
    assert drawn(*units, Marked("d", [lines(1, 2)])) == ["abc", "||+", "|||", "|||", "", "", "", ""]
    assert drawn(*units, Marked("d", [lines(0, 0)]))[0] == "ab+"
    assert drawn(*units, Marked("d", [lines(1, 2)]), Marked("e", [lines(1, 1)]))[1] == "||+"


@pytest.mark.parametrize(("others", "expected"), [("", "  x"), ("a", "a x"), ("ab", "abx")])
def test_what_is_not_relevant_is_marked_once_in_the_last_lane(others, expected):
    units = [Marked(letter, [lines(2, 2)]) for letter in others]
    rows = drawn(*units, Marked("z", [lines(2, 3)], is_relevant=False))
    assert rows[2] == expected
    assert rows[3] == ""


def test_what_is_not_relevant_takes_no_lane_from_a_unit():
    units = [Marked(letter, [lines(2, 2)]) for letter in "abc"]
    assert drawn(*units, Marked("z", [lines(2, 3)], is_relevant=False))[2] == "abc"


def test_on_the_top_line_in_view_every_unit_shows_its_letter():
    units = Marked("a", [lines(0, 1), lines(4, 5)]), Marked("b", [lines(0, 3)])
    assert drawn(*units, top=3)[3] == "ab"
    assert drawn(*units, top=5)[5] == "a"


def test_one_lane_has_one_unit():
    assert drawn(Marked("a", [lines(0, 1)]), Marked("b", [lines(1, 1)]), lanes=1)[:2] == ["a", "+"]


def test_from_the_gutter_before_an_edit_what_is_the_same_is_taken_over():
    wrapping = Wrapping(Reading(transcript_of(TEXT)), 8)
    units = [Marked("a", [lines(0, 2)]), Marked("b", [lines(1, 5)]), Marked("c", [lines(3, 4)])]
    before = gutter_of(units, wrapping)
    units[1] = Marked("b", [lines(4, 6)])
    units.sort(key=lambda unit: unit.spans)
    after, anew = gutter_of(units, wrapping, before=before), gutter_of(units, wrapping)
    assert [after.on(line) for line in range(8)] == [anew.on(line) for line in range(8)]
    assert after.first_lines == anew.first_lines != before.first_lines
