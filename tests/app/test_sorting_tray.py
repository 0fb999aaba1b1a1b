"""The order in which what is unsorted stands: as it came, by name, or what has most units first."""

from tests.app.bench import Bench, bench
from tests.app.fiction import CODES, code_id
from tui.app.desk import Desk

CAME = [code_id(name) for name, _ in CODES["-"]]


async def order_by(sorting: Bench, key: str) -> list[str]:
    """Choose an order in the palette, and return the tray as the board shows it."""
    await sorting.press(":")
    await sorting.type("order of the unsorted")
    await sorting.press("enter", key)
    order = list(sorting.app.page.board.order)  # type: ignore[attr-defined]
    return order[1 : 1 + len(sorting.book.unsorted())]


async def test_codes_stand_as_they_came_until_another_order_is_chosen() -> None:
    async with bench() as sorting:
        assert await order_by(sorting, "a") == CAME
        assert await order_by(sorting, "n") == sorted(CAME)
        assert sorting.rows[1].endswith("6 unsorted by name ─")
        assert await order_by(sorting, "f") == [CAME[0], CAME[1], CAME[2], CAME[4], CAME[3], CAME[5]]
        assert sorting.rows[1].endswith("6 unsorted by frequency ─")
        assert await order_by(sorting, "a") == CAME
        assert sorting.rows[1].endswith(" 6 unsorted ─")


async def test_the_codebook_shows_the_same_order() -> None:
    async with bench(pane="codebook") as sorting:
        by_name = await order_by(sorting, "n")
        order = list(sorting.app.page.codebook.order)  # type: ignore[attr-defined]
        assert order[:7] == ["unsorted", *by_name]


async def test_after_a_throw_the_cursor_stands_on_the_next_in_the_order_shown() -> None:
    async with bench() as sorting:
        await order_by(sorting, "n")
        sorting.desk.node = code_id("a quiet helper")
        await sorting.press("t", "a")
        assert sorting.desk.node == code_id("afraid of the audit")


async def test_what_is_ordered_by_name_is_not_put_by_hand_and_that_is_said() -> None:
    async with bench() as sorting:
        await order_by(sorting, "n")
        await sorting.press("J")
        assert sorting.key_line.startswith("What is unsorted stands by name:")
        sorting.desk.node = code_id("who signs")
        await sorting.press("J")
        assert sorting.key_line.startswith("Done: put code who signs before")


async def test_the_chosen_order_is_kept() -> None:
    async with bench() as sorting:
        await order_by(sorting, "f")
        assert Desk.from_json(sorting.desk.as_json()).tray_order == "frequency"
    assert Desk.from_json({"tray_order": "colour"}).tray_order == "arrival"
