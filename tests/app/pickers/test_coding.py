"""Coding with the picker: what the unit is to have then."""

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id
from tui.app.pickers.coding import code_picker


def coding(sorting: Bench, *present: str) -> list[tuple[list[str], str | None]]:
    taken: list[tuple[list[str], str | None]] = []
    page = sorting.app.page
    code_picker(
        page, "Code", lambda codes, name: taken.append((codes, name)), present=[code_id(each) for each in present]
    )
    return taken


async def test_a_row_is_added_to_the_codes_that_are_there() -> None:
    async with bench() as sorting:
        taken = coding(sorting, "decided above")
        await sorting.type("who s")
        await sorting.press("enter")
        assert taken == [([code_id("decided above"), code_id("who signs")], None)]


async def test_a_new_name_is_added_to_the_codes_that_are_there() -> None:
    async with bench() as sorting:
        taken = coding(sorting, "decided above")
        await sorting.type("zzz")
        await sorting.press("enter")
        assert taken == [([code_id("decided above")], "zzz")]


async def test_a_code_that_is_there_already_changes_nothing() -> None:
    async with bench() as sorting:
        taken = coding(sorting, "decided above")
        await sorting.type("decided above")
        await sorting.press("enter")
        assert taken == [([code_id("decided above")], None)]


async def test_of_several_new_names_all_are_made() -> None:
    async with bench() as sorting:
        taken = coding(sorting)
        await sorting.type("xqz")
        await sorting.press("tab", "ctrl+u")
        await sorting.type("yqz")
        await sorting.press("tab", "enter")
        [second] = sorting.book.called("yqz")
        assert taken == [([second], "xqz")]
