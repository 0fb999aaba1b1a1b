"""Transactions: edits that see each other, one operation a document, and nothing left behind by a refusal."""

import copy

import pytest

from tests.builders import a_project, do, node, undo
from tui.errors import Mistake
from tui.model.edits.codebook import CreateNode, RenameNode
from tui.model.edits.units import ApplyCode, MarkUnit
from tui.model.transaction import compose


def test_edits_of_one_transaction_see_what_those_before_them_changed() -> None:
    project = a_project()
    spans = [[10, 14]]
    composed = compose(project, [CreateNode("n", "code", "who"), MarkUnit("u", "L07", spans, "maria", ["n"])])
    assert [operation[:2] for operation in composed.operations] == [["nodes", "n"], ["units", "u"]]
    assert project.get("nodes", "n") is None


def test_a_document_changed_twice_gives_one_operation() -> None:
    project = a_project("- who")
    first, second = RenameNode(node(project, "who"), "what"), RenameNode(node(project, "who"), "why")
    composed = compose(project, [first, second])
    assert [operation[2:] for operation in composed.operations] == [[{"name": "who"}, {"name": "why"}]]
    assert composed.sentence == "rename code who to what and 1 more"


def test_edits_that_change_nothing_give_no_operation() -> None:
    project = a_project("- who")
    identifier = node(project, "who")
    assert not compose(project, [RenameNode(identifier, "why"), RenameNode(identifier, "who")]).operations


@pytest.mark.parametrize("good", [1, 2, 3])
def test_a_refused_edit_takes_those_before_it_back(good: int) -> None:
    project = a_project("- who")
    before = copy.deepcopy(project.tables)
    with pytest.raises(Mistake):
        compose(
            project,
            [*(CreateNode(f"n{number}", "code", f"code {number}") for number in range(good)), ApplyCode("no", "no")],
        )
    assert project.tables == before
    assert len(project.codebook.nodes) == 1


def test_turning_a_transaction_round_brings_everything_back() -> None:
    project = a_project("- who")
    before = copy.deepcopy(project.tables)
    composed = do(project, CreateNode("n", "code", "new"), RenameNode(node(project, "who"), "why"))
    undo(project, composed)
    assert project.tables == before
