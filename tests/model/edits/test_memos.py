"""Edits of memos."""

from typing import Any

import pytest

from tests.builders import CODEBOOK, CODER, a_project, do, marked, node
from tui.errors import Mistake
from tui.model.edits.memos import EditMemo, RemoveMemo, WriteMemo
from tui.model.edits.shaping import MergeNodes
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ({"kind": "project"}, "write a memo on the project"),
        ({"kind": "source", "id": "L07"}, "write a memo on source L07"),
        ({"kind": "participant", "id": "l07"}, "write a memo on participant L07"),
        ({"kind": "passage", "id": "L07", "spans": [[70, 80]]}, "write a memo on a passage of L07"),
    ],
)
def test_a_memo_is_on_anything(project: Project, on: dict[str, Any], sentence: str) -> None:
    assert do(project, WriteMemo("m", on, "analytic", CODER, " striking \n")).sentence == sentence
    memo = project.memos_on(on["kind"], on.get("id", project.id))[0]
    assert (memo["text"], memo["kind"], memo["coder"]) == ("striking", "analytic", CODER)


def test_a_memo_on_a_unit_names_the_source_and_not_the_words(project: Project) -> None:
    unit = marked(project, "the doctor decides")
    assert do(project, WriteMemo("m", {"kind": "unit", "id": unit}, "decision", CODER, "so")).sentence == (
        "write a decision on a unit in L07"
    )


def test_a_memo_on_a_node_is_kept_under_its_level_and_after_a_merge_on_what_stands(project: Project) -> None:
    merged, into = node(project, "who signs"), node(project, "burden of proof")
    do(project, MergeNodes([merged], into))
    do(project, WriteMemo("m", {"kind": "category", "id": merged}, "analytic", CODER, "why"))
    assert project.need("memos", "m")["on"] == {"kind": "code", "id": into}


@pytest.mark.parametrize(
    ("on", "kind", "text"),
    [
        ({"kind": "source", "id": "gone"}, "analytic", "why"),
        ({"kind": "code", "id": "gone"}, "analytic", "why"),
        ({"kind": "weather", "id": "L07"}, "analytic", "why"),
        ({"kind": "passage", "id": "L07", "spans": []}, "analytic", "why"),
        ({"kind": "project"}, "poetic", "why"),
        ({"kind": "project"}, "analytic", " \n"),
    ],
)
def test_what_makes_no_sense_is_refused(project: Project, on: dict[str, Any], kind: str, text: str) -> None:
    with pytest.raises(Mistake):
        do(project, WriteMemo("m", on, kind, CODER, text))


def test_a_memo_is_edited_and_taken_away(project: Project) -> None:
    do(project, WriteMemo("m", {"kind": "source", "id": "L07"}, "analytic", CODER, "why"))
    assert do(project, EditMemo("m", "because", "reflexive")).sentence == "edit a memo on source L07"
    assert (project.need("memos", "m")["text"], project.need("memos", "m")["kind"]) == ("because", "reflexive")
    assert do(project, RemoveMemo("m")).sentence == "take a memo on source L07 away"
    assert project.memos_on("source", "L07") == []


def test_a_memo_on_a_merged_code_that_arrives_late_is_found_on_what_stands(project: Project) -> None:
    merged, into = node(project, "who signs"), node(project, "burden of proof")
    do(project, MergeNodes([merged], into))
    late = {"id": "late", "on": {"kind": "code", "id": merged}, "kind": "analytic", "coder": "jon", "text": "why"}
    project.put("memos", "late", late)
    assert [memo["id"] for memo in project.memos_on("code", into)] == ["late"]
