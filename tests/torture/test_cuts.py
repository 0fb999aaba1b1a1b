"""Files cut, filled with rubbish and flipped at every byte; checkpoints damaged anywhere; journals that heal."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, shown
from tests.torture.arena import alive, as_the_crash_left_it, left_by_a_crash, replayed, told, without_syncing
from tui.errors import Damaged
from tui.store.project import Store

WORDS = [
    "a",
    "two words",
    "“quoted” – ünïcode 🙂",
    "",
    "line\nbreak",
    "x" * 90,
    "\\escaped\\",
    '"ops":[]',
    "sum",
    "\u2028",
] * 2


@pytest.fixture
def crashed(quick_place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The journal of a session that ended without leaving its seat, twenty edits long."""
    journal = left_by_a_crash(a_folder(quick_place), "maria", WORDS)
    without_syncing(monkeypatch)
    return journal


@pytest.mark.parametrize("step", [41, pytest.param(1, marks=pytest.mark.torture)])
def test_a_cut_at_any_byte_costs_only_the_line_it_is_in(crashed: Path, step: int) -> None:
    folder, whole, draw, cases, set_aside = crashed.parent.parent, crashed.read_bytes(), random.Random(step), 0, 0
    claim = crashed.with_suffix(".mine").read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for cut in range(0, len(whole), step):
        for tail in (b"", bytes(draw.randint(1, 99)), draw.randbytes(draw.randint(1, 99))):
            crashed.write_bytes(whole[:cut] + tail)
            # Lines that stand before the cut, but for the header; one that lacks only its break is whole.
            expected = {f"m{number:03}" for number, end in enumerate(ends[1:]) if end - 1 <= cut}
            with Store.open(folder, coder="maria") as store:
                assert alive(store.project.tables) == expected, (cut, tail)
                store.commit(Put("memos", "after", {"text": "after"}))
                store._shown.is_ahead = False
            assert alive(replayed(folder).tables) == expected | {"after"}, (cut, tail)
            set_aside += len(list(crashed.parent.glob("*.torn.*")))
            as_the_crash_left_it(crashed, claim)
            cases += 1
    assert set_aside > cases // 2
    told(cases, "truncations with clean, NUL and random tails")


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.torture)])
def test_a_flip_of_any_byte_costs_at_most_the_line_it_is_in_and_is_told(crashed: Path, step: int) -> None:
    folder, whole, draw, cases = crashed.parent.parent, crashed.read_bytes(), random.Random(step), 0
    lines = whole.splitlines(keepends=True)
    line_of = [number for number, line in enumerate(lines) for _ in line]
    names = [None, *(f"m{number:03}" for number in range(len(WORDS)))]
    for place in range(0, len(whole), step):
        for _ in range(1 if step > 1 else 6):
            spoilt = bytearray(whole)
            spoilt[place] ^= 1 << draw.randrange(8)
            crashed.write_bytes(spoilt)
            hit = names[line_of[place]]
            found = alive(replayed(folder).tables)
            everything = {name for name in names if name}
            assert found in (everything, everything - {hit}), place
            if whole[place] == 10:
                assert found == everything, "only a line break was hit"
            if cases % 50 == 0:
                _is_told(folder, crashed, place)
            cases += 1
    told(cases, "flips")


def _is_told(folder: Path, journal: Path, place: int) -> None:
    store = Store.open(folder, write=False)
    told_there = [problem.where for problem in store.check() if str(journal) in problem.where]
    last = place == journal.stat().st_size - 1
    assert told_there or last, place


@pytest.mark.parametrize("step", [23, pytest.param(1, marks=pytest.mark.torture)])
def test_a_checkpoint_damaged_anywhere_is_not_believed(crashed: Path, step: int) -> None:
    folder, draw, cases = crashed.parent.parent, random.Random(step), 0
    store = Store.open(folder, coder="jon")
    store.commit(Put("nodes", "n1", {"name": "trust"}))
    assert store.checkpoint()
    expected, path = shown(store), folder / "project.json"
    whole = path.read_bytes()
    for place in range(0, len(whole), step):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << draw.randrange(8)
        nulled = whole[:place].ljust(len(whole), b"\0")
        for damaged in (bytes(flipped), whole[:place], nulled, whole[:place] + whole[place + 1 :]):
            path.write_bytes(damaged)
            assert shown(Store.open(folder, write=False)) == expected, place
            cases += 1
    told(cases, "damaged checkpoints")


@pytest.mark.parametrize("rounds", [15, pytest.param(400, marks=pytest.mark.torture)])
def test_a_journal_that_heals_is_believed_again(crashed: Path, rounds: int) -> None:
    folder, whole, draw = crashed.parent.parent, crashed.read_bytes(), random.Random(rounds)
    everything = alive(replayed(folder).tables)
    for number in range(rounds):
        spoilt = bytearray(whole)
        for _ in range(draw.randint(1, 3)):
            spoilt[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        healthy_first, in_place = draw.random() < 0.5, draw.random() < 0.5
        if not healthy_first:
            _put(crashed, bytes(spoilt), in_place=True)
        with Store.open(folder, coder="jon") as watching:
            if healthy_first:
                _put(crashed, bytes(spoilt), in_place=in_place)
                watching.poll()
            watching.commit(Put("memos", f"by jon {number}", {"text": "meanwhile"}))
            watching.checkpoint()
            _put(crashed, whole, in_place=in_place)
            watching.poll()
            assert alive(watching.project.tables) >= everything
            assert watching.project.tables == replayed(folder).tables
            watching.checkpoint()
        assert alive(Store.open(folder, write=False).project.tables) >= everything
        for path in (folder / "journal").glob("jon.*"):
            path.unlink()
        (folder / "project.json").unlink(missing_ok=True)
    told(rounds, "journals that healed")


def _put(path: Path, data: bytes, *, in_place: bool) -> None:
    if in_place:
        path.write_bytes(data)
        return
    replacement = path.with_suffix(".new")
    replacement.write_bytes(data)
    replacement.replace(path)


@pytest.mark.parametrize("rounds", [20, pytest.param(500, marks=pytest.mark.torture)])
def test_rubbish_of_any_kind_is_told_in_a_sentence(crashed: Path, rounds: int) -> None:
    folder, draw = crashed.parent.parent, random.Random(rounds)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    for _ in range(rounds):
        for path in [*(folder / "journal").iterdir(), folder / "project.json"]:
            if path.exists() and draw.random() < 0.7:
                data = path.read_bytes()
                start, length = draw.randrange(len(data) + 1), draw.randint(0, 200)
                path.write_bytes(data[:start] + draw.randbytes(draw.randint(0, 60)) + data[start + length :])
        try:
            with Store.open(folder, coder="maria") as store:
                store.poll()
                store.check()
                store.commit(Put("memos", "after", {"text": "after"}))
                list(store.history())
                store.repair()
            assert "after" in alive(Store.open(folder, write=False).project.tables)
        except Damaged:
            assert not any(replayed(folder).tables.values())
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
    told(rounds, "projects full of rubbish")
