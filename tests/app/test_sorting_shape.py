"""Merging, splitting, promoting, demoting, deleting: shown first, done by enter."""

import pytest

from tests.app.bench import bench
from tests.app.fiction import code_id, fiction, pile_id
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY


async def test_a_merge_is_shown_first_and_done_by_enter() -> None:
    async with bench(node=code_id("burden of proof")) as sorting:
        await sorting.press("space", "j", "M")
        assert "Merge “burden of proof” into “who signs”" in sorting.rows[1]
        assert any("20 units of 1 leader then: “who signs” 8, “burden of proof” 12" in row for row in sorting.rows)
        assert sorting.key_line.startswith("enter merge")
        assert sorting.book.resolve(code_id("burden of proof")) == code_id("burden of proof")
        await sorting.press("enter")
        assert sorting.book.resolve(code_id("burden of proof")) == code_id("who signs")
        assert sorting.project.tally.units(code_id("who signs")) == 20
        assert sorting.desk.node == code_id("who signs")
        assert sorting.desk.marked == []


async def test_any_other_key_lets_a_merge_be_and_does_nothing_else() -> None:
    async with bench(node=code_id("burden of proof")) as sorting:
        await sorting.press("space", "j", "M", "j")
        assert sorting.desk.node == code_id("who signs")
        assert sorting.book.resolve(code_id("burden of proof")) == code_id("burden of proof")
        assert sorting.desk.marked == [code_id("burden of proof")]


async def test_a_merged_code_keeps_the_only_definition_there_is() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("burden of proof")), "definition": "who must show it"}
    project.put("nodes", node["id"], node)
    async with bench(project, node=code_id("burden of proof")) as sorting:
        await sorting.press("space", "j", "M", "enter")
        assert sorting.book.nodes[code_id("who signs")].definition == "who must show it"


async def test_piles_are_merged_with_a_reason() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("space")
        sorting.desk.node = pile_id("b")
        await sorting.press("M", "enter")
        assert sorting.key_line.startswith("Merged, because")
        await sorting.type("both are law")
        await sorting.press("enter")
        assert sorting.book.resolve(pile_id("a")) == pile_id("b")
        assert len(sorting.book.codes(pile_id("b"))) == 8


async def test_what_is_not_of_one_level_cannot_be_merged() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("space", "j", "M")
        assert sorting.key_line.startswith("Only what is of one level")


async def test_without_marks_the_picker_asks_what_to_merge_into() -> None:
    async with bench(node=code_id("burden of proof")) as sorting:
        await sorting.press("M")
        await sorting.type("who s")
        await sorting.press("enter", "enter")
        assert sorting.book.resolve(code_id("burden of proof")) == code_id("who signs")


async def test_a_code_is_split_by_its_units() -> None:
    async with bench(node=code_id("waits for someone")) as sorting:
        await sorting.press("S", "tab", "enter")
        assert sorting.key_line.startswith("New code of 1 unit, called")
        await sorting.type("waits alone")
        await sorting.press("enter")
        [new] = sorting.book.called("waits alone")
        assert sorting.desk.node == new
        assert sorting.project.tally.units(new) == 1
        assert sorting.project.tally.units(code_id("waits for someone")) == 2


async def test_a_pile_is_split_by_its_codes_with_a_reason() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("S", "tab", "tab", "enter")
        await sorting.type("Proof")
        await sorting.press("enter")
        await sorting.type("two things")
        await sorting.press("enter")
        [new] = sorting.book.called("Proof")
        assert sorting.book.children(new) == (code_id("burden of proof"), code_id("who signs"))
        assert sorting.book.letter(new) == "j"


async def test_marked_codes_of_a_pile_are_split_off_at_once() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("space")
        sorting.desk.node = pile_id("a")
        await sorting.press("S")
        assert sorting.key_line.startswith("New sub-category of 1 code, called")


async def test_a_code_with_one_unit_cannot_be_split() -> None:
    async with bench(node=code_id("a quiet helper")) as sorting:
        await sorting.press("S")
        assert sorting.key_line.startswith("There is nothing to split: it has 1 unit.")


@pytest.mark.parametrize(
    ("node", "shown", "level"),
    [
        (code_id("who signs"), "Makes a sub-category “who signs” around this code", CODE),
        (pile_id("i"), "Makes “Building trust” a category, 4 codes directly in it", CATEGORY),
    ],
)
async def test_promoting_shows_what_it_makes_and_enter_does_it(node: str, shown: str, level: str) -> None:
    async with bench(node=node) as sorting:
        await sorting.press("<")
        assert sorting.key_line.startswith(shown)
        await sorting.press("enter")
        assert sorting.book.nodes[node].level == level
        if level == CODE:
            around = sorting.book.parent(node)
            assert around is not None
            assert sorting.book.nodes[around].name == "who signs"


async def test_demoting_a_pile_merges_its_codes_into_one() -> None:
    async with bench(node=pile_id("c")) as sorting:
        await sorting.press(">")
        assert sorting.key_line.startswith("Merges 2 codes of “Managing higher education” into one code")
        await sorting.press("enter")
        assert "Demoted, because" in sorting.key_line
        await sorting.type("one thing")
        await sorting.press("enter")
        [code] = sorting.book.called("Managing higher education")
        assert sorting.book.nodes[code].level == CODE
        assert sorting.desk.node == code


async def test_a_category_without_piles_becomes_a_sub_category_and_others_do_not() -> None:
    async with bench(node=pile_id("i")) as sorting:
        await sorting.press("<", "enter", ">", "enter")
        assert sorting.book.nodes[pile_id("i")].level == SUB_CATEGORY
        sorting.desk.node = "category-out"
        await sorting.press(">")
        assert "has sub-categories" in sorting.key_line
        sorting.desk.node = code_id("who signs")
        await sorting.press(">")
        assert sorting.key_line.startswith("who signs is a code; nothing less can be made of it.")


async def test_what_has_units_is_not_deleted_and_the_ways_out_are_said() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("d")
        assert "merge it into another code" in sorting.key_line
        assert code_id("who signs") in sorting.book.nodes


async def test_an_empty_code_is_deleted_and_the_cursor_stands_on_the_next() -> None:
    async with bench(fiction(units=False), node=code_id("who signs")) as sorting:
        await sorting.press("d")
        assert code_id("who signs") not in sorting.book.nodes
        assert sorting.desk.node == code_id("no box for it")


async def test_deleting_a_pile_with_a_name_asks_why() -> None:
    async with bench(node=pile_id("c")) as sorting:
        await sorting.press("A")
        await sorting.type("Alone")
        await sorting.press("enter", "d")
        assert "Deleted, because" in sorting.key_line
        await sorting.type("nothing lies in it")
        await sorting.press("enter")
        assert not sorting.book.called("Alone")
        assert sorting.key_line.startswith("Done: delete sub-category Alone: nothing lies in it")
