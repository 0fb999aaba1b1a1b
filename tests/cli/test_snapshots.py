"""Snapshots and what became of the category system, by commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil


@pytest.fixture
def kept(coded: Path, done: Postil) -> str:
    """The coded study after a snapshot was taken; the snapshot's id."""
    return done("snapshot", "before", "--memo", "Two categories overlap.").out.strip()


def test_a_snapshot_is_taken_and_listed(kept: str, done: Postil) -> None:
    (shape,) = done("snapshot", "--json").json
    assert {field: value for field, value in shape.items() if field != "at"} == {
        "id": kept,
        "name": "before",
        "memo": "Two categories overlap.",
        "coder": "lena-palm",
        "categories": 1,
        "sub_categories": 1,
        "codes": 4,
        "themes": 0,
    }
    assert "Two categories overlap." in done("snapshot").out


def test_the_difference_is_told_from_the_latest_snapshot_to_now(kept: str, done: Postil) -> None:
    done("codebook", "rename", "who signs", "who answers for it")
    done("codebook", "merge", "unfair", "--into", "no box for it")
    done("codebook", "add", "a reason")
    found = done("diff", "--json").json
    assert [(step["what"], step["name"], step["before"], step["after"]) for step in found] == [
        ("created", "a reason", None, "code"),
        ("merged", "unfair", "Conditions / Liability / unfair", "Conditions / Liability / no box for it"),
        ("renamed", "who answers for it", "who signs", "who answers for it"),
    ]
    assert {step["coder"] for step in found} == {"lena-palm"}
    told = done("diff")
    assert told.err.strip() == "From “before” to now: 1 created, 1 merged, 1 renamed."
    assert "was who signs" in told.out


def test_any_two_versions_are_compared_by_name_or_id(kept: str, done: Postil) -> None:
    done("codebook", "rename", "Liability", "Law")
    done("snapshot", "after")
    done("codebook", "rename", "Law", "The law")
    assert [step["after"] for step in done("diff", "before", "after", "--json").json] == ["Law"]
    assert [step["after"] for step in done("diff", kept[-6:], "now", "--json").json] == ["The law"]
    assert [step["after"] for step in done("diff", "now", "before", "--json").json] == ["Liability"]
    assert done("diff", "after", "after").err.strip() == "From “after” to “after”: nothing differs."


def test_the_difference_goes_to_a_file_as_markdown(kept: str, done: Postil, coded: Path) -> None:
    done("codebook", "move", "writes a page", "Liability")
    done("diff", "-o", "moved.md", "--bare")
    *_, steps, heading, line = (coded / "moved.md").read_text(encoding="utf-8").split("\n\n")
    assert (steps, heading) == ("1 step.", "## Moved (1)")
    assert line.startswith("- writes a page: from unsorted to Liability (Lena Palm, 20")
    assert done("diff", "--md").out.splitlines()[-1].startswith("Postil ")


def test_without_a_snapshot_the_way_to_one_is_told(coded: Path, postil: Postil) -> None:
    assert postil("diff").status == 1
    assert "postil snapshot NAME" in postil("diff").err


def test_restoring_is_shown_first_and_done_when_said_so(kept: str, postil: Postil, done: Postil) -> None:
    done("codebook", "rename", "Liability", "Law")
    assert "was Law" in done("snapshot", "--restore", "before", "--dry-run").out
    refused = postil("snapshot", "--restore", "before", "--reason", "too soon")
    assert (refused.status, "Nothing was changed" in refused.err) == (1, True)
    assert done("diff", "--json").json
    asked = postil("snapshot", "--restore", "before", "--yes")
    assert (asked.status, "Say why" in asked.err) == (1, True)
    done("snapshot", "--restore", "before", "--reason", "too soon", "--yes")
    [decision] = done("export", "decisions", "--json").json
    assert (decision["what"], decision["why"]) == ("restored the version “before”", "too soon")
    assert done("diff", "--json").json == []
    assert done("undo").out.strip().endswith("restore snapshot before: too soon")
    assert [step["after"] for step in done("diff", "--json").json] == ["Law"]


def test_what_does_not_go_together_is_refused(kept: str, postil: Postil) -> None:
    wrong = [
        ("snapshot", "--dry-run"),
        ("snapshot", "--reason", "why"),
        ("snapshot", "x", "--restore", "before"),
        ("snapshot", "--memo", "why"),
        ("diff", "--json", "--md"),
    ]
    assert [postil(*words).status for words in wrong] == [2] * len(wrong)
    assert postil("snapshot", "--restore", "now").status == 1
    assert postil("snapshot", "Before").status == 1
