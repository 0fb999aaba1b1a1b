"""Several sessions on one folder edit, poll, undo, leave, come back and are killed: in the end all agree.

What every session shows is held against a model that knows only what was acknowledged, and against a replay.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.disk import Put, a_folder, shown
from tui.errors import Mistake
from tui.store import checkpoint
from tui.store.fold import Fold
from tui.store.journals import Journals
from tui.store.project import Store

CODERS = ("maria", "maria", "jon")
sessions = st.integers(0, len(CODERS) - 1)
nodes = st.sampled_from(["n1", "n2", "n3"])
names = st.sampled_from(["trust", "faith", "belief", "“doubt”\n"])


class Sessions(RuleBasedStateMachine):
    """Two sessions of one coder and one of another."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="postil-history-"))
        self.folder = a_folder(self.place)
        self.stores: list[Store] = []
        self.made = 0
        self.saved: set[str] = set()

    @initialize()
    def open_all(self) -> None:
        self.stores = [Store.open(self.folder, coder=coder) for coder in CODERS]

    @rule(which=sessions, node=nodes, name=names)
    def rename(self, which: int, node: str, name: str) -> None:
        self.stores[which].commit(Put("nodes", node, {"name": name}))

    @rule(which=sessions, node=nodes, code=nodes, there=st.booleans())
    def set_an_entry(self, which: int, node: str, code: str, there: bool) -> None:
        self.stores[which].commit(Put("nodes", node, {f"members/{code}": True if there else None, "level": "theme"}))

    @rule(which=sessions, node=nodes)
    def remove(self, which: int, node: str) -> None:
        self.stores[which].commit(Put("nodes", node, {"removed": True}))

    @rule(which=sessions)
    def make_several(self, which: int) -> None:
        made = [f"u{self.made + number}" for number in range(3)]
        self.made += 3
        self.stores[which].commit(*(Put("units", each, {"source": "s1", "codes/n1": True}) for each in made))
        self.saved.update(made)

    @rule(which=sessions, back=st.booleans())
    def step(self, which: int, back: bool) -> None:
        store = self.stores[which]
        before = shown(store)
        try:
            receipt = store.undo() if back else store.redo()
        except Mistake:
            assert shown(store) == before
        else:
            assert receipt.sentence.startswith("undo: " if back else "redo: ")

    @rule(which=sessions)
    def undo_and_redo_come_out_even(self, which: int) -> None:
        store = self.stores[which]
        before = shown(store)
        try:
            store.undo()
        except Mistake:
            return
        store.redo()
        assert shown(store) == before

    @rule(which=sessions)
    def poll(self, which: int) -> None:
        self.stores[which].poll()

    @rule(which=sessions, tidily=st.booleans())
    def come_back(self, which: int, tidily: bool) -> None:
        self.stores[which]._shown.is_ahead = tidily
        self.stores[which].close()
        self.stores[which] = Store.open(self.folder, coder=CODERS[which])

    @rule(which=sessions)
    def write_a_checkpoint(self, which: int) -> None:
        assert self.stores[which].checkpoint()

    @precondition(lambda self: (self.folder / "project.json").exists())
    @rule(share=st.integers(0, 1000))
    def spoil_the_checkpoint(self, share: int) -> None:
        # Its length differs from run to run, so it must not be drawn from.
        path = self.folder / "project.json"
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) * share // 1000])

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        for store in self.stores:
            for entry in store.project.tables["units"]:
                assert entry in self.saved

    @rule()
    def all_agree(self) -> None:
        whole = Fold.replay(Journals(self.folder).read_everything())
        assert set(whole.tables["units"]) == self.saved
        for store in [*self.stores, Store.open(self.folder, write=False)]:
            store.poll()
            assert shown(store) == whole.tables
            assert store._shown.fold.conflicts == whole.conflicts
        found = checkpoint.read(self.folder)
        assert found is None or checkpoint.agree(self.folder, found.marks) == []

    def teardown(self) -> None:
        if self.stores:
            self.all_agree()
            assert [problem for problem in self.stores[0].check() if problem.where.endswith(".jsonl")] == []
        for store in self.stores:
            store.close()
        shutil.rmtree(self.place)


@pytest.fixture(autouse=True)
def no_power_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def run(examples: int, steps: int) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    how = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Sessions, settings=how)


def test_sessions_agree_whatever_they_do() -> None:
    run(25, 25)


@pytest.mark.torture
def test_sessions_agree_whatever_they_do_for_long() -> None:
    run(150, 50)
