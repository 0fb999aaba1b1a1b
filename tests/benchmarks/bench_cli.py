"""The command line's bars, measured: `python -m tests.benchmarks.bench_cli`.

Prints ratios of whole processes, taken alternately, so that a busy machine disturbs both sides. The script that the
listing of units is compared with does the least a script could do: it reads the checkpoint with TinyDB and writes the
same bytes.
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

from tui.model.edits.codebook import CreateNode
from tui.model.edits.participants import AddParticipant
from tui.model.edits.sources import ImportSource
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.transaction import Edit
from tui.store.project import Store, create

ROOT = Path(__file__).parents[2]
UNITS, SOURCES, TURNS, CODES = 10_000, 26, 100, 200
SENTENCE = "Today the doctor decides and the doctor signs, and that is simple, but it will not stay so for long. "

SCRIPT = """
import json, re, sys
from bisect import bisect_right
from datetime import datetime, timedelta, timezone
from pathlib import Path
import click, tinydb
folder = Path(sys.argv[1])
with tinydb.TinyDB(folder / "project.json", access_mode="r") as db:
    tables = {name: {row["id"]: row for row in db.table(name).all()} for name in ("sources", "nodes", "units", "memos")}
digits = {digit: value for value, digit in enumerate("0123456789abcdefghjkmnpqrstvwxyz")}
def moment(ulid):
    value = 0
    for digit in ulid[:10]:
        value = value * 32 + digits[digit]
    return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=value)).strftime("%Y-%m-%dT%H:%M:%SZ")
nodes = tables["nodes"]
order = lambda node: (nodes[node].get("order") or "", node)
def path(node):
    names = []
    while node:
        names.append(nodes[node]["name"])
        node = nodes[node].get("parent")
    return " / ".join(reversed(names))
paths = {node: path(node) for node in nodes}
memos = {}
for memo in tables["memos"].values():
    memos.setdefault(memo["on"]["id"], []).append(memo["id"])
units = {}
for unit in tables["units"].values():
    units.setdefault(unit["source"], []).append(unit)
encode = json.JSONEncoder(ensure_ascii=False).encode
lines = []
for source in sorted(tables["sources"].values(), key=lambda source: source["name"]):
    text = (folder / "texts" / (source["text"] + ".txt")).read_text(encoding="utf-8")
    starts = [turn[0] for turn in source["turns"]]
    breaks = [found.start() for found in re.finditer("\\n", text)]
    for unit in sorted(units[source["id"]], key=lambda unit: (unit["spans"][0][0], -unit["spans"][-1][1], unit["id"])):
        start = unit["spans"][0][0]
        turn = bisect_right(starts, start)
        speaker = source["speakers"][source["turns"][turn - 1][3]]
        lines.append(encode({
            "id": unit["id"], "source": unit["source"], "line": bisect_right(breaks, start - 1) + 1, "turn": turn,
            "participants": [speaker["participant"]] if speaker["role"] == "participant" else [],
            "coder": unit["coder"], "at": moment(unit["id"]), "spans": unit["spans"],
            "text": [" ".join(text[a:b].split()) for a, b in unit["spans"]], "condensed": unit.get("condensed"),
            "codes": [
                {"id": code, "path": paths[code], "moved": False}
                for code in sorted(unit.get("codes") or (), key=order)
            ],
            "quotation": None, "memos": memos.get(unit["id"], []), "topic": None,
        }))
sys.stdout.buffer.write(("[\\n" + ",\\n".join(lines) + "\\n]\\n").encode())
"""


def a_project(folder: Path) -> Path:
    """Make a project of 26 interviews with 10,000 units, and its checkpoint."""
    draw = random.Random(1)
    create(folder, title="Leaders and AI")
    with Store.open(folder, coder="lena-palm") as store:
        categories = [new_id() for _ in range(4)]
        piles = [new_id() for _ in range(20)]
        codes = [new_id() for _ in range(CODES)]
        edits: list[Edit] = [CreateNode(one, "category", f"category {n}") for n, one in enumerate(categories)]
        edits += [CreateNode(one, "sub-category", f"pile {n}", categories[n % 4]) for n, one in enumerate(piles)]
        edits += [CreateNode(one, "code", f"code {n}", piles[n % 20]) for n, one in enumerate(codes)]
        store.commit(*edits)
        for number in range(SOURCES):
            source, length = _import(store, number)
            number_of_units = UNITS // SOURCES + (number < UNITS % SOURCES)
            places = draw.sample([turn + at for turn in length for at in range(200)], number_of_units)
            edits = []
            for start in places:
                spans = [[start, start + draw.randrange(30, 90)]]
                condensed = draw.choice([None, "who signs is unclear"])
                edits.append(MarkUnit(new_id(), source, spans, "lena-palm", [draw.choice(codes)], condensed))
            store.commit(*edits, sentence="code")
        store.checkpoint()
    return folder


def _import(store: Store, number: int) -> tuple[str, list[int]]:
    """Import an interview; return its id and where the participant's turns begin to speak."""
    text, turns, speech = "", [], []
    for turn in range(TURNS):
        label = "INT" if turn % 2 == 0 else "L"
        start = len(text)
        text += f"{label}: " + (f"Source {number}, turn {turn}. " + SENTENCE * 4).strip()
        turns.append([start, start + len(label) + 2, len(text), label])
        if label == "L":
            speech.append(start + 3)
        text += "\n\n"
    participant, source = new_id(), new_id()
    text = text.rstrip("\n") + "\n"
    speakers = {"INT": {"role": "interviewer"}, "L": {"role": "participant", "participant": participant}}
    fields = {"name": f"L{number:02}", "text": store.add_text(text), "turns": turns, "speakers": speakers}
    store.commit(AddParticipant(participant, f"Leader {number}"), ImportSource(source, fields))
    return source, speech


def ratio(ours: list[str], theirs: list[str], rounds: int = 15) -> tuple[float, float, float]:
    """Return the medians of both in milliseconds, and their ratio."""
    times: dict[int, list[float]] = {0: [], 1: []}
    for _ in range(rounds):
        for which, command in enumerate((ours, theirs)):
            began = time.perf_counter()
            subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
            times[which].append(time.perf_counter() - began)
    mine, other = (statistics.median(times[which]) * 1000 for which in (0, 1))
    return mine, other, mine / other


def row(what: str, bar: float, seen: tuple[float, float, float]) -> None:
    mine, other, share = seen
    print(f"{what:66} {bar:6} {share:6.2f}  ({mine:.0f} over {other:.0f} ms)  {'met' if share <= bar else 'MISSED'}")


def main() -> None:
    """Measure and print everything."""
    os.environ.pop("POSTIL_PROJECT", None)
    python, postil = sys.executable, [sys.executable, "-m", "tui"]
    print(f"{'what':66} {'bar':>6} {'seen':>6}")
    row("postil --help, over python -c 'import click'", 1.4, ratio([*postil, "--help"], [python, "-c", "import click"]))
    with tempfile.TemporaryDirectory() as place:
        folder = a_project(Path(sys.argv[1] if len(sys.argv) > 1 else place) / "project")
        ours, theirs = [*postil, "-C", str(folder), "units", "--json"], [python, "-c", SCRIPT, str(folder)]
        same = [subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout for command in (ours, theirs)]
        assert same[0] == same[1], "the script must write the same bytes"
        row(f"postil units --json at {UNITS:,} units, over a script with TinyDB", 1.3, ratio(ours, theirs))


if __name__ == "__main__":
    main()
