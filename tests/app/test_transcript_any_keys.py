"""Whatever keys are pressed, nothing fails, the cursor stands on speech, and units lie inside turns."""

from __future__ import annotations

import random

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, do, marked, node, not_relevant
from tui.model.edits.project import SetQuickKey
from tui.model.project import Project
from tui.model.reading import reading_of

KEYS = [
    *"jkhlwb()WB{}JKHL><;,ssspPvvv+.12icrdeeSM*xxnN/fzm", "space", "enter", "enter", "ctrl+c", "ctrl+c", "ctrl+d",
    "ctrl+u", "pagedown", "G", "gg", "''", "tab", "shift+tab", "u", "y", "escape", "down", "backspace",
]  # fmt: skip


def project() -> Project:
    one = a_project(
        "# Conditions / ## Liability / - who signs / - unfair",
        L07="INT: Why? / L07: "
        + "Cafe\u0301 closed 👩\u200d👩\u200d👧. We waited – a year… Nobody came. " * 9
        + " / INT: Mm. / L07: No. / L07: 本を読む。はい。",
        L08="First paragraph without a label. / Second.",
        L09="INT: Nothing else?",
    )
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    do(one, SetQuickKey(CODER, "1", node(one, "who signs")))
    marked(one, "We waited – a year", "who signs")
    marked(one, "waited – a year… Nobody", "unfair", coder="jon")
    not_relevant(one, "No.")
    return one


def check(reading: Reader) -> None:
    desk = reading.desk
    if desk.source:
        read = reading_of(reading.project.transcript(desk.source))
        assert desk.cursor == read.stand(desk.cursor)
    for unit in reading.project.alive("units"):
        turns = reading.project.turns(unit["source"])
        assert unit["spans"]
        for start, end in unit["spans"]:
            assert any(turn.speech <= start < end <= turn.end for turn in turns)


@pytest.mark.parametrize("seed", range(2))
async def test_nothing_fails_whatever_is_pressed(seed: int) -> None:
    chance = random.Random(seed)
    async with reader(project(), size=chance.choice([(120, 40), (80, 24), (160, 48)])) as reading:
        for _ in range(120):
            if desk_elsewhere(reading):
                await reading.press("g", "1")
            await reading.press(*_pressed(chance.choice(KEYS)))
            check(reading)


def desk_elsewhere(reading: Reader) -> bool:
    """Tell whether another pane has the keys and nothing is asked."""
    page = reading.app.page
    return reading.desk.pane != "transcript" and page.question is None and page.choice is None and not page.sheets


def _pressed(key: str) -> list[str]:
    return list(key) if key in ("gg", "''") else [key]
