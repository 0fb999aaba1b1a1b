"""Letters that come hard on one another: their line is painted at once, what they narrow when one pauses."""

from __future__ import annotations

from textual.geometry import Region

from tests.app.test_display import HEIGHT, WIDTH, update
from tui.app.display import Display
from tui.app.pace import PAUSE, Beat

LINE = Region(0, 0, WIDTH, 1)


def test_a_letter_behind_a_pause_is_painted_with_all_that_it_changes() -> None:
    assert Beat().key(5.0, LINE).part is None
    assert Beat(5.0).key(5.0 + PAUSE, LINE).part is None


def test_of_a_letter_hard_on_another_only_its_line_is_painted() -> None:
    assert Beat(5.0).key(5.0 + PAUSE / 2, LINE).part == LINE


def test_a_key_that_is_no_letter_is_painted_at_once_however_fast_it_comes() -> None:
    assert Beat(5.0, LINE).key(5.01, None).part is None


def test_what_was_left_out_is_painted_with_the_next_full_painting() -> None:
    display = Display()
    display.take(update([("wait", "text")], [("one", "text")]), WIDTH, HEIGHT)
    display.paint()
    display.take(update([("waits", "text")], [("two", "text")]), WIDTH, HEIGHT)
    only = display.paint(LINE)
    assert "s" in only
    assert "two" not in only
    assert "two" in display.paint()
    assert display.paint() == ""


def test_of_a_row_only_the_part_is_painted() -> None:
    display = Display()
    display.take(update([("text a  card a", "text")]), WIDTH, HEIGHT)
    display.paint()
    display.take(update([("text b  card b", "text")]), WIDTH, HEIGHT)
    assert display.paint(Region(8, 0, WIDTH - 8, 1)).endswith("b")
    assert display.paint().endswith("b")
    assert display.paint() == ""
