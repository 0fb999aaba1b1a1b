"""What users and files write reaches no terminal as it stands: every screen is fed with every sequence."""

from __future__ import annotations

import unicodedata

import pytest

from tests.app.bench import Bench
from tests.app.screen import app_of, rows_of
from tui.app.app import PostilApp
from tui.app.panes.lines import Lines, strip_of
from tui.model.documents import Document
from tui.model.project import Project

HOSTILE = (
    "a\x1b]52;c;SGk=\x07b\x1b[2Jc\x9bd\x9d0;e\x00f\x7fg\u0085h\u2028i\u202ej\u2066k\u200bl\U000e0041m\tn\ro\x08p[/x]q"
)
PATHS = (
    (),
    ("T",),
    ("?",),
    (":",),
    ("E",),
    ("m",),
    ("f",),
    ("g", "2"),
    ("g", "2", "e"),
    ("g", "2", "r"),
    ("g", "2", "0"),
    ("g", "2", "enter"),
    ("g", "2", "t"),
    ("g", "2", "t", "/"),
    ("g", "2", "*"),
    ("g", "2", "*", "*", "tab", "e"),
    ("g", "2", "*", "f"),
    (":", *"summary", "enter", "J", "e"),
    ("g", "3"),
    ("g", "3", "z"),
    ("s", "enter"),
    ("H", "*"),
    ("H", "c"),
    ("o",),
    ("o", "e"),
    ("o", "/"),
)
COMMANDS = ("participants", "memos", "settings", "who codes", "summary", "versions", "decisions", "colours", "manual")


def hostile() -> Project:
    """Return a project in which everything that can be named is named so."""
    text = "INT: Why? " + HOSTILE.replace("\r", "").replace("\x00", "") + "\n\nP: Because " + HOSTILE + " it is so.\n"
    start = text.index("P: Because")
    turns = [[0, 5, start - 2, "INT"], [start, start + 3, len(text) - 1, HOSTILE]]
    spans = [[start + 3, start + 20], [start + 24, start + 40]]
    documents: dict[str, list[Document]] = {
        "project": [
            {
                "id": "p",
                "title": HOSTILE,
                "aim": HOSTILE,
                "stance": HOSTILE,
                "settings": {"fiction": HOSTILE, "participants_word": HOSTILE},
            }
        ],
        "coders": [{"id": "lena-pohl", "name": HOSTILE, "initials": HOSTILE}],
        "participants": [{"id": "q", "name": HOSTILE, "attributes": {HOSTILE: HOSTILE}}],
        "sources": [
            {
                "id": "s",
                "name": HOSTILE,
                "text": "h",
                "turns": turns,
                "speakers": {"INT": {"role": "interviewer"}, HOSTILE: {"role": "participant", "participant": "q"}},
                "mode": HOSTILE,
                "origin": HOSTILE,
                "interviewer": HOSTILE,
            }
        ],
        "nodes": [
            {"id": "k", "level": "category", "name": HOSTILE, "short": HOSTILE, "definition": HOSTILE},
            {
                "id": "u",
                "level": "sub-category",
                "name": HOSTILE + "u",
                "parent": "k",
                "letter": "a",
                "narrative": HOSTILE,
            },
            {
                "id": "c",
                "level": "code",
                "name": HOSTILE + "c",
                "parent": "u",
                "definition": HOSTILE,
                "full": HOSTILE,
                "anchors": {"m": "typical"},
                "aliases": {HOSTILE: True},
            },
            {"id": "z", "level": "code", "name": HOSTILE + "z", "parked": HOSTILE},
            {"id": "t", "level": "theme", "name": HOSTILE + "t", "members": {"u": True}, "definition": HOSTILE},
        ],
        "units": [
            {
                "id": "m",
                "kind": "unit",
                "source": "s",
                "text": "h",
                "coder": "lena-pohl",
                "spans": spans,
                "codes": {"c": True},
                "condensed": HOSTILE,
                "quoted": True,
                "edited": HOSTILE,
                "translation": HOSTILE,
                "attribution": HOSTILE,
            }
        ],
        "memos": [
            {
                "id": "01m86bzagxy225aw0tk1hejz95",
                "on": {"kind": "code", "id": "c"},
                "kind": "decision",
                "coder": "lena-pohl",
                "text": HOSTILE,
            }
        ],
        "snapshots": [
            {
                "id": "01m86bzagxy225aw0tk1hejz96",
                "name": HOSTILE,
                "memo": HOSTILE,
                "coder": "lena-pohl",
                "nodes": {
                    "c": {"id": "c", "level": "code", "name": HOSTILE + "then", "definition": HOSTILE, "full": HOSTILE},
                    "y": {"id": "y", "level": "code", "name": HOSTILE + "y", "parked": HOSTILE},
                },
            }
        ],
    }
    return Project({table: {row["id"]: row for row in rows} for table, rows in documents.items()}, {"h": text})


def drawn(app: PostilApp) -> list[str]:
    """Return the rows on the screen and, before the last door to the terminal, the pieces they are made of."""
    pieces = [
        text for child in app.page.children if isinstance(child, Lines) for line in child._drawn for text, _ in line
    ]
    return [*rows_of(app), *pieces]


def unsafe(rows: list[str]) -> set[str]:
    """Return the characters that would do something, or change the order of what is read."""
    return {
        f"U+{ord(mark):04X}"
        for row in rows
        for mark in row
        if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn")
    }


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
@pytest.mark.long
async def test_no_screen_lets_a_control_character_through(size: tuple[int, int]) -> None:
    project = hostile()
    for path in PATHS:
        app = app_of(project)
        app.session.desk.source = "s"
        app.session.desk.node = "c"
        async with app.run_test(size=size) as pilot:
            at = Bench(app, pilot)
            await at.press(*path)
            await pilot.pause()
            assert unsafe(drawn(app)) == set(), path


async def test_no_screen_of_the_palette_lets_a_control_character_through() -> None:
    project = hostile()
    for command in COMMANDS:
        app = app_of(project)
        app.session.desk.source = "s"
        async with app.run_test(size=(120, 40)) as pilot:
            at = Bench(app, pilot)
            await at.press(":")
            await at.type(command)
            await at.press("enter")
            await pilot.pause()
            assert unsafe(drawn(app)) == set(), command


@pytest.mark.parametrize("key", ["enter", "v", "R"])
async def test_no_version_lets_a_control_character_through(key: str) -> None:
    app = app_of(hostile())
    async with app.run_test(size=(120, 40)) as pilot:
        at = Bench(app, pilot)
        await at.press(":")
        await at.type("versions")
        await at.press("enter", "j", key)
        assert "Versions" not in at.rows[1]
        for _ in range(8):
            assert unsafe(drawn(app)) == set()
            await at.press("j")


async def test_a_message_and_a_question_are_safe() -> None:
    app = app_of(hostile())
    async with app.run_test(size=(120, 40)) as pilot:
        at = Bench(app, pilot)
        app.say(HOSTILE)
        app.page.redraw()
        await pilot.pause()
        assert unsafe(drawn(app)) == set()
        app.page.ask(HOSTILE, lambda words: None, text=HOSTILE)
        await pilot.pause()
        assert unsafe(drawn(app)) == set()
        await at.press("enter")
        app.page.choose(HOSTILE, {"y": (HOSTILE, lambda: None)})
        await pilot.pause()
        assert unsafe(drawn(app)) == set()


def test_the_last_door_lets_nothing_through_whatever_pieces_hold() -> None:
    strip = strip_of(((HOSTILE, "text"), ("fine", "muted")), 80, "dark")
    assert unsafe([segment.text for segment in strip]) == set()
    assert strip.cell_length == 80
