"""The store's bars, measured: `python -m tests.benchmarks.bench_store`.

Prints a table of what the design promises, what was seen here, and whether it was met. Ratios are taken alternately
in one process on one disk, so that a busy machine disturbs both sides; figures still vary from run to run.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.store.disk import a_large_folder, journal_of
from tui.model.edits.units import ApplyCode, Condense, MarkUnit
from tui.model.ids import new_id
from tui.store.project import Store

LARGE, SMALL = 100_000, 1_000
_MEMORY = """
import gc, sys
from pathlib import Path
from tui.store.project import Store
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
gc.collect()
before = resident()
store = Store.open(sys.argv[1], write=False)
print(resident() - before)
"""


class Table:
    """The rows, printed as they come."""

    def __init__(self) -> None:
        print(f"{'what':66} {'bar':>10} {'seen':>18}")

    def row(self, what: str, bar: str, seen: str, *, met: bool | None) -> None:
        verdict = "" if met is None else "met" if met else "MISSED"
        print(f"{what:66} {bar:>10} {seen:>18}  {verdict}", flush=True)


def main() -> None:
    """Measure and print everything."""
    table = Table()
    place = Path(tempfile.mkdtemp(prefix="postil-bench-", dir=sys.argv[1] if len(sys.argv) > 1 else None))
    try:
        large = a_large_folder(place / "large", LARGE, closed=100)
        small = a_large_folder(place / "small", SMALL, closed=100)
        for folder in (large, small):
            with Store.open(folder) as store:
                store.checkpoint()
        one_edit(table, large, small, place)
        openings(table, large)
        reading(table, large)
        memory(table, large)
    finally:
        shutil.rmtree(place)


def one_edit(table: Table, large: Path, small: Path, place: Path, times: int = 300) -> None:
    """Code one passage, over appending 300 bytes and syncing them, with 4 open and 100 closed journals."""
    with plain_file(place) as append:
        stores = [Store.open(large, coder="maria"), Store.open(small, coder="maria")]
        edits = [coding(store, times) for store in stores]
        actions = [append, *(partial(next, each) for each in edits)]
        for _ in range(3):
            measured(actions)
        size = journal_of(stores[0]).stat().st_size
        rounds = [measured(actions) for _ in range(times)]
        written = (journal_of(stores[0]).stat().st_size - size) / times
        plain, at_large, at_small = (sorted(column) for column in zip(*rounds, strict=True))
        for name, quantile in (("median", 0.5), ("p95", 0.95)):
            place_in = int(quantile * times)
            ratio = at_large[place_in] / plain[place_in]
            table.row(
                f"one edit at {LARGE:,} units over append + fsync of 300 B, {name}",
                "≤ 2.5",
                f"{ratio:.2f}",
                met=ratio <= 2.5,
            )
        table.row("bytes of that edit", "≤ 600", f"{written:.0f} B", met=written <= 600)
        ratio = statistics.median(at_large) / statistics.median(at_small)
        table.row(f"the same at {LARGE:,} over at {SMALL:,}", "≤ 1.15", f"{ratio:.2f}", met=ratio <= 1.15)
        in_one_transaction(table, stores[0])
        idle_poll(table, stores[0])
        for store in stores:
            store.close()


def coding(store: Store, times: int) -> Iterator[None]:
    """Mark a passage of one interview with a code, condense it, add a code: the edits of a day, one a step."""
    project = store.project
    codes = [node["id"] for node in project.alive("nodes")]
    source = next(project.alive("sources"))["id"]
    for number in range(times):
        unit = new_id()
        start = 7 + number % 30 * 2000 + number * 6 % 1800
        store.commit(MarkUnit(unit, source, [[start, start + 60]], "maria", (codes[number % 200],)))
        yield
        store.commit(Condense(unit, "unclear whose decision it is once a tool has a say"))
        yield
        store.commit(ApplyCode(unit, codes[(number + 1) % 200]))
        yield


def in_one_transaction(table: Table, store: Store, units: int = 5000) -> None:
    """Mark 5,000 units as one step to undo."""
    source = next(store.project.alive("sources"))["id"]
    code = next(store.project.alive("nodes"))["id"]
    edits = [
        MarkUnit(new_id(), source, [[6 + n % 30 * 2000 + n // 30, 90 + n % 30 * 2000 + n // 30]], "maria", (code,))
        for n in range(units)
    ]
    syncs = 0
    sync = os.fsync

    def counted(descriptor: int) -> None:
        nonlocal syncs
        syncs += 1
        sync(descriptor)

    os.fsync = counted
    try:
        seconds = timed(lambda: store.commit(*edits))
    finally:
        os.fsync = sync
    each = seconds / units * 1e6
    table.row(
        f"{units:,} units in one transaction, each",
        "≤ 100 µs",
        f"{each:.0f} µs, {syncs} sync",
        met=each <= 100 and syncs == 1,
    )


def idle_poll(table: Table, store: Store, open_journals: int = 4) -> None:
    """Ask for news where there are none."""
    store.poll()
    store._journals._settled_at = 0.0  # as after two quiet seconds
    seconds = statistics.median(timed(store.poll) for _ in range(2000))
    each = seconds / open_journals * 1e6
    table.row("idle poll, per open journal (4 open, 100 closed)", "≤ 15 µs", f"{each:.1f} µs", met=each <= 15)


def openings(table: Table, folder: Path) -> None:
    """Open by the checkpoint and by replay, over what JSON alone costs."""
    with Store.open(folder) as store:
        store.checkpoint()
    path = folder / "project.json"
    lines = [line for each in (folder / "journal").glob("*.jsonl") for line in each.read_bytes().splitlines()]
    quick = alternately(lambda: json.load(path.open()), lambda: Store.open(folder, write=False))
    table.row("opening from the checkpoint with all indexes over json.load", "≤ 1.5", f"{quick:.2f}", met=quick <= 1.5)
    counted = alternately(lambda: json.load(path.open()), lambda: Store.open(folder, write=False).project.tally)
    table.row("   the same with the counts of every code, made when first asked for", "", f"{counted:.2f}", met=None)
    path.unlink()
    slow = alternately(lambda: [json.loads(line) for line in lines], lambda: Store.open(folder, write=False))
    table.row("full replay over json.loads of the same lines", "≤ 2", f"{slow:.2f}", met=slow <= 2)


def reading(table: Table, folder: Path) -> None:
    """Read one source's units, and write the checkpoint."""
    store = Store.open(folder)
    project = store.project
    sources = [source["id"] for source in project.alive("sources")]
    ratios = []
    for source in sources:
        documents = project.units_in(source)
        project._in_order.clear()
        asked = timed(partial(project.units_in, source))
        ratios.append(asked / timed(partial(copies, documents)))
    ratio = statistics.median(ratios)
    table.row("all units of one source over copying their dicts", "≤ 4", f"{ratio:.2f}", met=ratio <= 4)
    table.row(f"writing a checkpoint of {LARGE:,} units", "", f"{timed(store.checkpoint):.2f} s", met=None)
    store.close()


def copies(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Copy documents one by one."""
    return [dict(document) for document in documents]


def memory(table: Table, folder: Path) -> None:
    """Ask a process of its own how much an open project takes."""
    for name in ("from the checkpoint", "after a replay"):
        taken = int(
            subprocess.run([sys.executable, "-c", _MEMORY, str(folder)], capture_output=True, check=True).stdout
        )
        each = taken / LARGE / 1000
        table.row(f"memory per unit with indexes, {name}", "≤ 1.5 kB", f"{each:.2f} kB", met=each <= 1.5)
        (folder / "project.json").unlink(missing_ok=True)


@contextmanager
def plain_file(place: Path) -> Iterator[Callable[[], None]]:
    """Give what appends 300 bytes to a file and syncs it."""
    descriptor = os.open(place / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    data = b"x" * 299 + b"\n"

    def append() -> None:
        os.write(descriptor, data)
        os.fsync(descriptor)

    try:
        yield append
    finally:
        os.close(descriptor)


def measured(actions: list[Callable[[], object]]) -> list[float]:
    """Do each action once and return the seconds each took."""
    return [timed(action) for action in actions]


def timed(action: Callable[[], Any]) -> float:
    """Return the seconds an action takes, what it returns kept until it is over."""
    begun = time.perf_counter()
    kept = action()
    seconds = time.perf_counter() - begun
    del kept
    return seconds


def alternately(plain: Callable[[], Any], ours: Callable[[], Any], times: int = 7) -> float:
    """Return the ratio of the best times of two actions, done in turn with the collector off."""
    gc.disable()
    try:
        pairs = []
        for _ in range(times):
            pairs.append((timed(plain), timed(ours)))
            gc.unfreeze()
            gc.collect()
        return min(pair[1] for pair in pairs) / min(pair[0] for pair in pairs)
    finally:
        gc.enable()


if __name__ == "__main__":
    main()
