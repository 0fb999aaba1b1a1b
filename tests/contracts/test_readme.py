"""The README tells the truth: its two commands are where the checks look, its paths exist, its markdown comes out."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.contracts.house import ROOT, blocks

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_two_commands_stand_where_the_checks_read_them() -> None:
    marked = re.findall(r"^<!-- (.*) -->\n```\n(.*)\n```$", README, re.MULTILINE)
    assert [remark for remark, _ in marked] == ["the command that opens the sample", "the command that runs the tests"]
    assert all(command.startswith("python3 -m venv .venv && ") for _, command in marked)
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert all(f'readme_command "{remark}"' in script for remark, _ in marked)


def test_every_path_of_where_is_what_exists() -> None:
    table = README.partition("Where is what:")[2]
    paths = re.findall(r"`([\w./-]+)`", table)
    assert [path for path in paths if "/" in path and not (ROOT / path).exists()] == []
    assert len(re.findall(r"^\| [^-y].*`", table, re.MULTILINE)) == 12


def test_every_picture_exists() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures != []
    assert [path for path in pictures if not (ROOT / path).exists()] == []


def test_the_markdown_shown_is_what_comes_out(tmp_path: Path) -> None:
    project = tmp_path / "sample"
    shutil.copytree(ROOT / "sample_project", project, ignore=shutil.ignore_patterns("*.mine", "state"))
    export = [sys.executable, "-m", "tui", "-C", str(project), "export", "summary"]
    answer = subprocess.run(export, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    shown = blocks(Path("README.md"), "markdown")
    assert shown != []
    for block in shown:
        assert block.strip() in answer.stdout
