"""What is selected, how it grows, and the spans it becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue import transcript_of
from tui.model import selection as selecting
from tui.model.graphemes import outwards
from tui.model.reading import Reading
from tui.model.selection import cut, grown, is_interviewers

TEXT = (
    "INT: What then? Who signs?\n\n"
    "L07: [00:01:00] We waited. [00:02:00] And waited.\nFor a year. [00:03:00]\n\n"
    "INT: Mm.\n\n"
    "L07: Cafe\u0301 closed. Nothing came."
)


@pytest.fixture
def reading() -> Reading:
    return Reading(transcript_of(TEXT))


def at(words: str) -> int:
    return TEXT.index(words)


def words(spans):
    return [TEXT[start:end] for start, end in spans]


def test_a_range_over_turns_becomes_one_span_for_each_turn_of_a_participant(reading):
    spans = cut(reading.transcript, 0, len(TEXT))
    assert words(spans) == ["We waited. [00:02:00] And waited.\nFor a year.", "Cafe\u0301 closed. Nothing came."]


def test_outer_stamps_and_white_space_are_left_out_and_a_stamp_inside_stays(reading):
    assert words(cut(reading.transcript, at("[00:01") + 3, at(" And waited"))) == ["We waited."]
    assert words(cut(reading.transcript, at("waited. ["), at("And") + 3)) == ["waited. [00:02:00] And"]
    assert words(cut(reading.transcript, at("year"), at("[00:03") + 5)) == ["year."]


def test_ends_that_would_cut_a_character_are_moved_outwards(reading):
    assert words(cut(reading.transcript, at("Caf"), at("\u0301"))) == ["Cafe\u0301"]
    assert words(cut(reading.transcript, at("\u0301"), at(" closed"))) == ["e\u0301"]


def test_selecting_inside_one_turn_of_the_interviewer_is_allowed_and_can_be_told(reading):
    spans = cut(reading.transcript, at("Who"), at("Who") + 3)
    assert words(spans) == ["Who"]
    assert is_interviewers(reading.transcript, spans)
    assert not is_interviewers(reading.transcript, cut(reading.transcript, at("Who"), at("And")))
    assert not is_interviewers(reading.transcript, [])


@pytest.mark.parametrize("between", [(26, 27), (20, 20), (len(TEXT), len(TEXT) + 9)])
def test_nothing_to_code_gives_no_spans(reading, between):
    assert cut(reading.transcript, *between) == []


def test_a_stamp_alone_gives_no_spans(reading):
    assert cut(reading.transcript, at("[00:01"), at(" We")) == []


def test_a_sentence_is_selected_and_grows_by_one(reading):
    chosen = selecting.sentence(reading, at("waited. ["))
    assert words([chosen.range]) == ["[00:01:00] We waited."]
    longer = grown(reading, chosen)
    assert words(cut(reading.transcript, longer.start, longer.end)) == ["We waited. [00:02:00] And waited."]


def test_growing_crosses_into_another_turn_only_when_asked_again(reading):
    chosen = selecting.sentence(reading, at("For a"))
    stopped = grown(reading, chosen)
    assert stopped.is_at_turns_end
    assert stopped.range == chosen.range
    crossed = grown(reading, stopped)
    assert words(cut(reading.transcript, crossed.start, crossed.end)) == ["For a year.", "Cafe\u0301 closed."]
    assert not crossed.is_at_turns_end
    assert words(cut(reading.transcript, *grown(reading, crossed).range))[-1] == "Cafe\u0301 closed. Nothing came."
    assert grown(reading, grown(reading, crossed)) is None


def test_a_paragraph_and_a_turn_are_selected_and_grow(reading):
    assert words([selecting.paragraph(reading, at("year")).range]) == ["For a year. [00:03:00]"]
    whole = selecting.turn(reading, at("year"))
    assert words([whole.range]) == [TEXT[at("[00:01") : at("\n\nINT: Mm")]]
    assert words(cut(reading.transcript, *grown(reading, whole).range))[1] == "Cafe\u0301 closed. Nothing came."
    assert grown(reading, grown(reading, whole)) is None
    first = selecting.paragraph(reading, at("And"))
    assert grown(reading, first).end == at("\n\nINT: Mm")


def test_free_selection_includes_both_ends_whichever_way_it_was_drawn(reading):
    forwards = selecting.freely(reading, at("We"), at("waited"))
    backwards = selecting.freely(reading, at("waited"), at("We"))
    assert words([forwards.range, backwards.range]) == ["We w", "We w"]
    assert words([selecting.freely(reading, at("Caf"), at("Caf") + 3).range]) == ["Cafe\u0301"]


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_spans_lie_in_one_turns_speech_each_and_begin_and_end_with_words(one, other):
    transcript = transcript_of(TEXT)
    spans = cut(transcript, min(one, other), max(one, other))
    assert spans == sorted(spans)
    for start, end in spans:
        assert sum(turn.speech <= start < end <= turn.end for turn in transcript.turns) == 1
        assert TEXT[start:end].strip() == TEXT[start:end] != ""
        assert outwards(TEXT, start, end) == (start, end)
        assert not any(low <= start < high or low < end <= high for low, high in transcript.stamps)
    assert [span for each in spans for span in cut(transcript, *each)] == spans
