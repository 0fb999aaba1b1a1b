"""Units coded under an older definition, listed and settled by commands."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Postil


def texts(done: Postil, *options: str) -> list[list[str]]:
    return [unit["text"] for unit in done("units", "--moved", "--json", *options).json]


def test_units_coded_under_an_older_definition_are_listed(coded: Path, done: Postil) -> None:
    first = done("codebook", "define", "who signs", "--definition", "Who stands for it.")
    assert first.err == "Done: define code who signs.\n"
    assert texts(done) == []
    second = done("codebook", "define", "who signs", "--exclude", "Who bought it.")
    assert second.err == "Done: define code who signs: 1 unit to look at again.\n"
    done("code", "L07", "--quote", "the doctor decides", "--as", "who signs")
    assert texts(done) == [["the doctor signs"]]
    assert texts(done, "--code", "Conditions") == [["the doctor signs"]]
    assert texts(done, "--code", "unfair") == []
    assert texts(done, "--source", "L10") == []
    units = done("units", "--code", "who signs", "--json").json
    assert {unit["text"][0]: unit["codes"][0]["moved"] for unit in units} == {
        "the doctor decides": False,
        "the doctor signs": True,
    }
    assert any(line.endswith("1 to look at again") for line in done("codebook").lines)


def test_only_another_wording_lists_nothing(coded: Path, done: Postil) -> None:
    done("codebook", "define", "who signs", "--definition", "Who stands for it.")
    again = done("codebook", "define", "who signs", "--definition", "Who stands for this.", "--wording")
    assert again.err == "Done: reword code who signs.\n"
    assert texts(done) == []


def test_units_that_still_fit_are_settled_and_taken_back(coded: Path, done: Postil) -> None:
    for code in ("who signs", "unfair"):
        done("codebook", "define", code, "--definition", "One.")
        done("codebook", "define", code, "--definition", "Two.")
    units = {unit["text"][0]: unit["id"] for unit in done("units", "--moved", "--json").json}
    assert len(units) == 2
    both = done("units", "fit", *units.values(), "--code", "who signs")
    assert both.err == "Done: say that a unit still fits who signs.\n"
    assert texts(done) == [["My gut says that this is unfair."]]
    assert done("units", "fit", *units.values()).err == "Done: say that a unit still fits unfair.\n"
    assert done("units", "fit", *units.values()).err == "Nothing to change.\n"
    done("undo")
    done("undo")
    assert len(texts(done)) == 2


def test_notes_say_why_something_is_one_thing(coded: Path, done: Postil) -> None:
    done("codebook", "define", "Liability", "--notes", "All of it is about afterwards.")
    assert done("codebook", "--json").json[0]["children"][0]["notes"] == "All of it is about afterwards."
    assert "Notes: All of it is about afterwards." in done("export", "codebook").out.replace("*", "")
