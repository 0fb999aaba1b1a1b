"""Sources: turns, places, words as they are quoted."""

from typing import Any

import pytest

from tui.model.sources import Transcript, speech_in
from tui.model.turns import Turns
from tui.model.words import count_words, without, words

TEXT = "INT: What then?\n\nL07: We waited. [00:12] And waited.\nFor a year.\n\nINT: Mm.\n\nL07: Nothing came."


def source(**fields: Any) -> dict[str, Any]:
    return {
        "id": "s",
        "name": "L07",
        "text": "hash",
        "turns": [[0, 5, 15, "INT"], [17, 22, 64, "L07"], [66, 71, 74, "INT"], [76, 81, 94, "L07"]],
        "stamps": [[33, 40]],
        "speakers": {"INT": {"role": "interviewer"}, "L07": {"role": "participant", "participant": "p7"}},
        **fields,
    }


@pytest.fixture
def transcript() -> Transcript:
    return Transcript(source(), TEXT)


def test_a_place_is_cited_by_source_and_turn(transcript: Transcript) -> None:
    assert [transcript.place(position) for position in (0, 30, 67, 93)] == ["L07:1", "L07:2", "L07:3", "L07:4"]


def test_lines_are_counted_from_one(transcript: Transcript) -> None:
    assert transcript.line_of(0) == 1
    assert transcript.line_of(TEXT.index("For a year")) == 4
    assert transcript.start_of_line(4) == TEXT.index("For a year")
    assert transcript.start_of_line(99) == TEXT.index("L07: Nothing")


def test_a_turn_may_have_several_paragraphs(transcript: Transcript) -> None:
    said = [TEXT[start:end] for start, end in transcript.paragraphs(transcript.turns[1])]
    assert said == ["We waited. [00:12] And waited.", "For a year."]


def test_labels_and_stamps_are_no_words(transcript: Transcript) -> None:
    assert transcript.word_count([(0, len(TEXT))]) == 2 + 7 + 1 + 2


def test_a_stamp_inside_a_span_is_left_out_where_it_is_quoted(transcript: Transcript) -> None:
    assert transcript.shown([(22, 52)]) == "We waited. And waited."


def test_an_omission_mark_stands_only_where_something_said_was_left_out(transcript: Transcript) -> None:
    assert transcript.shown([(22, 32), (41, 52)]) == "We waited. And waited."
    assert transcript.shown([(22, 32), (53, 64)]) == "We waited. // For a year."
    assert transcript.shown([(53, 64), (81, 94)], "[…]") == "For a year. […] Nothing came."


def test_participants_speech_leaves_out_labels_stamps_and_the_interviewer(transcript: Transcript) -> None:
    assert speech_in(transcript.turns, transcript.stamps) == [(22, 33), (40, 64), (81, 94)]


def test_the_speakers_of_spans_are_found_without_the_text() -> None:
    turns = Turns(source())
    assert turns.participants([(0, 15)]) == ()
    assert turns.participants([(10, 30), (81, 94)]) == ("p7",)


def test_the_label_of_a_turn_is_not_its_speech() -> None:
    assert Turns(source()).participants([(17, 21)]) == ()


def test_a_corrected_turn_has_the_speaker_it_was_given() -> None:
    turns = Turns(source(corrections={"66": {"role": "participant", "participant": "p8", "text": "hash"}}))
    assert turns[2].participant == "p8"
    assert turns.participants([(71, 94)]) == ("p8", "p7")


def test_a_correction_of_another_text_does_not_count() -> None:
    turns = Turns(source(corrections={"66": {"role": "participant", "participant": "p8", "text": "older"}}))
    assert turns[2].role == "interviewer"


def test_without_labels_all_is_the_participants() -> None:
    turns = Turns({"id": "s", "turns": [[0, 0, 9, None]], "participant": "p1"})
    assert turns[0].is_participants
    assert turns.participants([(2, 4)]) == ("p1",)


def test_a_label_nobody_explained_is_neither() -> None:
    assert Turns({"id": "s", "turns": [[0, 5, 9, "XY"]]})[0].role == "neither"


@pytest.mark.parametrize(
    ("text", "count"), [("don't e-mail 3.5 AI/IT", 4), ("… – !", 0), ("“So,” she said", 3), ("你好 世界", 2), ("", 0)]
)
def test_words_are_runs_with_a_letter_or_digit(text: str, count: int) -> None:
    assert count_words(text, [(0, len(text))]) == count == len(list(words(text)))


def test_ranges_without_holes() -> None:
    assert without([(0, 10), (20, 30)], [(2, 4), (8, 22), (25, 26), (29, 40)]) == [(0, 2), (4, 8), (22, 25), (26, 29)]
