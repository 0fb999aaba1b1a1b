"""Nothing in a text may drive the terminal that shows it, and nothing moves."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.safe_text import is_safe, safe, safe_lines

HOSTILE = {
    "window title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "clear": "\x1b[2J",
    "eight-bit csi": "\x9b2J",
    "eight-bit osc": "\x9d0;owned\x9c",
    "device control": "\x1bPq\x1b\\",
    "nul and del": "a\x00b\x7f",
    "next line": "a\x85b",
    "separators": "a\u2028b\u2029c",
    "override": "a\u202eb\u202c",
    "isolate": "a\u2066b\u2069",
    "zero width": "a\u200bb\u200dc\u2060d\ufeffe",
    "tags": "a\U000e0041\U000e007f",
    "selectors that smuggle": "a\U000e0101\ufe05",
    "carriage return": "safe\roops",
    "lone surrogate": "a\ud800",
    "invisible letters": "a\u3164b\u115f",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_hostile_sequence_becomes_visible_and_keeps_its_length(text):
    shown = safe(text)
    assert len(shown) == len(text)
    assert shown != text
    assert shown.isprintable()
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in shown)
    shown.encode("utf-8")


def test_every_control_and_format_character_of_unicode_is_caught():
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            assert safe(character).isprintable(), hex(code)


def test_controls_get_the_picture_of_themselves():
    assert safe("\x1b[2J\t\n\x7f") == "␛[2J␉␊␡"


@pytest.mark.parametrize("text", ["plain", "åäö ”ja” – 3 €", "שלום", "日本語", "e\u0301", "non\u00a0breaking", ""])
def test_ordinary_text_of_any_language_stays_as_it_is(text):
    assert safe(text) is text
    assert is_safe(text)


@pytest.mark.parametrize("text", ["👩\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "می\u200cخواهم", "क्\u200dष"])
def test_joiners_and_selectors_stay_where_they_do_their_work(text):
    assert safe(text) == text


@given(st.text())
def test_making_safe_keeps_the_length_and_doing_it_again_changes_nothing(text):
    shown = safe(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    assert all(character not in shown for character in "\x1b\x9b\x9d\x07\r\n\u202e\u2066")


def test_text_of_several_lines_keeps_its_lines_and_tabs():
    assert safe_lines("a\tb\nc\x1b") == "a\tb\nc␛"
