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
from tui.model.guide import guide, topic_of
from tui.model.quoting import is_outdated
from tui.reports.markdown import write
from tui.reports.participants import how_long, table_of_participants
from tui.reports.summary import summary
from tui.reports.tree import Heading, Quote, Table
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
    kept = {"project.json", "README.md", ".gitignore", ".gitattributes"}
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
    assert "Everything here is invented" in (copy / "README.md").read_text(encoding="utf-8")


def test_everything_that_can_be_coded_is_in_the_sample(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        units = [unit for unit in store.project.alive("units") if unit.get("kind") != "not-relevant"]
        codebook = store.project.codebook
        assert len(units) >= 300
        assert len({unit["coder"] for unit in units}) == 2
        assert any(len(unit["spans"]) > 1 for unit in units)
        assert any(not unit.get("codes") for unit in units)
        assert any(not unit.get("condensed") for unit in units)
        assert any(len(unit.get("codes", {})) > 1 for unit in units)
        assert 60 <= len(codebook.codes()) <= 90
        assert (len(codebook.unsorted()), len(codebook.parked()), len(codebook.themes())) == (2, 2, 1)
        assert len(list(store.project.alive("snapshots"))) == 4
        assert sum(1 for node in codebook.nodes.values() if node.aliases) >= 4


def test_most_interviews_were_coded_by_both_who_did_not_always_agree(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        project = store.project
        coders = [
            {unit["coder"] for unit in project.units_in(source["id"], relevant_only=True)}
            for source in project.alive("sources")
        ]
        assert sum(len(each) == 2 for each in coders) > len(coders) / 2
        assert all(each for each in coders)
        assert any(memo.get("kind") == "discussion" for memo in project.alive("memos"))


def test_every_code_in_a_pile_and_every_pile_says_what_it_means(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        book = store.project.codebook
        assert [
            book.path(node) for node in (*book.piles(), *book.categories()) if not book.nodes[node].definition
        ] == []
        sorted_codes = [code for code in book.codes() if book.pile_of(code)]
        assert [book.path(code) for code in sorted_codes if not book.nodes[code].definition] == []
        assert [node.title for node in book.nodes.values() if node.level == "sub-category"] == list(SYSTEM)


SYSTEM = {
    "Addressing liability issues and legal information sharing": (7, 2, 2, 16),
    "Complying with standards and quality requirements": (2,),
    "Integrating AI-relevant learning in higher education for healthcare staff": (15,),
    "Developing a systematic approach to AI implementation": (4, 21, 10, 13),
    "Ascertaining resources for AI implementation": (13, 14),
    "Involving staff throughout the implementation process of AI systems": (4, 10),
    "Developing new strategies for internal and external collaboration": (2, 9, 16),
    "Managing new roles in care processes": (15, 20, 7),
    "Building trust for AI systems acceptance in clinical practice": (2, 10, 4, 13),
}
"""The sub-categories with the leaders who are quoted under each, in order."""

TABLE_1 = {
    ("role", "politician"): 4,
    ("role", "manager"): 9,
    ("role", "quality developer or strategist"): 13,
    ("context", "healthcare administration"): 15,
    ("context", "primary care"): 6,
    ("context", "psychiatry"): 3,
    ("context", "hospital"): 2,
    ("gender", "male"): 18,
    ("gender", "female"): 8,
}


def test_each_sub_category_quotes_whom_it_should(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        quoted: dict[str, list[str]] = {}
        for block in summary(store.project):
            if isinstance(block, Heading) and block.level == 3:
                quoted[block.text] = []
            elif isinstance(block, Quote):
                quoted[list(quoted)[-1]].append(block.attribution)
        quoted.pop("Standing closest to the door")  # the theme
        assert quoted == {pile: [f"Leader {number}" for number in said] for pile, said in SYSTEM.items()}
        chosen = [unit for unit in store.project.alive("units") if unit.get("quoted")]
        assert sum(len(unit["spans"]) > 1 for unit in chosen) >= 4
        assert sum(bool(unit.get("translation")) for unit in chosen) >= 4
        assert sum(bool(unit.get("edited")) for unit in chosen) >= 4
        assert [unit["id"] for unit in chosen if is_outdated(store.project, unit)] == []


def test_who_took_part_and_how_long_they_spoke(copy: Path) -> None:
    with Store.open(copy, write=False) as store:
        project = store.project
        rows = [row for block in table_of_participants(project) if isinstance(block, Table) for row in block.rows]
        counted, attribute = {}, ""
        for name, value, number in rows:
            attribute = name or attribute
            counted[attribute, value] = int(number)
        assert counted == TABLE_1
        assert how_long(project) == "Each took between 30 and 120 minutes, 23 h 49 min in all."
        topics = [
            turn
            for source in project.alive("sources")
            for turn in project.turns(source["id"])
            if topic_of(project, turn)
        ]
        assert len(guide(project)) == 4
        assert len(topics) > 200
        assert {source["language"] for source in project.alive("sources")} == {"en", "sv"}


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
