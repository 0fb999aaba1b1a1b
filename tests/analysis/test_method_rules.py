"""What the rules of the method find."""

from __future__ import annotations

from tests.builders import a_project, marked
from tui.analysis.method_rules import Finding, findings


def test_a_sound_project_gives_no_findings() -> None:
    project = a_project("- who signs")
    marked(project, "the doctor signs", "who signs")
    assert findings(project) == []


def test_a_unit_of_the_interviewers_words_is_found() -> None:
    project = a_project("- who signs")
    marked(project, "who answers for it?", "who signs")
    assert findings(project) == [Finding("participants' speech", "a unit holds no participant's speech", "L07:1")]


def test_what_does_not_fit_together_in_the_codebook_is_found() -> None:
    project = a_project("# Law / ## Liability / - who signs")
    code = next(node for node in project.codebook.nodes.values() if node.is_code)
    project.put("nodes", code.id, {**code.document, "parent": "gone"})
    assert [(finding.rule, finding.where) for finding in findings(project)] == [("codebook", "who signs")]
