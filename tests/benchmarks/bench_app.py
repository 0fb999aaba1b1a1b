"""The app's bars, measured in a terminal of 120 by 40: `python -m tests.benchmarks.bench_app`.

Starts are taken alternately with those of an empty Textual app, and said as ratios, so that a busy machine disturbs
both. Keys are timed to the last byte of their answer; vim, where there is one, answers its own in the same run.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import projects
from tests.benchmarks.app_keys import Keys, nodes_keys, transcript_keys
from tests.benchmarks.bench_store import Table
from tests.benchmarks.comparison_keys import comparison_keys
from tests.benchmarks.meter import Metered
from tui.model.edits.shaping import MergeNodes
from tui.model.tally import Tally
from tui.store.project import Store

ROOT = Path(__file__).parents[2]
EMPTY = [sys.executable, "-c", "from textual.app import App\nApp().run()"]


def opening(folder: Path) -> list[str]:
    """Return the command that opens a project."""
    return [sys.executable, "-m", "tui", "open", str(folder)]


def main() -> None:
    """Measure and print everything."""
    os.environ.pop("POSTIL_PROJECT", None)
    compileall.compile_dir(ROOT / "tui", quiet=1)  # as an installation does
    table = Table()
    place = Path(tempfile.mkdtemp(prefix="postil-bench-", dir=sys.argv[1] if len(sys.argv) > 1 else None))
    try:
        starts(table, place)
        transcript(table, place)
        sorting(table, place)
        comparison(table, place)
        search(table, place)
    finally:
        shutil.rmtree(place)


def starts(table: Table, place: Path) -> None:
    """Start on a small project and on a large one."""
    small = projects.many_sources(place / "small", 3, 60)
    large = projects.many_sources(place / "large")
    start(table, "start: first line of the transcript", 1.5, small, projects.WORD)
    start(table, "the same with 100 sources and 10,000 units", 2.0, large, projects.WORD)


def start(table: Table, what: str, bar: float, folder: Path, words: str, times: int = 9) -> None:
    """Start Postil and an empty Textual app in turn, and compare when the words and a cell are drawn."""
    ours, theirs = [], []
    for _ in range(times):
        with Metered(EMPTY) as empty:
            theirs.append(empty.until_a_cell())
        with Metered(opening(folder)) as postil:
            ours.append(postil.until(words))
    ratio = statistics.median(ours) / statistics.median(theirs)
    seen = f"{ratio:.2f} ({statistics.median(ours) * 1000:.0f} ms)"
    table.row(f"{what}, over an empty Textual app", f"≤ {bar:g}", seen, met=ratio <= bar)


def transcript(table: Table, place: Path) -> None:
    """Read and code in a source of 100,000 words with 5,000 units."""
    folder = projects.one_long_source(place / "long")
    start(table, "a source of 100,000 words with 5,000 units", 1.5, folder, projects.WORD)
    text = place / "long.txt"
    text.write_text(projects.long_text(100_000), encoding="utf-8")
    with Metered(EMPTY) as empty, Metered(opening(folder)) as postil:
        empty.until_a_cell()
        postil.until(projects.WORD)
        for each in (empty, postil):
            each.settle()
        painted = len(postil.written)
        more = postil.resident() - empty.resident()
        table.row("bytes until it stands", "≤ 20,000", f"{painted:,}", met=painted <= 20_000)
        table.row("memory over the empty app", "≤ 25 MB", f"{more:.1f} MB", met=more <= 25)
        transcript_keys(Keys(table, postil), folder)
    if shutil.which("vim"):
        vim_keys(table, text)


def vim_keys(table: Table, text: Path) -> None:
    """Let vim answer its keys for the same."""
    with Metered(["vim", "--clean", "+set linebreak", str(text)]) as vim:
        vim.until(projects.WORD)
        vim.settle()
        for what, key in (("cursor down", "j"), ("a page", "\x06")):
            answers = [vim.press(key) for _ in range(20)]
            size = statistics.median(answer.size for answer in answers)
            spent = statistics.median(answer.milliseconds for answer in answers)
            table.row(f"vim in the same text: {what}", "", f"{size:,.0f} B, {spent:.1f} ms", met=None)


def sorting(table: Table, place: Path) -> None:
    """Sort 2,000 codes on the board, and read them as a tree."""
    start(table, "the board with 2,000 nodes", 2.0, projects.many_nodes(place / "nodes"), "signs")
    folder = projects.many_nodes(place / "many", units=100_000, pane="transcript", large=5_000)
    with Metered(opening(folder)) as postil:
        postil.until(projects.WORD)
        postil.settle()
        to_the_board(table, postil)
        nodes_keys(Keys(table, postil))
    merging(table, folder)


def to_the_board(table: Table, postil: Metered, times: int = 9) -> None:
    """Go to the board and back to the text, and compare with what an empty app needs until it shows anything."""
    empty, ours = [], []
    for _ in range(times):
        with Metered(EMPTY) as program:
            empty.append(program.until_a_cell())
        postil.press("g")
        ours.append(postil.press("3").milliseconds / 1000)
        for key in "g1":
            postil.press(key)
    for key in "g3":
        postil.press(key)
    ratio = statistics.median(ours) / statistics.median(empty)
    seen = f"{ratio:.2f} ({statistics.median(ours) * 1000:.0f} ms)"
    table.row("2,000 nodes, 100,000 units: to the board, over an empty app's start", "≤ 2", seen, met=ratio <= 2)


def merging(table: Table, folder: Path, times: int = 5) -> None:
    """Merge two codes of 5,000 units, and see that the counts are those of counting all anew."""
    spent = []
    with Store.open(folder, coder=projects.CODER) as store:
        project = store.project
        large = sorted(project.codebook.codes(), key=project.tally.units)[-2:]
        for _ in range(times):
            began = time.perf_counter()
            store.commit(MergeNodes((large[0],), large[1]))
            figures = project.tally.figures
            project.tally.units(large[1])
            spent.append((time.perf_counter() - began) * 1000)
            assert figures() == Tally(project).figures(), "the counts must be right"
            store.undo()
    late = statistics.median(spent)
    table.row("counts after a merge of two codes of 5,000 units", "≤ 50 ms", f"{late:.1f} ms", met=late <= 50)


def comparison(table: Table, place: Path) -> None:
    """Compare two codes of 5,000 units each, and merge them."""
    folder = projects.two_large_codes(place / "comparison")
    with Metered(opening(folder)) as postil:
        postil.until(projects.WORD)
        postil.settle()
        comparison_keys(Keys(table, postil))


def search(table: Table, place: Path, sources: int = 1_000) -> None:
    """Search many sources for a rare word, by the command."""
    folder = projects.many_sources(place / "search", sources, 0, 8_000)
    command = [sys.executable, "-m", "tui", "-C", str(folder), "search", "wheelwright"]
    first, whole = zip(*(searched(command) for _ in range(3)), strict=True)
    for what, times, bar in (("all hits", whole, 2.0), ("the first", first, 0.3)):
        seconds = statistics.median(times)
        table.row(
            f"search in {sources:,} sources of 8,000 words: {what}",
            f"≤ {bar} s",
            f"{seconds:.2f} s",
            met=seconds <= bar,
        )


def searched(command: Sequence[str]) -> tuple[float, float]:
    """Run a search; return the seconds until its first byte and until its end."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None, "its output is a pipe"
        assert os.read(process.stdout.fileno(), 1), "there must be hits"
        first = time.perf_counter() - began
        process.stdout.read()
    return first, time.perf_counter() - began


if __name__ == "__main__":
    main()
