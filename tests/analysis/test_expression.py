"""Users' regular expressions run where they can be stopped, and are."""

from __future__ import annotations

import time

import pytest

from tui.analysis import expression
from tui.analysis.expression import Expression
from tui.errors import Mistake


def test_matches_are_ranges_and_none_is_empty() -> None:
    with Expression(r"\bdoc\w*|x*", ignores_case=True) as search:
        assert list(search.matches("Doctor, a doc")) == [(0, 6), (10, 13)]
        assert list(search.matches("")) == []
        assert list(search.matches("é\u2028\ndoc")) == [(3, 6)]


def test_a_caret_stands_for_the_beginning_of_a_turn() -> None:
    with Expression("^a", ignores_case=False) as search:
        assert list(search.matches("a a\na")) == [(0, 1), (4, 5)]


@pytest.mark.parametrize("wrong", ["(", "[a", "*", "(?P<a>", "a{99999999999999999999}"])
def test_what_is_no_expression_is_said_with_its_reason(wrong: str) -> None:
    with pytest.raises(Mistake, match="is not a regular expression"):
        Expression(wrong, ignores_case=True)


def test_a_runaway_expression_is_stopped_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression, "PATIENCE", 0.2)
    began = time.monotonic()
    with Expression("(a+)+$", ignores_case=True) as search, pytest.raises(Mistake, match="was stopped"):
        list(search.matches("a" * 40 + "b"))
    assert time.monotonic() - began < 2


def test_a_long_text_with_many_matches_comes_back_whole() -> None:
    with Expression("a", ignores_case=True) as search:
        assert len(list(search.matches("ab" * 200_000))) == 200_000
