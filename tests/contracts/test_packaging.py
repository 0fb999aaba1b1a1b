"""What is installed: pure Python only, one version everywhere."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, version

from tests.contracts.house import ROOT, modules, tree
from tui import __version__

# The name at the head of a requirement, and what follows a semicolon.
REQUIREMENT = re.compile(r"^([\w.-]+)([^;]*)(?:;(.*))?$")
# Distributions that are not called like the package they bring.
NAMED = {"markdown_it": "markdown-it-py"}


def run_time_requirements(name: str, seen: set[str]) -> Iterator[Distribution]:
    """Yield what is installed with a distribution, without extras, each once."""
    for requirement in distribution(name).requires or ():
        match = REQUIREMENT.match(requirement)
        assert match is not None, requirement
        needed, _, marker = match.groups()
        if needed not in seen and not re.search(r"\bextra\b|python_version\s*<|sys_platform\s*==\s*.win", marker or ""):
            seen.add(needed)
            yield distribution(needed)
            yield from run_time_requirements(needed, seen)


def test_every_run_time_dependency_is_pure_python() -> None:
    installed = list(run_time_requirements("postil", {"postil"}))
    assert {"textual", "rich", "tinydb", "click"} <= {each.metadata["Name"].lower() for each in installed}
    for each in installed:
        compiled = [str(file) for file in each.files or () if file.suffix in {".so", ".pyd", ".dylib"}]
        assert compiled == [], each.metadata["Name"]
        assert "Root-Is-Purelib: true" in (each.read_text("WHEEL") or ""), each.metadata["Name"]


def test_what_is_imported_is_declared_and_no_more() -> None:
    declared = {line for line in distribution("postil").requires or () if "extra ==" not in line}
    imported = {name for module in modules() for node in ast.walk(tree(module)) for name in imported_by(node)}
    foreign = imported - sys.stdlib_module_names - {"tui", "__future__"}
    assert {match[1] for match in map(REQUIREMENT.match, declared) if match} == {
        NAMED.get(name, name) for name in foreign
    }


def imported_by(node: ast.AST) -> list[str]:
    """Return the top-level names that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if isinstance(node, ast.ImportFrom) and not node.level else []


def test_the_version_is_one() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d\S*)", changes, re.MULTILINE)
    assert newest is not None
    assert newest.group(1) == __version__
    assert version("postil") == __version__, "the version changed since Postil was installed here: install it again"


def test_each_run_time_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert declared is not None
    lines = declared.group(1).splitlines()
    assert [line.strip().startswith("#") for line in lines] == [True, False] * (len(lines) // 2)
