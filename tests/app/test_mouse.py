"""The mouse works where there is one, and is never needed."""

from __future__ import annotations

import pytest

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


async def test_a_second_press_selects_the_word_and_a_third_the_sentence() -> None:
    async with reader(a_project()) as reading:
        row = next(number for number, text in enumerate(reading.rows) if "That is the one" in text)
        x, y = reading.rows[row].index("awake") + 2, row - 2
        pane, page = reading.app.page.transcript, reading.app.page  # type: ignore[attr-defined]
        page.clicked(pane, x, y)
        assert reading.selected == []
        page.clicked(pane, x, y)
        assert reading.selected == ["awake"]
        page.dragged(pane, x, y)  # the hand is not quite still
        assert reading.selected == ["awake"]
        page.clicked(pane, x, y)
        assert reading.selected == ["That is the one I lie awake over."]
        page.clicked(pane, x, y)
        assert reading.selected == []
        assert reading.at.startswith("ake over")


async def test_after_a_second_press_whole_words_are_drawn_over() -> None:
    async with reader(a_project()) as reading:
        row = next(number for number, text in enumerate(reading.rows) if "That is the one" in text)
        x, y = reading.rows[row].index("the one") + 1, row - 2
        pane, page = reading.app.page.transcript, reading.app.page  # type: ignore[attr-defined]
        page.clicked(pane, x, y)
        page.clicked(pane, x, y)
        page.dragged(pane, x + 14, y)
        assert reading.selected == ["the one I lie awake"]
        page.dragged(pane, x - 4, y)
        assert reading.selected == ["is the"]


async def test_presses_that_are_far_apart_are_presses_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.panes.transcript_mouse.AGAIN", 0.0)
    async with reader(a_project()) as reading:
        pane, page = reading.app.page.transcript, reading.app.page  # type: ignore[attr-defined]
        page.clicked(pane, 20, 5)
        page.clicked(pane, 20, 5)
        assert reading.selected == []


async def test_drawing_past_an_edge_goes_on_scrolling_and_selecting() -> None:
    async with reader(a_project(L07="L07: " + "It goes on. " * 900)) as reading:
        page = reading.app.page
        pane = page.transcript  # type: ignore[attr-defined]
        await reading.press("ctrl+d", "ctrl+d", "ctrl+d", "ctrl+d")
        top = reading.rows[2:33]
        page.clicked(pane, 20, 25)
        start = reading.desk.cursor
        page.dragged(pane, 20, pane.down + 1)
        before = len(reading.selected[0])
        for _ in range(4):
            page._draw_on()  # type: ignore[attr-defined]
        assert len(reading.selected[0]) > before
        assert reading.text[start:].lstrip().startswith(reading.selected[0])
        assert reading.rows[2:33] != top
        page.dragged(pane, 20, -2)
        for _ in range(12):
            page._draw_on()  # type: ignore[attr-defined]
        assert reading.desk.cursor < start
        page.released(pane)
        before = len(reading.selected[0])
        page._draw_on()  # type: ignore[attr-defined]
        assert len(reading.selected[0]) == before
