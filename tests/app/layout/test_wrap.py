"""A transcript broken into screen lines: what each shows, and positions as cells and back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue import transcript_of
from tui.app.layout.cells import TAB, cells_of, width_between
from tui.app.layout.wrap import BLANK, FIRST, LABEL, OUTSIDE, TEXT, WIDEST, Wrapping
from tui.model.reading import Reading


def wrapped(text: str, width: int, *, labels_above: bool = False) -> Wrapping:
    return Wrapping(Reading(transcript_of(text)), width, labels_above=labels_above)


def drawn(wrapping: Wrapping) -> list[str]:
    return ["".join(cell.shown for cell in wrapping.cells(line)) for line in wrapping.lines]


def test_lines_break_at_spaces_and_blank_lines_part_turns():
    wrapping = wrapped("INT: Who signs it?\n\nL07: The doctor decides and the doctor signs.", 16)
    assert drawn(wrapping) == ["Who signs it?", "", "The doctor", "decides and the", "doctor signs."]
    assert [line.kind for line in wrapping.lines] == [FIRST, BLANK, FIRST, TEXT, TEXT]
    assert [line.turn for line in wrapping.lines] == [0, 0, 1, 1, 1]


def test_labels_may_stand_above_the_turns():
    wrapping = wrapped("INT: Who?\n\nL07: Me.", 16, labels_above=True)
    assert [line.kind for line in wrapping.lines] == [LABEL, FIRST, BLANK, LABEL, FIRST]


def test_paragraphs_of_a_turn_are_parted_as_they_are_in_the_source():
    assert drawn(wrapped("L07: One.\nTwo.\n\nThree.", 16)) == ["One.", "Two.", "", "Three."]


def test_what_nobody_says_is_shown_but_is_nowhere_to_stand():
    wrapping = wrapped("Interview seven\n\nINT: Who?", 8)
    assert [line.kind for line in wrapping.lines] == [OUTSIDE, OUTSIDE, BLANK, FIRST]
    assert drawn(wrapping)[:2] == ["Intervie", "w seven"]
    assert wrapping.position_at(0, 0) == wrapping.lines[3].start
    assert wrapping.place_of(0) == (3, 0)


def test_a_word_longer_than_a_line_is_cut_up():
    assert drawn(wrapped("L07: see https://example.org/a/b now", 10)) == ["see", "https://ex", "ample.org/", "a/b now"]


def test_a_character_with_a_heap_of_joiners_fits_into_a_line():
    wrapping = wrapped("L07: x" + "\u200d" * 40 + "👧y", 8)
    assert [sum(cell.width for cell in wrapping.cells(line)) for line in wrapping.lines] == [TAB + 2 + 1]


def test_the_space_at_which_a_line_breaks_stands_behind_its_last_cell():
    wrapping = wrapped("L07: abcd  efgh", 4)
    assert drawn(wrapping) == ["abcd", "efgh"]
    assert [wrapping.place_of(position) for position in (8, 9, 10, 11)] == [(0, 3), (0, 4), (0, 4), (1, 0)]


def test_text_is_never_wider_than_can_be_read():
    assert max(map(len, drawn(wrapped("L07: " + "word " * 60, 500)))) <= WIDEST


WIDE = {
    "wide script breaks anywhere": ("L07: 今日は本を読む。はい", 8, ["今日は本", "を読む。", "はい"]),
    "joined emoji are one": ("L07: ab 👩\u200d👩\u200d👧 cd", 5, ["ab 👩\u200d👩\u200d👧", "cd"]),
    "combining marks take no cell": ("L07: cafe\u0301 and", 4, ["cafe\u0301", "and"]),
    "a tab is wide": ("L07: a\tb c", 6, ["a    b", "c"]),
    "controls are shown": ("L07: a\x1b[2Jb", 9, ["a␛[2Jb"]),
    "no break at a hard space": ("L07: ab\u00a0cd ef", 5, ["ab\u00a0cd", "ef"]),
    "no break at a hard space beside marks": ("L07: e\u0301b\u00a0cd ef", 5, ["e\u0301b\u00a0cd", "ef"]),
    "spaces hang beside marks": ("L07: cafe\u0301  and", 4, ["cafe\u0301", "and"]),
}


@pytest.mark.parametrize(("text", "width", "expected"), WIDE.values(), ids=WIDE.keys())
def test_characters_occupy_their_cells(text, width, expected):
    assert drawn(wrapped(text, width)) == expected


def test_cells_say_which_code_points_they_stand_for():
    text = "a\te\u0301\u200b本"
    cells = cells_of(text, 0, len(text))
    assert [cell.end for cell in cells] == [1, 2, 4, 5, 6]
    assert [cell.width for cell in cells] == [1, TAB, 1, 1, 2]
    assert width_between(text, 0, len(text)) == 1 + TAB + 1 + 1 + 2


def test_marks_without_a_letter_get_something_to_sit_on():
    assert cells_of("\u0301a", 0, 2)[0].shown == "◌\u0301"


LETTERS = "abc  \u00e9.e\u0301\t本字。👩\u200d👧\U0001f1f8\U0001f1ea\u200b\x1b\u00a0"
TEXTS = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=60), min_size=1, max_size=5).map(
    lambda said: "\n\n".join(f"{'INT' if number % 2 else 'L07'}: x{words}x" for number, words in enumerate(said))
)


@given(TEXTS, st.integers(4, 30))
def test_every_position_has_a_cell_that_leads_back_to_its_character(text, width):
    wrapping = wrapped(text, width)
    for line in wrapping.lines:
        cells = wrapping.cells(line)
        assert sum(cell.width for cell in cells) <= wrapping.width
        for cell in cells:
            number, column = wrapping.place_of(cell.start)
            assert wrapping.lines[number] == line
            assert wrapping.position_at(number, column) == cell.start
            assert wrapping.position_at(number, column + cell.width - 1) == cell.start


@given(TEXTS, st.integers(4, 30))
def test_lines_show_all_that_is_said_and_in_order(text, width):
    wrapping = wrapped(text, width)
    said = "".join(text[start:end] for start, end, _ in wrapping.reading.paragraphs)
    shown = "".join(text[line.start : line.end] for line in wrapping.lines)
    assert "".join(shown.split()) == "".join(said.split())
    starts = [line.start for line in wrapping.lines]
    assert starts == sorted(starts)


def test_moving_by_lines_passes_those_without_text():
    wrapping = wrapped("INT: Who?\n\nL07: Me.", 16, labels_above=True)
    assert wrapping.moved(1, 1) == 4
    assert wrapping.moved(4, -1) == 1
    assert wrapping.moved(4, 5) == 4
    assert wrapping.position_at(2, 0) == wrapping.lines[4].start


def test_nothing_said_makes_no_lines():
    wrapping = wrapped("", 20)
    assert (len(wrapping), wrapping.place_of(0), wrapping.position_at(3, 3)) == (0, (0, 0), 0)


def test_a_long_interview_is_wrapped_at_once():
    turn = "L07: " + "We waited for – well – a year, and nobody came to the meeting. " * 40 + "\n\n"
    reading = Reading(transcript_of(turn * 200))
    begun = time.perf_counter()
    wrapping = Wrapping(reading, 54)
    assert time.perf_counter() - begun < 1.0
    assert len(wrapping) > 9000
