"""The transcript's bars, measured: `python -m tests.benchmarks.bench_transcript`.

A source of 100,000 words with 2,000 overlapping units of two coders: finding sentences, wrapping, lanes, a key.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from tests.app.standin import Kept, StandIn
from tests.builders import CODER, a_project
from tui.app.app import PostilApp
from tui.app.layout.gutter import gutter_of
from tui.app.layout.units_shown import UnitsShown
from tui.app.layout.wrap import Wrapping
from tui.app.terminal import Terminal
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.reading import Reading
from tui.model.sentences import sentences

TURNS, UNITS = 200, 2_000
TURN = "We waited for – well – a year, e.g. in May, and nobody came to the meeting. " * 36
KEYS = ("j", "l", "w", ")", "L", ">", "pagedown", "s")


def project_of() -> Project:
    """Return the project, the same every time."""
    project = a_project(
        "# A / ## B / - one / - two / # C / ## D / - three",
        L07=" / ".join(f"INT: Why {number}? / L07: {TURN}" for number in range(TURNS)),
    )
    chance = random.Random(1)
    codes = list(project.codebook.codes())
    turns = [turn for turn in project.transcript("L07").turns if turn.is_participants]
    for _ in range(UNITS):
        turn = chance.choice(turns)
        start = chance.randrange(turn.speech, turn.end - 400)
        unit = {
            "id": new_id(),
            "source": "L07",
            "coder": chance.choice([CODER, "jon"]),
            "codes": {chance.choice(codes): True},
        }
        project.put("units", unit["id"], {**unit, "spans": [[start, start + chance.randrange(40, 380)]]})
    return project


def timed(task: Callable[[], object], times: int = 5) -> str:
    """Return the median of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        task()
        taken.append(time.perf_counter() - begun)
    return f"{statistics.median(taken) * 1000:8.1f} ms"


async def keys(project: Project) -> None:
    """Press keys in the app and print what each takes, drawing included."""
    store = StandIn(project, coder=CODER, state=Kept({"desk": {"source": "L07", "pane": "transcript"}}))
    app = PostilApp(store, Terminal("dark", "full"))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in KEYS:
            character = key if len(key) == 1 else None
            print(f"{'key ' + key:24}", timed(partial(app.page.press, key, character), 9))
            await pilot.pause()


def main() -> None:
    """Measure and print."""
    project = project_of()
    text = project.transcript("L07").text
    reading = Reading(project.transcript("L07"))
    wrapping = Wrapping(reading, 54)
    units = UnitsShown(project, "L07", CODER)
    measured = {
        "sentences of 180,000": lambda: sentences(text, 0, 180_000, "en"),
        "wrap": lambda: Wrapping(reading, 54),
        "units shown": lambda: UnitsShown(project, "L07", CODER),
        "lanes": lambda: gutter_of(units.marked, wrapping),
    }
    for name, task in measured.items():
        print(f"{name:24}", timed(task))
    asyncio.run(keys(project))


if __name__ == "__main__":
    main()
