"""Coding over 64 kbit/s with 150 ms delay: nothing that is typed has to wait for the screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.app.study import study
from tests.slow_line import SlowLine
from tui.store.project import Store

_ROOT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 6_000
"""What a key may bring at most: the opening of the picker's bar."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    study(tmp_path / "study", sources=2).close()
    return tmp_path / "study"


def line(folder: Path) -> SlowLine:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environment["PYTHONPATH"] = str(_ROOT)
    command = [sys.executable, "-m", "tui", "-C", str(folder), "--coder", "Lena Pohl", "open"]
    return SlowLine(command, folder=folder, environment=environment)


@pytest.mark.long
def test_one_codes_ahead_of_the_screen_and_everything_arrives_in_order(folder: Path) -> None:
    with line(folder) as slow:
        slow.wait_for("2 sources")
        slow.press("\r")
        slow.press(">\rlies awake\r.cunclear whose\r")  # three sentences, typed without looking
        slow.wait_for("unclear whose")
        slow.wait_for("3 units")
    store = Store.open(folder)
    units = store.project.units_in(next(store.project.alive("sources"))["id"])
    codes = [[store.project.codebook.nodes[code].name for code in unit.get("codes") or ()] for unit in units]
    store.close()
    assert codes == [["lies awake"], ["lies awake"], []]
    assert units[2]["condensed"] == "unclear whose"


@pytest.mark.long
def test_no_key_brings_more_than_the_line_carries_in_a_blink(folder: Path) -> None:
    with line(folder) as slow:
        slow.wait_for("2 sources")
        slow.press("\r")
        for keys in (">", "s", "\r", "w", "\r", ".", "\t", "\t", "u", "z", "z"):
            assert slow.press(keys).count <= _MOST_BYTES, keys
