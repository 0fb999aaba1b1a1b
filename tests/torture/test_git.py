"""git beside the program: pulls while it runs, and a clone in the place where the project was."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, shown
from tests.torture.arena import alive, replayed, told
from tui.store.project import Store

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

_NOBODY = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str, check: bool = True) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}
    done = subprocess.run(
        ["git", *_NOBODY, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done.stdout


def under_git(tmp_path: Path) -> tuple[Path, Path]:
    """Make a project, a bare remote beside it, and push."""
    folder, remote = a_folder(tmp_path), tmp_path / "remote.git"
    git(tmp_path, "init", "--bare", "--initial-branch=main", str(remote))
    git(folder, "init", "--initial-branch=main")
    git(folder, "remote", "add", "origin", str(remote))
    exchange(folder, first=True)
    return folder, remote


def exchange(folder: Path, *, first: bool = False) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "work", "--allow-empty")
    if not first:
        git(folder, "pull", "--no-rebase", "--no-edit", "origin", "main")
    git(folder, "push", "origin", "HEAD:main")


@pytest.mark.parametrize("pulls", [4, pytest.param(80, marks=pytest.mark.torture)])
def test_pulls_while_the_program_runs_bring_everything(tmp_path: Path, pulls: int) -> None:
    draw = random.Random(pulls)
    first, remote = under_git(tmp_path)
    second = tmp_path / "second"
    git(tmp_path, "clone", str(remote), str(second))
    stores = [Store.open(first, coder="maria"), Store.open(second, coder="jon")]
    saved: set[str] = set()
    stores[0].commit(Put("nodes", "n1", {"name": "begun"}))
    for number in range(pulls):
        for store in stores:
            for each in range(draw.randint(1, 4)):
                name = f"{store.coder}{number}.{each}"
                store.commit(Put("memos", name, {"text": "x" * draw.randint(1, 200)}))
                store.commit(Put("nodes", "n1", {"name": name}))
                saved.add(name)
        here = number % 2
        exchange(stores[here].folder)
        stores[here].poll()
    for folder in (first, second, first):
        exchange(folder)
    for store in stores:
        store.poll()
        assert alive(store.project.tables) == saved
    assert shown(stores[0]) == shown(stores[1]) == replayed(first).tables
    assert stores[0].conflicts() == stores[1].conflicts()
    assert stores[0].check() == stores[1].check() == []
    told(pulls, f"pulls with {len(saved):,} edits")


@pytest.mark.parametrize("rounds", [3, pytest.param(40, marks=pytest.mark.torture)])
def test_a_clone_in_the_same_place_continues_no_journal_it_lacks(tmp_path: Path, rounds: int) -> None:
    folder, remote = under_git(tmp_path)
    saved: set[str] = set()
    for number in range(rounds):
        store = Store.open(folder, coder="maria")
        for each in range(3):
            store.commit(Put("memos", f"m{number}.{each}", {"text": "x"}))
            saved.add(f"m{number}.{each}")
        exchange(folder)
        store.commit(Put("memos", f"never pushed {number}", {"text": "x"}))
        stays_open = number % 2 == 0
        if not stays_open:
            store.close()
        kept = folder.with_name(f"kept{number}")
        folder.rename(kept)
        git(tmp_path, "clone", str(remote), str(folder))
        claims = number % 3 == 0
        if claims:
            for path in (kept / "journal").glob("*.mine"):
                shutil.copy(path, folder / "journal" / path.name)
        with Store.open(folder, coder="maria") as again:
            assert alive(again.project.tables) == saved
            again.commit(Put("memos", f"in the clone {number}", {"text": "x"}))
            saved.add(f"in the clone {number}")
            assert again.state.journal not in {path.stem for path in (kept / "journal").glob("*.jsonl")}
        exchange(folder)
        # What was never pushed comes in by copying the old folder's journals: every line of either is kept.
        for path in (kept / "journal").glob("*.jsonl"):
            shutil.copy(path, folder / "journal" / path.name)
        saved.add(f"never pushed {number}")
        assert alive(Store.open(folder, write=False).project.tables) == saved
        assert Store.open(folder, write=False).check() == []
    told(rounds, "clones in the same place")
