"""Moving through the transcript by keys."""

from __future__ import annotations

import pytest

from tests.app.at_transcript import reader
from tests.builders import a_project, marked
from tui.model.project import Project

LONG = " / ".join(
    f"INT: Question {number}? / L07: Answer {number} begins. " + "It goes on. " * 12 for number in range(30)
)


def project() -> Project:
    return a_project("- who signs / - unfair")


async def test_lines_are_passed_in_the_column_where_one_set_out() -> None:
    async with reader(project()) as reading:
        await reading.go("system")
        await reading.press("j", "j")
        assert reading.at.startswith("nd the doctor signs")
        await reading.press("k", "k")
        assert reading.at.startswith("system")


async def test_letters_and_arrows_move_alike() -> None:
    async with reader(project()) as reading:
        await reading.press("l", "right", "l")
        assert reading.at.startswith("n the system")
        await reading.press("h", "left")
        assert reading.at.startswith("hen the system")
        await reading.press("down", "j", "up", "k")
        assert reading.at.startswith("hen the system")


async def test_words_sentences_paragraphs_and_turns() -> None:
    async with reader(project()) as reading:
        await reading.press("w", "w", "b")
        assert reading.at.startswith("the system")
        await reading.press(")")
        assert reading.at.startswith("That is the one")
        await reading.press(")", ")", "(")
        assert reading.at.startswith("Today the doctor")
        await reading.press("W")
        assert reading.at.startswith("And when a tool")
        await reading.press("J")
        assert reading.at.startswith("I no longer know")
        await reading.press("K", "{", "B")
        assert reading.at.startswith("When the system")


async def test_ends_of_the_text_and_back_again() -> None:
    async with reader(project()) as reading:
        await reading.go("Today")
        await reading.press("G")
        assert reading.at == "."
        await reading.press("g", "g")
        assert reading.at.startswith("When the system")
        await reading.press("'", "'")
        assert reading.at == "."
        await reading.press("backspace")
        assert reading.at.startswith("Today")
        await reading.press("backspace")
        assert "No place to go back to." in reading.key_line


async def test_pages_scroll_and_the_cursor_stays_in_view() -> None:
    async with reader(a_project(L07=LONG)) as reading:
        await reading.press("space")
        first = reading.desk.cursor
        assert first > 0
        assert any("›" in row for row in reading.rows[2:34])
        await reading.press("pagedown", "ctrl+d")
        assert reading.desk.cursor > first
        await reading.press("ctrl+u", "pageup", "pageup", "pageup")
        assert reading.at.startswith("Question 0")
        for _ in range(40):
            await reading.press("j")
        assert any("›" in row for row in reading.rows[2:34])


async def test_units_are_gone_to_and_stepped_through() -> None:
    one = project()
    marked(one, "the doctor decides and the doctor signs", "who signs")
    marked(one, "Today the doctor decides and the doctor signs, and that is simple.", "unfair")
    marked(one, "this is unfair", "unfair")
    async with reader(one) as reading:
        await reading.press("L")
        assert reading.at.startswith("Today")
        await reading.press("L")
        assert reading.at.startswith("the doctor decides")
        assert "who signs" in reading.rows[-6]
        await reading.press(";")
        assert "unfair" in reading.rows[-6]
        await reading.press("L", "L")
        assert reading.at.startswith("this is unfair")
        await reading.press("L")
        assert "No more units that way." in reading.key_line
        await reading.press("H", "H", "H")
        assert reading.at.startswith("Today")


async def test_the_next_unit_with_the_same_code_may_lie_in_another_source() -> None:
    one = a_project("- unfair", L07="INT: Why? / L07: It is unfair.", L08="INT: And? / L08: Unfair, yes.")
    marked(one, "It is unfair.", "unfair", source="L07")
    marked(one, "Unfair, yes.", "unfair", source="L08")
    async with reader(one) as reading:
        await reading.press("L", ",")
        assert (reading.desk.source, reading.at) == ("L08", "Unfair, yes.")
        assert "unfair: 2 of 2" in reading.key_line
        await reading.press(",")
        assert reading.desk.source == "L07"
        await reading.press("'", "'")
        assert reading.desk.source == "L08"


async def test_uncovered_passages_are_gone_to_and_short_ones_passed_by() -> None:
    one = project()
    marked(one, "Today the doctor decides and the doctor signs, and that is simple.", "who signs")
    async with reader(one) as reading:
        await reading.press(">")
        assert reading.at.startswith("That is the one I lie awake over")
        await reading.press(">")
        assert reading.at.startswith("I no longer know")
        await reading.press(">")
        assert "No uncovered passage follows." in reading.key_line
        await reading.press("<")
        assert reading.at.startswith("That is the one")


async def test_the_next_uncovered_passage_after_coding_is_the_one_that_coding_led_to() -> None:
    one = a_project(
        "- unfair", L07="INT: Why? / L07: It is unfair. Nobody asked any of us about it. / L07: I lie awake."
    )
    async with reader(one) as reading:
        await reading.press(">", "s", "enter")
        await reading.type("unfair")
        await reading.press("enter")
        assert reading.at.startswith("Nobody asked")
        await reading.press(">")
        assert reading.at.startswith("Nobody asked")
        assert "once more goes on" in reading.key_line
        await reading.press(">")
        assert "No uncovered passage follows." in reading.key_line


async def test_a_passage_gone_to_is_in_view_to_its_end() -> None:
    long = " ".join(f"We waited for someone to decide, {number} times." for number in range(8))
    turns = " / ".join(f"INT: Question {number}? / L07: It is so." for number in range(3))
    one = a_project("- unfair", L07=f"{turns} / L07: {long} / INT: And? / L07: Nothing.")
    async with reader(one, size=(80, 24)) as reading:
        await reading.press(">")
        assert any("7 times." in row for row in reading.rows)
        assert any("0 times." in row for row in reading.rows)


async def test_the_passage_that_holding_led_to_is_not_passed_by_either() -> None:
    one = a_project("- unfair", L07="INT: Why? / L07: It is unfair. Nobody asked any of us about it.")
    async with reader(one) as reading:
        await reading.go("It is unfair")
        await reading.press("s", "+", ">", "s")
        assert len(reading.desk.held) == 1
        assert reading.selected == ["Nobody asked any of us about it."]


async def test_what_a_colleague_covered_is_covered_unless_one_does_not_get_to_see_it() -> None:
    one = project()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, "That is the one I lie awake over.", "who signs", coder="jon")
    async with reader(one) as reading:
        await reading.press(">")
        assert reading.at.startswith("Today")
        for coder in ("maria", "jon"):
            one.put("passes", coder, {"id": coder, "coder": coder, "source": "L07", "number": 1})
        await reading.press("g", "g", ">")
        assert reading.at.startswith("That is the one")


async def test_words_are_found_forwards_backwards_and_around() -> None:
    async with reader(project()) as reading:
        await reading.press("/")
        await reading.type("doctor")
        await reading.press("enter")
        assert reading.at.startswith("doctor decides")
        assert "1 of 2" in reading.key_line
        await reading.press("n", "n")
        assert reading.at.startswith("doctor decides")
        await reading.press("N")
        assert reading.at.startswith("doctor signs")
        await reading.press("/")
        await reading.type("xyz")
        await reading.press("enter")
        assert "is not said here" in reading.key_line


async def test_all_places_are_shown_while_one_types_the_nearest_in_view_and_going_back_moves_nothing() -> None:
    async with reader(a_project(L07=LONG)) as reading:
        await reading.press("/")
        await reading.type("question 29")
        assert any("Question 29" in row for row in reading.rows)
        assert "1 found" in "".join(reading.rows)
        await reading.press("ctrl+c")
        assert reading.desk.cursor == reading.text.index("Question 0")
        assert reading.desk.find == ""


async def test_a_capital_means_itself() -> None:
    async with reader(a_project(L07="L07: AI will help. I said so again.")) as reading:
        await reading.press("/")
        await reading.type("AI")
        assert "1 found" in "".join(reading.rows)
        await reading.press("ctrl+u")
        await reading.type("ai")
        assert "3 found" in "".join(reading.rows)


async def test_after_tab_an_expression_is_looked_for() -> None:
    async with reader(project()) as reading:
        await reading.press("/", "tab")
        assert "Find expression" in reading.key_line
        assert "tab words" in reading.key_line
        await reading.type("doctor (signs|waits)")
        await reading.press("enter")
        await reading.until("1 of 1")
        assert reading.at.startswith("doctor signs")
        await reading.press("/", "ctrl+u")
        await reading.type("doctor (")
        await reading.press("enter")
        await reading.until("is not a regular expression")


async def test_an_expression_that_runs_away_is_stopped_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.analysis.expression.PATIENCE", 0.3)
    async with reader(a_project(L07="L07: " + "a" * 60 + "! Well.")) as reading:
        await reading.press("/", "tab")
        await reading.type("(a+)+$")
        await reading.press("enter")
        await reading.press("l")  # the app answers meanwhile
        assert reading.desk.cursor == reading.text.index("aaa") + 1
        await reading.until("was stopped")


async def test_lines_turns_and_shares_can_be_named() -> None:
    async with reader(a_project(L07=LONG, L08="INT: Well? / L08: Yes.")) as reading:
        for words, source, begins in (("5", "L07", "Question 1"), ("L08:2", "L08", "Yes."), ("0%", "L08", "Well?")):
            await reading.press(":")
            await reading.type(words)
            await reading.press("enter")
            assert reading.desk.source == source
            assert reading.at.startswith(begins)


async def test_another_width_keeps_cursor_and_text_in_view() -> None:
    async with reader(a_project(L07=LONG), size=(160, 48)) as reading:
        await reading.go("Question 20")
        before = next(row for row in reading.rows[2:] if "Question" in row).split("Question")[1].split("?")[0]
        cursor = reading.desk.cursor
        for size in ((80, 24), (120, 40), (160, 48)):
            await reading.pilot.resize_terminal(*size)
            await reading.pilot.pause()
            assert reading.desk.cursor == cursor
            assert any("›" in row and "Question 20" in row for row in reading.rows)
        after = next(row for row in reading.rows[2:] if "Question" in row).split("Question")[1].split("?")[0]
        assert abs(int(after) - int(before)) <= 1
