"""The tour: ten keys, each tried where it is used, left at any step and taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.screen import app_of, project_with_text, rows_of
from tests.builders import do
from tui.app import keymap
from tui.app.app import PostilApp
from tui.app.commands.table import BY_ID
from tui.app.desk import Desk
from tui.app.tour import DONE, STEPS
from tui.model.edits.codebook import CreateNode
from tui.model.edits.project import SetSetting
from tui.model.project import Project


def fiction() -> Project:
    project = project_with_text(2)
    do(project, SetSetting("fiction", "All of this is fiction."))
    do(project, CreateNode("pile", "sub-category", "Waiting"), CreateNode("code", "code", "nobody decides"))
    return project


async def press(app: PostilApp, pilot: object, *keys: str) -> None:
    for key in keys:
        app.page.press(key, " " if key == "space" else key if len(key) == 1 else None)
        await app.session.settled()
        await pilot.pause()  # type: ignore[attr-defined]


def said(app: PostilApp) -> str:
    """The row above the key line."""
    return rows_of(app)[-2].strip()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ten_keys_lead_from_reading_to_the_export(size: tuple[int, int]) -> None:
    app = app_of(fiction())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = rows_of(app)
        assert [step.what for step in STEPS if not any(step.what in row for row in rows)] == []
        await press(app, pilot, "enter")
        tried = ["enter", "J", "s", "enter", "c", "g", "t", "enter", "u", "E"]
        typed = {3: ("n", "o", "enter"), 4: (*"no one", "enter"), 5: ("3",), 6: ("a",)}
        for number, key in enumerate(tried):
            assert said(app).startswith(f"{number + 1}/10"), (number, rows_of(app)[-3:])
            keys = tuple("space" if each == " " else each for each in typed.get(number, ()))
            await press(app, pilot, key, *keys)
        await press(app, pilot, "ctrl+c")
        assert said(app)[:20] == DONE[:20]
        await press(app, pilot, "q")
        assert app.session.desk.tour is None


async def test_the_tour_is_left_at_any_step_and_taken_up_there(tmp_path: Path) -> None:
    app = app_of(fiction())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(app, pilot, "enter", "enter", "J")
        assert said(app).startswith("3/10")
        kept = Desk.from_json(app.session.desk.as_json())
        assert kept.tour == 2
        await press(app, pilot, ":", *"tour", "enter")
        assert any(f"{app.glyphs.here}  3  s" in row for row in rows_of(app))
        await press(app, pilot, "q")
        assert not said(app).startswith("3/10")
        await press(app, pilot, ":", *"tour", "enter", "enter")
        assert said(app).startswith("3/10")


async def test_away_from_where_a_key_is_tried_the_way_there_is_said() -> None:
    app = app_of(fiction())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(app, pilot, "enter", "enter", "o")
        assert said(app).startswith("2/10  q goes back")
        await press(app, pilot, "q")
        assert said(app).startswith("2/10  J")


async def test_a_project_of_ones_own_begins_without_a_tour() -> None:
    app = app_of(project_with_text(2))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert not any("From reading to the summary" in row for row in rows_of(app))


def test_every_step_names_commands_there_are_and_a_key_that_does_one() -> None:
    for step in STEPS:
        assert all(command in BY_ID for command in step.commands)
        where = (step.where, "lists", "panes")
        keys = [key for command in step.commands for key in keymap.keys_of(BY_ID[command], where)]
        assert any(key.startswith(step.key) for key in keys), step
