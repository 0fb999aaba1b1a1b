"""From raw interviews to the category summary: two coders at once, at two sizes, one of them killed in between."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.desk import ENTER, CoderAtDesk
from tui.store.project import Store

TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "transcripts"
WINTERMOOR, CHANGELOG = TRANSCRIPTS / "hitsave-wintermoor.md", TRANSCRIPTS / "changelog-the-changelog-594.md"

pytestmark = pytest.mark.skipif(
    not (WINTERMOOR.exists() and CHANGELOG.exists()), reason="the real transcripts are not beside this checkout"
)


def postil(project: Path, *words: str) -> str:
    """Run a command as Lena and return what it prints."""
    command = [sys.executable, "-m", "tui", "-C", str(project), "--coder", "Lena Park", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def units_of(project: Path) -> list[dict[str, Any]]:
    return list(json.loads(postil(project, "units", "--json")))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    subprocess.run(
        [sys.executable, "-m", "tui", "--coder", "Lena Park", "new", str(folder), "--title", "Games and models"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    postil(folder, "import", str(WINTERMOOR), str(CHANGELOG))
    return folder


def test_two_coders_do_the_whole_job_at_once_and_a_kill_loses_nothing(study: Path) -> None:
    lena, jon = CoderAtDesk(study, "Lena Park", (120, 40)), CoderAtDesk(study, "Jon Ek", (80, 24))
    with lena.terminal, jon.terminal:
        lena.open_source("/wintermoor" + ENTER, "hitsave-wintermoor")
        jon.open_source("/changelog" + ENTER, "changelog")
        code_wintermoor(lena, study)
        code_changelog(jon)
        lena.kill()
    lena.units += jon.units
    assert len(units_of(study)) == lena.units

    again, jon = CoderAtDesk(study, "Lena Park", (120, 40)), CoderAtDesk(study, "Jon Ek", (80, 24))
    with again.terminal, jon.terminal:
        sort_into_categories(again)
        jon.press("g3", "Playing")
        jon.leave()
        again.leave()

    hold_the_structure(study)
    hold_the_units(study)
    hold_the_summary(study)


def code_wintermoor(lena: CoderAtDesk, study: Path) -> None:
    """Twelve units: one of two spans, one across two turns, one inside another, one with its end moved."""
    lena.press(":hitsave-wintermoor:7" + ENTER, "turn 7 of 290")
    lena.mark(")s", "school had a major")
    lena.mark("s+)))s", "quitting for an indie studio")
    lena.quote()
    lena.press("JJ", "turn 9")
    lena.mark("PP", "wanted games early")
    lena.quote()
    lena.press("HH", "wanted games early")
    lena.mark("s", "a way in")
    lena.press("JJ")
    for code in ("writing it oneself", "grew out of a table game"):
        lena.mark("s", code)
        lena.quote()
    for _ in range(5):
        lena.mark("s")
    lena.mark("s", "players push back")
    lena.press("H")
    before = units_of(study)
    lena.press("e" + "bb" + ENTER, "u undo")
    lena.saved()
    moved = [unit["spans"] for unit in units_of(study) if unit not in before]
    assert len(moved) == 1


def code_changelog(jon: CoderAtDesk) -> None:
    """Eight units in a narrow window."""
    jon.press(":40%" + ENTER, "turn ")
    for code in ("models get bigger", "costs come down", "developers keep up", "push back from players"):
        jon.mark("s", code)
        jon.mark("s")
    jon.press("H")
    jon.quote()


def sort_into_categories(lena: CoderAtDesk) -> None:
    """Six piles, three categories; one code moved to another pile, two that mean the same merged into one."""
    lena.see("saved ✓")
    lena.press("g3", "11 unsorted")
    lena.press("ggj")
    left = 11
    for throw in ("t+", "ta", "t+", "tb", "t+", "tc", "t+", "td", "t+", "te", "t+"):
        left -= 1
        lena.press(throw, f"{left} unsorted")
    lena.press("'ajtf", "move ")
    lena.press("'bj jM", "enter")
    lena.press(ENTER, "u undo")
    for letter, name in zip("abcdef", PILES, strict=True):
        lena.press(f"'{letter}r", "Name this")
        lena.press(name + ENTER, name)
    for letters, name in zip(("ab", "cd", "ef"), CATEGORIES, strict=True):
        lena.press("".join(f"'{letter} " for letter in letters) + "A", "called")
        lena.press(name + ENTER, name)


PILES = ("Learning", "Starting", "Playing", "Writing", "Growing", "Costing")
CATEGORIES = ("How people come to games", "How a game is made", "What models do")


def hold_the_structure(study: Path) -> None:
    """See that there are three categories of two sub-categories with ten codes, one of them under two names."""
    tree = json.loads(postil(study, "codebook", "--json"))
    categories = [node for node in tree if node["level"] == "category"]
    assert [node["name"] for node in categories] == list(CATEGORIES)
    piles = [pile for category in categories for pile in category["children"]]
    assert [pile["name"] for pile in piles] == list(PILES)
    codes = [code for pile in piles for code in pile["children"]]
    assert len(codes) == 10
    assert sum(len(code["aliases"]) for code in codes) == 1
    assert "Sound." in postil(study, "check")


def hold_the_units(study: Path) -> None:
    """See that the kinds of unit that were made are there."""
    units = units_of(study)
    assert len(units) == 20
    assert {unit["coder"] for unit in units} == {"lena-park", "jon-ek"}
    spans = sorted(unit["spans"] for unit in units)
    assert any(len(each) > 1 for each in spans)
    assert any(one[0][0] < other[0][0] < one[-1][1] for one in spans for other in spans)


def hold_the_summary(study: Path) -> None:
    """See that each quotation of the summary is the source's own words, but for omissions and time stamps."""
    summary = postil(study, "export", "summary")
    said = [line.removeprefix("> ") for line in summary.splitlines() if line.startswith("> ")]
    quoted = [unit for unit in units_of(study) if unit["quotation"] is not None]
    assert len(quoted) >= 5
    with Store.open(study, write=False) as store:
        for unit in quoted:
            transcript = store.project.transcript(unit["source"])
            words = transcript.shown(unit["spans"])
            pieces = [" ".join(transcript.text[start:end].split()) for start, end in unit["spans"]]
            bare = re.sub(r"\[?\(?\d+:\d\d(?::\d\d)?\)?\]? ?", "", " // ".join(pieces))
            assert [" ".join(part.split()) for part in words.split("//")] == [
                " ".join(part.split()) for part in bare.split("//")
            ]
            assert any(words in re.sub(r"\\\\(.)", r"\\1", line) for line in said), words
