"""Who speaks in a unit is named, also where it is no participant; choosing such a quotation says so."""

from __future__ import annotations

import pytest

from tests.builders import a_project, do, marked
from tui.model.edits.quotations import SetQuotation, choosing
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.speaking import speakers
from tui.reports.quotations import attribution, participants_in, speakers_of

TALK = "INT: Awesome. / L07: I will sit. / Break: Coffee. / L07: And explain."


@pytest.fixture
def project() -> Project:
    project = a_project(L07=TALK)
    source = project.need("sources", "L07")
    project.put("sources", "L07", {**source, "speakers": {**source["speakers"], "Break": {"role": "neither"}}})
    return project


def over(project: Project, *words: str) -> str:
    text, unit = project.transcript("L07").text, new_id()
    spans = [[text.index(each), text.index(each) + len(each)] for each in words]
    do(project, MarkUnit(unit, "L07", spans, "maria", ()))
    return unit


def named(project: Project, unit: str) -> list[str]:
    return [speaker.name for speaker in speakers(project, project.need("units", unit))]


def test_a_unit_over_a_question_and_its_answer_names_both(project: Project) -> None:
    unit = over(project, "Awesome.", "I will sit.")
    assert named(project, unit) == ["INT", "L07"]
    assert speakers_of(project, project.need("units", unit)) == "Interviewer, L07"
    assert participants_in(project, project.need("units", unit)) == "L07"


def test_what_is_no_speech_is_named_only_where_nobody_speaks(project: Project) -> None:
    assert named(project, over(project, "Coffee.", "And explain.")) == ["L07"]
    assert named(project, over(project, "Coffee.")) == ["Break"]


def test_an_interviewers_words_are_printed_as_the_interviewers(project: Project) -> None:
    unit = project.need("units", marked(project, "Awesome."))
    assert attribution(project, unit, locates=True) == "Interviewer (L07:1)"
    assert attribution(project, {**unit, "attribution": "Ada"}) == "Ada"


def test_choosing_a_quotation_in_which_no_participant_speaks_says_who_does(project: Project) -> None:
    asked, said = marked(project, "Awesome."), marked(project, "I will sit.")
    both = [asked, said]
    assert choosing(project, [asked]) is None
    assert choosing(project, both) == "choose 2 quotations: no participant speaks in 1 of them, but INT"
    assert do(project, SetQuotation(said, True)).sentence == "choose a quotation"
    assert do(project, SetQuotation(asked, True)).sentence == "choose a quotation: no participant speaks in it, but INT"
