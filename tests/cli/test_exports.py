"""Every export in every form: the same bytes, wherever and however it is written; files; forms by their ending."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Postil
from tests.contracts.house import ROOT

MARKDOWN = [
    ("summary",),
    ("summary", "--locate", "--mermaid"),
    ("chapter", "--rows", "3"),
    ("figure", "--mermaid"),
    ("transcript", "L07"),
]
TABLES = [
    *("figure", "participants", "abstraction", "codebook", "quotations", "coreq", "decisions", "history", "units"),
]
ALL = [*MARKDOWN, *((name, f"--{form}") for name in TABLES for form in ("md", "csv", "json"))]

SCRIPT = """
import sys
from tui.cli.main import run
for number, line in enumerate(sys.argv[3].split("\\n")):
    assert run(["-C", sys.argv[1], "export", *line.split(), "-o", f"{sys.argv[2]}/{number}"]) == 0, line
"""


@pytest.fixture
def decided(coded: Path, done: Postil) -> Path:
    """A project in which units were coded, a code merged, renamed and parked, and an export may be hard."""
    done("participants", "set", "Leader 7", "role=manager", "context=Ödeshög")
    done("codebook", "merge", "unfair", "--into", "who signs", "--reason", "one thing")
    done("codebook", "rename", "who signs", "ärligt talat: who signs")
    done("codebook", "park", "writes a page", "=later | perhaps")
    done("memos", "add", "--on", "project", "-", "--kind", "decision", "We stop here.")
    return coded


def exported(project: Path, to: Path, **environment: str) -> list[bytes]:
    """What a process of its own exports, form by form."""
    to.mkdir()
    lines = "\n".join(" ".join(each) for each in ALL)
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project), str(to), lines],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return [(to / str(number)).read_bytes() for number in range(len(ALL))]


def test_the_same_project_gives_the_same_bytes_in_any_locale_time_zone_and_hash_seed(
    decided: Path, tmp_path: Path
) -> None:
    first = exported(decided, tmp_path / "a", LC_ALL="C", TZ="Asia/Kathmandu", PYTHONHASHSEED="1", PYTHONUTF8="0")
    assert all(first)
    moved = shutil.copytree(decided, tmp_path / "elsewhere")
    second = exported(
        moved, tmp_path / "b", LC_ALL="sv_SE.UTF-8", TZ="America/Los_Angeles", PYTHONHASHSEED="2", PYTHONUTF8="1"
    )
    assert [ALL[at] for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other] == []


def test_a_project_that_is_read_from_its_journals_alone_gives_the_same_bytes(decided: Path, tmp_path: Path) -> None:
    with_checkpoint = exported(decided, tmp_path / "a")
    replayed = shutil.copytree(decided, tmp_path / "again")
    (replayed / "project.json").unlink()
    shutil.rmtree(replayed / "state", ignore_errors=True)
    anew = exported(replayed, tmp_path / "b")
    assert [ALL[at] for at, (one, other) in enumerate(zip(with_checkpoint, anew, strict=True)) if one != other] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_files_ending_says_in_which_form_a_table_is_written(name: str, decided: Path, done: Postil) -> None:
    for ending in ("md", "csv", "json"):
        done("export", name, "-o", f"{name}.{ending}")
        assert Path(f"{name}.{ending}").read_text(encoding="utf-8") == done("export", name, f"--{ending}").out
    rows = list(csv.reader(Path(f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)))
    found = json.loads(Path(f"{name}.json").read_text(encoding="utf-8"))
    assert len(found) == len(rows) - 1 > 0
    assert all(list(each) == rows[0] for each in found)


def test_a_form_that_is_asked_for_goes_before_the_files_ending(decided: Path, done: Postil, postil: Postil) -> None:
    done("export", "figure", "--csv", "-o", "figure.txt")
    assert Path("figure.txt").read_text(encoding="utf-8").startswith("id,category,")
    done("export", "figure", "-o", "figure.text")
    assert Path("figure.text").read_text(encoding="utf-8").startswith("| Category |")
    assert postil("export", "figure", "--csv", "--json").status == 2
    assert postil("export", "units", "--md", "--source", "L07").status == 2
    assert done("export", "units").out.startswith("id,source,")


def test_a_file_is_replaced_only_where_it_is_told(decided: Path, done: Postil, postil: Postil) -> None:
    done("export", "coreq", "-o", "coreq.csv")
    refused = postil("export", "coreq", "-o", "coreq.csv")
    assert (refused.status, "--force" in refused.err) == (1, True)
    done("export", "coreq", "-o", "coreq.csv", "--force")
