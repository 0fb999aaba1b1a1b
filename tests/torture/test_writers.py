"""Several at once: two and four coders, four sessions of one coder, a hundred journals, a holder that was stopped."""

from __future__ import annotations

import multiprocessing
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, journal_of, shown, step, write_journal
from tests.torture.arena import forked, replayed, told
from tui.store.project import Store


def at_once() -> None:
    """Wait for nobody."""


def working(
    folder: Path, coder: str, edits: int, seed: int, together: Callable[[], object] = at_once
) -> Callable[[Callable[[str], None]], None]:
    """Return a task that makes edits, some to documents that all share, and says number and journal of each.

    It waits for `together` after the first, when it has its journal.
    """

    def task(say: Callable[[str], None]) -> None:
        draw = random.Random(seed)
        store = Store.open(folder, coder=coder)
        for number in range(edits):
            if draw.random() < 0.5:
                edit = Put("nodes", f"shared{draw.randrange(4)}", {"name": f"{coder} {seed} {number}"})
            else:
                edit = Put("units", f"{coder}-{seed}-{number}", {"source": "s", "coder": coder, "codes/shared1": True})
            receipt = store.commit(edit)
            if receipt is not None:
                say(f"{receipt.n} {store.state.journal}")
            if number == 0:
                together()
            if draw.random() < 0.3:
                store.poll()
            if draw.random() < 0.1:
                store.checkpoint()
        store.poll()
        store.close()

    return task


@pytest.mark.parametrize("coders", [("maria", "jon"), ("maria", "jon", "li", "ada"), ("maria",) * 4])
@pytest.mark.parametrize("edits", [25, pytest.param(600, marks=pytest.mark.torture)])
def test_writers_at_once_lose_nothing_and_agree(tmp_path: Path, coders: tuple[str, ...], edits: int) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="founder") as founder:
        founder.commit(*(Put("nodes", f"shared{number}", {"name": "begun"}) for number in range(4)))
    watching = Store.open(folder)
    # Otherwise a session might end before another begins, which would then rightly go on with its journal.
    together = multiprocessing.get_context("fork").Barrier(len(coders))
    children = [forked(working(folder, coder, edits, seed, together.wait)) for seed, coder in enumerate(coders)]
    for _ in range(20):
        watching.poll()
    saved = [word for child in children for word in child.acknowledged()]
    watching.poll()
    reader = Store.open(folder, write=False)
    there = {f"{entry.n} {entry.journal}" for entry in reader.history()}
    assert len(saved) == len(set(saved))
    assert set(saved) <= there
    assert shown(watching) == shown(reader) == replayed(folder).tables
    assert watching.conflicts() == reader.conflicts()
    assert len({word.split()[1] for word in saved}) == len(coders)
    assert reader.check() == []
    told(len(saved), f"edits by {len(coders)} sessions at once")


@pytest.mark.parametrize("rounds", [2, pytest.param(25, marks=pytest.mark.torture)])
def test_a_session_whose_lock_holder_is_stopped_writes_elsewhere(tmp_path: Path, rounds: int) -> None:
    folder, total = a_folder(tmp_path), 0
    for _ in range(rounds):
        holder = forked(working(folder, "maria", 40, 1))
        first = holder.first()
        holder.kill(signal.SIGSTOP)
        with Store.open(folder, coder="maria") as store:
            before = len(list(store.history()))
            store.commit(Put("nodes", "n1", {"name": f"while the other is stopped {total}"}))
            assert journal_of(store).stem != first.split()[1]
            assert len(list(store.history())) == before + 1
        holder.kill(signal.SIGCONT)
        saved = [*first.split("\n")[:-1], *holder.acknowledged()]
        reader = Store.open(folder, write=False)
        assert set(saved) <= {f"{entry.n} {entry.journal}" for entry in reader.history()}
        total += len(saved)
    assert Store.open(folder).check() == []
    told(rounds, f"stopped holders, {total:,} edits")


@pytest.mark.parametrize("journals", [100])
def test_a_hundred_journals_arrive_in_any_order(tmp_path: Path, journals: int) -> None:
    folder, draw = a_folder(tmp_path), random.Random(journals)
    watching = Store.open(folder)
    numbers = list(range(journals))
    draw.shuffle(numbers)
    for number in numbers:
        n = 2 + number // 3
        operations = [
            ["nodes", "shared", {"name": f"{n - 1}"}, {"name": f"{n}"}],
            ["units", f"u{number}", None, {"source": "s"}],
        ]
        if number == 0:
            operations[0] = ["nodes", "shared", None, {"name": "2"}]
        write_journal(folder, f"coder{number}.{number:06x}", [step(n, *operations)], closed=number % 2 == 0)
        watching.poll()
    assert shown(watching) == shown(Store.open(folder)) == replayed(folder).tables
    assert watching.conflicts() == Store.open(folder).conflicts()
    assert watching.checkpoint()
    assert shown(Store.open(folder)) == shown(watching)
    told(journals, "journals")
