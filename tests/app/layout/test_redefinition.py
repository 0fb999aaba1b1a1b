"""An older definition beside the present one: what changed stands in brackets, and no line is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.glyphs import ASCII, FULL
from tui.app.layout.pieces import Line, width_of
from tui.app.layout.redefinition import redefinition_lines
from tui.model.safe_text import safe

OLDER = {"definition": "Who stands for it in the end.", "include": "the pen"}
PRESENT = {"definition": "Who stands for it by name.", "include": "the pen", "exclude": "who bought the pen"}


def said(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_on_a_wide_screen_the_two_stand_beside_each_other() -> None:
    assert said(redefinition_lines(OLDER, PRESENT, 120, 20, FULL)) == [
        "           as it was                                              as it is now",
        " brief     Who stands for it [in the end.]                        Who stands for it [by name.]",
        " use for   the same                                               the pen",
        " not for                                                          [who bought the pen]",
    ]


def test_on_a_narrow_one_under_each_other() -> None:
    assert said(redefinition_lines(OLDER, PRESENT, 80, 20, FULL)) == [
        " brief     was  Who stands for it [in the end.]",
        "           now  Who stands for it [by name.]",
        " use for        the pen",
        " not for   now  [who bought the pen]",
    ]


@pytest.mark.parametrize("width", [80, 120])
def test_what_changed_is_underlined_as_one(width: int) -> None:
    lines = redefinition_lines(OLDER, PRESENT, width, 20, FULL)
    assert [text for line in lines for text, role in line if role == "match"] == [
        "[in the end.]",
        "[by name.]",
        "[who bought the pen]",
    ]


@pytest.mark.parametrize("width", [80, 120])
def test_texts_that_are_not_kept_are_said_not_to_be(width: int) -> None:
    lines = said(redefinition_lines({}, PRESENT, width, 20, FULL))
    assert "as it was: not kept" in lines[0]
    assert any("Who stands for it by name." in line for line in lines)
    assert not any("[" in line for line in lines)


def test_more_than_there_is_room_for_is_said_to_be_on_the_card() -> None:
    lines = said(redefinition_lines({"full": "a " * 400 + "b"}, {"full": "c " * 400}, 80, 6, ASCII))
    assert len(lines) == 6
    assert lines[-1].endswith("e: the whole card")


def test_of_a_long_run_that_stayed_the_ends_are_shown() -> None:
    same = " ".join(f"w{number}" for number in range(60))
    lines = " ".join(said(redefinition_lines({"full": f"{same} old"}, {"full": f"{same} new"}, 80, 20, FULL)))
    assert "w0" in lines
    assert "w59" in lines
    assert "w30" not in lines


TEXTS = st.text(st.characters(codec="utf-8"), max_size=200)


@given(TEXTS, TEXTS, st.sampled_from([80, 99, 100, 120, 200]))
def test_no_line_is_wider_than_the_screen(old: str, new: str, width: int) -> None:
    lines = redefinition_lines({"definition": old, "full": "x" * 300}, {"definition": new}, width, 30, FULL)
    assert all(width_of(line) <= width for line in lines)
    assert all(safe(text) == text for line in lines for text, _ in line)
