"""Random histories of four machines, whose journals are exchanged in any order and at any age: all must agree.

Moves of piles into each other, merges in a ring and removals beside edits are among them; the fold refuses nothing.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, shown
from tests.torture.arena import replayed, told, without_syncing
from tui.errors import Mistake
from tui.store.project import Store

MACHINES = ("ada", "jon", "li", "maria")
NODES = ("n1", "n2", "n3", "n4")


class Machine:
    """One coder's copy of the project and the session that runs on it."""

    def __init__(self, folder: Path, coder: str) -> None:
        self.folder = folder
        self.coder = coder
        self.store = Store.open(folder, coder=coder)
        self.made = 0

    def edit(self, draw: random.Random) -> None:
        """Do something to documents that all machines share, or make a new one."""
        store, node, other = self.store, draw.choice(NODES), draw.choice(NODES)
        self.made += 1
        choice = draw.randrange(8)
        edits = {
            0: Put("nodes", node, {"name": f"{self.coder} {self.made}"}),
            1: Put("nodes", node, {"parent": other}),
            2: Put("nodes", node, {"merged_into": other}),
            3: Put("nodes", node, {"removed": True}),
            4: Put("nodes", node, {"removed": None, "parked": draw.choice((None, "too thin"))}),
            5: Put("units", "shared", {f"codes/{node}": draw.choice((True, None)), "condensed": f"{self.made}"}),
            6: Put("units", f"{self.coder}{self.made}", {"source": "s", "coder": self.coder, f"codes/{node}": True}),
            7: Put("coders", draw.choice(MACHINES), {f"quick/{draw.randrange(3)}": node, "initials": self.coder[:1]}),
        }
        store.commit(edits[choice])

    def take(self, other: Machine, draw: random.Random) -> None:
        """Receive the other's journals: whole or as they once were, in place or as new files."""
        for path in other.folder.joinpath("journal").glob("*.jsonl"):
            if path.name.startswith(f"{self.coder}.") or draw.random() < 0.2:
                continue
            mine, data = self.folder / "journal" / path.name, path.read_bytes()
            if draw.random() < 0.3:
                data = data[: draw.randint(0, len(data))]
            if mine.exists() and len(data) < mine.stat().st_size:
                continue
            if draw.random() < 0.5:
                mine.write_bytes(data)
            else:
                replacement = mine.with_suffix(".new")
                replacement.write_bytes(data)
                replacement.replace(mine)

    def step_back(self, draw: random.Random) -> None:
        """Undo or redo, where that may be."""
        try:
            draw.choice((self.store.undo, self.store.redo))()
        except Mistake:
            self.made += 1

    def reopen(self, draw: random.Random) -> None:
        """Leave and come back, with a checkpoint, without one, or as after a kill."""
        self.store._shown.is_ahead = draw.random() < 0.5
        self.store.close()
        if draw.random() < 0.3:
            (self.folder / "project.json").unlink(missing_ok=True)
        self.store = Store.open(self.folder, coder=self.coder)


def live(machines: list[Machine], draw: random.Random, steps: int) -> None:
    for _ in range(steps):
        machine, chance = draw.choice(machines), draw.random()
        if chance < 0.5:
            machine.edit(draw)
        elif chance < 0.75:
            machine.take(draw.choice([each for each in machines if each is not machine]), draw)
            if draw.random() < 0.7:
                machine.store.poll()
        elif chance < 0.85:
            machine.step_back(draw)
        elif chance < 0.93:
            machine.store.poll()
        else:
            machine.reopen(draw)


@pytest.mark.parametrize("histories", [60, pytest.param(1800, marks=pytest.mark.torture)])
def test_four_machines_that_heard_everything_agree(
    quick_place: Path, monkeypatch: pytest.MonkeyPatch, histories: int
) -> None:
    without_syncing(monkeypatch)
    first = a_folder(quick_place)
    with Store.open(first, coder="founder") as founder:
        founder.commit(*(Put("nodes", node, {"name": node, "level": "category"}) for node in NODES))
        founder.commit(Put("units", "shared", {"source": "s", "coder": "founder"}))
    edits = 0
    for number in range(histories):
        draw = random.Random(number)
        machines = []
        for coder in MACHINES:
            shutil.copytree(first, quick_place / coder)
            machines.append(Machine(quick_place / coder, coder))
        live(machines, draw, draw.randint(10, 50))
        _hear_everything(machines)
        whole = replayed(machines[0].folder)
        for machine in machines:
            assert shown(machine.store) == whole.tables, (number, machine.coder)
            assert machine.store._shown.fold.conflicts == whole.conflicts, (number, machine.coder)
            assert machine.store.head() == machines[0].store.head()
            assert shown(Store.open(machine.folder, write=False)) == whole.tables
            machine.store.close()
            assert Store.open(machine.folder, write=False)._shown.fold.conflicts == whole.conflicts
            assert shown(Store.open(machine.folder, write=False)) == whole.tables
            edits += machine.made
        for machine in machines:
            shutil.rmtree(machine.folder)
    told(histories, f"histories of four machines, {edits:,} edits")


def _hear_everything(machines: list[Machine]) -> None:
    for giver in machines:
        for path in giver.folder.joinpath("journal").glob(f"{giver.coder}.*.jsonl"):
            for taker in machines:
                if taker is not giver:
                    (taker.folder / "journal" / path.name).write_bytes(path.read_bytes())
    for machine in machines:
        machine.store.poll()
        machine.store.poll()
