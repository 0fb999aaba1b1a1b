"""Letters that come hard on one another: their line is painted at once, what they narrow when one pauses."""

from __future__ import annotations

from tests.app.test_display import HEIGHT, WIDTH, update
from tui.app.display import Display
from tui.app.pace import PAUSE, Beat


def test_a_letter_behind_a_pause_is_painted_with_all_that_it_changes() -> None:
    assert Beat().key(5.0, 7).row is None
    assert Beat(5.0).key(5.0 + PAUSE, 7).row is None


def test_of_a_letter_hard_on_another_only_its_line_is_painted() -> None:
    assert Beat(5.0).key(5.0 + PAUSE / 2, 7).row == 7


def test_a_key_that_is_no_letter_is_painted_at_once_however_fast_it_comes() -> None:
    assert Beat(5.0, 7).key(5.01, None).row is None


def test_what_was_left_out_is_painted_with_the_next_full_painting() -> None:
    display = Display()
    display.take(update([("wait", "text")], [("one", "text")]), WIDTH, HEIGHT)
    display.paint()
    display.take(update([("waits", "text")], [("two", "text")]), WIDTH, HEIGHT)
    only = display.paint(0)
    assert "s" in only
    assert "two" not in only
    assert "two" in display.paint()
    assert display.paint() == ""
