"""New codes and piles, their names, quick keys, letters and themes."""

from tests.app.bench import Bench, bench
from tests.app.fiction import CODER, code_id, fiction, pile_id


async def test_a_code_is_renamed_in_the_key_line() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("r")
        assert sorting.key_line.startswith("Rename who signs")
        await sorting.press("ctrl+u")
        await sorting.type("whose name")
        await sorting.press("enter")
        assert sorting.book.nodes[code_id("who signs")].name == "whose name"


async def test_renaming_onto_a_name_that_is_there_offers_to_merge() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("r", "ctrl+u")
        await sorting.type("Burden of proof")
        await sorting.press("enter")
        assert "“burden of proof” is there already in Liability and law. Merge them: 20 units?" in sorting.key_line
        await sorting.press("y")
        assert sorting.book.resolve(code_id("who signs")) == code_id("burden of proof")
        assert sorting.desk.node == code_id("burden of proof")


async def test_a_new_code_lies_in_the_pile_under_the_cursor() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("a")
        await sorting.type("whose pen")
        await sorting.press("enter")
        [new] = sorting.book.called("whose pen")
        assert sorting.book.parent(new) == pile_id("a")
        assert sorting.desk.node == new


async def test_a_new_pile_of_the_marked_codes_needs_no_name() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "A")
        pile = sorting.book.parent(code_id("waits for someone"))
        assert pile is not None
        assert len(sorting.book.codes(pile)) == 2


async def test_a_category_is_made_over_the_marked_piles() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("space")
        sorting.desk.node = pile_id("h")
        await sorting.press("space", "A")
        assert sorting.key_line.startswith("Category over 2 piles, called")
        await sorting.type("Roles and law")
        await sorting.press("enter")
        [new] = sorting.book.called("Roles and law")
        assert sorting.book.children(new) == (pile_id("a"), pile_id("h"))
        assert sorting.desk.marked == []


async def test_codes_and_piles_marked_together_make_neither() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("space", "j", "space", "A")
        assert sorting.key_line.startswith("Not both: codes are marked for a new pile, piles for a category.")


async def test_with_nothing_marked_a_new_pile_is_asked_its_name() -> None:
    async with bench(node="category-tra") as sorting:
        await sorting.press("A")
        await sorting.type("Fear")
        await sorting.press("enter")
        [new] = sorting.book.called("Fear")
        assert sorting.book.parent(new) == "category-tra"


async def test_a_digit_becomes_the_quick_key_of_a_code_and_again_takes_it_away() -> None:
    async with bench(node=code_id("decided above")) as sorting:
        await sorting.press("=")
        asked = "\n".join(sorting.rows[-4:])
        assert all(words in asked for words in ("Quick key of “decided above”", "1 burden of proof", "9 free"))
        await sorting.press("9")
        assert sorting.book.quick(sorting.project.need("coders", CODER))["9"] == code_id("decided above")
        await sorting.press("=", "9")
        assert "9" not in sorting.book.quick(sorting.project.need("coders", CODER))


async def test_a_pile_without_a_letter_gets_one() -> None:
    project = fiction()
    node = {**project.need("nodes", pile_id("i")), "letter": None}
    project.put("nodes", node["id"], node)
    async with bench(project, node=pile_id("i")) as sorting:
        await sorting.press("=")
        assert sorting.book.letter(pile_id("i")) == "i"


async def test_a_code_joins_and_leaves_themes_in_the_picker() -> None:
    async with bench(node=pile_id("b")) as sorting:
        await sorting.press("&")
        await sorting.type("Being seen")
        await sorting.press("enter")
        [theme] = sorting.book.themes()
        assert sorting.book.members(theme) == (pile_id("b"),)
        sorting.desk.node = pile_id("h")
        await sorting.press("&", "enter")
        assert sorting.book.members(theme) == (pile_id("b"), pile_id("h"))
        await sorting.press("&", "tab", "enter")
        assert sorting.book.members(theme) == (pile_id("b"),)


async def test_a_pile_gets_its_short_name_and_its_definition_on_the_card() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("e")
        await sorting.type("who answers for it")
        await sorting.press("shift+tab", "ctrl+u")
        await sorting.type("Law")
        await sorting.press("ctrl+d")
        node = sorting.book.nodes[pile_id("a")]
        assert (node.short, node.definition) == ("Law", "who answers for it")
        assert any("a 32 Law" in row for row in sorting.rows)


async def test_a_short_name_that_is_too_long_is_refused_and_the_card_stays() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("e", "shift+tab", "ctrl+u")
        await sorting.type("Liability and the whole law")
        await sorting.press("ctrl+d")
        assert "at most" in sorting.key_line
        assert sorting.app.page.sheet is not None


async def test_all_that_are_marked_join_a_theme_in_one_step_and_are_marked_no_more() -> None:
    async with bench(pane="codebook") as sorting:
        sorting.desk.marked = [pile_id("a"), code_id("who signs")]
        await sorting.press("&")
        assert any("Themes of 2 marked" in row for row in sorting.rows)
        await sorting.type("Alone with it")
        await sorting.press("enter")
        [theme] = sorting.book.themes()
        assert set(sorting.book.members(theme)) == {pile_id("a"), code_id("who signs")}
        assert sorting.key_line.startswith("Done: let 2 codes and piles belong to theme Alone with it")
        assert not sorting.desk.marked
        await sorting.press("u")
        assert not sorting.book.themes()


def foot_of(sorting: Bench) -> str:
    """Return what stands below the codebook, as one line."""
    return " ".join(" ".join(row[66:95].split()) for row in sorting.rows[-7:-1])


async def test_on_a_theme_its_members_are_chosen_at_any_level() -> None:
    async with bench(pane="codebook", node=pile_id("a")) as sorting:
        await sorting.press("&")
        await sorting.type("Signs")
        await sorting.press("enter")
        [theme] = sorting.book.themes()
        sorting.desk.node = theme
        await sorting.press("&")
        assert any("What Signs holds" in row for row in sorting.rows)
        await sorting.type("who signs")
        await sorting.press("enter")
        assert set(sorting.book.members(theme)) == {pile_id("a"), code_id("who signs")}
        assert sorting.key_line.startswith("Done: let theme Signs hold who signs")
        assert "holds" in foot_of(sorting)


async def test_the_card_of_a_code_says_to_which_themes_it_belongs() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        await sorting.press("&")
        await sorting.type("Signs")
        await sorting.press("enter")
        assert "theme: Signs" in foot_of(sorting)
        await sorting.press("e")
        assert any("themes" in row and "Signs" in row for row in sorting.rows[:-8])
