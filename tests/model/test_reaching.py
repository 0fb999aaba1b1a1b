"""How far selections and ends of units reach with a motion: to whole words, never into one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue import transcript_of
from tui.model import reaching
from tui.model.reading import Reading, reading_of
from tui.model.text import Span

TEXT = "INT: What then?\n\nL07: We waited, e.g. here. And I waited.\nFor a year.\n\nINT: Mm.\n\nL07: Cafe\u0301 closed."


@pytest.fixture
def reading() -> Reading:
    return Reading(transcript_of(TEXT))


def at(words: str) -> int:
    return TEXT.index(words)


def reach(reading, fixed, moving, parts, *steps):
    """Return the words selected after some motions, `True` for one forwards."""
    for forwards in steps:
        fixed, moving = reaching.reached(reading, fixed, moving, parts(reading), forwards=forwards)
    return TEXT[min(fixed, moving) : reading.behind(max(fixed, moving))]


def test_a_word_more_is_taken_in_to_its_end(reading):
    start = at("We waited")
    assert reach(reading, start, start, reaching.words_of, True) == "We"
    assert reach(reading, start, start, reaching.words_of, True, True, True) == "We waited, e.g."
    assert reach(reading, start, start, reaching.words_of, True, True, True, False) == "We waited,"


def test_what_begins_inside_a_word_takes_in_the_whole_of_it(reading):
    inside = at("aited, e")
    assert reach(reading, inside, inside, reaching.words_of, True) == "waited,"
    assert reach(reading, inside, inside, reaching.words_of, False) == "waited,"
    assert reach(reading, inside, inside, reaching.words_of, False, False) == "We waited,"
    assert reach(reading, inside, inside, reaching.words_of, False, False, True, True, True) == "waited, e.g."


def test_sentences_paragraphs_and_turns_are_reached_to_their_ends(reading):
    start = at("We waited")
    assert reach(reading, start, start, reaching.sentences_of, True, True) == "We waited, e.g. here. And I waited."
    assert reach(reading, start, start, reaching.sentences_of, True, True, False) == "We waited, e.g. here."
    assert reach(reading, start, start, reaching.paragraphs_of, True, True).endswith("For a year.")
    assert reach(reading, start, start, reaching.turns_of, True).endswith("For a year.")
    assert reach(reading, start, start, reaching.turns_of, True, True, True).endswith("closed.")


def test_an_end_in_hand_goes_to_where_words_end_and_never_passes_the_other(reading):
    span = Span(at("waited, e"), at("here.") + 2)
    words = reaching.words_of(reading)

    def end(is_start, forwards, moving):
        return reaching.end_reached(reading, span, moving, words, is_start=is_start, forwards=forwards)

    assert end(False, True, span.end - 1) == at("here.") + 4
    assert end(False, False, span.end - 1) == at("e.g.") + 3
    assert end(False, False, at("waited, e") + 3) == at("waited, e") + 3
    assert end(True, True, span.start) == at("e.g.")
    assert end(True, True, at("here.")) == at("here.")
    assert end(True, False, span.start) == at("We")
    assert reaching.end_rounded(reading, span, at("nd I waited"), is_start=False) == at(" I waited") - 1
    assert reaching.end_rounded(reading, span, at("nd I waited"), is_start=True) == at("here.")
    assert reaching.end_rounded(reading, span, at("What"), is_start=False) == at("waited, e") + 6


PARTS = (reaching.words_of, reaching.sentences_of, reaching.paragraphs_of, reaching.turns_of)


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, len(TEXT)),
    st.lists(st.tuples(st.sampled_from(PARTS), st.booleans()), min_size=1, max_size=12),
)
def test_whatever_the_motions_no_word_is_cut(fixed, moving, motions):
    reading = reading_of(transcript_of(TEXT))
    fixed, moving = reading.stand(fixed), reading.stand(moving)
    for parts, forwards in motions:
        before = moving
        fixed, moving = reaching.reached(reading, fixed, moving, parts(reading), forwards=forwards)
        low, high = min(fixed, moving), reading.behind(max(fixed, moving))
        assert not TEXT[low - 1 : low].strip() or TEXT[low : low + 1].isspace()
        assert not TEXT[high : high + 1].strip() or TEXT[high - 1 : high].isspace()
        assert (moving, fixed) == (reading.stand(moving), reading.stand(fixed))
        near = reaching.word_at(reading, before)
        assert moving >= near.start if forwards else moving < near.end


@pytest.mark.parametrize("text", ["", "INT: \n\nL07: "])
def test_where_nothing_is_said_nothing_is_reached(text):
    reading = Reading(transcript_of(text))
    for parts in PARTS:
        for forwards in (True, False):
            assert reaching.reached(reading, 0, 0, parts(reading), forwards=forwards)[1] == 0
