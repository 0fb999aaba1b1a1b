"""Facts and settings of a project in words: what is said can be typed, and what cannot be is refused by name."""

from __future__ import annotations

import pytest

from tests.builders import a_project, do
from tui.errors import Mistake
from tui.model.edits.project import AddCoder
from tui.model.project import DEFAULTS, Project
from tui.model.settings import FACTS, SETTINGS, said, setting_typed


@pytest.fixture
def project() -> Project:
    made = a_project()
    do(made, AddCoder("lena-palm", "Lena Palm", "LP"))
    return made


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("counted", "Lena Palm", "Lena Palm"),
        ("counted", "lena", "Lena Palm"),
        ("counted", "All", "all"),
        ("omission", "[…]", "[…]"),
        ("uncovered_words", " 9 ", "9"),
        ("participants_word", "leaders", "leaders"),
        ("counts", "words", "words"),
        ("reasons", "no", "no"),
        ("invited", "31", "31"),
        ("stance", "Latent", "latent"),
    ],
)
def test_what_is_typed_is_kept_and_said_again(project: Project, key: str, typed: str, kept: str) -> None:
    do(project, setting_typed(project, key, typed))
    assert said(project, key) == kept


@pytest.mark.parametrize("key", [*FACTS, *SETTINGS])
def test_what_is_said_means_what_is_there(project: Project, key: str) -> None:
    before = said(project, key)
    do(project, setting_typed(project, key, before))
    assert said(project, key) == before


def test_nothing_typed_takes_the_default_back(project: Project) -> None:
    do(project, setting_typed(project, "reasons", "no"))
    do(project, setting_typed(project, "reasons", " "))
    assert said(project, "reasons") == "yes"


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("invited", "1.5", "Invited is a whole number, not “1.5”"),
        ("uncovered_words", "²", "Uncovered words is a whole number"),
        ("counts", "some", "Counts is numbers or words, not “some”"),
        ("reasons", "perhaps", "Reasons is yes or no"),
        ("counted", "Nobody", "Nobody"),
        ("title", "", "needs a title"),
        ("amount_words", "most 50, a few 0", "go up"),
        ("amount_words", "a few, most 50", "Per cent in amount words is a whole number"),
        ("amount_words", "a few 0, most 100", "below 100"),
        ("least_shown", "-1", "Least shown is a whole number"),
        ("colour", "red", "no setting “colour”.*title.*reasons"),
    ],
)
def test_what_cannot_be_is_refused_by_name(project: Project, key: str, typed: str, why: str) -> None:
    with pytest.raises(Mistake, match=why):
        do(project, setting_typed(project, key, typed))


def test_words_for_shares_are_typed_with_the_per_cent_above_which_they_hold(project: Project) -> None:
    do(project, setting_typed(project, "amount_words", "hardly any 0, about half 40%,nearly all  85"))
    assert project.setting("amount_words") == [["hardly any", 0], ["about half", 40], ["nearly all", 85]]
    assert said(project, "amount_words") == "hardly any 0, about half 40, nearly all 85"


def test_every_setting_can_be_made_but_what_says_that_a_project_is_fiction() -> None:
    assert set(DEFAULTS) - set(SETTINGS) == {"fiction"}
