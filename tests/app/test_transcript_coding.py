"""Coding in the transcript: what a key acts on, and where the cursor stands then."""

from __future__ import annotations

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, marked, node, not_relevant
from tui.model.edits.project import SetQuickKey
from tui.model.project import Project

SENTENCE = "That is the one I lie awake over."
NEXT = "Today the doctor decides and the doctor signs, and that is simple."


def project() -> Project:
    return a_project("# Conditions / ## Liability / - who signs / - burden of proof / - unfair")


def with_quick_keys() -> Project:
    from tests.builders import do

    one = project()
    do(one, SetQuickKey(CODER, "1", node(one, "who signs")), SetQuickKey(CODER, "2", node(one, "burden of proof")))
    return one


async def give_twice(reading: Reader) -> None:
    await reading.go("awake")
    await reading.press("1")


async def test_without_a_selection_the_sentence_is_coded_and_one_reads_on() -> None:
    async with reader(with_quick_keys()) as reading:
        await give_twice(reading)
        assert reading.units() == [([SENTENCE], ["who signs"])]
        assert reading.at.startswith("Today")
        assert reading.selected == []
        await reading.press(".")
        assert reading.units()[1] == ([NEXT], ["who signs"])
        assert reading.at.startswith("I no longer know")


async def test_a_selection_over_turns_becomes_one_unit_of_several_spans() -> None:
    async with reader(with_quick_keys()) as reading:
        await reading.go("Today")
        await reading.press("s", "s", "s", "1")
        assert reading.units() == [([NEXT, "I no longer know whose decision it is."], ["who signs"])]
        assert reading.at.startswith("My gut")


async def test_spans_in_hand_and_the_selected_become_one_unit() -> None:
    async with reader(with_quick_keys()) as reading:
        await reading.go("That is the one")
        await reading.press("s", "+", "J", "J", "s", "1")
        assert reading.units() == [([SENTENCE, "I no longer know whose decision it is."], ["who signs"])]
        assert reading.held == []


async def test_the_current_unit_gets_one_more_code_and_the_cursor_stays() -> None:
    one = with_quick_keys()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("2")
        assert reading.units() == [([SENTENCE], ["who signs", "burden of proof"])]
        assert reading.at.startswith("awake")
        await reading.press("2")
        assert "It has that code already." in reading.key_line


async def test_a_selection_equal_to_a_unit_is_that_unit_and_the_cursor_stays() -> None:
    one = with_quick_keys()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("s", "2")
        assert reading.units() == [([SENTENCE], ["who signs", "burden of proof"])]
        assert reading.at == ". " + NEXT
        assert reading.selected == []


async def test_a_colleagues_unit_is_coded_as_ones_own() -> None:
    one = with_quick_keys()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, "lie awake over", "burden of proof", coder="jon")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("1")
        assert reading.units() == [(["lie awake over"], ["who signs"])]
        assert reading.units("jon") == [(["lie awake over"], ["burden of proof"])]


async def test_where_both_have_a_unit_of_the_same_spans_ones_own_is_coded() -> None:
    one = with_quick_keys()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    theirs = marked(one, "lie awake over", "burden of proof", coder="jon")
    marked(one, "lie awake over", "who signs")
    async with reader(one, current=theirs) as reading:
        await reading.go("awake")
        assert reading.app.page.transcript.unit_here()["id"] == theirs  # type: ignore[attr-defined]
        await reading.press("1")
        assert "It has that code already." in reading.key_line
        await reading.press("2")
        assert reading.units() == [(["lie awake over"], ["who signs", "burden of proof"])]


@pytest.mark.parametrize("key", ["c", "r", "d", "e", "S", "*"])
async def test_edit_keys_leave_a_colleagues_unit_alone_and_say_whose_it_is(key: str) -> None:
    one = project()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, "lie awake over", "burden of proof", coder="jon")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press(key)
        assert "This unit is JE’s" in reading.key_line


async def test_keys_without_a_code_say_so() -> None:
    async with reader(project()) as reading:
        await reading.press("7")
        assert "No code has the key 7 yet" in reading.key_line
        await reading.press(".")
        assert "No code was given yet" in reading.key_line
        await reading.press("d")
        assert "No unit here" in reading.key_line


async def test_condensing_makes_the_unit_and_the_cursor_stays() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("c")
        assert reading.key_line.startswith(f"Condense to {SENTENCE} ")
        assert "8 words to 8" in reading.key_line
        await reading.type("lies awake")
        assert reading.key_line.startswith("Condense to lies awake ")
        assert "8 words to 2" in reading.key_line
        await reading.press("enter")
        assert reading.key_line.startswith("Condensed: 8 words to 2")
        assert reading.units() == [([SENTENCE], [])]
        assert "no code yet" in reading.rows[-6]
        assert "lies awake" in reading.rows[-5]
        await reading.press("c", "ctrl+u", "enter")
        assert "The condensed form is taken away" in reading.key_line


async def test_a_condensed_form_longer_than_the_unit_is_kept_and_said() -> None:
    one = project()
    unit = marked(one, "lie awake")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("c")
        assert reading.key_line.startswith("Condense to lie awake ")
        await reading.type("cannot sleep")
        await reading.press("enter")
        assert reading.key_line.startswith("Condensed: 2 words to 2   ")
        await reading.press("c")
        assert reading.key_line.startswith("Condense “lie awake” to cannot sleep ")
        await reading.type(" at all")
        assert "longer: 2 words to 4" in reading.key_line
        await reading.press("enter")
        assert reading.key_line.startswith("Condensed: 2 words to 4, more than the unit has")
        assert reading.project.need("units", unit)["condensed"] == "cannot sleep at all"


async def test_directly_after_coding_the_way_back_to_the_unit_is_named() -> None:
    async with reader(with_quick_keys()) as reading:
        await reading.press("*")
        assert "No unit here: s selects the sentence" in reading.key_line
        await give_twice(reading)
        await reading.press("*")
        assert reading.key_line.startswith("No unit here: H goes to the unit just made.")
        await reading.press("H", "*")
        assert [unit["quoted"] for unit in reading.project.units_in("L07")] == [True]
        await reading.go("My gut")
        await reading.press("1", "g", "g", "*")
        assert "s selects the sentence" in reading.key_line


async def test_a_code_name_that_is_refused_leaves_ticks_and_text_in_the_picker() -> None:
    async with reader(project(), size=(80, 24)) as reading:
        await reading.go("awake")
        await reading.press("enter")
        await reading.type("who")
        await reading.press("tab", "ctrl+u")
        await reading.type("very " * 40 + "long")
        await reading.press("tab", "ctrl+u", "enter")
        assert reading.key_line.startswith("The name of a code may have 200 characters at most")
        assert reading.units() == []
        await reading.press(*["ctrl+w"] * 40, "tab", "enter")
        assert reading.units() == [([SENTENCE], ["who signs", "very"])]


async def test_undo_stays_in_the_key_line_after_coding_on_a_small_screen() -> None:
    async with reader(project(), size=(80, 24)) as reading:
        await reading.go("awake")
        await reading.press("enter")
        await reading.type("a name that goes on and on until it fills the line to its very end, and more")
        await reading.press("enter")
        assert reading.key_line.startswith("Done: apply the new code a name that goes on")
        assert "…   u undo" in reading.key_line


async def test_taking_a_unit_away_says_what_goes_with_it() -> None:
    one = project()
    marked(one, SENTENCE)
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("*", "d")
        assert reading.key_line.startswith("Done: take a unit away with its quotation   u undo")


async def test_condensing_can_be_let_be() -> None:
    async with reader(project()) as reading:
        await reading.press("c", "enter")
        assert reading.units() == []
        assert reading.key_line.startswith("Nothing is condensed: these are its own words.")


async def test_one_code_is_taken_off_of_several_the_one_asked_for_and_then_the_unit() -> None:
    one = project()
    marked(one, SENTENCE, "who signs", "unfair")
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("d")
        assert reading.key_line.startswith("Take off")
        await reading.press("1")
        assert reading.units() == [([SENTENCE], ["unfair"])]
        await reading.press("d")
        assert reading.units() == [([SENTENCE], [])]
        await reading.press("d")
        assert reading.units() == []


async def test_a_passage_is_marked_not_relevant_and_relevant_again() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("x")
        assert "Select first" in reading.key_line
        await reading.press("s", "x")
        assert len(reading.project.units_in("L07")) == 1
        assert reading.units() == []
        assert "×" in reading.row_of("That is the one")
        await reading.press("x")
        assert reading.project.units_in("L07") == []
        await reading.press("s", "x", "s", "x")
        assert reading.project.units_in("L07") == []
        assert reading.selected == []


async def test_what_is_not_relevant_is_nothing_to_go_to_with_the_unit_keys() -> None:
    one = project()
    not_relevant(one, SENTENCE)
    async with reader(one) as reading:
        await reading.press("L")
        assert "No units here yet." in reading.key_line


async def test_inside_a_turn_of_the_interviewer_coding_is_allowed_and_said() -> None:
    async with reader(with_quick_keys()) as reading:
        assert reading.rows[-5].strip().startswith("inside a turn of the interviewer")
        await reading.press("1")
        assert len(reading.units()) == 1
        assert "inside a turn of the interviewer" in reading.key_line
        assert "inside a turn" not in reading.rows[-5]


async def test_keys_pressed_while_saving_wait_and_come_in_order() -> None:
    async with reader(with_quick_keys()) as reading:
        await reading.go("awake")
        for key in ("1", ".", "."):
            reading.app.page.press(key, key)
        await reading.app.session.settled()
        await reading.pilot.pause()
        assert [words for words, _ in reading.units()] == [
            [SENTENCE],
            [NEXT],
            ["I no longer know whose decision it is."],
        ]
