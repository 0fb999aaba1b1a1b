"""Spans are half-open ranges of code points; a document keeps them as pairs."""

from tui.model.text import Span, pairs_of, spans_of, united


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
