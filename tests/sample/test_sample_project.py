"""The sample project is sound, its database file is what its journals say, and its sources build it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.contracts.house import ROOT, tracked
from tui.model.documents import TABLES
from tui.reports.markdown import write
from tui.reports.summary import summary
from tui.store.project import Store

SAMPLE = ROOT / "sample_project"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample project as it is kept in git."""
    folder = tmp_path / "sample"
    for path in tracked():
        if path.parts[0] == SAMPLE.name:
            target = folder.joinpath(*path.parts[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, target)
    return folder


def test_the_sample_project_is_sound(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        assert store.check() == []
        assert store.conflicts() == []
        assert store.project.codebook.problems == ()


def test_project_json_is_what_the_journals_say(copy: Path) -> None:
    (copy / "project.json").rename(copy / "as_kept.json")
    with Store.open(copy, write=False) as store, TinyDB(copy / "as_kept.json", access_mode="r") as kept:
        for table in TABLES:
            listed = {document["id"]: dict(document) for document in kept.table(table)}
            assert listed == {document["id"]: document for document in store.project.alive(table)}


def test_a_session_leaves_nothing_in_git() -> None:
    names = [str(path.relative_to(SAMPLE.name)) for path in tracked() if path.parts[0] == SAMPLE.name]
    kept = {"project.json", ".gitignore", ".gitattributes"}
    others = [name for name in names if name not in kept and not name.startswith(("journal/", "texts/"))]
    assert others == []
    assert [name for name in names if name.startswith("journal/") and not name.endswith(".jsonl")] == []
    assert "project.json" not in (SAMPLE / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_demo_works_on_a_copy(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()}
    demo = [sys.executable, "-m", "tui", "demo", str(tmp_path / "demo")]
    subprocess.run(demo, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    rename = ["--coder", "Ada", "codebook", "rename", "old systems", "new systems"]
    answer = subprocess.run([*demo[:3], "-C", str(tmp_path / "demo"), *rename], cwd=ROOT, capture_output=True)
    assert answer.returncode == 0
    assert {path: path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()} == before


def test_the_sample_says_that_it_is_fiction(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        assert store.project.setting("fiction").startswith("All of this is fiction")


def test_everything_that_can_be_coded_is_in_the_sample(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        units = [unit for unit in store.project.alive("units") if unit.get("kind") != "not-relevant"]
        codebook = store.project.codebook
        assert len(units) >= 60
        assert len({unit["coder"] for unit in units}) == 2
        assert any(len(unit["spans"]) > 1 for unit in units)
        assert any(not unit.get("codes") for unit in units)
        assert any(not unit.get("condensed") for unit in units)
        assert any(len(unit.get("codes", {})) > 1 for unit in units)
        assert len(codebook.codes()) >= 20
        assert len(codebook.unsorted()) == 2
        assert len(codebook.parked()) == 1
        assert len(codebook.themes()) == 1
        assert len(list(store.project.alive("snapshots"))) == 1


def test_the_sources_kept_beside_the_tests_build_the_sample(copy: Path, tmp_path: Path) -> None:
    from tests.sample.build import build

    build(tmp_path / "anew")
    with Store.open(copy, write=False) as kept, Store.open(tmp_path / "anew", write=False) as built:
        assert write(summary(built.project)) == write(summary(kept.project))
        assert json.dumps(what_is_written(built)) == json.dumps(what_is_written(kept))


def what_is_written(store: Store) -> list[object]:
    """Return the words people wrote, without ids and times."""
    fields = ("name", "short", "definition", "include", "exclude", "condensed", "text", "spans", "quoted", "attributes")
    return sorted(
        (
            [table, *(document.get(field) for field in fields)]
            for table in TABLES
            for document in store.project.alive(table)
        ),
        key=json.dumps,
    )
