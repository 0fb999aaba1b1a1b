"""All units of a code, or of two side by side."""

from collections.abc import Sequence

from tests.app.bench import Bench, bench
from tests.app.fiction import CODER, code_id, fiction, pile_id
from tui.app.screens.comparison import ComparisonPage
from tui.app.screens.quotations import QuotationsPage


def page_of(sorting: Bench) -> ComparisonPage:
    page = sorting.app.page
    assert isinstance(page, ComparisonPage)
    return page


def nodes_of(sorting: Bench) -> Sequence[str]:
    return [side.node for side in page_of(sorting).sides]


async def test_enter_shows_the_units_of_what_the_cursor_is_on() -> None:
    async with bench(node=code_id("waits for someone")) as sorting:
        await sorting.press("enter")
        assert nodes_of(sorting) == [code_id("waits for someone")]
        rows = sorting.rows
        assert rows[1].startswith("  waits for someone ─")
        assert rows[1].endswith(" 3 units, 1 of 1 leader ─")
        assert rows[5].startswith("›L12:2  Everybody in the corridor says the regio")
        assert rows[6].startswith("        waiting for the region, 0  ")
        assert rows[6].endswith("  Leader 12, strategist, primary care")
        await sorting.press("q")
        assert sorting.app.page.bare


async def test_place_and_participant_stand_at_each_unit_whole_where_there_is_room() -> None:
    project = fiction()
    project.put("sources", "l12", {**project.need("sources", "l12"), "name": "hitsave-supermarxist-4-guests"})
    async with bench(project, node=code_id("waits for someone")) as sorting:
        await sorting.press("enter")
        assert sorting.rows[5].startswith("›hitsave-supermarxist-4-guests:2  Everybody in the")
    async with bench(size=(80, 24)) as sorting:
        await sorting.press("space", "j", "space", "enter")
        assert sorting.rows[8].startswith("        Leader 12, strategist          │")


async def test_whose_a_unit_is_stays_where_the_attributes_of_who_speaks_have_no_room() -> None:
    project = fiction()
    project.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    unit = project.units_with(code_id("waits for someone"))[0]
    project.put("units", unit["id"], {**unit, "coder": "jon-ek"})
    async with bench(project, size=(80, 24)) as sorting:
        await sorting.press("space", "j", "space", "enter", "tab")
        assert any(row.rstrip().endswith("Leader 12, strategist · JE") for row in sorting.rows)


async def test_the_next_unit_is_begun_where_it_can_only_be_seen_in_part() -> None:
    project = fiction()
    last = project.units_with(code_id("waits for someone"))[-1]
    end = len(project.texts[project.need("sources", "l12")["text"]]) - 1
    project.put("units", last["id"], {**last, "spans": [[last["spans"][0][0], end]]})
    async with bench(project, size=(80, 24)) as sorting:
        await sorting.press("space", "j", "space", "enter", "tab")
        assert page_of(sorting).side.last == 2
        assert "What did you do about them?" in sorting.rows[18]
        assert sorting.rows[19].endswith(" 2 of 3 ─")


async def test_two_marked_stand_side_by_side() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "enter")
        assert nodes_of(sorting) == [code_id("language of the vendors"), code_id("waits for someone")]
        assert sorting.rows[2][60:].startswith(" -      unsorted")
        await sorting.press("tab", "j")
        page = page_of(sorting)
        assert page.here == page.sides[1].units[1]["id"]


async def test_one_marked_is_compared_with_the_one_under_the_cursor() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "enter")
        assert nodes_of(sorting) == [code_id("language of the vendors"), code_id("waits for someone")]


async def test_what_was_marked_to_be_compared_is_let_go_so_that_the_next_key_means_the_cursor() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "enter", "q", "j")
        assert sorting.desk.marked == []
        here = sorting.desk.node
        await sorting.press("t", "+")
        project = sorting.app.session.project
        pile = project.codebook.nodes[here].parent
        assert pile is not None
        assert project.codebook.children(pile) == (here,)


async def test_more_than_two_are_not_compared() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "space", "j", "space", "enter")
        assert sorting.key_line.startswith("Two can be compared; 3 are marked.")


async def test_a_pile_shows_the_units_of_all_its_codes() -> None:
    async with bench(node=pile_id("c")) as sorting:
        await sorting.press("enter")
        assert len(page_of(sorting).side.units) == 7


async def test_enter_goes_to_the_unit_in_its_transcript() -> None:
    async with bench(node=code_id("waits for someone")) as sorting:
        await sorting.press("enter", "j", "enter")
        assert sorting.desk.pane == "transcript"
        assert sorting.desk.current == "unit-code-waits-for-someone-01"


async def test_the_marked_units_are_thrown_to_another_code() -> None:
    async with bench(node=code_id("waits for someone")) as sorting:
        await sorting.press("enter", "space", "space", "t")
        await sorting.type("who signs")
        await sorting.press("enter")
        assert sorting.project.tally.units(code_id("waits for someone")) == 1
        assert sorting.project.tally.units(code_id("who signs")) == 10
        assert len(page_of(sorting).side.units) == 1


async def test_the_marked_units_become_quotations_and_what_means_one_alone_says_so() -> None:
    async with bench(node=code_id("waits for someone")) as sorting:
        units = [f"unit-code-waits-for-someone-0{number}" for number in range(3)]
        await sorting.press("enter", "space", "space", "c")
        assert sorting.key_line.startswith("Condense this one alone to")
        await sorting.press("ctrl+c", "d")
        assert sorting.key_line.startswith("From this one alone, not from the 2 marked?")
        await sorting.press("n", "m")
        assert sorting.key_line.startswith("On this one alone, not on the marked.")
        assert any("unit L12:2" in row for row in sorting.rows)
        await sorting.press("ctrl+c", "*")
        assert [bool(sorting.project.need("units", unit).get("quoted")) for unit in units] == [True, True, False]
        await sorting.press("k", "k", "space", "space", "*")
        assert sorting.key_line.startswith("All 2 are quotations already")


async def test_a_colleagues_unit_is_changed_only_after_asking_whose_it_is() -> None:
    project = fiction()
    project.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek"})
    unit = {**project.need("units", "unit-code-a-quiet-helper-00"), "coder": "jon-ek"}
    project.put("units", unit["id"], unit)
    async with bench(project, node=code_id("a quiet helper")) as sorting:
        await sorting.press("enter", "*")
        assert sorting.key_line.startswith("Quote what is Jon Ek’s?")
        await sorting.press("n")
        assert not sorting.project.need("units", unit["id"]).get("quoted")
        await sorting.press("*", "y")
        assert sorting.project.need("units", unit["id"]).get("quoted")


async def test_quotations_are_chosen_among_the_units_of_what_the_cursor_is_on() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("*")
        below = {unit for code in sorting.book.codes(pile_id("a")) for unit in _units(sorting, code)}
        page = sorting.app.page
        assert isinstance(page, QuotationsPage)
        assert set(page.ids) == below
        here = page.here
        before = bool(sorting.project.need("units", here).get("quoted"))
        await sorting.press("*")
        assert bool(sorting.project.need("units", here).get("quoted")) is not before


def _units(sorting: Bench, code: str) -> Sequence[str]:
    return [str(unit["id"]) for unit in sorting.project.units_with(code)]


async def test_a_unit_is_condensed_quoted_and_made_an_example() -> None:
    async with bench(node=code_id("a quiet helper")) as sorting:
        await sorting.press("enter", "c", "ctrl+u")
        await sorting.type("shorter")
        await sorting.press("enter", "*", "a", "t")
        unit = sorting.project.need("units", "unit-code-a-quiet-helper-00")
        assert (unit["condensed"], unit["quoted"]) == ("shorter", True)
        anchors = sorting.project.need("nodes", code_id("a quiet helper"))["anchors"]
        assert anchors == {unit["id"]: "typical"}
        await sorting.press("*")
        assert any("Quotation" in row for row in sorting.rows)
        await sorting.press("ctrl+x")
        assert not sorting.project.need("units", unit["id"]).get("quoted")


async def test_a_code_is_taken_off_a_unit_where_it_is_compared() -> None:
    async with bench(node=code_id("a quiet helper")) as sorting:
        await sorting.press("enter", "d")
        unit = sorting.project.need("units", "unit-code-a-quiet-helper-00")
        assert code_id("a quiet helper") not in sorting.book.codes_of(unit)


async def test_why_two_differ_is_written_once_whichever_stands_left() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j", "enter", "e")
        await sorting.type("one is a word")
        await sorting.press("enter")
        assert " one is a word" in sorting.rows
        await sorting.press("q")
        sorting.desk.marked = [code_id("waits for someone"), code_id("language of the vendors")]
        await sorting.press("enter", "e", "ctrl+u")
        await sorting.type("one is an act")
        await sorting.press("enter")
        assert " one is an act" in sorting.rows
        assert not sorting.project.need("nodes", code_id("waits for someone")).get("differs")


async def test_units_that_carry_both_codes_are_counted() -> None:
    project = fiction()
    unit = project.need("units", "unit-code-a-quiet-helper-00")
    both = {**unit["codes"], code_id("waits for someone"): True}
    project.put("units", unit["id"], {**unit, "codes": both})
    async with bench(project) as sorting:
        sorting.desk.marked = [code_id("waits for someone"), code_id("a quiet helper")]
        await sorting.press("enter")
        assert " 1 unit carries both" in sorting.rows


async def test_the_filter_hides_units_and_says_so() -> None:
    async with bench(node=code_id("burden of proof")) as sorting:
        await sorting.press("enter", "/")
        await sorting.type("region, 11")
        await sorting.press("enter")
        assert [unit["condensed"] for unit in page_of(sorting).side.units] == ["waiting for the region, 11"]
        assert sorting.rows[0].startswith(" Leaders and AI › Units · only “region, 11”")
        assert sorting.rows[1].endswith(" 1 of 12 units, 1 of 1 leader ─")
        assert any("1 of 1, 11 units hidden" in row for row in sorting.rows)
        await sorting.press("q")
        assert len(page_of(sorting).side.units) == 12


async def test_the_cursor_stays_in_view_however_many_units_there_are() -> None:
    project = fiction()
    unit = project.need("units", "unit-code-a-quiet-helper-00")
    for number in range(300):
        more = {**unit, "id": f"more-{number:03d}", "condensed": f"number {number}", "coder": CODER}
        project.put("units", more["id"], more)
    async with bench(project, node=code_id("a quiet helper")) as sorting:
        await sorting.press("enter", "G")
        assert any(row.startswith("›L12") for row in sorting.rows)
        assert any("301 of 301" in row for row in sorting.rows)
        await sorting.press("pageup", "k")
        assert any(row.startswith("›L12") for row in sorting.rows)
        await sorting.press("g", "g")
        assert sorting.rows[5].startswith("›L12")


async def test_the_difference_is_written_only_where_there_are_two() -> None:
    async with bench() as sorting:
        await sorting.press("enter")
        assert "other side" not in sorting.key_line
        await sorting.press("e")
        assert sorting.key_line.startswith("Only one is shown")
