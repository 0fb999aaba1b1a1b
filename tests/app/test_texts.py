"""Lines and longer texts being typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tui.app.field import Field
from tui.app.layout.pieces import cut, ends, filled, width_of, wrapped
from tui.app.long_text import LongText, wrapped_spans


def typed(text: LongText | Field, *keys: str) -> LongText | Field:
    for key in keys:
        text.press(key, key if len(key) == 1 else None)
    return text


def test_typing_goes_in_at_the_cursor() -> None:
    field = typed(Field.of("who sgns"), "left", "left", "left", "i")
    assert field.text == "who signs"


@pytest.mark.parametrize(
    ("keys", "text"),
    [(["backspace"], "who sign"), (["home", "delete"], "ho signs"), (["ctrl+u"], ""), (["ctrl+w"], "who")],
)
def test_keys_that_take_away(keys: list[str], text: str) -> None:
    assert typed(Field.of("who signs"), *keys).text.strip() == text


def test_what_is_pasted_into_a_line_stays_one_line_and_visible() -> None:
    field = Field()
    field.insert("who\nsigns\x1b]52;c;x\x07\tnow")
    assert field.text == "who signs]52;c;x now"


def test_a_long_line_shows_its_end_and_the_cursor() -> None:
    line = Field.of("a" * 90).line(20)
    assert width_of(line) <= 21
    assert ("…" + "a" * 18, "bright") in line


def test_a_key_that_is_none_for_a_field_is_left() -> None:
    assert not Field.of("x").press("ctrl+d", "\x04")


def test_enter_breaks_the_line_only_where_there_may_be_several() -> None:
    assert typed(LongText("a", 1), "enter", "b").text == "a\nb"
    assert not LongText("a", 1, several_lines=False).press("enter", "\r")


def test_up_and_down_go_by_the_lines_shown_and_keep_their_column() -> None:
    text = LongText("one two three four", 8, width=9)
    assert wrapped_spans(text.text, 9) == [(0, 8), (8, 14), (14, 18)]
    typed(text, "up", "down", "down")
    assert text.cursor == 14


def test_up_in_the_first_line_is_left_to_others() -> None:
    assert not LongText("one", 2).press("up", None)


@given(some.text(alphabet="ab \n日é", max_size=60), some.integers(2, 20))
@settings(max_examples=200, deadline=None)
def test_every_character_stands_in_one_line_and_no_line_is_too_wide(text: str, cells: int) -> None:
    spans = wrapped_spans(text, cells)
    assert "".join(text[start:end] for start, end in spans) == text.replace("\n", "")
    for start, end in spans:
        assert width_of([(text[start:end].rstrip(" "), "text")]) <= max(cells, 2)


@given(
    some.text(alphabet="ab \n", max_size=40),
    some.lists(
        some.sampled_from(
            [
                "up",
                "down",
                "left",
                "right",
                "home",
                "end",
                "x",
                "enter",
                "backspace",
                "ctrl+w",
                "ctrl+left",
                "ctrl+right",
            ]
        ),
        max_size=12,
    ),
)
@settings(max_examples=200, deadline=None)
def test_the_cursor_never_leaves_the_text(text: str, keys: list[str]) -> None:
    long = LongText(text, len(text), width=7)
    for key in keys:
        long.press(key, key if len(key) == 1 else None)
        assert 0 <= long.cursor <= len(long.text)
        assert any("cursor" in role for line in long.lines(7, True) for _, role in line)


@given(some.text(max_size=30), some.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_what_is_cut_fits(text: str, cells: int) -> None:
    assert width_of([(cut(text, cells), "text")]) <= cells


def test_both_ends_of_a_line_are_kept_where_they_fit() -> None:
    line = ends([("left", "text")], [("right", "muted")], 12)
    assert "".join(text for text, _ in line) == "left   right"
    assert width_of(filled([("日本", "text")], 3)) == 3


def test_a_word_longer_than_the_line_is_cut_up() -> None:
    assert wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
