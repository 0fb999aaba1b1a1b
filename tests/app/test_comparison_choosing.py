"""What a comparison shows: only some units, in another order, briefly; and the way to the transcript and back."""

from tests.app.bench import Bench, bench
from tests.app.fiction import CODER, code_id, fiction, pile_id
from tui.app.screens.comparison import ComparisonPage
from tui.model.project import Project
from tui.reports.abstraction import abstraction
from tui.reports.tree import Table

BURDEN = code_id("burden of proof")
SIGNS = code_id("who signs")


def page_of(sorting: Bench) -> ComparisonPage:
    page = sorting.app.page
    assert isinstance(page, ComparisonPage)
    return page


def two_leaders() -> Project:
    """Return the fiction with a second interview of another leader, coded by a colleague as burden of proof."""
    project = fiction()
    project.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    attributes = {"role": "manager", "context": "primary care"}
    project.put("participants", "leader-3", {"id": "leader-3", "name": "Leader 3", "attributes": attributes})
    source = project.need("sources", "l12")
    speakers = {"INT": {"role": "interviewer"}, "L12": {"role": "participant", "participant": "leader-3"}}
    project.put("sources", "l03", {**source, "id": "l03", "name": "L03", "speakers": speakers})
    unit = project.need("units", "unit-code-burden-of-proof-00")
    for number, condensed in enumerate(("nobody can show it", "zeal")):
        more = {**unit, "id": f"theirs-{number}", "source": "l03", "coder": "jon-ek", "condensed": condensed}
        project.put("units", more["id"], more)
    return project


async def test_units_are_filtered_by_what_their_participants_are_and_what_is_hidden_is_said() -> None:
    async with bench(two_leaders(), node=BURDEN) as sorting:
        await sorting.press("enter", "f")
        await sorting.until("role, 2")
        assert any("manager" in row and "role, 2" in row for row in sorting.rows)
        assert not any("primary care" in row and "context" in row for row in sorting.rows)
        await sorting.type("manag")
        await sorting.press("enter")
        assert [unit["id"] for unit in page_of(sorting).side.units] == ["theirs-0", "theirs-1"]
        assert sorting.rows[0].startswith(" Leaders and AI › Units · only manager ")
        assert sorting.rows[1].endswith(" 2 of 14 units, 1 of 2 leaders ─")
        assert any("2 of 2, 12 units hidden" in row for row in sorting.rows)
        await sorting.press("ctrl+c")
        assert len(page_of(sorting).side.units) == 14


async def test_units_are_filtered_by_coder_and_by_participant() -> None:
    async with bench(two_leaders(), node=BURDEN) as sorting:
        for words, number in (("jon", 2), ("leader 12", 12)):
            await sorting.press("enter", "f")
            await sorting.type(words)
            await sorting.press("enter")
            assert len(page_of(sorting).side.units) == number
            await sorting.press("q", "q")


async def test_what_a_blind_colleague_has_coded_is_not_shown_but_counted() -> None:
    project = two_leaders()
    for coder in (CODER, "jon-ek"):
        project.put("passes", coder, {"id": coder, "coder": coder, "source": "l03", "number": 1})
    async with bench(project, node=BURDEN) as sorting:
        await sorting.press("enter")
        assert len(page_of(sorting).side.units) == 12
        assert any("hidden: 2 of JE until both close L03" in row for row in sorting.rows)
    async with bench(project, size=(80, 24)) as sorting:
        sorting.desk.marked = [BURDEN, SIGNS]
        await sorting.press("enter")
        assert any(" of 12, 2 of colleagues hidden" in row for row in sorting.rows)


async def test_units_stand_in_the_order_of_participants_under_their_names() -> None:
    async with bench(two_leaders(), node=BURDEN) as sorting:
        await sorting.press("enter", "s", "p")
        assert page_of(sorting).side.units[0]["id"] == "theirs-0"
        assert any("Leader 3, manager, primary care  2 units" in row for row in sorting.rows)
        assert any("Leader 12, strategist, primary care  12 units" in row for row in sorting.rows)
        assert sorting.rows[0].startswith(" Leaders and AI › Units · by participant ")


async def test_units_stand_in_the_order_of_their_condensed_forms() -> None:
    async with bench(two_leaders(), node=BURDEN) as sorting:
        await sorting.press("enter", "s", "f")
        condensed = [unit["condensed"] for unit in page_of(sorting).side.units]
        assert (condensed[0], condensed[-1]) == ("nobody can show it", "zeal")


async def test_the_units_of_a_pile_stand_under_its_codes_and_say_which_others_they_have() -> None:
    project = fiction()
    unit = project.need("units", "unit-code-who-signs-00")
    project.put("units", unit["id"], {**unit, "codes": {**unit["codes"], code_id("no box for it"): True}})
    async with bench(project, node=pile_id("a")) as sorting:
        await sorting.press("enter")
        assert any("burden of proof  12 units" in row for row in sorting.rows)
        page = page_of(sorting)
        page.side.stand_on(unit["id"])
        await sorting.press("k", "j")
        assert any("who signs  8 units" in row for row in sorting.rows)
        assert any("also no box for it" in row for row in sorting.rows)


async def test_the_heading_of_a_group_stands_above_the_first_unit_in_view() -> None:
    async with bench(node=pile_id("a"), size=(80, 24)) as sorting:
        await sorting.press("enter", "j", "j", "j", "j", "j", "j", "j")
        assert page_of(sorting).side.top > 0
        assert any("burden of proof  12 units" in row for row in sorting.rows)


async def test_condensed_forms_alone_show_many_units_at_a_glance() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "z")
        assert sorting.rows[5].startswith("›L12:2  waiting for the region, 0")
        assert sorting.rows[16].startswith(" L12:2  waiting for the region, 11")
        await sorting.press("z")
        assert "Everybody in the corridor" in sorting.rows[5]


async def test_an_example_says_that_it_is_one() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "a", "b")
        assert any("borderline example" in row for row in sorting.rows)


async def test_a_unit_is_made_a_row_of_its_pile_in_the_abstraction_table_and_no_longer() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "a")
        assert "p row of its pile in the abstraction table" in sorting.key_line
        pile = sorting.book.pile_of(BURDEN)
        await sorting.press("p")
        (unit,) = (unit for unit, kind in sorting.project.need("nodes", pile)["anchors"].items() if kind == "typical")
        assert BURDEN in sorting.book.codes_of(sorting.project.need("units", unit))
        table = next(block for block in abstraction(sorting.project) if isinstance(block, Table))
        rows = [
            about
            for row, about in zip(table.rows, table.about, strict=True)
            if row[3] == sorting.book.nodes[pile].title
        ]
        assert rows == [(unit,)]
        await sorting.press("a")
        assert "p no row of its pile" in sorting.key_line
        await sorting.press("p")
        assert not sorting.project.need("nodes", pile).get("anchors")


async def test_from_the_transcript_one_comes_back_to_the_very_row() -> None:
    async with bench(node=BURDEN) as sorting:
        sorting.desk.marked = [BURDEN, SIGNS]
        await sorting.press("enter", "/")
        await sorting.type("region")
        await sorting.press("enter", "tab", "j", "space", "j", "enter")
        assert sorting.app.page.bare
        assert sorting.key_line.startswith("'' leads back to the comparison.")
        assert sorting.desk.current == "unit-code-who-signs-03"
        await sorting.press("'", "'")
        page = page_of(sorting)
        assert [side.node for side in page.sides] == [BURDEN, SIGNS]
        assert (page.here, page.marked, page.filter) == (
            "unit-code-who-signs-03",
            ["unit-code-who-signs-01"],
            "region",
        )
        await sorting.press("ctrl+c", "ctrl+c", "ctrl+c")
        assert (sorting.app.page.bare, sorting.desk.pane) == (True, "board")


async def test_all_units_are_marked_at_once_and_thrown() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "/")
        await sorting.type("region, 1")
        await sorting.press("enter", "v", "t")
        await sorting.until("Throw 3 units to")
        await sorting.type("who signs")
        await sorting.press("enter")
        assert sorting.project.tally.units(BURDEN) == 9
        assert "throw 3 units to who signs" in sorting.key_line
        await sorting.press("ctrl+c", "u")
        assert sorting.project.tally.units(BURDEN) == 12
        assert page_of(sorting).here == "unit-code-burden-of-proof-01"


async def test_the_two_sides_are_merged_into_the_one_with_the_keys() -> None:
    async with bench() as sorting:
        sorting.desk.marked = [BURDEN, SIGNS]
        await sorting.press("enter", "tab", "M")
        await sorting.until("Merge “burden of proof” into “who signs”")
        await sorting.press("enter")
        page = page_of(sorting)
        assert [side.node for side in page.sides] == [SIGNS]
        assert len(page.side.units) == 20
        await sorting.press("u")
        assert sorting.book.resolve(BURDEN) == BURDEN


async def test_marked_units_are_split_off_their_code() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "space", "space", "S")
        await sorting.until("10 units of 1 leader")
        await sorting.type("proof afterwards")
        await sorting.press("enter")
        [new] = sorting.book.called("proof afterwards")
        assert (sorting.project.tally.units(new), sorting.project.tally.units(BURDEN)) == (2, 10)
        assert len(page_of(sorting).side.units) == 10


async def test_units_split_off_under_a_name_that_is_there_are_thrown_there_after_asking() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "space", "space", "S")
        await sorting.type("who signs")
        await sorting.press("enter")
        assert sorting.key_line.startswith("“who signs” is there already. Throw them to it?")
        await sorting.press("y")
        assert sorting.project.tally.units(SIGNS) == 10


async def test_units_of_several_codes_are_not_split_off_together() -> None:
    async with bench(node=pile_id("a")) as sorting:
        await sorting.press("enter", "v", "S")
        assert sorting.key_line.startswith("These units are of several codes: S splits one.")


async def test_colleagues_units_are_thrown_only_after_saying_whose_and_how_many() -> None:
    async with bench(two_leaders(), node=BURDEN) as sorting:
        await sorting.press("enter", "v", "t")
        assert sorting.key_line.startswith("Recode what is Jon Ek’s 2?")
        await sorting.press("n")
        assert sorting.project.tally.units(BURDEN) == 14


async def test_what_a_filter_hides_stays_marked_and_is_not_acted_on() -> None:
    async with bench(node=BURDEN) as sorting:
        await sorting.press("enter", "space", "/")
        await sorting.type("region, 1")
        await sorting.press("enter", "v", "t")
        await sorting.until("Throw 3 units to")
        await sorting.press("ctrl+c", "/", "ctrl+u", "enter")
        assert len(page_of(sorting).marked) == 4


async def test_a_name_matters_more_than_its_figures_where_both_do_not_fit() -> None:
    async with bench(two_leaders(), size=(80, 24), glyphs="ascii") as sorting:
        sorting.desk.marked = [BURDEN, SIGNS]
        await sorting.press("enter")
        assert sorting.rows[1].startswith("  burden of proof ---------- 14 units -+- who signs -")
        assert not any("…" in row for row in sorting.rows)


async def test_what_changes_meanwhile_is_shown_in_its_place() -> None:
    project = two_leaders()
    async with bench(project, node=BURDEN) as sorting:
        await sorting.press("enter")
        page = page_of(sorting)
        before = [unit["id"] for unit in page.side.units]
        unit = project.need("units", before[3])
        project.put("units", unit["id"], {**unit, "condensed": "otherwise"})
        project.put("units", before[5], {**project.need("units", before[5]), "removed": True})
        more = {**project.need("units", "theirs-0"), "id": "theirs-2", "condensed": "late"}
        project.put("units", "theirs-2", more)
        await sorting.press("j")
        shown = [each["id"] for each in page.side.units]
        assert shown == [*before[:2], "theirs-2", *before[2:5], *before[6:]]
        assert page.side.units[4]["condensed"] == "otherwise"
        source = project.need("sources", "l03")
        project.put("sources", "l03", {**source, "speakers": {}})
        await sorting.press("s", "p")
        assert any("no participant  3 units" in row for row in sorting.rows)
