"""Each rule finds its fault and only that, and lets the case beside it be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.analysis.method.faults import FAULTS, NO_FAULTS
from tests.analysis.method.sound import found, rules, sound_project
from tui.analysis.method.finding import Rule
from tui.analysis.method.table import BY_ID, GROUPS, RULES

TWELVE = (
    *("uncoded", "unsorted", "unmarked", "two-piles", "mixed-levels", "definitions-alike", "no-speech"),
    *("longer-than-unit", "no-definition", "outside-units", "not-verbatim", "unknown-speaker"),
)
MODULES = Path(__file__).parents[3] / "tui" / "analysis" / "method"


def test_a_sound_project_gives_no_findings() -> None:
    assert found(sound_project()) == []


@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_is_found_once_and_by_its_rule_alone(rule: str) -> None:
    project = sound_project()
    FAULTS[rule](project)
    assert [(one.rule, bool(one.where)) for one in found(project)] == [(rule, True)]


@pytest.mark.parametrize("rule", NO_FAULTS)
def test_what_comes_near_a_fault_is_none(rule: str) -> None:
    project = sound_project()
    NO_FAULTS[rule](project)
    assert found(project) == []


def test_twelve_planted_faults_give_exactly_twelve_findings() -> None:
    project = sound_project()
    for rule in TWELVE[::-1]:
        FAULTS[rule](project)
    assert rules(project) == [rule.id for rule in RULES if rule.id in TWELVE]
    assert len(rules(project)) == len(TWELVE) == 12
    assert len({one.id for one in found(project)}) == 12


def test_every_rule_has_its_fault_and_the_case_beside_it() -> None:
    assert list(FAULTS) == list(NO_FAULTS)
    assert set(FAULTS) == set(BY_ID)
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_asks_explains_and_names_who_says_so(rule: Rule) -> None:
    assert rule.question.endswith("?")
    assert rule.explanation.endswith(".")
    assert 60 < len(rule.explanation) < 330
    assert re.search(r"[A-Z]\w+.* \d{4}", rule.source)
    assert len(rule.one) <= 36, "cut in the list"
    assert len(rule.several) <= 36
    assert not rule.several[0].isdigit()
    assert [rule.of_units, rule.of_nodes, rule.of_sources, rule.of_all].count(None) in (2, 3)


def test_the_nine_groups_stand_in_their_order_each_in_a_module() -> None:
    assert [group.casefold() for group in GROUPS] == [
        *("exhaustive", "exclusive", "homogeneous", "heterogeneous", "grounded", "condensed", "codebook"),
        *("recontextualisation", "report"),
    ]
    assert all((MODULES / f"{group.casefold()}.py").is_file() for group in GROUPS)
