"""Coding over 64 kbit/s with 150 ms delay: nothing that is typed has to wait for the screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.app.study import bring_in, study
from tests.slow_line import SlowLine
from tui.app.pace import PAUSE
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.store.project import Store

_ROOT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 6_000
"""What a key may bring at most: the opening of the picker's bar."""
_A_BLINK = 0.1
_DELAYS = 0.3
_ONE_LIST = 3_000
"""What a name typed in the picker brings: a list when one begins, a list when one is done."""
_MANY_ROWS = 7_000
"""What thirty rows of the board bring, without the text beside each."""
_HARD = 0.05
"""Seconds between keys that are held down."""


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


def with_many_codes(folder: Path) -> Path:
    store = Store.open(folder, coder="lena-pohl")
    speech = (
        "We waited for an answer to step {0}, and in year {0} nobody had one; so each of us decided on step {0} alone."
    )
    text = "".join(f"INT: And step {number}?\n\nL07: {speech.format(number)}\n\n" for number in range(60))
    source = bring_in(store, "Steps", text)
    turns = [turn for turn in store.project.transcript(source).turns if turn.is_participants]
    for number in range(60):
        turn, code = turns[number], new_id()
        spans = [[turn.speech, turn.end]]
        store.commit(
            CreateNode(code, "code", f"who answers for step {number}"),
            MarkUnit(new_id(), source, spans, "lena-pohl", (code,), f"step {number}"),
        )
    store.close()
    return folder


@pytest.mark.long
def test_a_name_is_typed_in_the_picker_without_a_list_for_every_letter(folder: Path) -> None:
    with line(with_many_codes(folder)) as slow:
        slow.wait_for("3 sources")
        slow.press("\r>")
        slow.press("\r")
        answer = slow.type_ahead(list("answers for step 17"), 0.1)
        assert slow.shows("answers for step 17")
        assert answer.count <= _ONE_LIST
        assert answer.last <= _DELAYS + PAUSE + _ONE_LIST / 8_000 + _A_BLINK


@pytest.mark.long
def test_going_down_the_tray_does_not_queue_behind_the_text_beside_it(folder: Path) -> None:
    with line(with_many_codes(folder)) as slow:
        slow.wait_for("3 sources")
        slow.press("\r")
        slow.press("g3")
        slow.press("gg")
        answer = slow.type_ahead(["j"] * 30, _HARD)
        assert answer.count <= _MANY_ROWS
        assert slow.shows("›   1 who answers for step 28"), "\n".join(slow.rows)
        assert answer.last <= _DELAYS + PAUSE + _ONE_LIST / 8_000 + _A_BLINK
