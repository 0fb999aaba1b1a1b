"""Small modules and functions, each saying what it is for; nothing unfinished, nothing about how it came to be."""

import ast
import re
from pathlib import Path

import pytest

from tests.contracts.house import ROOT, modules, tracked, tree

LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_DOCSTRING = 400, 60, 5
TOP = {
    *(".ci", ".gitignore", ".gitattributes", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("pyproject.toml", "sample_project", "tests", "tui"),
}
UNFINISHED = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|type: igno" + r"re(?!\[)|pragma: no " + "cover"
)
MACHINE = re.compile(r"(?<![\w.~*$}])/(?:home|root|Users|work|farm)/\w|\bissue #?\d", re.IGNORECASE)
EMPTY_NAMES = {"utils", "util", "helpers", "common", "base", "manager", "misc"}


@pytest.mark.parametrize("module", modules(), ids=str)
def test_a_module_is_small_and_says_what_it_is_for(module: Path) -> None:
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    said = ast.get_docstring(tree(module)) or ""
    assert len(lines) <= LONGEST_MODULE
    assert 1 <= len(said.splitlines()) <= LONGEST_DOCSTRING
    assert module.stem not in EMPTY_NAMES
    assert module.parent.name not in EMPTY_NAMES


@pytest.mark.parametrize("module", modules(), ids=str)
def test_a_function_fits_a_screen(module: Path) -> None:
    functions = (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("module", [m for m in modules() if m.name == "__init__.py"], ids=str)
def test_a_package_holds_a_docstring_and_nothing_to_import_from_elsewhere(module: Path) -> None:
    assert [node for node in tree(module).body if isinstance(node, ast.Import | ast.ImportFrom)] == []


def test_the_top_level_holds_what_a_reader_expects() -> None:
    assert {path.parts[0] for path in tracked()} - TOP == set()


def test_nothing_tracked_is_unfinished_or_names_the_machine_it_was_made_on() -> None:
    found = []
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".tcss", ".jsonl", ".txt", ".json", ".svg", ""}:
            for number, line in enumerate((ROOT / path).read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if MACHINE.search(line) or (path.suffix == ".py" and UNFINISHED.search(line)):
                    found.append(f"{path}:{number}: {line.strip()[:80]}")
    assert found == []
