"""What stands in very many units is kept once in memory, however they came there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.disk import a_folder, step, write_journal
from tui.model.documents import Document
from tui.store.project import Store


def a_project(path: Path, *units: Document) -> Path:
    folder = a_folder(path)
    made = [["units", f"u{number}", None, dict(unit)] for number, unit in enumerate(units)]
    write_journal(folder, "maria.000001", [step(2 + number, each) for number, each in enumerate(made)])
    return folder


UNIT: Document = {"kind": "unit", "source": "s" * 26, "text": "7" * 64, "coder": "maria", "spans": [[0, 9]]}


@pytest.mark.parametrize("way", ["replay", "checkpoint"])
def test_ids_and_hashes_that_stand_in_many_units_are_one_string_each(tmp_path: Path, way: str) -> None:
    folder = a_project(tmp_path, UNIT, UNIT, {**UNIT, "removed": True})
    if way == "checkpoint":
        with Store.open(folder) as store:
            assert store.checkpoint()
    with Store.open(folder, write=False) as store:
        units = list(store.project.tables["units"].values())
        assert len(units) == 3
        for field in ("source", "text", "coder"):
            assert len({id(unit[field]) for unit in units}) == 1, field


@pytest.mark.parametrize("way", ["replay", "checkpoint"])
def test_a_unit_that_lacks_a_field_or_holds_no_string_is_shown_as_it_is(tmp_path: Path, way: str) -> None:
    bare: Document = {"kind": "unit", "codes": {"trust": True}}
    strange = {**UNIT, "coder": ["maria"]}
    folder = a_project(tmp_path, bare, strange, UNIT)
    if way == "checkpoint":
        with Store.open(folder) as store:
            assert store.checkpoint()
    with Store.open(folder, write=False) as store:
        assert [unit["id"] for unit in store.project.units_with("trust")] == ["u0"]
        assert store.project.tables["units"]["u1"] == {**strange, "id": "u1"}
        assert sorted(store.project.units_of_source(UNIT["source"])) == ["u1", "u2"]
