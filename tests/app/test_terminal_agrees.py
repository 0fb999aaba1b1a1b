"""Whatever is typed into a transcript of overlapping units, the terminal shows what the app believes it drew."""

from __future__ import annotations

import json
import random
import signal
import time
from pathlib import Path

import pytest

from tests.app.pty_run import Terminal
from tests.app.study import bring_in, study
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.store.project import Store

SPEECH = (
    "Cafe\u0301 closed, 本を読む。 We waited – a year… Nobody came, e.g. in May. "
    "שלום עולם. \u00bfY tu\u0301? It goes on. "
)
PATIENCE = 8
KEYS = [
    *"jkhlwb()WB{}JKHL><;,sspPv+.1icreSM*xnNzomfT?", *["\r"] * 4, *["\x03"] * 6, " ", "\x04", "\x15", "gg", "G", "''",
    "\t", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b", "/wait\r", "u", "y", "g1", "g2", "g3", ":40%\r", ":turn numbers\r",
    "g/year\r", "\x0c", "\x7f", "\x1b[<0;30;9M\x1b[<32;44;12M\x1b[<0;44;12m", "tb", "'b",
]  # fmt: skip


def project(folder: Path) -> Path:
    store = study(folder, sources=1)
    text = "".join(f"INT: Why {number}?\n\nL07: {SPEECH * 9}\n\n" for number in range(12))
    source = bring_in(store, "L07", text)
    category, pile, code = new_id(), new_id(), new_id()
    store.commit(CreateNode(category, "category", "Conditions"), CreateNode(pile, "sub-category", "Waiting", category))
    store.commit(CreateNode(code, "code", "waits for someone", pile))
    chance = random.Random(7)
    turns = [turn for turn in store.project.transcript(source).turns if turn.is_participants]
    edits = []
    for _ in range(60):
        turn = chance.choice(turns)
        start = chance.randrange(turn.speech, turn.end - 300)
        spans = [[start, start + chance.randrange(20, 250)]]
        edits.append(MarkUnit(new_id(), source, spans, "lena-pohl", (code,) if chance.random() < 0.8 else ()))
    store.commit(*edits)
    store.close()
    return folder


def settled(terminal: Terminal, told: Path) -> list[str]:
    """Wait until nothing is written any more, and return what the app then believes."""
    while terminal.read(0.25):
        pass
    told.unlink(missing_ok=True)
    terminal.signal(signal.SIGUSR1)
    deadline = time.monotonic() + 10
    while not told.exists():
        terminal.read(0.02)
        assert time.monotonic() < deadline, "it does not answer"
    rows: list[str] = json.loads(told.read_text())
    return rows


@pytest.mark.parametrize(("seed", "size"), [(1, (120, 40)), (2, (80, 24)), (3, (160, 48))])
def test_the_terminal_shows_what_the_app_believes(seed: int, size: tuple[int, int], tmp_path: Path) -> None:
    folder, told = project(tmp_path / "study"), tmp_path / "told"
    terminal = Terminal(folder, size, module="tests.app.pty_believed", argument=str(told))
    chance = random.Random(seed)
    try:
        terminal.until("2 sources")
        terminal.send("\x1b[B\r")
        terminal.until("Transcript")
        typed = ""
        for _ in range(8):
            for key in chance.choices(KEYS, k=14):
                typed += key
                terminal.send(key)
            believed = settled(terminal, told)
            deadline = time.monotonic() + PATIENCE
            while terminal.rows() != believed and time.monotonic() < deadline:
                believed = settled(terminal, told)  # a busy machine may not have drawn yet what the app knows already
            assert terminal.rows() == believed, repr(typed)
    finally:
        terminal.close()
    Store.open(folder).close()
