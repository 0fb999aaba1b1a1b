"""Finding words in one transcript."""

import pytest

from tui.model.finding import found

TEXT = "He said: “Don’t wait!” We waited –\nand Waited."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("wait", ["wait", "wait", "Wait"]),
        ("don't", ["Don’t"]),
        ('"don', ["“Don"]),
        ("waited - and", ["waited –\nand"]),
        ("w.it", []),
        ("  ", []),
        ("said:  ", ["said:"]),
    ],
)
def test_words_are_found_whatever_their_case_quotes_dashes_and_line_ends(words, expected):
    assert [TEXT[start:end] for start, end in found(TEXT, words)] == expected
