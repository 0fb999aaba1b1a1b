"""Codes chosen in the picker: for a selection, a unit, in the speaker's own words, in place of another."""

from __future__ import annotations

import pytest

from tests.app.at_transcript import reader
from tests.builders import a_project, marked
from tui.app.actions.coding import as_name
from tui.model.project import Project

SENTENCE = "That is the one I lie awake over."


def project() -> Project:
    return a_project("# Conditions / ## Liability / - who signs / - burden of proof / - unfair")


async def test_the_sentence_is_selected_while_one_chooses_and_stays_so_when_one_leaves() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("enter")
        assert reading.selected == [SENTENCE]
        await reading.press("ctrl+c")
        assert reading.selected == [SENTENCE]
        assert reading.units() == []


async def test_on_a_small_screen_what_is_coded_stays_in_sight_above_the_picker() -> None:
    one = a_project("- who signs", L07=" / ".join(f"INT: Question {number}? / L07: Answer." for number in range(9)))
    async with reader(one, size=(80, 24)) as reading:
        await reading.go("Question 4")
        await reading.press("enter")
        top = next(number for number, row in enumerate(reading.rows) if "Code the selection" in row)
        here = next(number for number, row in enumerate(reading.rows) if "Question 4" in row)
        assert 2 <= here < top


async def test_a_code_is_chosen_by_typing() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("enter")
        await reading.type("burd")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["burden of proof"])]
        assert reading.at.startswith("Today")
        await reading.press(".")
        assert reading.units()[1][1] == ["burden of proof"]


async def test_a_new_code_is_made_and_given_at_once() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("s", "enter")
        await reading.type("lies awake")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["lies awake"])]
        assert "apply the new code lies awake" in reading.key_line
        assert reading.desk.last_code == reading.project.codebook.find_path("lies awake")


async def test_a_new_code_beside_those_a_unit_has_is_said_as_one_step() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("enter")
        await reading.type("lies awake")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["who signs", "lies awake"])]
        assert reading.key_line.startswith("Done: apply the new code lies awake ")


async def test_a_unit_gets_one_more_and_a_tick_taken_away_takes_a_code_off() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("enter")
        await reading.type("unfair")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["who signs", "unfair"])]
        assert reading.at.startswith("awake")
        await reading.press("enter")
        await reading.type("unfair")
        await reading.press("tab", "enter")
        assert reading.units() == [([SENTENCE], ["who signs"])]


async def test_in_vivo_the_speakers_words_are_typed_already() -> None:
    async with reader(project()) as reading:
        await reading.go("lie awake over")
        await reading.press("v", "w", "w", "i", "enter")
        assert reading.units() == [(["lie awake"], ["lie awake"])]


async def test_in_vivo_without_a_selection_the_sentence_is_offered_to_be_typed_over() -> None:
    async with reader(project()) as reading:
        await reading.go("lie awake over")
        await reading.press("i")
        assert "8 words: long" in "\n".join(reading.rows)
        await reading.type("lies awake")
        assert "words: long" not in "\n".join(reading.rows)
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["lies awake"])]


async def test_in_vivo_a_selected_sentence_is_offered_too_and_a_few_words_are_taken_as_they_are() -> None:
    async with reader(project()) as reading:
        await reading.go("lie awake over")
        await reading.press("s", "i")
        await reading.type("lies awake")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["lies awake"])]
        await reading.go("lie awake over")
        await reading.press("v", "w", "w", "i")
        await reading.type("s on")
        await reading.press("enter")
        assert reading.units()[1][1] == ["lie awakes on"]


async def test_in_vivo_what_is_offered_can_be_shortened_instead() -> None:
    async with reader(project()) as reading:
        await reading.go("lie awake over")
        await reading.press("i", "end", "ctrl+w", "home")
        await reading.press(*["delete"] * len("That is the one I "), "enter")
        assert reading.units() == [([SENTENCE], ["lie awake"])]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("That is the one.", "That is the one"),
        ("“half a person”", "half a person"),
        ("“half” a “person”", "“half” a “person”"),
        ("who signs?", "who signs?"),
        ("we wait…", "we wait…"),
        ("...", "..."),
    ],
)
def test_a_name_in_the_speakers_words_goes_without_the_marks_of_its_sentence(words: str, name: str) -> None:
    assert as_name(words) == name


async def test_the_chosen_code_replaces_the_units() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("r")
        await reading.type("unfair")
        await reading.press("enter")
        assert reading.units() == [([SENTENCE], ["unfair"])]


async def test_of_several_codes_it_is_asked_which_to_replace() -> None:
    one = project()
    marked(one, SENTENCE, "who signs", "burden of proof")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("r")
        assert reading.key_line.startswith("Recode which")
        await reading.press("1")
        await reading.type("quite new")
        await reading.press("enter")
        assert sorted(reading.units()[0][1]) == ["burden of proof", "quite new"]


async def test_only_the_units_of_a_code_are_shown_and_then_all_again() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    marked(one, "Today the doctor decides", "unfair")
    async with reader(one) as reading:
        await reading.press("f")
        await reading.type("unfair")
        await reading.press("enter")
        assert "1 unit hidden" in reading.rows[-7]
        await reading.press("L")
        assert reading.at.startswith("Today")
        await reading.press("f")
        await reading.type("unfair")
        await reading.press("tab", "enter")
        assert reading.desk.codes_shown == set()
        assert "All units are shown." in reading.key_line


async def test_only_a_colleagues_units_are_shown() -> None:
    one = project()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, SENTENCE, "who signs")
    marked(one, "lie awake", "unfair", coder="jon")
    async with reader(one) as reading:
        await reading.press("f")
        await reading.type("jon")
        await reading.press("enter")
        assert reading.desk.coders_shown == {"jon"}
        assert "1 unit hidden" in reading.rows[-7]
