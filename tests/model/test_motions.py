"""Where the cursor goes in a transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue import transcript_of
from tui.model import motions
from tui.model.reading import Reading, reading_of

TEXT = (
    "INT: What then? Who signs?\n\n"
    "L07: [00:01:00] We waited, e.g. here. And waited.\nFor a year.\n\n"
    "INT: Mm.\n\n"
    "L07: Cafe\u0301 closed."
)


@pytest.fixture
def reading() -> Reading:
    return Reading(transcript_of(TEXT))


def at(words: str) -> int:
    return TEXT.index(words)


def test_a_character_is_what_a_reader_sees_and_labels_are_jumped(reading):
    assert motions.right(reading, at("e\u0301")) == at(" closed")
    assert motions.left(reading, at(" closed")) == at("e\u0301")
    assert motions.right(reading, at("Who signs?") + 9) == at("[00:01")
    assert motions.left(reading, at("[00:01")) == at("Who signs?") + 9
    assert motions.left(reading, at("What")) == at("What")
    assert motions.right(reading, len(TEXT) - 1) == len(TEXT) - 1


def test_words_forwards_and_backwards(reading):
    assert motions.next_word(reading, at("And waited")) == at("waited.\nFor")
    assert motions.next_word(reading, at("signs?")) == at("[00:01")
    assert motions.previous_word(reading, at("signs?") + 2) == at("signs?")
    assert motions.previous_word(reading, at("signs?")) == at("Who")
    assert motions.previous_word(reading, at("What")) == at("What")


def test_sentences_forwards_and_backwards(reading):
    assert motions.next_sentence(reading, at("We waited") + 4) == at("And waited")
    assert motions.next_sentence(reading, at("And waited")) == at("For a year")
    assert motions.next_sentence(reading, at("closed")) == len(TEXT) - 1
    assert motions.previous_sentence(reading, at("For a year") + 3) == at("For a year")
    assert motions.previous_sentence(reading, at("For a year")) == at("And waited")


def test_paragraphs_and_turns(reading):
    assert motions.next_paragraph(reading, at("And")) == at("For a year")
    assert motions.previous_paragraph(reading, at("year")) == at("For a year")
    assert motions.next_turn(reading, at("And")) == at("Mm.")
    assert motions.previous_turn(reading, at("year")) == at("[00:01")
    assert motions.previous_turn(reading, at("[00:01")) == at("What")


def test_the_next_sentence_of_a_participant_skips_the_interviewer(reading):
    assert motions.next_participants_sentence(reading, at("What")) == at("[00:01")
    assert motions.next_participants_sentence(reading, at("For a year") + 1) == at("Cafe")
    assert motions.next_participants_sentence(reading, at("Cafe") + 1) is None


def test_the_nearest_of_several_ranges(reading):
    ranges = [(2, 4), (8, 9)]
    assert motions.first(ranges, 2) == (8, 9)
    assert motions.first(ranges, 8) is None
    assert motions.last(ranges, 8) == (2, 4)
    assert motions.last(ranges, 2) is None


def test_jumps_by_turn_and_share(reading):
    assert motions.turn_start(reading, 3) == at("Mm.")
    assert motions.turn_start(reading, 99) == at("Cafe")
    assert motions.at_share(reading, 0) == at("What")
    assert motions.at_share(reading, 100) == at("Cafe")
    for percent in range(101):
        assert motions.at_share(reading, percent) in {span.start for n in range(5) for span in reading.sentences_of(n)}


MOVES = (
    motions.right, motions.left, motions.next_word, motions.previous_word, motions.next_sentence,
    motions.previous_sentence, motions.next_paragraph, motions.previous_paragraph, motions.next_turn,
    motions.previous_turn,
)  # fmt: skip


@given(st.lists(st.sampled_from(MOVES), max_size=30), st.integers(0, len(TEXT)))
def test_whatever_the_moves_the_cursor_stands_on_a_character_of_speech(moves, start):
    reading = reading_of(transcript_of(TEXT))
    position = reading.stand(start)
    for move in moves:
        moved = move(reading, position)
        assert moved == reading.stand(moved)
        is_forwards = move in (motions.right, *MOVES[2::2])
        assert moved >= position if is_forwards else moved <= position
        position = moved


@pytest.mark.parametrize("text", ["", "INT: \n\nL07: ", "\n\n"])
def test_where_nothing_is_said_there_is_nowhere_to_go(text):
    reading = Reading(transcript_of(text))
    for move in MOVES:
        assert move(reading, 0) == 0
    assert motions.next_participants_sentence(reading, 0) is None
    assert reading.sentence_at(0) == (0, 0)
