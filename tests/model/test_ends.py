"""Moving the ends of a unit."""

import pytest

from tests.dialogue import transcript_of
from tui.model import ends as moving
from tui.model.reading import Reading
from tui.model.text import Span

TEXT = "L07: We waited here for years. And waited.\n\nINT: Mm.\n\nL07: Nothing came of it."


@pytest.fixture
def reading() -> Reading:
    return Reading(transcript_of(TEXT))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def at(words: str) -> int:
    return TEXT.index(words)


def words(spans):
    return [TEXT[start:end] for start, end in spans]


def test_the_nearest_end_is_taken_in_hand(reading):
    spans = [span("waited here for"), span("Nothing came")]
    assert moving.nearest("u", spans, at("aited here")).position(reading) == at("waited here")
    assert moving.nearest("u", spans, at("for")).position(reading) == at("for") + 2
    assert moving.nearest("u", spans, at("ame of")).position(reading) == at("came") + 3


def test_an_end_moves_and_never_passes_the_other(reading):
    ends = moving.nearest("u", [span("waited here")], at("here") + 3)
    assert words(moving.moved(ends, reading, at("years") + 4).spans) == ["waited here for years"]
    assert words(moving.moved(ends, reading, at("We")).spans) == ["w"]
    start = moving.other(ends)
    assert start.is_start
    assert words(moving.moved(start, reading, at("We")).spans) == ["We waited here"]
    assert words(moving.moved(start, reading, at("Nothing")).spans) == ["e"]


def test_the_ends_are_taken_in_hand_in_turn(reading):
    ends = moving.nearest("u", [span("waited here"), span("Nothing")], at("waited"))
    places = []
    for _ in range(5):
        places.append(ends.position(reading))
        ends = moving.other(ends)
    assert places == [at("waited"), at("here") + 3, at("Nothing"), at("Nothing") + 6, at("waited")]


def test_a_span_is_dropped_but_not_the_last(reading):
    ends = moving.nearest("u", [span("waited here"), span("Nothing")], at("Nothing"))
    left = moving.dropped(ends)
    assert words(left.spans) == ["waited here"]
    assert moving.dropped(left) is None


def test_what_is_kept_is_cut_as_a_selection_is(reading):
    ends = moving.nearest("u", [span("waited here")], at("here") + 3)
    reaching = moving.moved(ends, reading, at("Nothing") + 6)
    assert words(moving.kept(reaching, reading.transcript)) == ["waited here for years. And waited.", "Nothing"]
    both = moving.nearest("u", [span("waited here"), span("here for")], at("waited"))
    assert words(moving.kept(both, reading.transcript)) == ["waited here for"]
