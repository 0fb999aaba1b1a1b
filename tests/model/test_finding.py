"""Finding words in one transcript."""

import pytest

from tui.model.finding import found

TEXT = "He said: “Don’t wait!” We waited –\nand Waited."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("wait", ["wait", "wait", "Wait"]),
        ("Wait", ["Wait"]),
        ("don't", ["Don’t"]),
        ('"don', ["“Don"]),
        ("waited - and", ["waited –\nand"]),
        ("w.it", []),
        ("  ", []),
        ("said:  ", ["said:"]),
    ],
)
def test_words_are_found_whatever_their_quotes_dashes_and_line_ends_and_a_capital_means_itself(words, expected):
    assert [TEXT[start:end] for start, end in found(TEXT, words)] == expected
