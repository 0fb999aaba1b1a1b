"""An export's lines lead back to spans whose text is the source's, also after the project has gone on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Postil
from tests.contracts.house import ROOT

SAMPLE = ROOT / "sample_project"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    return folder


@pytest.fixture
def on_sample(sample: Path, done: Postil) -> Postil:
    return lambda *words: done("-C", str(sample), *words)


def plain(words: str) -> str:
    return " ".join(words.replace("\\", "").split())


@pytest.mark.parametrize(
    "what",
    [("summary",), ("summary", "--locate"), ("chapter", "--rows", "3"), ("abstraction",), ("codebook",), ("figure",)],
)
def test_every_line_with_a_quotation_or_a_count_leads_to_units(
    what: tuple[str, ...], on_sample: Postil, tmp_path: Path
) -> None:
    file = tmp_path / "export.md"
    on_sample("export", *what, "-o", str(file))
    traced = on_sample("trace", str(file), "--json").json
    assert traced["report"] == what[0]
    assert traced["head"]
    assert all(line["ours"] for line in traced["lines"])
    quoted = [line for line in traced["lines"] if line["text"].startswith("> ") and line["units"]]
    assert bool(quoted) == (what[0] in ("summary", "chapter", "codebook"))
    for line in traced["lines"]:
        for unit in line["units"]:
            assert [len(text) for text in unit["text"]] == [end - start for start, end in unit["spans"]]


def test_the_words_of_a_quotation_are_those_of_its_spans(on_sample: Postil, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    on_sample("export", "summary", "-o", str(file))
    units = {unit["id"]: unit for unit in on_sample("units", "--json").json}
    quoted = [line for line in on_sample("trace", str(file), "--json").json["lines"] if line["text"].startswith("> ")]
    assert quoted
    for line in quoted:
        (unit,) = line["units"]
        quotation = units[unit["id"]]["quotation"]
        words = plain(line["text"][2:])
        forms = [" // ".join(unit["text"]), " ".join(unit["text"]), unit["participant"]]
        forms += [form for form in (quotation["edited"], quotation["translation"]) if form]
        assert any(plain(form).replace("[…]", "//") == words for form in forms), words


def test_a_file_is_traced_as_of_the_history_it_names(on_sample: Postil, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    on_sample("export", "summary", "-o", str(file))
    before = on_sample("trace", str(file), "--json").json
    on_sample("--coder", "Ada", "codebook", "rename", "who answers", "who stands for it")
    assert on_sample("trace", str(file), "--json").json == before


def test_what_was_changed_by_hand_is_said_not_to_be_of_the_project(on_sample: Postil, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    on_sample("export", "summary", "--bare", "-o", str(file))
    text = file.read_text(encoding="utf-8").replace("The analysis led to", "We were led to")
    file.write_text(text, encoding="utf-8")
    answer = on_sample("trace", str(file))
    assert [line for line in answer.lines if "not from the project" in line and "We were led to" in line]
    assert "beside the project as it is now" in answer.err


def test_what_is_no_export_is_refused(on_sample: Postil, sample: Path, postil: Postil, tmp_path: Path) -> None:
    file = tmp_path / "other.md"
    file.write_text("# Shopping\n\n- eggs\n", encoding="utf-8")
    answer = postil("-C", str(sample), "trace", str(file))
    assert (answer.status, "no export of this project" in answer.err) == (1, True)
    file.write_bytes(b"\xff\xfe\x00")
    assert "no text in UTF-8" in postil("-C", str(sample), "trace", str(file)).err
    assert "cannot be read" in postil("-C", str(sample), "trace", str(tmp_path / "gone.md")).err
