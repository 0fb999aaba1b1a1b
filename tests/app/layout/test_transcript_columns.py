"""Where the parts of a transcript's line stand, at the widths that the panes have."""

import pytest

from tui.app.layout.transcript_columns import READING, SORTING, columns_of


@pytest.mark.parametrize(("width", "text"), [(72, 61), (65, 54), (74, 63), (120, 72)])
def test_while_reading_the_text_takes_what_the_rest_leaves(width, text):
    columns = columns_of(width, 3, READING)
    assert (columns.lanes_at, columns.lanes, columns.text_at, columns.text) == (5, 3, 9, text)
    assert columns.marks_at == 10 + text
    assert columns.notes == 0


def test_wider_labels_take_from_the_text():
    columns = columns_of(65, 5, READING)
    assert (columns.lanes_at, columns.text_at, columns.text, columns.marks_at) == (7, 11, 52, 64)


@pytest.mark.parametrize(("width", "text"), [(38, 33), (46, 41)])
def test_while_sorting_labels_stand_above_and_there_is_one_lane(width, text):
    columns = columns_of(width, 3, SORTING)
    assert columns.labels_above
    assert (columns.lanes_at, columns.lanes, columns.text_at, columns.text) == (2, 1, 4, text)


def test_zoomed_there_are_margin_notes_where_they_fit():
    columns = columns_of(120, 3, READING, zoomed=True, screen=120)
    assert (columns.text, columns.marks_at, columns.notes_at, columns.notes) == (66, 76, 79, 40)
    assert columns_of(80, 3, READING, zoomed=True, screen=80).notes == 0
    assert columns_of(100, 3, READING, zoomed=True, screen=100).notes == 29
    assert columns_of(240, 3, READING, zoomed=True, screen=240).text == 72


def test_very_wide_screens_have_notes_beside_the_three_panes():
    columns = columns_of(104, 3, READING, screen=190)
    assert columns.text == 63
    assert columns.notes_at + columns.notes <= 104
    assert columns.notes >= 27
    assert columns_of(103, 3, READING, screen=189).notes == 0
