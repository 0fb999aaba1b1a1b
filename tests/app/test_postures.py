"""The frame of the main screen at every size."""

from __future__ import annotations

import pytest

from tui.app.layout.postures import PANES, shape_of, sheet_box


def widths(columns: int, focus: str) -> list[int | str]:
    return ["strip" if column.strip else column.width for column in shape_of(columns, 40, focus).columns]


@pytest.mark.parametrize(
    ("columns", "focus", "expected"),
    [
        (80, "transcript", [72, "strip", "strip"]),
        (80, "codebook", ["strip", 72, "strip"]),
        (80, "board", ["strip", "strip", 72]),
        (100, "transcript", [67, 28, "strip"]),
        (119, "codebook", ["strip", 111, "strip"]),
        (120, "transcript", [65, 29, 24]),
        (120, "codebook", [65, 29, 24]),
        (120, "board", [38, "strip", 77]),
        (150, "transcript", [64, 30, 54]),
        (150, "board", [46, 29, 73]),
        (200, "transcript", [114, 30, 54]),
    ],
)
def test_the_panes_have_the_widths_of_their_posture(columns: int, focus: str, expected: list[int | str]) -> None:
    assert widths(columns, focus) == expected


@pytest.mark.parametrize("columns", range(80, 201, 7))
@pytest.mark.parametrize("focus", PANES)
def test_panes_and_rules_fill_the_screen_in_their_order(columns: int, focus: str) -> None:
    shape = shape_of(columns, 30, focus)
    assert [column.pane for column in shape.columns] == list(PANES)
    x = 0
    for column in shape.columns:
        assert column.x == x
        x += column.width + 1
    assert x - 1 == columns


def test_from_120_columns_the_codebook_moves_nothing() -> None:
    assert shape_of(120, 40, "transcript").columns == shape_of(120, 40, "codebook").columns


@pytest.mark.parametrize(
    ("rows", "focus", "foot", "rule"),
    [(24, "transcript", 3, 19), (24, "board", 4, 18), (40, "codebook", 4, 33), (40, "board", 5, 32)],
)
def test_foot_and_rule_stand_where_they_should(rows: int, focus: str, foot: int, rule: int) -> None:
    shape = shape_of(120, rows, focus)
    assert (shape.foot_rows, shape.rule_row) == (foot, rule)


def test_zoom_gives_one_pane_everything() -> None:
    shape = shape_of(80, 24, "board", zoomed=True)
    assert [(column.pane, column.x, column.width) for column in shape.columns] == [("board", 0, 80)]
    assert shape.column("transcript") is None


def test_a_sheet_lies_on_codebook_and_board_or_at_the_bottom() -> None:
    wide, small = sheet_box(120, 40, 11, 66), sheet_box(80, 24, 11, 8)
    assert (wide.x, wide.y, wide.width, wide.y + wide.height) == (66, 1, 54, 38)
    assert (small.x, small.width, small.height, small.y + small.height) == (0, 80, 11, 23)


@pytest.mark.parametrize("rows", range(16, 30))
def test_a_sheet_always_leaves_header_text_and_key_line(rows: int) -> None:
    box = sheet_box(80, rows, 14)
    assert box.y >= 3
    assert box.y + box.height == rows - 1
