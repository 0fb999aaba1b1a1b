"""Names in narrow places are cut where it hurts least."""

import pytest
from rich.cells import cell_len

from tui.app.layout.names import attributed, fitted, named, over_lines


@pytest.mark.parametrize(
    ("name", "cells", "shown"),
    [
        ("who signs", 9, "who signs"),
        ("pilots that never end", 20, "pilots that never…"),
        ("nobody owns the whole", 20, "nobody owns the who…"),
        ("nobody owns the whole", 19, "nobody owns the…"),
        ("the enthusiast leaves", 19, "the enthusiast lea…"),
        ("distance to hospital", 17, "distance to hosp…"),
        ("afraid of the audit", 17, "afraid of the…"),
        ("afraid of the audit", 18, "afraid of the aud…"),
        ("evenings, weekends", 17, "evenings, weeken…"),
        ("language of the vendors", 18, "language of the…"),
        ("language of the vendors", 22, "language of the vendo…"),
        ("evenings, we", 10, "evenings…"),
        ("Unbelievablylong", 8, "Unbelie…"),
        ("ab", 1, "…"),
    ],
)
def test_a_name_is_cut_at_a_word_unless_that_loses_more_than_three_signs(name: str, cells: int, shown: str) -> None:
    assert fitted(name, cells) == shown


@pytest.mark.parametrize(
    "name", ["日本語の名前です", "a\u0301b\u0301c\u0301d\u0301", "who signs what and when", "👩‍⚕️ nurse"]
)
def test_a_cut_name_never_takes_more_than_its_cells(name: str) -> None:
    for cells in range(1, 30):
        assert cell_len(fitted(name, cells)) <= cells


def test_a_name_that_does_not_fit_gives_way_to_the_short_name() -> None:
    assert named("Conditions external to healthcare", "Conditions external", 20) == "Conditions external"
    assert named("Conditions external to healthcare", "Conditions external", 40) == "Conditions external to healthcare"
    assert named("Conditions external to healthcare", "Conditions external", 12) == "Conditions…"


def test_a_pile_without_a_name_says_so() -> None:
    assert named("", "", 20) == "unnamed"


def test_what_would_drive_the_terminal_is_shown_not_sent() -> None:
    assert "\x1b" not in fitted("a\x1b[2Jb", 20)


def test_a_name_over_several_lines_is_shown_in_full_or_says_that_it_goes_on() -> None:
    name = "Transformation of healthcare professions and healthcare practice"
    assert over_lines(name, 25) == ("Transformation of", "healthcare professions", "and healthcare practice")
    assert over_lines(name, 25, most=2) == ("Transformation of", "healthcare professions…")


def test_attributes_give_way_whole_before_a_name_is_cut() -> None:
    said = "Leader 12, quality developer, hospital"
    assert attributed(said, 40) == said
    assert attributed(said, 37) == "Leader 12, quality developer"
    assert attributed(said, 20) == "Leader 12"
    assert attributed(said, 5) == "Lead…"


def test_nobody_is_left_out_where_several_speak() -> None:
    assert attributed("Ann, nurse and Bo, doctor", 20) == "Ann, nurse and Bo,…"
