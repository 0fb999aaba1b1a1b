"""Quotations by commands: a unit chosen and worded, all of them exported, in what language they stand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Postil


@pytest.fixture
def unit(coded: Path, done: Postil) -> str:
    """The id of the unit `the doctor signs`."""
    units = done("units", "--json").json
    return str(next(one["id"] for one in units if one["text"] == ["the doctor signs"]))


def test_a_unit_is_chosen_and_worded_in_one_step(unit: str, done: Postil) -> None:
    done("units", "quote", unit, "--edited", "[Today] // signs", "--attribution", "a leader")
    found = next(one for one in done("units", "--json").json if one["id"] == unit)
    assert found["quotation"] == {
        "edited": "[Today] […] signs",
        "translation": None,
        "attribution": "a leader",
        "translator": None,
        "translated": None,
    }
    done("undo")
    assert next(one for one in done("units", "--json").json if one["id"] == unit)["quotation"] is None


def test_words_nobody_said_are_refused_and_nothing_is_chosen(unit: str, postil: Postil, done: Postil) -> None:
    answer = postil("units", "quote", unit, "--edited", "the nurse signs")
    assert answer.status == 1
    assert "“nurse” was not said there" in answer.err
    assert next(one for one in done("units", "--json").json if one["id"] == unit)["quotation"] is None


def test_a_translation_has_who_made_it_when(unit: str, postil: Postil, done: Postil) -> None:
    wrong = postil("units", "quote", unit, "--translation", "der Arzt", "--translated", "last week")
    assert wrong.status == 1
    done("units", "quote", unit, "--translation", "der Arzt", "--translator", "Ida Moe", "--translated", "2026-03-01")
    assert "**Translated:** from English by Ida Moe, 2026-03-01." in done("export", "quotations").out
    done("units", "quote", unit, "--translation", "")
    assert "Translated" not in done("export", "quotations").out


def test_taken_off_its_wordings_stay(unit: str, done: Postil) -> None:
    done("units", "quote", unit, "--attribution", "a leader")
    done("units", "quote", unit, "--off")
    assert unit not in [each["id"] for each in done("export", "quotations", "--json").json]
    done("units", "quote", unit)
    found = next(each for each in done("export", "quotations", "--json").json if each["id"] == unit)
    assert found["attribution"] == "a leader"


def test_quotations_are_exported_as_rows_and_as_json(unit: str, done: Postil, postil: Postil) -> None:
    done("units", "quote", unit, "--attribution", "a leader")
    rows = list(csv.DictReader(io.StringIO(done("export", "quotations", "--csv").out)))
    shapes = done("export", "quotations", "--json").json
    assert [row["id"] for row in rows] == [shape["id"] for shape in shapes]
    assert postil("export", "quotations", "--csv", "--json").status == 2
    done("export", "quotations", "--json", "-o", "quotations.json")
    assert Path("quotations.json").read_text(encoding="utf-8") == done("export", "quotations", "--json").out


def test_a_project_says_whether_the_original_stands_too(unit: str, done: Postil, postil: Postil) -> None:
    done("units", "quote", unit, "--translation", "der Arzt unterschreibt")
    assert "the doctor signs" in done("export", "summary").out
    done("project", "set", "original", "no")
    text = done("export", "summary").out
    assert ("the doctor signs" in text, "original" in text) == (False, False)
    assert done("project", "--json").json["settings"]["original"] is False
    assert postil("project", "set", "original", "perhaps").status == 1


def test_an_exported_quotation_is_traced_to_its_unit(unit: str, done: Postil) -> None:
    done("units", "quote", unit, "--edited", "[Today] // signs")
    done("export", "quotations", "-o", "quotations.md")
    traced = done("trace", "quotations.md", "--json").json
    assert traced["report"] == "quotations"
    assert any(unit in str(line) for line in traced["lines"])
