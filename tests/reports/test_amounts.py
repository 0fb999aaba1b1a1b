"""Amounts in numbers, and in words where a project must not print small numbers."""

from __future__ import annotations

import pytest

from tests.reports.study import Study
from tui.model.project import Project
from tui.reports.amounts import amount, in_cell, of_participants, of_units, sentence


def project_of(participants: int, **settings: object) -> Project:
    study = Study(**settings)
    study.tables["participants"] = {f"p{n}": {"id": f"p{n}", "name": f"Leader {n}"} for n in range(participants)}
    study.tables["sources"] = {
        f"s{n}": {"id": f"s{n}", "name": f"L{n}", "turns": [[0, 0, 9, None]], "participant": f"p{n}"}
        for n in range(participants)
    }
    return study.project()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no leaders"),
        (1, "a few leaders"),
        (5, "a few leaders"),
        (6, "some leaders"),
        (13, "some leaders"),
        (14, "most leaders"),
        (25, "most leaders"),
        (26, "all leaders"),
    ],
)
def test_words_follow_the_share_of_all_participants(number: int, words: str) -> None:
    assert of_participants(project_of(26, counts="words", participants_word="leaders"), number) == words


def test_numbers_name_the_whole() -> None:
    assert of_participants(project_of(26, participants_word="leaders"), 19) == "19 of 26 leaders"
    assert of_participants(project_of(1200), 1100) == "1,100 of 1,200 participants"


@pytest.mark.parametrize("counts", ["numbers", "words"])
def test_where_no_participants_are_known_none_are_counted(counts: str) -> None:
    project = project_of(0, counts=counts)
    assert of_participants(project, 0) == ""
    assert amount(project, "nowhere") == ("0 units" if counts == "numbers" else "")


@pytest.mark.parametrize(
    ("words", "becomes"),
    [
        ("who signs", "Who signs."),
        ("Why?", "Why?"),
        (" ", ""),
        ("élan…", "Élan…"),
        ("ß", "ß."),
        ("said “no.”", "Said “no.”"),
        ("some (not all)", "Some (not all)."),
    ],
)
def test_a_sentence_begins_large_and_ends_once(words: str, becomes: str) -> None:
    assert sentence(words) == becomes


def test_who_speaks_in_no_source_is_not_among_the_participants_counted() -> None:
    project = project_of(3)
    project.put("participants", "p9", {"id": "p9", "name": "Leader 9"})
    assert of_participants(project, 2) == "2 of 3 participants"
    project.put("sources", "s9", {"id": "s9", "name": "L9", "turns": [[0, 0, 9, None]], "participant": "p9"})
    assert of_participants(project, 2) == "2 of 4 participants"
    project.put("sources", "s0", {**project.tables["sources"]["s0"], "removed": True})
    assert of_participants(project, 2) == "2 of 3 participants"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "fewer than 5 of 26 leaders"),
        (4, "fewer than 5 of 26 leaders"),
        (5, "5 of 26 leaders"),
        (21, "21 of 26 leaders"),
        (22, "more than 21 of 26 leaders"),
        (26, "more than 21 of 26 leaders"),
    ],
)
def test_no_count_below_the_least_is_shown_nor_what_is_left_of_the_whole(number: int, said: str) -> None:
    assert of_participants(project_of(26, participants_word="leaders", least_shown=5), number) == said


def test_units_and_cells_keep_to_the_least_too() -> None:
    project = project_of(26, least_shown=10)
    assert [of_units(project, number) for number in (0, 9, 10, 1204)] == [
        *("fewer than 10 units", "fewer than 10 units", "10 units", "1,204 units")
    ]
    assert [in_cell(project, number) for number in (0, 9, 10, 1204)] == ["<10", "<10", "10", "1,204"]


def test_the_project_says_which_words_stand_for_which_share() -> None:
    words = [["hardly any", 0], ["half", 40], ["nearly all", 80]]
    project = project_of(10, counts="words", amount_words=words)
    said = [of_participants(project, number) for number in (0, 1, 4, 5, 8, 9, 10)]
    assert said == [
        *("no participants", "hardly any participants", "hardly any participants", "half participants"),
        *("half participants", "nearly all participants", "all participants"),
    ]
    project = project_of(10, counts="words", amount_words=words, least_shown=3)
    assert [of_participants(project, number) for number in (0, 10)] == [
        *("hardly any participants", "nearly all participants")
    ]
