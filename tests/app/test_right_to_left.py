"""Hebrew and Arabic on the way to the terminal: kept apart from other columns, or put in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from tui.app.display import cells_of
from tui.app.pen import PLAIN, Cell, Pen
from tui.app.right_to_left import APART, IN_ORDER, arranged

MARK = "\u200e"


def row(text: str) -> list[Cell]:
    return cells_of([Segment(text)])


def shown(text: str, how: str = IN_ORDER) -> str:
    return "".join(words for words, _ in arranged(row(text), how))


def test_words_stand_from_right_to_left_and_the_point_behind_the_last() -> None:
    assert shown("שלום עולם.") == ".םלוע םולש"


def test_numbers_and_latin_words_keep_their_order_inside() -> None:
    assert shown("יום 19 בפברואר 2003, AI tools כאן") == "ןאכ AI tools ,2003 ראורבפב 19 םוי"
    assert shown("מחיר 3.5 שקל") == "לקש 3.5 ריחמ"


def test_brackets_open_to_the_other_side() -> None:
    assert shown("שלום (עולם)") == "(םלוע) םולש"


def test_a_latin_line_keeps_its_order_and_turns_only_the_words_inside() -> None:
    assert shown("He said שלום עולם twice.") == "He said םלוע םולש twice."


def test_arabic_joins_the_same_rules() -> None:
    assert shown("مرحبا 12 عالم") == "ملاع 12 ابحرم"


def test_label_bars_and_other_columns_stay_where_they_are() -> None:
    line = "› L07 ▎a  שלום עולם     │ קוד אחד     12 │ board"
    assert shown(line) == "› L07 ▎a  םלוע םולש     │ דחא דוק     12 │ board"
    assert shown("L07  שלום | קוד") == "L07  םולש | דוק"


def test_a_terminal_that_puts_rows_in_order_itself_is_told_where_columns_end() -> None:
    apart = shown("L07  שלום  │ קוד  │ x", APART)
    assert apart.replace(MARK, "") == "L07  שלום  │ קוד  │ x"
    between = apart[apart.index("ם") : apart.index("ק")]
    assert MARK in between


def test_a_row_without_such_text_is_left_alone() -> None:
    for how in (APART, IN_ORDER):
        assert shown("L07  Today the doctor signs.  │ x 本を", how) == "L07  Today the doctor signs.  │ x 本を"


def test_colours_go_along_with_their_characters() -> None:
    lit = Pen(fore="31")
    cells: list[Cell] = [(letter, lit if letter == "ל" else PLAIN) for letter in "שלום"]
    assert [pen == lit for _, pen in arranged(cells, IN_ORDER)] == [False, False, True, False]


@given(st.text(st.sampled_from("ab שלו 12.,│本\u05b8مر"), max_size=40))
def test_nothing_is_lost_and_the_width_stays(text: str) -> None:
    before = row(text)
    after = arranged(before, IN_ORDER)
    assert sorted(before) == sorted(after)
