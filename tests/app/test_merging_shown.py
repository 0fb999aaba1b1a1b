"""Merging is shown first: the sheet says what it would do, and its keys alter that."""

from tests.app.bench import bench
from tests.app.fiction import code_id, fiction, pile_id
from tui.model.project import Project

BURDEN = code_id("burden of proof")
SIGNS = code_id("who signs")


def defined() -> Project:
    project = fiction()
    for code, words in ((BURDEN, "Who has to show it"), (SIGNS, "Who stands for it")):
        project.put("nodes", code, {**project.need("nodes", code), "definition": words})
    return project


async def test_the_definition_that_stands_can_be_the_other_or_both() -> None:
    async with bench(defined(), node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN]
        await sorting.press("M")
        await sorting.until("as “who signs” (“burden of proof” no longer)")
        await sorting.press("tab")
        await sorting.until("as “burden of proof” (“who signs” no longer)")
        await sorting.press("tab")
        await sorting.until("one after the other: Who stands for it; Who")
        await sorting.press("enter")
        assert sorting.book.nodes[SIGNS].definition == "Who stands for it; Who has to show it"
        await sorting.press("u")
        assert sorting.book.nodes[SIGNS].definition == "Who stands for it"


async def test_the_other_one_can_be_the_one_that_stays() -> None:
    async with bench(node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN]
        await sorting.press("M", "s", "enter")
        assert sorting.book.resolve(SIGNS) == BURDEN
        assert sorting.desk.node == BURDEN


async def test_own_units_that_overlap_are_joined_where_that_is_chosen_and_undone_with_the_merge() -> None:
    async with bench(node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN]
        await sorting.press("M")
        await sorting.until("20 units that overlap in 1 place are kept (LP)")
        await sorting.press("o")
        await sorting.until("20 overlapping units are joined into 1")
        await sorting.press("enter")
        assert sorting.project.tally.units(SIGNS) == 1
        await sorting.press("u")
        assert (sorting.project.tally.units(SIGNS), sorting.project.tally.units(BURDEN)) == (8, 12)


async def test_leaving_the_sheet_changes_nothing_and_keeps_the_marks() -> None:
    async with bench(node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN]
        await sorting.press("M", "ctrl+c")
        assert sorting.book.resolve(BURDEN) == BURDEN
        assert sorting.desk.marked == [BURDEN]


async def test_codes_of_one_name_in_merged_piles_are_made_one_in_the_same_step() -> None:
    project = fiction()
    project.put("nodes", "twin", {**project.need("nodes", BURDEN), "id": "twin", "parent": pile_id("b")})
    async with bench(project, node=pile_id("b")) as sorting:
        sorting.desk.marked = [pile_id("a")]
        await sorting.press("M")
        await sorting.until("“burden of proof”: each made one")
        await sorting.press("enter")
        await sorting.type("both are law")
        await sorting.press("enter")
        assert sorting.book.called("burden of proof") == ("twin",)
        await sorting.press("u")
        assert len(sorting.book.called("burden of proof")) == 2


async def test_what_a_colleague_merged_meanwhile_is_not_merged_again() -> None:
    async with bench(node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN]
        await sorting.press("M")
        gone = {**sorting.project.need("nodes", BURDEN), "merged_into": code_id("no box for it")}
        sorting.project.put("nodes", BURDEN, gone)
        await sorting.press("j")
        await sorting.until("one of them was merged or deleted meanwhile")
        await sorting.press("enter")
        assert sorting.book.resolve(BURDEN) == code_id("no box for it")


async def test_a_small_screen_shows_all_of_it_by_scrolling() -> None:
    async with bench(defined(), size=(80, 24), node=SIGNS) as sorting:
        sorting.desk.marked = [BURDEN, code_id("no box for it"), code_id("patchwork of laws")]
        await sorting.press("M")
        await sorting.until("Merge “burden of proof”, “no box for it” and 1 more into “who signs”")
        await sorting.until("27 units of 1 leader then")
        assert "j k scroll" not in sorting.key_line
