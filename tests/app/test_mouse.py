"""The mouse works where there is one, and is never needed."""

from __future__ import annotations

from tests.app.bench import bench
from tests.app.screen import app_of, project_with_text, rows_of


async def test_a_press_gives_a_pane_the_keys() -> None:
    async with bench(pane="transcript") as at:
        await at.pilot.click(offset=(75, 10))
        assert at.desk.pane == "codebook"


async def test_a_press_on_a_strip_opens_its_pane() -> None:
    async with bench(pane="transcript", size=(80, 24)) as at:
        await at.pilot.click(offset=(78, 10))
        assert at.desk.pane == "board"


async def test_a_press_on_a_row_goes_there_and_on_the_cursors_row_opens_it() -> None:
    app = app_of(project_with_text(9))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        row = next(number for number, text in enumerate(rows_of(app)) if "Leader 4" in text)
        await pilot.click(offset=(20, row))
        assert "›L4" in "\n".join(rows_of(app))
        await pilot.click(offset=(20, row))
        await pilot.pause()
        assert app.session.desk.source == "source04"


async def test_the_wheel_goes_down_a_list() -> None:
    app = app_of(project_with_text(9))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.page.wheeled(app.page.frame, 1)
        await pilot.pause()
        assert "›L4" in "\n".join(rows_of(app))
