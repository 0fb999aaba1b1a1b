"""Characters as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.graphemes import ceiling, floor, graphemes, outwards
from tui.model.text import Span

CASES = {
    "a letter with its accent": ("e\u0301a", ["e\u0301", "a"]),
    "a family is one": ("👩\u200d👩\u200d👧x", ["👩\u200d👩\u200d👧", "x"]),
    "flags go by two": ("🇸🇪🇳🇴a", ["🇸🇪", "🇳🇴", "a"]),
    "jamo make syllables": ("\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab", "\u1100\u116e\u11a8"]),
    "syllables stay apart": ("한국", ["한", "국"]),
    "a skin tone belongs to its hand": ("👍🏽!", ["👍🏽", "!"]),
    "a keycap": ("1\ufe0f\u20e32", ["1\ufe0f\u20e3", "2"]),
    "a line end of two": ("a\r\nb", ["a", "\r\n", "b"]),
    "a mark after a line end stands alone": ("a\n\u0301", ["a", "\n", "\u0301"]),
    "vowel signs": ("नमस्ते", ["न", "म", "स्", "ते"]),
    "a joiner between letters joins nothing": ("a\u200db", ["a\u200d", "b"]),
    "Swedish is plain": ("åäö – ”ja”", list("åäö – ”ja”")),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_text_falls_into_the_characters_a_reader_sees(text, expected):
    assert [text[start:end] for start, end in graphemes(text)] == expected


@given(st.text(alphabet="ae\u0301\u200d\ufe0f\u20e3👩👧🇸🇪\u1112\u1161\u11ab각\r\n 👍🏽"))
def test_graphemes_cover_the_text_without_gaps_and_agree_with_the_edges(text):
    found = graphemes(text)
    assert "".join(text[start:end] for start, end in found) == text
    for start, end in found:
        for position in range(start, end):
            assert floor(text, position) == start
            assert ceiling(text, position + 1) == end


def test_a_range_never_cuts_a_character():
    text = "ae\u0301\u0302b"
    assert outwards(text, 2, 3) == Span(1, 4)
    assert outwards(text, 0, 1) == Span(0, 1)
    assert outwards(text, 4, 5) == Span(4, 5)


def test_a_joiner_joins_only_what_follows_an_emoji() -> None:
    for text in ("x\u200d。", "x\u200d👧", "👧\u200d\u200d👧"):
        assert [text[start:end] for start, end in graphemes(text)] == [text[:-1], text[-1]]
    assert len(graphemes("👩🏽\u200d👧")) == 1
