"""Selecting in the transcript, and holding spans in hand."""

from __future__ import annotations

import pytest

from tests.app.at_transcript import reader
from tests.builders import a_project, marked
from tui.model.project import Project


def project() -> Project:
    return a_project("- who signs")


async def test_a_sentence_is_selected_and_one_more() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("s")
        assert reading.selected == ["That is the one I lie awake over."]
        assert "Selected 8 words" in reading.rows[-6]
        await reading.press("s")
        assert len(reading.selected[0].split()) == 20


async def test_another_turn_is_entered_only_when_asked_again() -> None:
    async with reader(project()) as reading:
        await reading.go("Today")
        await reading.press("s", "s")
        assert reading.selected == ["Today the doctor decides and the doctor signs, and that is simple."]
        assert "once more goes on" in reading.key_line
        await reading.press("s")
        assert reading.selected[1:] == ["I no longer know whose decision it is."]


async def test_paragraph_and_turn() -> None:
    async with reader(project()) as reading:
        await reading.go("awake")
        await reading.press("p")
        assert reading.selected[0].endswith("that is simple.")
        await reading.press("P")
        assert len(reading.selected) == 1
        await reading.press("P")
        assert len(reading.selected) == 2


async def test_free_selection_follows_the_cursor_and_is_dropped_by_the_same_key() -> None:
    async with reader(project()) as reading:
        await reading.go("lie awake")
        await reading.press("v", "w", "l", "l", "l", "l")
        assert reading.selected == ["lie awa"]
        await reading.press("v")
        assert reading.selected == []


@pytest.mark.parametrize(
    ("begin", "keys", "selected"),
    [
        ("awake", "vww", "awake over."),
        ("wake over", "vw", "awake"),
        ("wake over", "vbb", "lie awake"),
        ("awake", "vwww", "awake over. Today"),
        ("awake", "vwwwbb", "awake"),
        ("lie awake", "v)", "lie awake over."),
        ("awake", "v(", "That is the one I lie awake"),
        ("wake over", "vW", "awake over. Today the doctor decides and the doctor signs, and that is simple."),
    ],
)
async def test_a_free_selection_keeps_to_whole_words(begin: str, keys: str, selected: str) -> None:
    async with reader(project()) as reading:
        await reading.go(begin)
        await reading.press(*keys)
        assert reading.selected == [selected]


async def test_a_free_selection_by_lines_keeps_to_whole_words() -> None:
    async with reader(project(), size=(80, 24)) as reading:
        await reading.go("wake over")
        await reading.press("v", "j")
        (selected,) = reading.selected
        assert selected.startswith("awake over. Today")
        assert {selected.split()[0], selected.split()[-1]} <= set(reading.text.split())


async def test_the_ends_of_a_unit_keep_to_whole_words() -> None:
    one = project()
    marked(one, "doctor decides", "who signs")
    async with reader(one) as reading:
        await reading.go("decides and")
        await reading.press("e", "w", "w", "e", "b", "enter")
        assert reading.units()[0][0] == ["the doctor decides and the"]


async def test_a_selected_sentence_goes_on_freely_when_the_cursor_moves() -> None:
    async with reader(project()) as reading:
        await reading.go("That")
        await reading.press("s", "w")
        assert reading.selected == ["That is the one I lie awake over. Today"]
        await reading.press("ctrl+c")
        assert reading.selected == []


async def test_spans_are_held_and_the_next_is_selected() -> None:
    async with reader(project()) as reading:
        await reading.go("That")
        await reading.press("s", "+")
        assert reading.held == ["That is the one I lie awake over."]
        assert reading.at.startswith("Today")
        assert "1 span held" in reading.rows[-6]
        await reading.press("s")
        assert "1 span held  and this one: 20 words" in reading.rows[-6]
        await reading.press("ctrl+c", "ctrl+c")
        assert reading.held == []


async def test_without_a_selection_the_current_unit_is_taken_in_hand() -> None:
    one = project()
    marked(one, "the doctor decides", "who signs")
    async with reader(one) as reading:
        await reading.go("decides and")
        await reading.press("+")
        assert reading.held == ["the doctor decides"]


async def test_nothing_to_hold_is_said() -> None:
    async with reader(project()) as reading:
        await reading.press("+")
        assert "Nothing to hold" in reading.key_line


async def test_inside_a_turn_of_the_interviewer_it_is_said() -> None:
    async with reader(project()) as reading:
        await reading.press("s")
        assert "inside a turn of the interviewer" in reading.rows[-5]


async def test_codebook_and_board_stay_while_something_is_selected_wherever_the_cursor_goes() -> None:
    one = a_project("## Liability / - who signs / ## Standards / - unfair")
    marked(one, "That is the one", "who signs")
    marked(one, "that is simple.", "unfair")
    async with reader(one) as reading:
        await reading.go("That is the one")
        before = [row[66:] for row in reading.rows[1:-1]]
        await reading.press("s", "s")
        assert reading.selected[0].endswith("that is simple.")
        assert [row[66:] for row in reading.rows[1:-1]] == before
        await reading.press("ctrl+c")
        assert "unfair" in "".join(row[66:] for row in reading.rows[-7:-1])


async def test_keys_that_mean_the_same_keep_their_places_when_something_is_selected() -> None:
    async with reader(project()) as reading:
        before = reading.key_line
        await reading.press("s")
        after = reading.key_line
        assert "^C let go" in after
        for pair in ("enter code", ". again", "v select", "+ hold span", "c condense", "? keys"):
            assert before.index(pair) == after.index(pair), pair
        await reading.press("v")
        assert "v let go" in reading.key_line
