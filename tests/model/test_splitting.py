"""Where a unit can be split: before its words, sentence by sentence."""

from __future__ import annotations

from tests.builders import a_project, spans_of
from tui.model.reading import reading_of
from tui.model.splitting import Word, first_split, next_split, words_to_split


def words(*quotes: str) -> tuple[str, list[Word]]:
    project = a_project()
    reading = reading_of(project.transcript("L07"))
    return reading.text, words_to_split(reading, spans_of(project, *quotes))


def before(text: str, found: list[Word], at: int) -> str:
    return text[found[at].span.start : found[at].span.end]


def test_a_unit_of_two_sentences_is_split_before_the_second_one() -> None:
    text, found = words("lie awake over. Today the doctor decides")
    assert before(text, found, first_split(found)) == "Today"


def test_a_unit_of_one_sentence_is_split_in_its_middle_and_a_word_not_at_all() -> None:
    text, found = words("the doctor decides and")
    assert before(text, found, first_split(found)) == "decides"
    assert first_split(words("doctor")[1]) == 0


def test_the_place_goes_by_words_and_sentences_and_stays_inside() -> None:
    text, found = words("I lie awake over. Today the doctor decides", "My gut says")
    at = first_split(found)
    assert before(text, found, next_split(found, at, 1, sentence=False)) == "the"
    assert before(text, found, next_split(found, at, -1, sentence=False)) == "over."
    following = next_split(found, at, 1, sentence=True)
    assert before(text, found, following) == "My"
    assert next_split(found, following, 1, sentence=True) == following
    assert next_split(found, at, -1, sentence=True) == at
    assert next_split(found, len(found) - 1, 1, sentence=False) == len(found) - 1
    assert next_split(found, 1, -1, sentence=False) == 1


def test_time_stamps_are_no_words_to_split_at() -> None:
    project = a_project(L07="L07: We wait [00:12] for it.")
    project.put("sources", "L07", {**project.need("sources", "L07"), "stamps": [[13, 20]]})
    reading = reading_of(project.transcript("L07"))
    found = words_to_split(reading, spans_of(project, "We wait [00:12] for it."))
    assert [reading.text[word.span.start : word.span.end] for word in found] == ["We", "wait", "for", "it."]
