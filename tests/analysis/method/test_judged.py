"""What is accepted stays accepted while it is the same, whatever it is called."""

from __future__ import annotations

import pytest

from tests.analysis.method.faults import FAULTS
from tests.analysis.method.sound import found, put, sound_project, units_of
from tests.builders import do, node
from tui.analysis.method.finding import Finding
from tui.analysis.method.judged import Judged, judged, named
from tui.errors import Mistake
from tui.model.edits.accepting import AcceptFinding, TakeAcceptanceBack
from tui.model.edits.codebook import RenameNode
from tui.model.edits.sources import RenameSource
from tui.model.edits.units import Condense
from tui.model.ids import new_id
from tui.model.project import Project


def planted(rule: str) -> tuple[Project, Finding]:
    """Return the sound project with a fault, and what is found."""
    project = sound_project()
    FAULTS[rule](project)
    return project, found(project)[0]


def accept(project: Project, finding: Finding, reason: str = "It may stand.") -> None:
    """Accept a finding."""
    do(
        project,
        AcceptFinding(new_id(), finding.rule, finding.key, finding.stands_on, reason, "maria", finding.called),
    )


def now(project: Project) -> Judged:
    """Return what is found now, with what was accepted of it."""
    return judged(project, found(project))[0]


@pytest.mark.parametrize("rule", FAULTS)
def test_every_finding_can_be_accepted_and_is_the_same_when_it_is_looked_for_again(rule: str) -> None:
    project, finding = planted(rule)
    accept(project, finding)
    assert found(project) == [finding]
    assert (now(project).is_open, now(project).reason) == (False, "It may stand.")


@pytest.mark.parametrize("rule", ["no-definition", "one-voice", "unknown-speaker", "unsorted", "mixed-levels"])
def test_an_acceptance_survives_other_names(rule: str) -> None:
    project, finding = planted(rule)
    accept(project, finding)
    for number, each in enumerate(list(project.codebook.nodes)):
        do(project, RenameNode(each, f"{'abcdefghijklmnop'[number] * 9}"))
    do(project, RenameSource("L07", "Interview seven"))
    assert [one.is_open for one in judged(project, found(project, rule))] == [False]


def test_it_lapses_when_what_was_accepted_becomes_something_else() -> None:
    project, finding = planted("longer-than-unit")
    accept(project, finding)
    do(project, Condense(finding.spot.id, "we are all to learn it in our own very short lunch breaks"))
    assert now(project).is_open
    assert now(project).lapsed
    do(project, Condense(finding.spot.id, "we are all to learn it in our own short lunch breaks"))
    assert not now(project).is_open


def test_accepting_again_changes_the_reason_and_makes_it_hold_again() -> None:
    project, finding = planted("longer-than-unit")
    accept(project, finding)
    do(project, Condense(finding.spot.id, "we are all to learn it in our own very short lunch breaks"))
    accept(project, found(project)[0], "It is how she says it.")
    assert (now(project).is_open, now(project).reason) == (False, "It is how she says it.")
    assert len(list(project.alive("accepted"))) == 1


def test_an_acceptance_is_taken_back_also_where_two_coders_wrote_one_apart() -> None:
    project, finding = planted("uncoded")
    accept(project, finding)
    put(project, "accepted", new_id(), rule=finding.rule, key=finding.key, stands_on=finding.stands_on, coder="jon")
    do(project, TakeAcceptanceBack(finding.rule, finding.key, finding.called))
    assert now(project).acceptance is None
    with pytest.raises(Mistake, match="not accepted"):
        do(project, TakeAcceptanceBack(finding.rule, finding.key, finding.called))


def test_a_reason_is_needed() -> None:
    project, finding = planted("uncoded")
    with pytest.raises(Mistake, match="reason"):
        accept(project, finding, " \n ")


def test_history_is_told_the_place_and_never_what_somebody_said() -> None:
    project, finding = planted("not-verbatim")
    assert finding.called == "quotation differs from its source, Conditions / Liability"
    project, finding = planted("uncoded")
    put(project, "units", finding.spot.id, condensed="a secret")
    sentence = AcceptFinding("x", finding.rule, finding.key, "", "because", "maria", finding.called).sentence(project)
    assert sentence == "accept: unit without a code, L07:2"


def test_a_finding_is_named_by_the_beginning_of_its_id() -> None:
    project = sound_project()
    for rule in ("uncoded", "no-definition"):
        FAULTS[rule](project)
    first, second = judged(project, found(project))
    assert named([first, second], first.finding.id[:5]) == first
    assert named([first, second], second.finding.id.upper()) == second
    assert named([first, second], "uncoded  l07:2") == first
    with pytest.raises(Mistake, match="lists them with their ids"):
        named([first, second], "xyz")
    with pytest.raises(Mistake, match="lists them with their ids"):
        named([first, second], " ")
    with pytest.raises(Mistake, match="Several findings"):
        named([first, first], first.finding.id)


def test_only_units_that_count_are_asked_about() -> None:
    project, finding = planted("uncoded")
    put(project, "project", "p", settings={"counted": ["jon"]})
    assert finding.key not in {one.key for one in found(project, "uncoded")}
    assert units_of(project, "who signs")
    assert node(project, "who signs")
