"""Decisions and history as documents, for a spreadsheet and for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Postil
from tui.analysis.node_history import node_history
from tui.store.project import Store


@pytest.fixture
def decided(coded: Path, done: Postil) -> Path:
    """The same project after a merge, a code parked for =a reason, and a memo that decides."""
    done("codebook", "merge", "unfair", "--into", "who signs", "--reason", "one thing")
    done("codebook", "park", "writes a page", "=later | perhaps")
    done("memos", "add", "--on", "project", "-", "--kind", "decision", "We stop here.")
    return coded


def test_decisions_are_a_table_of_who_when_what_and_why(decided: Path, done: Postil) -> None:
    written = done("export", "decisions", "--bare").out
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert rows[0] == "| when | who | what | why |"
    assert [row.split(" | ", 1)[1] for row in rows[2:]] == [
        "Lena Palm | merged code “unfair” into “who signs” | one thing |",
        r"Lena Palm | parked code “writes a page” | =later \| perhaps |",
        "Lena Palm | on the project | We stop here. |",
    ]
    assert done("export", "decisions").lines[-1].startswith("Postil ")


def test_decisions_are_written_for_other_programs(decided: Path, done: Postil) -> None:
    rows = list(csv.reader(io.StringIO(done("export", "decisions", "--csv").out)))
    assert rows[0] == ["at", "coder", "kind", "what", "why", "nodes"]
    assert [row[2] for row in rows[1:]] == ["merged", "parked", "memo"]
    assert rows[2][4] == "'=later | perhaps"
    done("export", "decisions", "--json", "-o", "decisions.json")
    found = json.loads((decided / "decisions.json").read_text(encoding="utf-8"))
    assert [each["kind"] for each in found] == ["merged", "parked", "memo"]
    assert list(found[0]) == rows[0]
    assert len(found[0]["nodes"]) == 2


def test_history_is_a_table_of_all_that_happened(decided: Path, done: Postil) -> None:
    rows = [line for line in done("export", "history").lines if line.startswith("|")]
    assert rows[0] == "| when | who | what |"
    assert rows[-1].endswith("| Lena Palm | write a decision on the project |")
    entries = list(csv.reader(io.StringIO(done("export", "history", "--csv").out)))
    assert len(entries) == len(rows) - 1 == len(done("history", "--json").json) + 1


def test_nothing_decided_is_said(study: Path, done: Postil, postil: Postil) -> None:
    assert "Nothing has been decided yet." in done("export", "decisions").out
    assert done("export", "decisions", "--json").out == "[]\n"
    assert postil("export", "decisions", "--json", "--csv").status == 2


def test_the_codebook_tells_what_became_of_each_code(decided: Path, done: Postil) -> None:
    done("codebook", "rename", "who signs", "who stands for it")
    done("codebook", "rename", "no box for it", "no category")
    done("undo")
    rows = {row["name"]: row for row in done("export", "codebook", "--json").json}
    told = [event.split(" ", 1)[1] for event in rows["who stands for it"]["history"]]
    assert told == [
        "made (Lena Palm)",
        "merged code “unfair” into “who stands for it” (Lena Palm)",
        "renamed from “who signs” to “who stands for it” (Lena Palm)",
    ]
    assert [event.split(" ", 1)[1] for event in rows["no box for it"]["history"]] == ["made (Lena Palm)"]
    assert rows["writes a page"]["parked"] == "=later | perhaps"
    assert "made (Lena Palm); " in done("export", "codebook").out


def test_without_its_history_a_code_still_says_when_it_was_made(coded: Path, done: Postil) -> None:
    with Store.open(coded, write=False) as store:
        made = node_history(store.project, [])
        (first,) = made[store.project.codebook.find_path("unfair")]
        assert (first.coder, first.what) == ("", "made")
        assert first.at[:13] == next(store.history("nodes")).at[:13]
