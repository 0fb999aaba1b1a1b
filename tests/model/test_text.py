"""Positions are code points; bytes, UTF-16 and lines are reached by name and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.text import (
    Span,
    are_held,
    line_and_column,
    line_starts,
    pairs_of,
    position_of_utf8,
    position_of_utf16,
    spans_of,
    united,
    utf8_offset,
    utf16_offset,
)


@given(st.text(), st.data())
def test_bytes_and_utf16_units_lead_back_to_the_same_code_point(text, data):
    position = data.draw(st.integers(0, len(text)))
    assert position_of_utf8(text, utf8_offset(text, position)) == position
    assert position_of_utf16(text, utf16_offset(text, position)) == position


def test_an_offset_inside_a_code_point_gives_its_start():
    assert position_of_utf8("aé€", 2) == 1
    assert position_of_utf16("a😀b", 2) == 1
    assert position_of_utf16("a😀b", 99) == 3


@pytest.mark.parametrize(("position", "expected"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3))])
def test_lines_and_columns_count_from_one(position, expected):
    assert line_and_column(line_starts("ab\n\ncd"), position) == expected


def test_spans_of_a_document_come_in_the_order_of_the_text_and_go_back_as_pairs():
    spans = spans_of([[8, 9], [1, 4]])
    assert spans == [Span(1, 4), Span(8, 9)]
    assert pairs_of(spans) == [[1, 4], [8, 9]]
    assert spans_of(None) == []


def test_united_spans_neither_overlap_nor_touch():
    assert united([(5, 7), (1, 3), (3, 4), (6, 9), (11, 11)]) == [Span(1, 4), Span(5, 9)]


def test_a_span_is_half_open():
    span = Span(2, 5)
    assert (span.holds(2), span.holds(4), span.holds(5)) == (True, True, False)
    assert not span.meets((5, 6))
    assert span.meets((4, 6))
    assert span.within(3, 9) == Span(3, 5)
    assert span.within(7, 9).is_empty
    assert are_held(3, [(0, 1), (3, 4)])
    assert not are_held(1, [(0, 1), (3, 4)])
