"""Splitting a code unit by unit: one key each, the last taken back, all of it one step."""

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id, fiction
from tui.app.screens.unit_by_unit import UnitByUnitPage

WAITS = code_id("waits for someone")
BURDEN = code_id("burden of proof")


def page_of(sorting: Bench) -> UnitByUnitPage:
    page = sorting.app.page
    assert isinstance(page, UnitByUnitPage)
    return page


async def test_each_unit_is_shown_in_full_among_the_words_around_it() -> None:
    async with bench(node=WAITS) as sorting:
        await sorting.press("S", "enter")
        assert any(
            "Meanwhile is where we live. Everybody in the corridor says the regio" in row for row in sorting.rows
        )
        assert sorting.rows[1].endswith("unit 1 of 3, 0 decided ─")
        assert any(" 1 waits for someone" in row for row in sorting.rows)


async def test_one_key_sends_a_unit_and_goes_on_and_enter_does_all_of_it_as_one_step() -> None:
    async with bench(node=WAITS) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("waits alone")
        await sorting.press("enter")
        assert sorting.rows[1].endswith("unit 2 of 3, 1 decided ─")
        await sorting.press("1", "2")
        assert sorting.key_line.startswith("All are decided")
        assert sorting.project.tally.units(WAITS) == 3
        await sorting.press("enter")
        await sorting.until("“waits alone” 2 units of 1 leader")
        await sorting.press("enter")
        [new] = sorting.book.called("waits alone")
        assert (sorting.project.tally.units(WAITS), sorting.project.tally.units(new)) == (1, 2)
        assert "split code waits for someone unit by unit: waits alone 2" in sorting.key_line
        assert sorting.app.page.bare
        await sorting.press("u")
        assert sorting.project.tally.units(WAITS) == 3
        assert not sorting.book.called("waits alone")


async def test_the_last_decision_is_taken_back_as_often_as_one_likes() -> None:
    async with bench(node=WAITS) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("waits alone")
        await sorting.press("enter", "1", "u", "u")
        assert page_of(sorting).given == {}
        assert page_of(sorting).at == 0
        await sorting.press("u")
        assert sorting.key_line.startswith("Nothing is decided yet.")


async def test_units_go_to_three_codes_one_of_which_is_there_already() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("proof afterwards")
        await sorting.press("enter", "/")
        await sorting.type("who signs")
        await sorting.press("enter", "3", "2", "enter", "enter")
        [new] = sorting.book.called("proof afterwards")
        assert sorting.project.tally.units(new) == 2
        assert sorting.project.tally.units(code_id("who signs")) == 10
        assert sorting.project.tally.units(BURDEN) == 8


async def test_a_name_that_is_there_means_the_code_that_has_it() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("Who signs")
        await sorting.press("enter")
        assert page_of(sorting).heaps[1].code == code_id("who signs")
        await sorting.press("4")
        assert sorting.key_line.startswith("There is no code 4 yet")


async def test_what_was_decided_waits_when_one_leaves() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("proof afterwards")
        await sorting.press("enter", "1", "q")
        assert sorting.app.page.bare
        assert sorting.project.tally.units(BURDEN) == 12
        await sorting.press("S", "enter")
        assert sorting.key_line.startswith("Going on where you were: 2 units decided.")
        assert (page_of(sorting).at, [heap.name for heap in page_of(sorting).heaps]) == (
            2,
            ["burden of proof", "proof afterwards"],
        )


async def test_nothing_is_split_before_a_unit_goes_anywhere_and_something_must_stay() -> None:
    async with bench(node=WAITS) as sorting:
        await sorting.press("S", "enter", "1", "enter")
        assert sorting.key_line.startswith("Nothing goes anywhere yet")
        await sorting.press("k", "+")
        await sorting.type("waits alone")
        await sorting.press("enter", "2", "2", "enter", "enter")
        assert "must leave something on both sides" in sorting.key_line
        assert page_of(sorting).count(1) == 3


async def test_colleagues_units_go_only_after_asking() -> None:
    project = fiction()
    project.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek"})
    unit = {**project.need("units", "unit-code-waits-for-someone-00"), "coder": "jon-ek"}
    project.put("units", unit["id"], unit)
    async with bench(project, node=WAITS) as sorting:
        await sorting.press("S", "enter", "+")
        await sorting.type("waits alone")
        await sorting.press("enter", "enter", "enter")
        assert sorting.key_line.startswith("Recode what is Jon Ek’s?")
        await sorting.press("y")
        assert sorting.project.tally.units(WAITS) == 2


async def test_from_a_comparison_only_the_units_shown_there_are_gone_through() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "/")
        await sorting.type("region, 1")
        await sorting.press("enter", "S")
        assert len(page_of(sorting).units) == 3


async def test_a_unit_too_long_for_the_screen_is_scrolled() -> None:
    async with bench(node=WAITS, size=(80, 24)) as sorting:
        await sorting.press("S", "enter", "ctrl+d", "ctrl+u", "space", "k")
        assert page_of(sorting).at == 0
        assert page_of(sorting).top == 0


async def test_a_unit_is_condensed_in_between_and_that_is_what_is_taken_back_then() -> None:
    async with bench(node=WAITS) as sorting:
        await sorting.press("S", "enter", "1", "c", "ctrl+u")
        await sorting.type("waits")
        await sorting.press("enter")
        unit = page_of(sorting).here
        assert sorting.project.need("units", unit)["condensed"] == "waits"
        await sorting.press("u")
        assert sorting.project.need("units", unit)["condensed"] != "waits"
        assert len(page_of(sorting).given) == 1
        await sorting.press("u")
        assert page_of(sorting).given == {}
