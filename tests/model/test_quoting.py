"""Quotations are verbatim but for what is marked, and an edited form belongs to the words it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_project, do, marked, undo
from tui.errors import Mistake
from tui.model.edits.project import SetSetting
from tui.model.edits.quotations import ArrangeQuotations, SetQuotation, WriteQuotation
from tui.model.edits.spans import ChangeSpans
from tui.model.project import Project
from tui.model.quoting import (
    CHANGED,
    DROPPED,
    LEFT_OUT,
    PUT_IN,
    Departure,
    as_kept,
    departures,
    is_outdated,
    printed,
    unmarked,
)

SPOKEN = "Well, since then nobody goes alone. One of us asks, you know, and they answer."


def quoted(words: str = SPOKEN) -> tuple[Project, str]:
    project = a_project("- alone", L09=f"INT: And? / L09: {words} So it is.")
    return project, marked(project, words, "alone")


@pytest.mark.parametrize(
    ("edited", "why_not"),
    [
        (SPOKEN, ""),
        ("Since then nobody goes alone.", ""),
        ("[S]ince then nobody goes alone // they answer.", ""),
        ("[In our region] nobody goes alone; one of us asks […] and they answer!", ""),
        ("NOBODY goes alone", ""),
        ("Since then no one goes alone.", "no"),
        ("They answer. One of us asks.", "one"),
        ("Since then nobody goes alone [...] and they answered", "answered"),
        ("[a] [[b]] nobody", ""),
    ],
)
def test_only_what_stands_in_brackets_may_be_added_to_what_was_said(edited: str, why_not: str) -> None:
    assert unmarked(SPOKEN, as_kept(edited)) == why_not


def test_words_that_were_not_said_are_refused_with_the_way_out() -> None:
    project, unit = quoted()
    with pytest.raises(Mistake, match=r"“no” was not said there: put what you add in \[brackets\], and // where"):
        do(project, WriteQuotation(unit, edited="Since then no one goes alone."))


def test_the_mark_of_words_left_out_is_the_projects_whichever_was_typed() -> None:
    project, unit = quoted()
    for typed in ("nobody goes alone // they answer", "nobody goes alone [...] they answer"):
        do(project, WriteQuotation(unit, edited=typed))
        assert printed(project, project.need("units", unit)) == "nobody goes alone // they answer"
    do(project, SetSetting("omission", "[…]"))
    assert printed(project, project.need("units", unit)) == "nobody goes alone […] they answer"


def test_an_edited_form_is_not_printed_for_other_words_than_it_was_made_from() -> None:
    project, unit = quoted()
    do(project, WriteQuotation(unit, edited="Nobody goes alone."))
    start, end = project.need("units", unit)["spans"][0]
    moved = do(project, ChangeSpans(unit, [[start, end + 10]]))
    assert is_outdated(project, project.need("units", unit))
    assert printed(project, project.need("units", unit)) == f"{SPOKEN} So it is."
    undo(project, moved)
    assert not is_outdated(project, project.need("units", unit))
    assert printed(project, project.need("units", unit)) == "Nobody goes alone."


def test_the_very_words_are_no_edited_form() -> None:
    project, unit = quoted()
    do(project, WriteQuotation(unit, edited="Nobody goes alone."))
    do(project, WriteQuotation(unit, edited=SPOKEN))
    assert "edited" not in project.need("units", unit)
    assert "edited_from" not in project.need("units", unit)


def test_every_departure_is_known() -> None:
    edited = as_kept("[S]ince then nobody [in the four] goes alone. // they answer.")
    assert departures(SPOKEN, edited) == [
        Departure(CHANGED, "Well, since", "[S]ince"),
        Departure(PUT_IN, "", "[in the four]"),
        Departure(DROPPED, "One of us asks, you know, and", LEFT_OUT),
    ]
    assert departures(SPOKEN, SPOKEN) == []


WORDS = st.lists(st.sampled_from(["one", "two", "three", "don’t", "Four", "[five]"]), max_size=12)


@given(WORDS, WORDS)
def test_departures_lead_from_what_was_said_to_what_is_printed(before: list[str], after: list[str]) -> None:
    left, written = list(before), []
    for departure in departures(" ".join(before), " ".join(after)):
        for word in departure.before.split():
            assert word in left
    for departure in departures(" ".join(before), " ".join(after)):
        written += departure.after.split()
    assert (before == after) == (departures(" ".join(before), " ".join(after)) == [])
    assert all(word in after for word in written)


@given(st.lists(st.booleans(), min_size=len(SPOKEN.split()), max_size=len(SPOKEN.split())))
def test_leaving_words_out_never_needs_a_bracket(is_kept: list[bool]) -> None:
    kept = [word for word, stays in zip(SPOKEN.split(), is_kept, strict=True) if stays]
    assert unmarked(SPOKEN, as_kept(" // ".join(kept))) == ""


def test_a_translation_names_who_made_it_and_when() -> None:
    project, unit = quoted()
    do(project, WriteQuotation(unit, translation="Ensam går ingen.", translator="Ida Moe", translated="2026-08"))
    document = project.need("units", unit)
    assert (document["translator"], document["translated"]) == ("Ida Moe", "2026-08")
    with pytest.raises(Mistake, match="A date is written"):
        do(project, WriteQuotation(unit, translated="in August"))


def test_quotations_stand_in_the_order_somebody_gave_them() -> None:
    project, unit = quoted()
    code = project.codebook.codes()[0]
    other = marked(project, "So it is.", "alone")
    do(project, SetQuotation(unit, on=True), SetQuotation(other, on=True))
    done = do(project, ArrangeQuotations(code, [other, unit]))
    assert project.codebook.nodes[code].document["quotations"] == [other, unit]
    assert done.sentence == "arrange the quotations of alone"
    do(project, ArrangeQuotations(code, []))
    assert "quotations" not in project.codebook.nodes[code].document
