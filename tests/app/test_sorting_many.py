"""Several marked nodes at once: carried, reordered, promoted, demoted, deleted as one step each."""

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id, fiction, pile_id
from tui.model.project import Project

BURDEN, SIGNS, BOX, LAWS, DATA = map(
    code_id, ("burden of proof", "who signs", "no box for it", "patchwork of laws", "data stops at the road")
)


async def mark(sorting: Bench, *nodes: str) -> None:
    """Mark some nodes; the cursor stays on the last."""
    for node in nodes:
        sorting.desk.node = node
        await sorting.press("space")


def empty(project: Project, identifier: str, level: str, parent: str | None = None) -> None:
    """Put a node into the project that nothing hangs on."""
    document = {"id": identifier, "level": level, "name": identifier, "parent": parent, "order": "zz"}
    project.put("nodes", identifier, {key: value for key, value in document.items() if value})


async def test_marked_cards_are_carried_together_and_can_be_carried_on() -> None:
    async with bench() as sorting:
        await mark(sorting, SIGNS, BURDEN)
        await sorting.press("L")
        assert [sorting.book.parent(code) for code in (BURDEN, SIGNS)] == [pile_id("b")] * 2
        await sorting.press("L")
        assert [sorting.book.parent(code) for code in (BURDEN, SIGNS)] == [pile_id("c")] * 2
        assert sorting.desk.node == BURDEN


async def test_piles_are_carried_from_category_to_category_and_out_of_the_last() -> None:
    async with bench() as sorting:
        await mark(sorting, pile_id("h"), pile_id("i"))
        await sorting.press("H")
        assert [sorting.book.parent(pile) for pile in (pile_id("h"), pile_id("i"))] == ["category-cap"] * 2
        await sorting.press("L", "L")
        assert [sorting.book.parent(pile) for pile in (pile_id("h"), pile_id("i"))] == [None] * 2
        await sorting.press("L")
        assert sorting.key_line.startswith("There is no category beyond.")


async def test_codes_and_piles_are_not_carried_together() -> None:
    async with bench() as sorting:
        await mark(sorting, SIGNS, pile_id("b"))
        await sorting.press("L")
        assert sorting.key_line.startswith("Codes are carried from pile to pile")


async def test_marked_cards_are_reordered_as_a_block() -> None:
    async with bench() as sorting:
        await mark(sorting, BURDEN, BOX)
        await sorting.press("J")
        assert sorting.book.children(pile_id("a")) == (SIGNS, LAWS, BURDEN, BOX, DATA)
        await sorting.press("J")
        assert sorting.book.children(pile_id("a")) == (SIGNS, LAWS, DATA, BURDEN, BOX)
        await sorting.press("J")
        assert "last already" in sorting.key_line
        await sorting.press("K", "K")
        assert sorting.book.children(pile_id("a")) == (SIGNS, BURDEN, BOX, LAWS, DATA)


async def test_an_unmarked_card_is_reordered_alone() -> None:
    async with bench() as sorting:
        await mark(sorting, BURDEN)
        sorting.desk.node = DATA
        await sorting.press("K")
        assert sorting.book.children(pile_id("a")) == (BURDEN, SIGNS, BOX, DATA, LAWS)


async def test_marked_codes_are_promoted_each_with_a_sub_category_around_it() -> None:
    async with bench() as sorting:
        await mark(sorting, SIGNS, BURDEN)
        await sorting.press("<")
        assert sorting.key_line.startswith("Makes a sub-category around each of 2 codes   enter promote")
        await sorting.press("enter")
        around = [sorting.book.parent(code) or "" for code in (SIGNS, BURDEN)]
        assert [sorting.book.nodes[pile].name for pile in around] == ["who signs", "burden of proof"]
        assert sorting.desk.marked == []
        assert sorting.desk.node == BURDEN


async def test_marked_piles_are_demoted_each_to_a_code() -> None:
    async with bench() as sorting:
        await mark(sorting, pile_id("b"), pile_id("c"))
        await sorting.press(">")
        assert sorting.key_line.startswith("Merges the codes of each of 2 sub-categories into one code")
        await sorting.press("enter")
        await sorting.type("each one thing")
        await sorting.press("enter")
        codes = [sorting.book.nodes[node] for node in sorting.book.children("category-out")]
        named = {node.name: sorting.project.tally.units(node.id) for node in codes if node.is_code}
        assert named == {"Calibrating quality standards": 19, "Managing higher education": 7}


async def test_marked_categories_are_demoted_and_back() -> None:
    project = fiction()
    for name in ("one", "two"):
        empty(project, name, "category")
    async with bench(project) as sorting:
        await mark(sorting, "one", "two")
        await sorting.press(">", "enter")
        assert [sorting.book.nodes[name].level for name in ("one", "two")] == ["sub-category"] * 2
        await mark(sorting, "one", "two")
        await sorting.press("<")
        assert sorting.key_line.startswith("Makes 2 sub-categories categories")
        await sorting.press("enter")
        assert [sorting.book.nodes[name].level for name in ("one", "two")] == ["category"] * 2


async def test_what_is_of_several_levels_is_neither_promoted_nor_demoted() -> None:
    async with bench() as sorting:
        await mark(sorting, SIGNS, pile_id("b"))
        for key in "<>":
            await sorting.press(key)
            assert sorting.key_line.startswith("What is marked is of several levels")


async def test_an_empty_pile_goes_with_the_empty_codes_marked_in_it() -> None:
    project = fiction()
    empty(project, "pile", "sub-category")
    empty(project, "code", "code", "pile")
    async with bench(project) as sorting:
        await mark(sorting, "pile", "code")
        await sorting.press("d")
        await sorting.type("nothing in it")
        await sorting.press("enter")
        assert not {"pile", "code"} & set(sorting.book.nodes)


async def test_marked_codes_are_parked_with_one_reason_and_come_back_together() -> None:
    async with bench() as sorting:
        await mark(sorting, SIGNS, BURDEN)
        await sorting.press("0")
        await sorting.type("both too broad")
        await sorting.press("enter")
        assert [sorting.book.nodes[code].parked for code in (SIGNS, BURDEN)] == ["both too broad"] * 2
        await mark(sorting, SIGNS, BURDEN)
        await sorting.press("0")
        assert [sorting.book.parent(code) for code in (SIGNS, BURDEN)] == [pile_id("a")] * 2
