"""An export's lines lead back to spans whose text is the source's, also after the project has gone on."""

from __future__ import annotations

import json
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


@pytest.fixture
def decided(coded: Path, done: Postil) -> Path:
    """A small project with a decision and a renamed code."""
    done("codebook", "merge", "unfair", "--into", "who signs", "--reason", "one thing")
    done("codebook", "park", "writes a page", "later")
    done("units", "quote", done("units", "--json").json[0]["id"], "--edited", "[Today] // signs")
    return coded


SAYS_WHAT_IT_COUNTS = ("# ", "## ", "| Category ", "| --- ", "**Note.**", "```", "flowchart", "Postil ", "In the quot")


@pytest.mark.parametrize(
    "what", [("summary",), ("summary", "--mermaid", "--locate"), ("chapter",), ("chapter", "--rows", "1")]
)
def test_every_line_of_a_summary_leads_to_words_that_equal_those_of_the_source(
    what: tuple[str, ...], decided: Path, done: Postil
) -> None:
    done("export", *what, "-o", "out.md")
    texts = {
        source["id"]: (decided / "texts" / f"{source['text']}.txt").read_text(encoding="utf-8")
        for source in json.loads((decided / "project.json").read_text(encoding="utf-8"))["sources"].values()
    }
    lines = done("trace", "out.md", "--json").json["lines"]
    assert all(line["ours"] for line in lines)
    for line in lines:
        for unit in line["units"]:
            assert unit["text"] == [texts[unit["source"]][start:end] for start, end in unit["spans"]]
    summary = lines[next(at for at, line in enumerate(lines) if line["text"].startswith("The analysis")) :]
    for line in summary:
        if line["text"].startswith("## From meaning unit"):
            break
        known = line["units"] or line["about"] or line["text"] == ">" or line["text"].startswith(SAYS_WHAT_IT_COUNTS)
        assert known, line["text"]


@pytest.mark.parametrize("what", ["decisions", "history", "quotations", "codebook", "coreq", "participants"])
def test_other_exports_are_traced_too(what: str, decided: Path, done: Postil) -> None:
    done("export", what, "-o", "out.md")
    traced = done("trace", "out.md", "--json").json
    assert traced["report"] == what
    assert all(line["ours"] for line in traced["lines"])
    if what == "decisions":
        (merged,) = (line for line in traced["lines"] if "merged code" in line["text"])
        assert merged["about"] == ["Conditions / Liability / who signs"]
        assert {unit["text"][0] for unit in merged["units"]} == {"the doctor signs", "My gut says that this is unfair."}
    if what == "history":
        (coded,) = (line for line in traced["lines"] if "apply code who signs" in line["text"])
        assert "the doctor signs" in [text for unit in coded["units"] for text in unit["text"]]


@pytest.mark.parametrize("what", ["decisions", "history", "codebook"])
def test_what_happened_since_an_export_is_not_taken_for_a_part_of_it(what: str, decided: Path, done: Postil) -> None:
    done("export", what, "-o", "out.md")
    before = done("trace", "out.md", "--json").json
    done("codebook", "rename", "who signs", "who stands for it")
    done("codebook", "unpark", "writes a page")
    done("undo")
    assert done("trace", "out.md", "--json").json == before


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
