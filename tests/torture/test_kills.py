"""kill -9 at random moments, and a model of crashes that leaves any prefix or page of the last write."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder
from tests.torture.arena import (
    alive,
    as_the_crash_left_it,
    counts,
    forked,
    left_by_a_crash,
    replayed,
    told,
    without_syncing,
    writing_forever,
)
from tui.store.project import Store

_PAGE = 4096


@counts(12, 500)
def test_nothing_acknowledged_is_lost_to_kills(tmp_path: Path, count: int) -> None:
    folder, draw, saved = a_folder(tmp_path), random.Random(count), set[str]()
    for number in range(count):
        children = [forked(writing_forever(folder, coder, number)) for coder in ("maria", "jon")[: 1 + number % 2]]
        words = [child.first() for child in children]
        time.sleep(draw.random() * 0.04)
        for child, word in zip(children, words, strict=True):
            child.kill()
            saved.update(word.split(), child.acknowledged())
        if number % 10 == 0:
            assert saved <= alive(Store.open(folder, write=False).project.tables)
    store = Store.open(folder, write=False)
    assert saved <= alive(store.project.tables)
    assert store.project.tables == replayed(folder).tables
    with Store.open(folder, coder="maria") as maria, Store.open(folder, coder="jon") as jon:
        for session in (maria, jon):
            session.commit(Put("memos", session.coder or "", {"text": "still here"}))
    assert Store.open(folder).check() == []
    told(count, f"kills with {len(saved):,} acknowledged edits")


@counts(150, 3000)
def test_any_prefix_or_page_of_the_last_write_costs_only_that_write(
    quick_place: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    draw = random.Random(count)
    folder = a_folder(quick_place)
    journal = left_by_a_crash(folder, "maria", ["short", "x" * 3000, "y" * 20_000])
    whole, claim, set_aside = journal.read_bytes(), journal.with_suffix(".mine").read_bytes(), 0
    before = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    without_syncing(monkeypatch)
    for _ in range(count):
        size = draw.randint(before, len(whole) - 1)
        left = bytearray(whole[:size].ljust(draw.choice((size, len(whole))), b"\0"))
        for page in range(before // _PAGE, len(left) // _PAGE + 1):
            if draw.random() < 0.4:
                begin, end = max(before, page * _PAGE), min(len(left), (page + 1) * _PAGE)
                left[begin:end] = bytes(max(0, end - begin))
        os.truncate(journal, 0)
        journal.write_bytes(left)
        with Store.open(folder, coder="maria") as store:
            assert alive(store.project.tables) >= {"m000", "m001"}
            store.commit(Put("memos", "after", {"text": "after the crash"}))
            assert store.project.tables == replayed(folder).tables
        assert alive(Store.open(folder, write=False).project.tables) >= {"m000", "m001", "after"}
        set_aside += len(list(journal.parent.glob("*.torn.*")))
        (folder / "project.json").unlink(missing_ok=True)
        as_the_crash_left_it(journal, claim)
    assert set_aside > count // 2
    told(count, "crashes that left some pages of a line")
