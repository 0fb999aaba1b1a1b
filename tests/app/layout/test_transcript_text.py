"""The words of one screen line: what lies over them, and the cursor."""

from tests.dialogue import transcript_of
from tui.app.layout.transcript_text import CURSOR, LIT, MUTED, PLAIN, SELECTED, SELECTED_CURSOR, Overlay, painted
from tui.app.layout.wrap import Wrapping
from tui.model.reading import Reading

TEXT = "L07: abc de\u0301f 本g hijk"


def drawn(*overlays: Overlay, cursor: int | None = None, width: int = 30):
    wrapping = Wrapping(Reading(transcript_of(TEXT)), width)
    return painted(wrapping, wrapping.lines[0], PLAIN, overlays, cursor)


def test_a_plain_line_is_one_piece_and_says_how_wide_it_is():
    assert drawn() == ((("abc de\u0301f 本g hijk", PLAIN),), 16)


def test_later_overlays_lie_on_earlier_ones():
    pieces, _ = drawn(Overlay(MUTED, [(5, 10)]), Overlay(LIT, [(7, 12)]))
    assert pieces[:3] == (("ab", MUTED), ("c de\u0301", LIT), ("f 本g hijk", PLAIN))


def test_the_cursor_covers_a_whole_character_and_shows_when_it_is_selected():
    assert (("e\u0301", CURSOR)) in drawn(cursor=10)[0]
    assert (("本", SELECTED_CURSOR)) in drawn(Overlay(SELECTED, [(13, 16)]), cursor=14)[0]


def test_at_a_line_break_the_cursor_stands_behind_the_line():
    pieces, width = drawn(cursor=8, width=4)
    assert pieces == (("abc", PLAIN), (" ", CURSOR))
    assert width == 4
