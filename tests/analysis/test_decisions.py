"""Decisions are read from what was done, never from sentences: who, when, what, why; what was taken back is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.analysis.decisions import Decision, decisions, redefined_last
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, RemoveNode, RenameNode, UnparkNode
from tui.model.edits.memos import RemoveMemo, WriteMemo
from tui.model.edits.project import AddCoder
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.edits.snapshots import RestoreSnapshot, TakeSnapshot
from tui.model.edits.sorting import MoveNodes
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY
from tui.store.project import Store, create


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create(tmp_path / "study", title="Study")
    store = Store.open(tmp_path / "study")
    store.sit("lena-pohl")
    store.commit(AddCoder("lena-pohl", "Lena Pohl"))
    yield store
    store.close()


def made(store: Store, name: str, level: str = CODE, parent: str | None = None) -> str:
    node = new_id()
    store.commit(CreateNode(node, level, name, parent))
    return node


def decided(store: Store) -> list[Decision]:
    return decisions(store.project, store.history("nodes"))


def told(store: Store) -> list[tuple[str, str, str]]:
    return [(each.kind, each.what, each.why) for each in decided(store)]


def test_making_moving_and_renaming_are_no_decisions(store: Store) -> None:
    code, pile = made(store, "who signs"), made(store, "Liability", SUB_CATEGORY)
    store.commit(MoveNodes((code,), pile))
    store.commit(RenameNode(code, "who answers"))
    store.commit(DefineNode(code, {"definition": "One."}))
    assert told(store) == []


def test_a_merge_names_what_was_merged_and_why(store: Store) -> None:
    first, second, third = (made(store, name) for name in ("one", "two", "three"))
    store.commit(MergeNodes((first, second), third, reason="all the same: a list"))
    [merged] = decided(store)
    assert (merged.kind, merged.what, merged.why) == (
        "merged",
        "merged code “one”, “two” into “three”",
        "all the same: a list",
    )
    assert merged.coder == "lena-pohl"
    assert merged.at.endswith("Z")
    assert merged.nodes == (third, first, second)


def test_splits_promotions_and_demotions_are_told_apart(store: Store) -> None:
    pile = made(store, "Liability", SUB_CATEGORY)
    codes = [made(store, name, CODE, pile) for name in ("one", "two", "three")]
    store.commit(SplitNode(pile, new_id(), "Law", (codes[0],), "another matter"))
    store.commit(PromoteNode(codes[1], new_id()))
    store.commit(PromoteNode(pile, new_id()))
    store.commit(DemoteNode(pile))
    store.commit(DemoteNode(pile, reason="one thing after all"))
    assert told(store) == [
        ("demoted", "made one code of sub-category “Liability”", "one thing after all"),
        ("demoted", "made category “Liability” a sub-category", ""),
        ("promoted", "made sub-category “Liability” a category", ""),
        ("promoted", "made a sub-category around code “two”", ""),
        ("split", "split “Law” off sub-category “Liability”", "another matter"),
    ]


def test_what_is_parked_retired_or_redefined_is_told(store: Store) -> None:
    first, second, pile = made(store, "one"), made(store, "two"), made(store, "Alone", CATEGORY)
    store.commit(ParkNode(first, "too vague"), ParkNode(second, "too vague"))
    store.commit(UnparkNode(first))
    store.commit(RemoveNode(pile, "nothing lies in it"))
    store.commit(RemoveNode(first))
    store.commit(DefineNode(second, {"definition": "One."}))
    store.commit(DefineNode(second, {"definition": "One!"}, moved=False))
    store.commit(DefineNode(second, {"definition": "Two."}))
    assert told(store) == [
        ("redefined", "redefined code “two”", ""),
        ("retired", "deleted category “Alone”", "nothing lies in it"),
        ("parked", "parked codes “one”, “two”", "too vague"),
    ]


def test_going_back_to_a_version_is_one_decision_with_its_reason(store: Store) -> None:
    code, snapshot = made(store, "one"), new_id()
    store.commit(TakeSnapshot(snapshot, "first sort", "", "lena-pohl"))
    made(store, "Alone", CATEGORY)
    made(store, "", SUB_CATEGORY)
    store.commit(DefineNode(code, {"definition": "One."}), DefineNode(code, {"definition": "Two."}))
    store.commit(RestoreSnapshot(snapshot, "too soon"))
    assert told(store)[0] == ("restored", "restored the version “first sort”", "too soon")
    assert [kind for kind, *_ in told(store)].count("retired") == 0
    assert decided(store)[0].coder == "lena-pohl"
    store.undo()
    assert "restored" not in [kind for kind, *_ in told(store)]


def test_memos_that_decide_and_accepted_findings_are_told(store: Store) -> None:
    code, memo = made(store, "one"), new_id()
    store.commit(WriteMemo(memo, {"kind": "code", "id": code}, "decision", "lena-pohl", "It stays."))
    store.commit(WriteMemo(new_id(), {"kind": "code", "id": code}, "analytic", "lena-pohl", "It may go."))
    [found] = decided(store)
    assert (found.kind, found.what, found.why, found.nodes, found.memo) == (
        "memo",
        "on code one",
        "It stays.",
        (code,),
        memo,
    )
    store.commit(RemoveMemo(memo))
    accepted = {"id": new_id(), "rule": "no-difference", "key": code, "reason": "only two so far", "coder": "lena-pohl"}
    store.project.put("accepted", accepted["id"], accepted)
    assert told(store) == [("accepted", "accepted: no “differs because”, closest pair, code “one”", "only two so far")]


def test_what_was_taken_back_is_no_decision_until_it_is_brought_back(store: Store) -> None:
    first, second = made(store, "one"), made(store, "two")
    store.commit(MergeNodes((first,), second))
    store.commit(ParkNode(second, "later"))
    store.undo()
    assert [kind for kind, *_ in told(store)] == ["merged"]
    store.undo()
    assert told(store) == []
    store.redo()
    assert [kind for kind, *_ in told(store)] == ["merged"]
    store.undo()
    assert told(store) == []


def test_a_colleagues_decision_bears_the_colleagues_name(store: Store) -> None:
    first, second = made(store, "one"), made(store, "two")
    with Store.open(store.folder, coder="jon-ek") as other:
        other.commit(MergeNodes((first,), second))
    store.poll()
    assert [each.coder for each in decided(store)] == ["jon-ek"]


def test_names_are_those_of_now_and_what_has_none_is_said_to_have_none(store: Store) -> None:
    first, second = made(store, "", SUB_CATEGORY), made(store, "two", SUB_CATEGORY)
    store.commit(MergeNodes((first,), second, reason="same"))
    store.commit(RenameNode(second, "three"))
    assert told(store) == [("merged", "merged sub-category an unnamed sub-category into “three”", "same")]


def test_an_accepted_finding_about_a_unit_names_its_place(store: Store) -> None:
    store.project.put("sources", "s", {"id": "s", "name": "L07"})
    store.project.put("units", "u", {"id": "u", "source": "s", "spans": [[0, 1]]})
    found = {"id": new_id(), "rule": "gone-rule", "key": "u", "reason": "it is long", "coder": "lena-pohl"}
    store.project.put("accepted", found["id"], found)
    [accepted] = decided(store)
    assert (accepted.what, accepted.place) == ("accepted: gone-rule, a unit in L07", ("units", "u"))


def test_who_redefined_a_code_last_is_known_unless_it_was_taken_back(store: Store) -> None:
    code = made(store, "one")
    for words in ("One.", "Two."):
        store.commit(DefineNode(code, {"definition": words}))
    with Store.open(store.folder, coder="jon-ek") as other:
        other.commit(DefineNode(code, {"definition": "Three."}))
    store.poll()
    store.commit(DefineNode(code, {"definition": "Three!"}, moved=False))
    assert redefined_last(store.history("nodes"))[code].coder == "jon-ek"
    store.commit(DefineNode(code, {"definition": "Four."}))
    assert redefined_last(store.history("nodes"))[code].coder == "lena-pohl"
    store.undo()
    assert redefined_last(store.history("nodes"))[code].coder == "jon-ek"
