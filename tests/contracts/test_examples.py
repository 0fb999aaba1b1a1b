"""Every command shown in the README and in the manual is run, on a copy of the sample project."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.house import ROOT, blocks
from tui.cli.main import COMMANDS

DOCUMENTS = (Path("README.md"), *sorted(path.relative_to(ROOT) for path in (ROOT / "tui/app/help").glob("*.md")))
INTERVIEW = "INT: How was the night?\n\nN01: Long. We were two, and then one of us was lent to another ward.\n"


def commands(document: Path) -> list[str]:
    """Return the commands of a document's console blocks, in their order."""
    lines = [line for block in blocks(document, "console") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project, with an interview to import, a corrected one and a coding lying in it."""
    folder = tmp_path / "sample"
    shutil.copytree(ROOT / "sample_project", folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    (folder / "N01.txt").write_text(INTERVIEW, encoding="utf-8")
    corrected = (
        (ROOT / "tests/sample/interviews/L07.txt").read_text(encoding="utf-8").replace("fat telephone", "thick phone")
    )
    (folder / "corrected.txt").write_text(corrected, encoding="utf-8")
    (folder / "coding.jsonl").write_text(blocks(Path("tui/app/help/6-commands.md"), "json")[0], encoding="utf-8")
    return folder


@pytest.mark.long
@pytest.mark.parametrize("document", [d for d in DOCUMENTS if commands(d)], ids=str)
def test_the_examples_of_a_document_work_one_after_the_other(document: Path, project: Path) -> None:
    environment = {**os.environ, "POSTIL_CODER": "Lena Park", "PYTHONPATH": str(ROOT)}
    environment.pop("POSTIL_PROJECT", None)
    for line in commands(document):
        words = shlex.split(line)
        assert words[0] == "postil", line
        answer = subprocess.run(
            [sys.executable, "-m", "tui", *words[1:]],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert answer.returncode == 0, f"{line}\n{answer.stderr}"
        assert "Traceback" not in answer.stderr


def test_every_command_is_in_the_manual() -> None:
    manual = "".join((ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS[1:])
    named = set(re.findall(r"postil (?:-C \w+ )?([a-z]+)", manual))
    assert set(COMMANDS) - named == set()
    assert named - set(COMMANDS) == set()


def test_every_page_of_the_manual_shows_an_example() -> None:
    assert [str(document) for document in DOCUMENTS[1:] if not commands(document)] == []
