"""The picker as one types in it."""

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id, fiction
from tui.app.pickers.nodes import code_picker
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable


def open_picker(sorting: Bench, *present: str, typed: str = "", several: bool = True) -> tuple[Picker, list[Taken]]:
    taken: list[Taken] = []
    page = sorting.app.page
    sheet = code_picker(
        page,
        "Code the selection",
        taken.append,
        present=[code_id(name) for name in present],
        typed=typed,
        several=several,
    )
    page.open_sheet(sheet)
    return sheet, taken


async def test_it_looks_as_drawn() -> None:
    async with bench(pane="transcript") as reading:
        open_picker(reading)
        await reading.type("wh")
        right = [row[66:] for row in reading.rows]
        assert right[1].startswith("  Code the selection ─")
        assert right[3].startswith(" › wh ")
        assert right[3].endswith(" 6 of 35")
        assert right[5].startswith("›2 who signs    ")
        assert right[5].endswith("Liability and law a")
        assert right[6].startswith("   who reads the alarm")
        assert right[11].startswith(" + new code “wh”")
        assert right[27] == "─" * 54
        assert right[28] == " who signs"
        assert reading.key_line == "enter take  tab tick  ↑ ↓ move  ^C back to the text"


async def test_on_a_small_screen_it_lies_at_the_bottom_with_the_definition_beside() -> None:
    async with bench(size=(80, 24), pane="transcript") as reading:
        open_picker(reading)
        await reading.type("wh")
        rows = reading.rows
        start = next(y for y, row in enumerate(rows) if "Code the selection" in row)
        assert rows[start + 1].startswith(" › wh")
        assert rows[start + 1][36:].startswith("│ who signs")
        assert rows[start + 2].startswith("›2 who signs")
        assert rows[start + 2][34] == "a"


async def test_what_makes_a_new_code_stays_in_view_below_more_rows_than_there_is_room_for() -> None:
    async with bench(size=(80, 24), pane="transcript") as reading:
        sheet, taken = open_picker(reading)
        await reading.type("e")
        assert len(sheet.shown) > 9
        assert reading.rows[22].startswith(" + new code “e”")
        first = reading.rows[14]
        await reading.press("up")
        assert reading.rows[22].startswith("›+ new code “e”")
        assert reading.rows[14][1:36] == first[1:36], "the rows above stand where they stood"
        await reading.press("up")
        assert sheet.here == sheet.shown[-1]
        assert reading.rows[21].startswith("›")
        await reading.press("down", "enter")
        assert taken == [Taken(new=("e",))]


async def test_ctrl_n_and_ctrl_p_move_as_the_arrows_do() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting)
        await sorting.type("wh")
        await sorting.press("ctrl+n", "ctrl+n", "ctrl+p", "enter")
        assert taken == [Taken(ids=(code_id("who reads the alarm"),))]


async def test_enter_takes_the_row_under_the_cursor() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting)
        await sorting.type("wh")
        await sorting.press("down", "enter")
        assert taken == [Taken(ids=(code_id("who reads the alarm"),))]
        assert sorting.app.page.sheet is None


async def test_what_matches_nothing_is_new_at_once_and_else_one_up_away() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting)
        await sorting.type("zz top")
        await sorting.press("enter")
        assert taken == [Taken(new=("zz top",))]
        _, taken = open_picker(sorting)
        await sorting.type("wh")
        await sorting.press("up", "enter")
        assert taken == [Taken(new=("wh",))]


async def test_something_new_is_taken_where_letters_merely_lie_scattered_and_the_best_match_is_one_down_away() -> None:
    async with bench() as sorting:
        sheet, taken = open_picker(sorting)
        await sorting.type("wig")
        assert sheet.shown[0] == code_id("who signs")
        assert any("›+ new code “wig”" in row for row in sorting.rows)
        await sorting.press("enter")
        assert taken == [Taken(new=("wig",))]
        sheet, taken = open_picker(sorting)
        await sorting.type("wig")
        await sorting.press("down", "enter")
        assert taken == [Taken(ids=(code_id("who signs"),))]


async def test_an_abbreviation_is_taken_and_something_new_one_up_away() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting)
        await sorting.type("bop")
        await sorting.press("enter")
        assert taken == [Taken(ids=(code_id("burden of proof"),))]
        _, taken = open_picker(sorting)
        await sorting.type("bop")
        await sorting.press("up", "enter")
        assert taken == [Taken(new=("bop",))]


async def test_where_nothing_new_can_be_made_scattered_letters_are_taken() -> None:
    async with bench() as sorting:
        taken: list[Taken] = []
        offered = [Choosable("one", "who signs"), Choosable("two", "decided above")]
        sorting.app.page.open_sheet(Picker("Merge into", offered, taken.append))
        await sorting.type("wig")
        await sorting.press("enter")
        assert taken == [Taken(ids=("one",))]


async def test_a_name_that_is_there_is_not_offered_as_new() -> None:
    async with bench() as sorting:
        sheet, taken = open_picker(sorting)
        await sorting.type("WHO signs")
        assert not any("new code" in row for row in sorting.rows)
        await sorting.press("up", "enter")
        assert len(taken[0].ids) == 1
        assert sheet.shown[0] == code_id("who signs")


async def test_recent_codes_come_first_while_nothing_is_typed() -> None:
    async with bench() as sorting:
        sorting.desk.recent = [code_id("decided above"), "gone", code_id("who signs")]
        sheet, _ = open_picker(sorting)
        assert sheet.shown[:3] == [code_id("decided above"), code_id("who signs"), code_id("burden of proof")]
        await sorting.type("w")
        await sorting.press("backspace")
        assert sheet.shown[0] == code_id("decided above")


async def test_present_codes_stand_ticked_and_the_cursor_beyond_them() -> None:
    async with bench() as sorting:
        sheet, taken = open_picker(sorting, "decided above")
        assert sheet.shown[0] == code_id("decided above")
        assert sheet.here == code_id("burden of proof")
        assert any("● decided above" in row for row in sorting.rows) is False
        await sorting.press("enter")
        assert taken == [Taken(ids=(code_id("burden of proof"),))]


async def test_ticks_are_taken_together_once_any_has_changed() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting, "decided above")
        await sorting.type("who")
        await sorting.press("tab", "ctrl+u")
        await sorting.type("brand new")
        await sorting.press("tab", "enter")
        assert taken == [Taken((code_id("decided above"), code_id("who signs")), ("brand new",), by_ticks=True)]


async def test_a_tick_taken_away_counts_as_changed() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting, "decided above")
        await sorting.press("up", "tab", "enter")
        assert taken == [Taken((), (), by_ticks=True)]


async def test_a_merged_code_is_found_by_its_old_name() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("no box for it")), "aliases": {"no form for it": True}}
    project.put("nodes", node["id"], node)
    async with bench(project) as sorting:
        sheet, _ = open_picker(sorting)
        await sorting.type("form for")
        assert sheet.here == code_id("no box for it")
        assert any("no box for it  was “no form for it”" in row for row in sorting.rows)


async def test_brackets_and_markup_are_letters() -> None:
    project = fiction()
    project.put("nodes", "odd", {"id": "odd", "level": "code", "name": "trust [b]in[/b] people", "order": "a"})
    async with bench(project) as sorting:
        sheet, _ = open_picker(sorting)
        await sorting.type("[b]in")
        assert sheet.shown == ["odd"]
        assert any("trust [b]in[/b] people" in row for row in sorting.rows)


async def test_leaving_takes_nothing() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting)
        await sorting.press("ctrl+c")
        assert taken == []
        assert sorting.app.page.sheet is None


async def test_pasted_words_are_typed() -> None:
    async with bench() as sorting:
        sheet, _ = open_picker(sorting)
        sorting.app.page.paste("who\nsigns")
        assert sheet.shown[0] == code_id("who signs")


async def test_without_codes_only_a_new_one_is_offered() -> None:
    project = fiction()
    for node in list(project.tables["nodes"]):
        project.put("nodes", node, None)
    async with bench(project) as sorting:
        _, taken = open_picker(sorting)
        await sorting.pilot.pause()
        assert any("+ new code: type its name" in row for row in sorting.rows)
        await sorting.press("enter")
        assert taken == []
        await sorting.type("first")
        await sorting.press("enter")
        assert taken == [Taken(new=("first",))]


async def test_words_to_begin_with_stand_in_the_query() -> None:
    async with bench() as sorting:
        _, taken = open_picker(sorting, typed="nobody knows")
        await sorting.press("enter")
        assert taken == [Taken(new=("nobody knows",))]
