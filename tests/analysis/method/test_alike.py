"""Likeness by spelling, and finding what is alike among many without comparing all with all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.method.alike import likeness, pairs_alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("pilot", "pilots", True),
        ("who signs", "Who sign", True),
        ("burden of proof", "proof, the burden of", True),
        ("trust", "distrust", False),
        ("internal", "external", False),
        ("year 1", "year 2", False),
        ("wartet auf jemanden", "wartete auf jemanden", True),
        ("", "", False),
    ],
)
def test_labels_are_alike_by_their_letters_whatever_their_order_and_case(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= 0.75) is alike
    assert likeness(one, other) == likeness(other, one)


words = st.text(alphabet="abc 1", max_size=12)


@given(st.dictionaries(st.text(alphabet="xyz", min_size=1, max_size=3), words, max_size=12))
def test_pairs_are_those_that_comparing_all_with_all_would_give(texts: dict[str, str]) -> None:
    found = {frozenset(pair[1:]): pair[0] for pair in pairs_alike(texts, 0.6) if pair is not None}
    keys = sorted(texts)
    whole = {
        frozenset((one, other)): likeness(texts[one], texts[other])
        for number, one in enumerate(keys)
        for other in keys[number + 1 :]
    }
    assert found == {pair: alike for pair, alike in whole.items() if alike >= 0.6}


def test_two_thousand_labels_beside_each_other_take_no_time() -> None:
    syllables = ("sig", "tru", "wai", "box", "law", "pay", "ask", "own", "tim", "new", "old", "far", "aid", "pro")
    texts = {
        str(number): " ".join(syllables[number // 14**digit % 14] + syllables[number % 13] for digit in range(3))
        for number in range(2_000)
    }
    began = time.perf_counter()
    longest = last = 0.0
    for _ in pairs_alike(texts, 0.75):
        longest = max(longest, time.perf_counter() - last) if last else 0.0
        last = time.perf_counter()
    assert time.perf_counter() - began < 3
    assert longest < 0.25
