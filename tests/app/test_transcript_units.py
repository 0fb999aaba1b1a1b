"""A unit's ends, splitting it, joining several, quoting it."""

from __future__ import annotations

from tests.app.at_transcript import reader
from tests.builders import a_project, marked
from tui.model.project import Project

SENTENCE = "That is the one I lie awake over."
NEXT = "Today the doctor decides and the doctor signs, and that is simple."


def project(*quotes: str) -> Project:
    one = a_project("- who signs / - unfair")
    for quote in quotes:
        marked(one, quote, "who signs")
    return one


async def test_the_nearer_end_is_moved_by_motions_and_kept_by_enter() -> None:
    async with reader(project("lie awake")) as reading:
        await reading.go("wake")
        await reading.press("e")
        assert "The unit’s end" in reading.rows[-6]
        await reading.press("w", "h")
        assert reading.selected == ["lie awake over"]
        assert "who signs" in reading.rows[-5]
        await reading.press("e", "b")
        assert reading.selected == ["I lie awake over"]
        await reading.press("enter")
        assert reading.units() == [(["I lie awake over"], ["who signs"])]
        assert reading.desk.mode == ""


async def test_ends_that_were_not_moved_are_kept_with_a_word() -> None:
    async with reader(project("lie awake")) as reading:
        await reading.go("wake")
        await reading.press("e", "enter")
        assert "The ends are as they were." in reading.key_line
        assert reading.units() == [(["lie awake"], ["who signs"])]


async def test_moving_ends_can_be_let_be() -> None:
    async with reader(project("lie awake")) as reading:
        await reading.go("wake")
        await reading.press("e", "w", "ctrl+c")
        assert reading.units() == [(["lie awake"], ["who signs"])]
        assert (reading.desk.mode, reading.desk.ends) == ("", None)


async def test_a_span_is_dropped_but_not_the_last() -> None:
    one = a_project("- who signs")
    marked(one, ["That is the one", "I no longer know"], "who signs")
    async with reader(one) as reading:
        await reading.go("the one")
        await reading.press("e", "d")
        assert reading.selected == ["I no longer know"]
        await reading.press("d")
        assert "only span" in reading.key_line
        await reading.press("enter")
        assert reading.units() == [(["I no longer know"], ["who signs"])]


async def test_a_unit_is_split_at_the_cursor_after_it_was_shown() -> None:
    async with reader(project(NEXT)) as reading:
        await reading.go("and the doctor")
        await reading.press("S")
        assert reading.selected == ["and the doctor signs, and that is simple."]
        assert "enter split" in reading.key_line
        await reading.press("enter")
        assert [words for words, _ in reading.units()] == [
            ["Today the doctor decides"],
            ["and the doctor signs, and that is simple."],
        ]
        assert [codes for _, codes in reading.units()] == [["who signs"], ["who signs"]]


async def test_splitting_can_be_let_be_and_needs_words_on_both_sides() -> None:
    async with reader(project(NEXT)) as reading:
        await reading.go("Today")
        await reading.press("S")
        assert "where the second part shall begin" in reading.key_line
        reading.desk.cursor = reading.text.index("simple.") + len("simple")
        await reading.press("S")
        assert "where the second part shall begin" in reading.key_line, "a full stop holds no words"
        await reading.go("and the doctor")
        await reading.press("S", "j")
        assert len(reading.units()) == 1
        assert reading.selected == []


async def test_what_is_in_hand_joins_the_unit_under_the_cursor() -> None:
    async with reader(project(SENTENCE, "I no longer know")) as reading:
        await reading.go("awake")
        await reading.press("+")
        await reading.go("longer")
        await reading.press("M")
        assert "one unit of 12 words" in reading.key_line
        await reading.press("enter")
        assert reading.units() == [([SENTENCE, "I no longer know"], ["who signs"])]
        assert reading.held == []


async def test_spans_that_are_no_unit_are_joined_too() -> None:
    async with reader(project("I no longer know")) as reading:
        await reading.go("awake")
        await reading.press("s", "+")
        await reading.go("longer")
        await reading.press("M", "enter")
        assert reading.units() == [([SENTENCE, "I no longer know"], ["who signs"])]


async def test_joining_needs_something_in_hand() -> None:
    async with reader(project(SENTENCE)) as reading:
        await reading.go("awake")
        await reading.press("M")
        assert "Nothing in hand" in reading.key_line


async def test_a_quotation_is_chosen_worded_and_taken_back() -> None:
    async with reader(project(SENTENCE)) as reading:
        await reading.go("awake")
        await reading.press("*")
        assert reading.row_of(SENTENCE[:20]).split("│")[0].rstrip().endswith("*")
        assert "* quotation" in reading.rows[-6]
        await reading.press("*", "tab")
        await reading.type("det enda")
        await reading.press("ctrl+d", "*", "ctrl+x")
        unit = reading.project.units_in("L07")[0]
        assert (unit.get("quoted"), unit["translation"]) == (None, "det enda")
