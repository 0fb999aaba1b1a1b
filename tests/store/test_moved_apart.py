"""Definitions that move while colleagues code apart: what each coded under is known on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.test_amending_apart import OLD, Machines, spans
from tui.model.edits.codebook import CreateNode, DefineNode
from tui.model.edits.looking import StillFits
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.units import MarkUnit, TakeCodeOff
from tui.model.ids import new_id
from tui.store.project import Store

CODE = "c" * 26


@pytest.fixture
def machines(tmp_path: Path) -> Machines:
    """Two machines with one code that both know under one definition, and a unit of Maria's with it."""
    machines = Machines(tmp_path)
    maria = machines.stores[0]
    maria.commit(CreateNode(CODE, "code", "who signs"))
    maria.commit(DefineNode(CODE, {"definition": "One.", "exclude": "Nine."}))
    maria.commit(MarkUnit(new_id(), "s", spans(OLD, "the docter signs"), "maria", (CODE,)))
    machines.exchange()
    return machines


def waiting(store: Store) -> list[str]:
    """Return the words of the units that wait."""
    text = store.project.transcript("s").text
    found = [text[unit["spans"][0][0] : unit["spans"][0][1]] for unit in store.project.moved.units(CODE)]
    return sorted(found)


def everywhere(machines: Machines) -> list[str]:
    """Return what waits on both machines, and on both opened afresh; it must be the same."""
    machines.exchange()
    seen = [waiting(store) for store in machines.stores]
    for folder in machines.copies:
        with Store.open(folder) as store:
            seen.append(waiting(store))
    assert all(each == seen[0] for each in seen), seen
    return seen[0]


def test_a_unit_coded_apart_under_the_older_definition_waits_when_it_arrives(machines: Machines) -> None:
    maria, jon = machines.stores
    maria.commit(DefineNode(CODE, {"definition": "Two."}))
    jon.commit(MarkUnit(new_id(), "s", spans(OLD, "that is simple"), "jon", (CODE,)))
    assert everywhere(machines) == ["that is simple", "the docter signs"]


def test_both_parts_changed_apart_let_what_was_coded_under_either_wait(machines: Machines) -> None:
    maria, jon = machines.stores
    maria.commit(DefineNode(CODE, {"definition": "Two."}))
    maria.commit(MarkUnit(new_id(), "s", spans(OLD, "lie awake"), "maria", (CODE,)))
    jon.commit(DefineNode(CODE, {"exclude": "Ten."}))
    jon.commit(MarkUnit(new_id(), "s", spans(OLD, "that is simple"), "jon", (CODE,)))
    assert waiting(maria) == waiting(jon) == ["the docter signs"]
    assert everywhere(machines) == ["lie awake", "that is simple", "the docter signs"]
    defined = maria.project.moved.defined(CODE)
    older = {
        defined.wordings[maria.project.moved.older(unit, CODE)]["definition"]
        for unit in maria.project.moved.units(CODE)
    }
    assert older == {"One.", "Two."}


def test_of_two_definitions_written_apart_the_one_that_stands_is_coded_under(machines: Machines) -> None:
    maria, jon = machines.stores
    for store, coder, words in ((maria, "maria", "lie awake"), (jon, "jon", "that is simple")):
        store.commit(DefineNode(CODE, {"definition": f"Of {coder}."}))
        store.commit(MarkUnit(new_id(), "s", spans(OLD, words), coder, (CODE,)))
    stands = {"Of maria.": "that is simple", "Of jon.": "lie awake"}
    waits = everywhere(machines)
    assert waits == sorted([stands[maria.project.codebook.nodes[CODE].definition], "the docter signs"])


def test_what_two_say_still_fits_is_no_conflict(machines: Machines) -> None:
    maria, jon = machines.stores
    maria.commit(DefineNode(CODE, {"definition": "Two."}))
    machines.exchange()
    for store in machines.stores:
        store.commit(StillFits([unit["id"] for unit in store.project.moved.units(CODE)], CODE))
    assert everywhere(machines) == []
    assert not maria.conflicts()
    assert not jon.conflicts()


def test_a_code_taken_off_by_one_while_the_other_says_it_fits_is_a_conflict(machines: Machines) -> None:
    maria, jon = machines.stores
    maria.commit(DefineNode(CODE, {"definition": "Two."}))
    machines.exchange()
    [unit] = maria.project.moved.units(CODE)
    maria.commit(StillFits([unit["id"]], CODE))
    jon.commit(TakeCodeOff(unit["id"], CODE))
    machines.exchange()
    assert [conflict.path for conflict in maria.conflicts()] == [f"codes/{CODE}"]


def test_a_merge_apart_lets_units_that_arrive_for_the_merged_code_wait(machines: Machines) -> None:
    maria, jon = machines.stores
    maria.commit(CreateNode("d" * 26, "code", "who answers"))
    maria.commit(DefineNode("d" * 26, {"definition": "Other."}))
    maria.commit(MergeNodes((CODE,), "d" * 26))
    jon.commit(MarkUnit(new_id(), "s", spans(OLD, "that is simple"), "jon", (CODE,)))
    machines.exchange()
    units = [len(store.project.moved.units("d" * 26)) for store in machines.stores]
    assert units == [2, 2]


def test_what_waits_survives_closing_and_a_checkpoint(machines: Machines) -> None:
    maria = machines.stores[0]
    maria.commit(DefineNode(CODE, {"definition": "Two."}))
    maria.checkpoint()
    assert everywhere(machines) == ["the docter signs"]
    maria.undo()
    assert everywhere(machines) == []
