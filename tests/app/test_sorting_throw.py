"""Throwing cards onto piles: two keys a card, and the cursor stands on the next."""

from tests.app.bench import bench
from tests.app.fiction import code_id, fiction, pile_id
from tui.model.project import Project


def same_name(project: Project, name: str, pile: str) -> str:
    """Put a second code of a name into a pile, and return its id."""
    project.put("nodes", "twin", {"id": "twin", "level": "code", "name": name, "parent": pile, "order": "zz"})
    return "twin"


async def test_a_card_is_thrown_by_two_keys_and_the_cursor_stands_on_the_next() -> None:
    async with bench() as sorting:
        assert sorting.desk.node == code_id("language of the vendors")
        await sorting.press("t", "a")
        assert sorting.book.parent(code_id("language of the vendors")) == pile_id("a")
        assert sorting.desk.node == code_id("waits for someone")
        await sorting.press("t", "b")
        assert sorting.book.parent(code_id("waits for someone")) == pile_id("b")
        assert sorting.desk.node == code_id("afraid of the audit")


async def test_after_the_last_card_the_cursor_stands_on_the_one_before_it() -> None:
    async with bench(node=code_id("evenings, weekends")) as sorting:
        await sorting.press("t", "a")
        assert sorting.desk.node == code_id("distance to hospital")


async def test_while_a_letter_is_waited_for_the_piles_out_of_view_are_named_below() -> None:
    async with bench(size=(120, 24)) as sorting:
        foot = [row[43:] for row in sorting.rows[-5:-1]]
        assert foot[0].startswith(" language of the vendors")
        for prefix, then in (("t", "ctrl+c"), ("'", "i")):
            await sorting.press(prefix)
            assert any("h New roles" in row and "i Building trust" in row for row in sorting.rows[-5:-1]), sorting.rows
            await sorting.press(then)
        assert sorting.desk.node == pile_id("i")
        assert any("Building trust" in row for row in sorting.rows[-5:-1])


async def test_the_letters_said_are_the_first_and_the_last_whatever_order_piles_stand_in() -> None:
    project = fiction()
    project.put("nodes", pile_id("a"), {**project.need("nodes", pile_id("a")), "parent": "category-tra"})
    async with bench(project) as sorting:
        await sorting.press("t")
        assert "a-i pile" in sorting.key_line


async def test_the_tray_can_be_emptied_card_by_card() -> None:
    async with bench() as sorting:
        for letter in "abcdef":
            await sorting.press("t", letter)
        assert sorting.book.unsorted() == ()
        assert sorting.desk.node == "unsorted"
        assert "-  0 Unsorted" in sorting.rows[2]


async def test_the_marked_are_thrown_together_and_are_no_longer_marked() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "j", "space", "t")
        assert sorting.key_line.startswith("Throw 2 marked to   a-i pile  / picker  + new pile  - unsorted  ^C back")
        await sorting.press("c")
        thrown = [code_id("language of the vendors"), code_id("afraid of the audit")]
        assert [sorting.book.parent(code) for code in thrown] == [pile_id("c")] * 2
        assert sorting.desk.marked == []
        assert sorting.desk.node == code_id("a quiet helper")


async def test_marked_cards_leave_the_cursor_where_it_is_when_it_is_on_another() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "t", "c")
        assert sorting.desk.node == code_id("waits for someone")


async def test_a_throw_waits_for_its_letter_and_another_key_lets_it_be() -> None:
    async with bench() as sorting:
        await sorting.press("t", "ctrl+c")
        assert sorting.desk.prefix == ""
        assert sorting.key_line.startswith("enter") or "mark" in sorting.key_line
        await sorting.press("t", "w")
        assert sorting.key_line.startswith("No pile has the letter w.")
        assert len(sorting.book.unsorted()) == 6


async def test_a_throw_onto_a_new_pile_needs_no_name_yet() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "t", "+")
        pile = sorting.book.parent(code_id("waits for someone"))
        assert pile is not None
        assert (sorting.book.nodes[pile].name, sorting.book.letter(pile)) == ("", "j")
        assert "New pile j of 2 codes" in sorting.key_line
        await sorting.press("'", "j", "r")
        await sorting.type("Waiting")
        await sorting.press("enter")
        assert sorting.book.nodes[pile].name == "Waiting"


async def test_a_card_goes_back_to_unsorted() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("t", "-")
        assert sorting.book.unsorted()[-1] == code_id("who signs")
        assert sorting.desk.node == code_id("no box for it")


async def test_the_picker_finds_a_pile_by_its_name() -> None:
    async with bench() as sorting:
        await sorting.press("t", "/")
        await sorting.type("trust")
        await sorting.press("enter")
        assert sorting.book.parent(code_id("language of the vendors")) == pile_id("i")
        assert sorting.desk.node == code_id("waits for someone")


async def test_the_picker_makes_a_pile_of_a_name_that_matches_none() -> None:
    async with bench() as sorting:
        await sorting.press("t", "/")
        await sorting.type("zzyx")
        await sorting.press("enter")
        pile = sorting.book.parent(code_id("language of the vendors"))
        assert pile is not None
        assert sorting.book.nodes[pile].name == "zzyx"


async def test_throwing_onto_a_name_that_is_there_offers_to_merge() -> None:
    project = fiction()
    twin = same_name(project, "waits for someone", pile_id("a"))
    async with bench(project, node=code_id("waits for someone")) as sorting:
        await sorting.press("t", "a")
        assert "“waits for someone” is there already" in sorting.key_line
        await sorting.press("n")
        assert sorting.book.parent(code_id("waits for someone")) is None
        await sorting.press("t", "a", "y")
        assert sorting.book.resolve(code_id("waits for someone")) == twin
        assert sorting.project.tally.units(twin) == 3


async def test_of_several_thrown_the_others_follow_after_a_merge() -> None:
    project = fiction()
    twin = same_name(project, "waits for someone", pile_id("a"))
    async with bench(project) as sorting:
        await sorting.press("space", "j", "space", "t", "a", "y")
        assert sorting.book.resolve(code_id("waits for someone")) == twin
        assert sorting.book.parent(code_id("language of the vendors")) == pile_id("a")
        assert sorting.desk.marked == []


async def test_throwing_where_it_lies_changes_nothing_and_says_so() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("t", "a")
        assert sorting.key_line.startswith("Already in Addressing liability issues")


async def test_a_pile_is_thrown_into_a_category_that_has_a_letter_or_by_the_picker() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("t", "/")
        await sorting.type("transformation of")
        await sorting.press("enter")
        assert sorting.book.parent(pile_id("a")) == "category-tra"


async def test_what_cannot_lie_there_is_said() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("t", "b")
        assert sorting.book.parent(pile_id("a")) == "category-out"
        assert "sub-category" in sorting.key_line


async def test_a_card_is_carried_to_the_pile_before_and_after_and_the_cursor_goes_along() -> None:
    async with bench(node=code_id("good enough to buy")) as sorting:
        await sorting.press("H")
        assert sorting.book.parent(code_id("good enough to buy")) == pile_id("a")
        await sorting.press("H")
        assert sorting.book.parent(code_id("good enough to buy")) is None
        await sorting.press("H")
        assert sorting.key_line.startswith("There is no pile beyond.")
        await sorting.press("L", "L", "L")
        assert sorting.book.parent(code_id("good enough to buy")) == pile_id("c")
        assert sorting.desk.node == code_id("good enough to buy")


async def test_cards_are_reordered_in_their_pile() -> None:
    async with bench(node=code_id("who signs")) as sorting:
        await sorting.press("K")
        assert sorting.book.children(pile_id("a"))[:2] == (code_id("who signs"), code_id("burden of proof"))
        await sorting.press("K")
        assert "first already" in sorting.key_line
        await sorting.press("J", "J")
        assert sorting.book.children(pile_id("a"))[2] == code_id("who signs")
        await sorting.press("J", "J")
        assert sorting.book.children(pile_id("a"))[-1] == code_id("who signs")
        await sorting.press("J")
        assert "last already" in sorting.key_line


async def test_a_code_is_parked_with_a_reason_and_comes_back() -> None:
    async with bench(node=code_id("patchwork of laws")) as sorting:
        await sorting.press("0")
        await sorting.type("half of it is about data")
        assert sorting.key_line.startswith("Park, because half of it is about data")
        await sorting.press("enter")
        assert sorting.book.nodes[code_id("patchwork of laws")].parked == "half of it is about data"
        assert sorting.desk.node == code_id("data stops at the road")
        assert any("0  1 Parked" in row for row in sorting.rows)
        sorting.desk.node = code_id("patchwork of laws")
        await sorting.press("0")
        assert sorting.book.parent(code_id("patchwork of laws")) == pile_id("a")


async def test_parking_without_a_reason_is_refused() -> None:
    async with bench() as sorting:
        await sorting.press("0", "enter")
        assert sorting.book.parked() == ()
        assert "needs a reason" in sorting.key_line


async def test_a_category_lies_in_nothing_and_a_throw_says_so() -> None:
    async with bench(node="category-out") as sorting:
        for letter in ("a", "-"):
            await sorting.press("t", letter)
            assert sorting.key_line.startswith(
                "Only codes and sub-categories are thrown: “Conditions external to the healthcare system” is a"
            )


async def test_history_calls_a_new_pile_a_new_pile() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "t", "+")
        assert sorting.app.session.store.appended[-1].do == "new pile of 2 codes"  # type: ignore[attr-defined]


async def test_the_picker_finds_a_pile_by_its_short_name_too() -> None:
    async with bench() as sorting:
        await sorting.press("t", "/")
        await sorting.type("law")
        assert any("“Liability and law”" in row and "was" not in row for row in sorting.rows)
        await sorting.press("enter")
        assert sorting.book.parent(code_id("language of the vendors")) == pile_id("a")
