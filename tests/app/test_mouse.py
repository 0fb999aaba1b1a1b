"""The mouse works where there is one, and is never needed."""

from __future__ import annotations

from tests.app.at_transcript import reader
from tests.app.bench import bench
from tests.app.screen import app_of, project_with_text, rows_of
from tests.builders import a_project


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


async def test_what_the_mouse_is_drawn_over_is_selected_and_the_next_press_lets_it_go() -> None:
    async with reader(a_project()) as reading:
        row = next(number for number, text in enumerate(reading.rows) if "That is the one" in text)
        left = reading.rows[row].index("That")
        pane, page = reading.app.page.transcript, reading.app.page  # type: ignore[attr-defined]
        page.clicked(pane, left, row - 2)
        assert reading.at.startswith("That")
        page.dragged(pane, left + 6, row - 2)
        assert reading.selected == ["That is"]
        page.dragged(pane, left + 3, row - 2)
        assert reading.selected == ["That"]
        page.clicked(pane, left, row - 2)
        assert reading.selected == []


async def test_a_press_near_the_edge_does_not_scroll_the_text() -> None:
    async with reader(a_project(L07="L07: " + "It goes on. " * 600)) as reading:
        before = reading.rows[2:30]
        reading.app.page.clicked(reading.app.page.transcript, 20, 30)  # type: ignore[attr-defined]
        assert [row.lstrip("›").strip() for row in reading.rows[3:30]] == [row.strip() for row in before[1:]]
        await reading.press("j")
        assert reading.rows[2:30] != before
