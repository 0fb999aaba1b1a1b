"""Names: cleaned, compared, refused."""

import pytest

from tui.errors import Mistake
from tui.model.names import clean_name, folded, initials, one_line, prose


@pytest.mark.parametrize(
    ("given", "kept"),
    [("  a \n b\t", "a b"), ("cafe\u0301", "café"), ("a\x1b[31mb", "a [31mb"), ("a\u00a0b", "a b"), ("\u2028", "")],
)
def test_one_line_is_composed_and_has_single_spaces(given: str, kept: str) -> None:
    assert one_line(given) == kept


def test_names_are_compared_without_case_and_white_space() -> None:
    assert folded(" Straße\n 7") == folded("STRASSE 7")
    assert folded("cafe\u0301") == folded("CAFÉ")


def test_a_name_has_one_to_two_hundred_characters() -> None:
    assert clean_name("x" * 200, "code") == "x" * 200
    for name in ("", "\n", "x" * 201):
        with pytest.raises(Mistake, match=r"name of a code may have 200|A code needs a name"):
            clean_name(name, "code")


def test_prose_keeps_its_lines() -> None:
    assert prose(" a\r\nb\rc \n") == "a\nb\nc"


@pytest.mark.parametrize(
    ("name", "letters"), [("Lena Palm", "LP"), ("Jean-Luc de Vries", "JLD"), ("åsa", "Å"), ("“Kit” 7", "K7"), ("", "")]
)
def test_initials_are_of_the_first_three_words(name: str, letters: str) -> None:
    assert initials(name) == letters
