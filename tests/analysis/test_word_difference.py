"""Two wordings compared word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.word_difference import Run, compared

WORDS = st.lists(st.sampled_from(["the", "doctor", "signs", "and", "a", "tool", "decides"]), max_size=14).map(" ".join)


def test_what_went_and_what_is_new_is_told_apart_from_what_stays() -> None:
    old, new = compared("Who stands for it in the end.", "Who stands for it by name.")
    assert old == [Run(("Who", "stands", "for", "it"), False), Run(("in", "the", "end."), True)]
    assert new == [Run(("Who", "stands", "for", "it"), False), Run(("by", "name."), True)]


def test_a_lone_word_between_changes_counts_as_changed_with_them() -> None:
    old, _ = compared("first of all the doctor signs", "then came the nurse signs")
    assert old == [Run(("first", "of", "all", "the", "doctor"), True), Run(("signs",), False)]


def test_white_space_is_no_difference() -> None:
    old, new = compared("a  b\n\nc", "a b c")
    assert old == new == [Run(("a", "b", "c"), False)]


def test_something_beside_nothing_is_all_new() -> None:
    assert compared("", "a b") == ([], [Run(("a", "b"), True)])


@given(WORDS, WORDS)
def test_joined_the_runs_give_back_both_wordings(old: str, new: str) -> None:
    for words, runs in zip((old, new), compared(old, new), strict=True):
        assert " ".join(word for run in runs for word in run.words) == words
        assert all(run.words for run in runs)
        assert all(one.is_changed is not other.is_changed for one, other in pairwise(runs))
