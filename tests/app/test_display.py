"""What is written to the terminal: an emulator must show what Textual believes, whatever came before."""

from __future__ import annotations

import random
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.app.screen import app_of, emulated, project_with_text
from tui.app.app import PostilApp
from tui.app.display import Display, cells_of
from tui.app.pen import pen_of
from tui.app.theme import THEMES, style

WIDTH, HEIGHT = 40, 6


def update(*rows: list[tuple[str, str]], theme: str = "dark") -> LayoutUpdate:
    strips = [
        [
            Strip([Segment(text, style(theme, role)) for text, role in row]).adjust_cell_length(
                WIDTH, style(theme, "text")
            )
        ]
        for row in rows
    ]
    return LayoutUpdate(strips, Region(0, 0, WIDTH, len(rows)))


def shown(display: Display, *updates: LayoutUpdate) -> tuple[Any, list[str]]:
    screen, stream = emulated(WIDTH, HEIGHT)
    written = []
    for each in updates:
        assert display.take(each, WIDTH, HEIGHT)
        written.append(display.paint())
        stream.feed(written[-1])
    return screen, written


def test_the_first_painting_writes_every_cell() -> None:
    screen, written = shown(Display(), update([("Once a tool has a say", "text")]))
    assert screen.display[0].rstrip() == "Once a tool has a say"
    assert screen.buffer[5][39].bg == "default"
    assert len(written[0]) > WIDTH * (HEIGHT - 1)


def test_only_the_cells_that_differ_are_written() -> None:
    before, after = update([("who signs 8", "text")]), update([("who signs 9", "text")])
    screen, written = shown(Display(), before, after)
    assert screen.display[0].startswith("who signs 9")
    assert written[1].endswith("9")
    assert len(written[1]) < 30


def test_a_change_of_colour_is_written_once_for_a_run() -> None:
    _, written = shown(Display(), update([("a" * 20, "muted")]), update([("a" * 20, "accent")]))
    assert written[1].count("\x1b[") == 2  # one move, one colour


def test_what_has_one_colour_is_written_together_whatever_row_it_stands_in() -> None:
    ledger = [[(f" {row} ", "muted"), (f"name {row}", "text")] for row in range(4)]
    changed = [[(f" {row + 4} ", "muted"), (f"name {row + 4}", "text")] for row in range(4)]
    screen, written = shown(Display(), update(*ledger), update(*changed))
    assert written[1].count("m") - written[1].count("name") <= 2
    assert [line.rstrip() for line in screen.display[:4]] == [f" {row} name {row}" for row in range(4, 8)]


def test_blanks_are_written_along_with_what_stands_beside_them_and_cost_no_change_of_colour() -> None:
    before = update([("one", "text"), (" " * 9, "text")], [("two", "text")])
    after = update([("one", "text"), (" " * 9, "muted")], [("", "text"), ("   ", "muted"), ("three", "accent")])
    screen, written = shown(Display(), before, after)
    assert written[1].count("\x1b[") == 2  # one move, one colour
    assert [row.rstrip() for row in screen.display[:2]] == ["one", "   three"]


def test_nothing_that_differs_is_nothing_written() -> None:
    _, written = shown(Display(), update([("same", "text")]), update([("same", "text")]))
    assert written[1] == ""


def test_what_was_forgotten_is_written_again() -> None:
    display = Display()
    _, written = shown(display, update([("same", "text")]))
    display.forget()
    assert len(display.paint()) >= len(written[0]) - 10


@pytest.mark.parametrize("wide", ["日本語", "á̂", "👩‍🔬", "한글"])
def test_text_after_a_character_that_is_not_one_wide_stands_at_its_absolute_place(wide: str) -> None:
    display = Display()
    display.take(update([(wide, "text"), (" end", "text")]), WIDTH, HEIGHT)
    text = display.paint()
    at = len(cells_of([Segment(wide)]))
    assert f"\x1b[1;{at + 1}H" in text


def test_half_of_a_wide_character_is_never_left_standing() -> None:
    screen, _ = shown(
        Display(),
        update([("日本語", "text")]),
        update([("a本語", "text")]),
        update([("ab本", "text")]),
        update([("日本語", "text")]),
    )
    assert screen.display[0].replace(" ", "").startswith("日本語")


def test_an_ascii_terminal_gets_a_question_mark_for_every_cell_it_cannot_show() -> None:
    display = Display(ascii_only=True)
    display.take(update([("naïve 日 end", "text")]), WIDTH, HEIGHT)
    written = display.paint()
    assert written.isascii()
    assert "?" in written
    assert "??" in written


def test_without_colour_only_attributes_are_sent() -> None:
    roles = [
        "text",
        "accent@row",
        "muted@selection",
        "text@lit",
        "rule",
        "text@selected-cursor",
        "heading-1",
        "text@title",
    ]
    written = shown(Display(), *[update([(role, role)], theme="none") for role in roles])[1]
    sent = {
        code
        for text in written
        for part in text.split("\x1b[")[1:]
        if "m" in part
        for code in part.partition("m")[0].split(";")
        if part.partition("m")[0].replace(";", "").isdigit()
    }
    assert sent <= {"0", "1", "2", "4", "7", "22", "24", "27", "39", "49"}


def test_the_pen_is_the_palette_number_itself() -> None:
    pen = pen_of(style("dark", "accent@row"))
    assert (pen.fore, pen.ground, pen.attributes) == ("38;5;179", "48;5;236", (1,))


def test_an_update_of_an_unknown_kind_is_refused() -> None:
    assert not Display().take(object(), 10, 10)


def test_random_rows_in_random_styles_always_arrive() -> None:
    chance = random.Random(7)
    words = ["who signs", "日本", "·", "é", "e\u0301", "…", "   ", "a label for each tool"]
    roles = ["text", "muted", "accent", "text@selection", "text@lit", "heading-2", "muted@row", "text@cursor"]
    display = Display()
    screen, stream = emulated(WIDTH, HEIGHT)
    for _ in range(200):
        rows = [
            [(chance.choice(words), chance.choice(roles)) for _ in range(chance.randrange(4))] for _ in range(HEIGHT)
        ]
        display.take(update(*rows, theme=chance.choice(sorted(THEMES))), WIDTH, HEIGHT)
        stream.feed(display.paint())
        assert_same(screen, display)


def assert_same(screen: Any, display: Display) -> None:
    """Compare an emulator's cells with those that should be shown."""
    for y, row in enumerate(display._wanted):
        for x, (text, pen) in enumerate(row):
            if not text:
                continue
            cell = screen.buffer[y][x]
            assert cell.data in (text, _composed(text)), (y, x, screen.display[y])
            assert (cell.underscore, cell.reverse) == (4 in pen.attributes, 7 in pen.attributes), (y, x)
            assert cell.bg == _colour(pen.ground), (y, x, cell, pen)
            if text != " " or cell.reverse or cell.underscore:
                assert (cell.bold, cell.fg) == (1 in pen.attributes, _colour(pen.fore)), (y, x, cell, pen)


def _composed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


def _colour(codes: str) -> str:
    import pyte.graphics

    if codes in ("39", "49"):
        return "default"
    if codes.startswith(("38;5;", "48;5;")):
        return str(pyte.graphics.FG_BG_256[int(codes[5:])])
    table = {**pyte.graphics.FG, **pyte.graphics.BG, **pyte.graphics.FG_AIXTERM, **pyte.graphics.BG_AIXTERM}
    return str(table[int(codes)])


@pytest.mark.long
async def test_after_any_keys_the_emulator_shows_what_textual_believes() -> None:
    chance = random.Random(11)
    app = app_of(project_with_text(40))
    display = Display()
    screen, stream = emulated(100, 30)
    keys = [
        "j",
        "k",
        "G",
        "g",
        "g",
        "tab",
        "z",
        "o",
        "q",
        "question_mark",
        "ctrl+c",
        "slash",
        "a",
        "1",
        "enter",
        "g",
        "2",
        "escape",
        "down",
    ]

    def displayed(self: PostilApp, page: Any, renderable: Any) -> None:
        if renderable is not None and page is app.screen:
            assert display.take(renderable, 100, 30)
            stream.feed(display.paint())

    PostilApp._display, kept = displayed, PostilApp._display  # type: ignore[method-assign]
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            for _ in range(120):
                key = chance.choice(keys)
                if key in ("q", "ctrl+c") and app.page.bare:
                    continue
                await pilot.press(key)
            await pilot.pause(0.1)
            believed = ["".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()]
            assert [row.rstrip() for row in screen.display] == [row.rstrip() for row in believed]
            assert_same(screen, display)
    finally:
        PostilApp._display = kept  # type: ignore[method-assign]


async def test_where_textual_hands_over_something_unknown_it_writes_by_itself() -> None:
    app = app_of(project_with_text(3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        written: list[str] = []
        app._driver.write = written.append  # type: ignore[union-attr, method-assign]
        app.__dict__["_running"] = True
        type(app).is_headless = property(lambda self: False)  # type: ignore[method-assign, assignment]
        try:
            app._display(app.screen, "something else")
            assert app._display_layer is None
            assert "something else" in "".join(written)
        finally:
            del type(app).is_headless
