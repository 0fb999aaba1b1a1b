"""What exports cost as whole processes: `python -m tests.benchmarks.bench_reports [FOLDER]`.

The summary of the demo, and that of 100,000 units in 1,000 sources, a thousand of them quoted; its memory beside that
of opening the project, which is what any command does. A project in FOLDER is used again.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.projects import CODER, many_sources
from tui.model.edits.quotations import SetQuotation
from tui.store.project import Store

ROOT = Path(__file__).parents[2]
SOURCES, UNITS, QUOTED = 1_000, 100_000, 1_000
OTHERS = ("chapter", "codebook", "abstraction", "quotations", "coreq", "units", "decisions", "history")


class Cost(NamedTuple):
    """Seconds and megabytes of a process: the median of some runs, and the most it held."""

    seconds: float
    megabytes: float


def cost(folder: Path, *arguments: str, rounds: int = 5) -> Cost:
    """Run a command some times."""
    seconds, most = [], 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        command = [sys.executable, "-m", "tui", "-C", str(folder), *arguments]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, arguments
        seconds.append(time.perf_counter() - began)
        most = max(most, used.ru_maxrss / 1024)
    return Cost(statistics.median(seconds), most)


def a_project(folder: Path) -> Path:
    """Make the large project, unless it is there."""
    if not folder.exists():
        many_sources(folder, SOURCES, UNITS)
        with Store.open(folder, coder=CODER) as store:
            units = random.Random(5).sample([unit["id"] for unit in store.project.alive("units")], QUOTED)
            store.commit(*[SetQuotation(unit, True) for unit in units], sentence="choose quotations")
            store.checkpoint()
    return folder


def row(what: str, bar: float | None, seen: float, unit: str) -> None:
    said = "" if bar is None else f"of {bar:g} {unit}  {'met' if seen <= bar else 'MISSED'}"
    print(f"{what:62} {seen:8.2f} {unit:3} {said}")


def main() -> None:
    """Measure and print everything."""
    os.environ.pop("POSTIL_PROJECT", None)
    with tempfile.TemporaryDirectory() as place:
        row("summary of the demo", 1, cost(ROOT / "sample_project", "export", "summary").seconds, "s")
        folder = a_project(Path(sys.argv[1] if len(sys.argv) > 1 else place) / "project")
        opening = cost(folder, "project")
        summary = cost(folder, "export", "summary")
        row(f"opening {UNITS:,} units in {SOURCES:,} sources", None, opening.seconds, "s")
        row(f"summary of {UNITS:,} units in {SOURCES:,} sources", 4, summary.seconds, "s")
        row("its memory, over that of opening the project", 1.5, summary.megabytes / opening.megabytes, "x")
        for name in OTHERS:
            seen = cost(folder, "export", name, rounds=1)
            row(f"{name}, {seen.megabytes / opening.megabytes:.2f} times the memory", None, seen.seconds, "s")


if __name__ == "__main__":
    main()
