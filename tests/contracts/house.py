"""The checkout as the contracts see it: its root, its tracked files, its modules, code blocks of its documents."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Return what git keeps, relative to the root; skips where this is no git checkout."""
    answer = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True
    )
    if answer.returncode:
        pytest.skip("not a git checkout")
    return tuple(Path(name) for name in answer.stdout.split("\0") if name and (ROOT / name).exists())


@cache
def modules(folder: str = "tui") -> tuple[Path, ...]:
    """Return the Python files of a folder, relative to the root."""
    return tuple(sorted(path.relative_to(ROOT) for path in (ROOT / folder).rglob("*.py")))


@cache
def tree(module: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def blocks(document: Path, language: str) -> list[str]:
    """Return the fenced code blocks of a document that are marked with a language."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
