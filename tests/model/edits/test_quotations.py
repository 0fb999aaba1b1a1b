"""Edits of quotations and anchor examples."""

import pytest

from tests.builders import CODEBOOK, a_project, do, marked, node
from tui.errors import Mistake
from tui.model.edits.quotations import ChooseAnchor, SetQuotation, WriteQuotation
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


def test_a_quotation_taken_off_keeps_its_words(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    do(project, SetQuotation(unit, on=True), WriteQuotation(unit, edited="The doctor decides.", translation="Läkaren."))
    do(project, SetQuotation(unit, on=False))
    document = project.need("units", unit)
    assert "quoted" not in document
    assert (document["edited"], document["translation"]) == ("The doctor decides.", "Läkaren.")


def test_what_is_not_given_stays_and_no_words_clear(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    do(project, WriteQuotation(unit, edited="the doctor [there]", attribution="a leader"))
    do(project, WriteQuotation(unit, edited=""))
    document = project.need("units", unit)
    assert "edited" not in document
    assert document["attribution"] == "a leader"


def test_with_a_translation_go_who_made_it_and_when(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    do(project, WriteQuotation(unit, translation="Läkaren.", translator="Ida", translated="2026-03-01"))
    do(project, WriteQuotation(unit, attribution="", translation=""))
    assert not {"translation", "translator", "translated"} & project.need("units", unit).keys()
    do(project, WriteQuotation(unit, translation="", translator="Ida", translated="2026-03-01"))
    assert not {"translator", "translated"} & project.need("units", unit).keys()


def test_an_example_belongs_under_its_node(project: Project) -> None:
    unit = marked(project, "the doctor decides", "who signs")
    for path in ("who signs", "Liability", "Conditions"):
        chosen = do(project, ChooseAnchor(node(project, path), unit, "typical"))
        assert chosen.sentence == f"choose a typical example of {path}"
    with pytest.raises(Mistake, match="no code under Resources"):
        do(project, ChooseAnchor(node(project, "Resources"), unit, "typical"))
    with pytest.raises(Mistake, match="typical or borderline"):
        do(project, ChooseAnchor(node(project, "who signs"), unit, "odd"))


def test_an_example_is_taken_away_also_when_its_unit_has_moved_on(project: Project) -> None:
    unit = marked(project, "the doctor decides", "who signs")
    code = node(project, "who signs")
    do(project, ChooseAnchor(code, unit, "borderline"))
    do(project, ChooseAnchor(code, unit, None))
    assert "anchors" not in project.codebook.nodes[code].document
