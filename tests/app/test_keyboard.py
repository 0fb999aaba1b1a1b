"""Keys as bytes: none is lost, none is taken for another."""

from __future__ import annotations

import pytest

from tui.app.keyboard import Keyboard


def typed(*packets: str) -> list[str]:
    keyboard = Keyboard()
    return [
        each.text if each.kind != "paste" else f"paste:{each.text}"
        for packet in packets
        for each in keyboard.feed(packet)
    ]


def test_escape_and_a_key_in_one_packet_are_two_keys() -> None:
    assert typed("\x1b.") == ["\x1b", "."]


@pytest.mark.parametrize("key", ["P", "]", "_", "a", "\r", "1", "\x7f", "é"])
def test_escape_before_any_key_is_neither_lost_nor_alt(key: str) -> None:
    assert typed(f"\x1b{key}") == ["\x1b", key]


def test_two_escapes_are_two() -> None:
    assert typed("\x1b\x1b.", "x") == ["\x1b", "\x1b", ".", "x"]


@pytest.mark.parametrize(
    "whole", ["\x1b[A", "\x1bOA", "\x1b[5~", "\x1b[1;5C", "\x1b[<0;12;7M", "\x1b[[A", "\x1b[M !!", "\x1b[?2026;2$y"]
)
def test_a_sequence_is_whole_however_it_is_cut(whole: str) -> None:
    assert typed(whole) == [whole]
    assert typed(*whole) == [whole]
    for at in range(1, len(whole)):
        assert typed(whole[:at], whole[at:] + "j") == [whole, "j"]


def test_an_escape_alone_is_the_key_after_a_while() -> None:
    keyboard = Keyboard()
    assert not list(keyboard.feed("\x1b"))
    assert keyboard.waits_for_more
    assert [each.text for each in keyboard.alone()] == ["\x1b"]
    assert not keyboard.waits_for_more
    assert [each.text for each in keyboard.feed(".")] == ["."]


def test_a_slow_sequence_is_still_one_after_its_escape_was_given() -> None:
    keyboard = Keyboard()
    list(keyboard.feed("\x1b"))
    list(keyboard.alone())
    assert [each.text for each in keyboard.feed("[")] == []
    assert [each.text for each in keyboard.feed("Aj")] == ["\x1b[A", "j"]


def test_pasted_text_is_one_thing_whatever_is_in_it() -> None:
    assert typed("x\x1b[200~a\x1b[A\nq\x1b[201~y") == ["x", "paste:a\x1b[A\nq", "y"]
    assert typed("\x1b[200~cut ", "in the mid", "dle\x1b[20", "1~") == ["paste:cut in the middle"]


def test_a_sequence_that_breaks_off_does_not_swallow_the_next() -> None:
    assert typed("\x1b[1;\x1b[Bj")[-2:] == ["\x1b[B", "j"]
