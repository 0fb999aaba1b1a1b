"""The board pane in its forms, and moving about on it."""

import pytest

from tests.app.bench import Bench, bench
from tests.app.fiction import CODER, code_id, fiction, pile_id
from tests.builders import do
from tui.model.edits.project import SetSetting


def pane(sorting: Bench) -> list[str]:
    """Return the lines of the board while one sorts at 120 columns."""
    return [row[43:].rstrip() for row in sorting.rows[2:32]]


async def test_sorting_it_looks_as_drawn() -> None:
    async with bench() as sorting:
        await sorting.press("space", "j")
        lines = pane(sorting)
        assert lines[0] == " -  6 Unsorted            Conditions external   58  Capacity for change  101"
        assert lines[1] == "●   4 language of the…    a 32 Liability and law    d 40 Systematic steps"
        assert lines[2].startswith("›   3 waits for someone     12 burden of proof")
        assert sorting.rows[1].endswith(" 6 unsorted, 1 marked ─")
        foot = [row[43:].rstrip() for row in sorting.rows[33:37]]
        assert foot[0] == " waits for someone  3 units, 1 leader, no definition yet"
        assert foot[1] == "›L12  waiting for the region, 0"
        assert foot[2] == " L12  waiting for the region, 1"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_units_that_are_shown_and_not_counted_are_said_beside_those_that_are(size: tuple[int, int]) -> None:
    project = fiction()
    project.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    unit = project.units_with(code_id("waits for someone"))[0]
    project.put("units", unit["id"], {**unit, "coder": "jon-ek"})
    do(project, SetSetting("counted", [CODER]))
    async with bench(project, size=size, node=code_id("waits for someone")) as sorting:
        assert any("waits for someone  2 units, 1 leader, 1 not counted" in row for row in sorting.rows)
        assert any("1 of 3" in row for row in sorting.rows)


async def test_the_transcript_follows_the_card_and_says_which_of_its_units_it_shows() -> None:
    async with bench() as sorting:
        await sorting.press("j")
        assert sorting.desk.unit_shown == "unit-code-waits-for-someone-00"
        assert any("Leader 12" in row and "1 of 3" in row for row in sorting.rows)
        await sorting.press(",")
        assert sorting.desk.unit_shown == "unit-code-waits-for-someone-01"
        assert any("2 of 3" in row for row in sorting.rows)
        assert sorting.rows[35][43:].startswith("›L12  waiting for the region, 1")
        await sorting.press(",", ",")
        assert sorting.desk.unit_shown == "unit-code-waits-for-someone-00"


async def test_sorting_leaves_the_place_in_the_text_and_going_back_there_shows_the_unit() -> None:
    async with bench(pane="transcript") as sorting:
        sorting.desk.cursor = 7
        await sorting.press("g", "3")
        assert sorting.desk.cursor == 7
        await sorting.press("j", "g", "1")
        assert sorting.desk.current == sorting.desk.unit_shown
        assert sorting.desk.cursor > 7
        await sorting.press("'", "'")
        assert sorting.desk.cursor == 7


async def test_a_glance_at_the_board_moves_nothing_in_the_text() -> None:
    async with bench(pane="transcript") as sorting:
        await sorting.press("L")
        here, lit = sorting.desk.cursor, sorting.desk.current
        await sorting.press("g", "3", "g", "1")
        assert (sorting.desk.cursor, sorting.desk.current) == (here, lit)


async def test_h_and_l_go_to_the_columns_at_the_same_height() -> None:
    async with bench() as sorting:
        await sorting.press("l")
        assert sorting.desk.node == pile_id("a")
        await sorting.press("j", "l")
        assert sorting.desk.node == code_id("pilots that never end")
        await sorting.press("h", "h")
        assert sorting.desk.node == code_id("waits for someone")
        await sorting.press("h")
        assert sorting.desk.node == code_id("waits for someone")


async def test_j_goes_on_to_the_next_column_from_the_foot_of_one() -> None:
    async with bench(node=code_id("evenings, weekends")) as sorting:
        await sorting.press("j")
        assert sorting.desk.node == "category-out"
        await sorting.press("k")
        assert sorting.desk.node == code_id("evenings, weekends")


async def test_compact_beside_the_text_only_the_codes_pile_is_unfolded() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        lines = [row[96:].rstrip() for row in sorting.rows[2:33]]
        assert "›   8 who signs" in lines
        assert " b 19 Quality standards" in lines
        assert not any("good enough" in line for line in lines)
        foot = [row[96:].rstrip() for row in sorting.rows[34:38]]
        assert foot == [
            " a Addressing liability",
            "   issues and legal",
            "   information sharing",
            "   32 units, 1 of 1",
        ]


async def test_on_a_small_screen_the_tray_stands_beside_a_list_of_piles() -> None:
    async with bench(size=(80, 24)) as sorting:
        assert sorting.rows[2][8:] == " -  6 Unsorted                 Conditions external                   58"
        assert sorting.rows[-5][8:].rstrip().startswith(" language of the vendors  4 units, 1 leader")
        assert sorting.rows[-5].rstrip().endswith("1 of 4")
        assert sorting.rows[-4][9:].startswith("waiting for the region, 0")
        assert sorting.rows[-3][9:].startswith("“Everybody in the corridor says the regio")
        assert "Leader 12, strategist, primary care" in sorting.rows[-2]


async def test_before_there_are_piles_the_board_says_what_comes_next() -> None:
    async with bench(fiction(sorted_into_piles=False), pane="transcript") as sorting:
        lines = [row[96:].rstrip() for row in sorting.rows[2:33]]
        assert lines[0] == " - 35 Unsorted"
        assert lines[2:6] == [
            " No piles yet. Read on;",
            " piles come last. When",
            " some codes seem to",
            " belong together:",
        ]
        assert lines[7:11] == [
            " g3    go to the board",
            " space mark them",
            " A     a pile of the",
            "       marked",
        ]
        assert sorting.rows[1].endswith("no piles ─")


async def test_before_there_are_piles_the_tray_can_be_sorted() -> None:
    async with bench(fiction(sorted_into_piles=False)) as sorting:
        assert "- 35 Unsorted" in pane(sorting)[0]
        await sorting.press("space", "j", "space", "A")
        assert len(sorting.book.piles()) == 1
        assert any("a  7 unnamed" in line for line in pane(sorting))


async def test_without_codes_the_board_says_where_they_come_from() -> None:
    project = fiction()
    for node in list(project.tables["nodes"]):
        project.put("nodes", node, None)
    async with bench(project) as sorting:
        assert any("No codes yet." in line for line in pane(sorting))
        await sorting.press("j", "l", "h", "t")
        assert sorting.key_line.startswith("No codes yet:")


async def test_when_some_sources_are_read_it_is_a_good_time_to_go_through_the_codes() -> None:
    project = fiction(sorted_into_piles=False)
    for number in range(9):
        project.put("sources", f"s{number}", {"id": f"s{number}", "name": f"S{number}", "text": "x", "turns": []})
    project.put("passes", "one", {"id": "one", "source": "l12", "coder": "lena-pohl", "ended": True})
    async with bench(project, pane="transcript") as sorting:
        assert any("1 of 10 sources read:" in row for row in sorting.rows)


async def test_the_filter_keeps_cards_that_match_and_says_what_it_hides() -> None:
    async with bench() as sorting:
        await sorting.press("/")
        await sorting.type("wait")
        assert any("34 hidden by /wait" in row for row in sorting.rows)
        await sorting.press("enter")
        assert sum("waits for someone" in line for line in pane(sorting)) == 1


async def test_while_cards_are_filtered_every_pile_stays_to_be_thrown_onto() -> None:
    async with bench() as sorting:
        before = pane(sorting)[0]
        await sorting.press("/")
        await sorting.type("wait")
        assert pane(sorting)[0] == before
        assert [sum(f" {letter} " in line for line in pane(sorting)) for letter in "abcdefghi"] == [1] * 9
        await sorting.press("enter", "t", "h")
        assert sorting.book.parent(code_id("waits for someone")) == pile_id("h")


async def test_while_the_filter_is_typed_the_text_stays_and_then_it_follows() -> None:
    async with bench() as sorting:
        shown = sorting.desk.unit_shown
        await sorting.press("/")
        await sorting.type("wait")
        assert sorting.desk.unit_shown == shown
        await sorting.press("enter")
        assert sorting.desk.unit_shown == "unit-code-waits-for-someone-00"


async def test_the_tray_scrolls_by_itself_and_the_piles_stay() -> None:
    project = fiction()
    for number in range(60):
        more = {"id": f"more-{number}", "level": "code", "name": f"more {number}", "order": f"z{number:02d}"}
        project.put("nodes", more["id"], more)
    async with bench(project) as sorting:
        await sorting.press("pagedown", "pagedown")
        lines = pane(sorting)
        assert any(line.startswith("›") for line in lines)
        assert lines[0][25:].startswith(" Conditions external")
        assert not lines[0].startswith(" - 66")


async def test_a_column_of_piles_scrolls_by_itself_and_by_most_of_its_height() -> None:
    project = fiction()
    for number in range(60):
        more = {"id": f"more-{number}", "level": "code", "name": f"more {number}", "parent": pile_id("a")}
        project.put("nodes", more["id"], {**more, "order": f"z{number:02d}"})
    async with bench(project, node=code_id("data stops at the road")) as sorting:
        before = pane(sorting)
        await sorting.press("j")
        assert [line[51:] for line in pane(sorting)] == [line[51:] for line in before]
        moved = 0
        for _ in range(30):
            top = pane(sorting)[0][25:50]
            await sorting.press("j")
            moved += pane(sorting)[0][25:50] != top
        assert moved == 1
        assert [line[51:] for line in pane(sorting)] == [line[51:] for line in before]


async def test_zoomed_the_board_takes_the_whole_screen() -> None:
    async with bench() as sorting:
        await sorting.press("z")
        assert sorting.rows[2].startswith(" -  6 Unsorted")


async def test_in_ascii_nothing_else_is_drawn() -> None:
    async with bench(glyphs="ascii") as sorting:
        await sorting.press("space", "j", "t")
        assert all(row.isascii() for row in sorting.rows), [row for row in sorting.rows if not row.isascii()]


async def test_what_would_drive_the_terminal_never_reaches_it() -> None:
    project = fiction()
    node = project.need("nodes", code_id("waits for someone"))
    project.put("nodes", node["id"], {**node, "name": "a\x1b]52;c;Zm9v\x07b", "definition": "\x9b2J", "short": ""})
    unit = project.need("units", "unit-code-waits-for-someone-00")
    project.put("units", unit["id"], {**unit, "condensed": "x\x1b[2Jy"})
    async with bench(project, node=node["id"]) as sorting:
        await sorting.press("space", "t", "/", "ctrl+c", "enter", "q", "M", "ctrl+c", "r")
        assert not any("\x1b" in row or "\x07" in row or "\x9b" in row for row in sorting.rows)


async def test_themes_are_shown_in_the_codebook_not_on_the_board() -> None:
    project = fiction()
    project.put("nodes", "t", {"id": "t", "level": "theme", "name": "Signs", "members": {pile_id("a"): True}})
    async with bench(project) as sorting:
        assert not any("Signs" in line for line in pane(sorting))


async def test_the_filter_puts_the_cursor_on_the_first_card_that_matches() -> None:
    async with bench(node="category-out") as sorting:
        await sorting.press("/")
        await sorting.type("sig")
        assert sorting.desk.node == code_id("who signs")
        await sorting.press("enter", "ctrl+c")
        assert sorting.desk.filter == ""
        assert sorting.desk.node == code_id("who signs")


async def test_beside_the_text_too_the_filter_says_how_much_it_hides() -> None:
    async with bench(pane="codebook") as sorting:
        await sorting.press("/")
        await sorting.type("wait")
        assert sorting.rows[33].endswith(" 34 hidden by /wait ─")


async def test_the_key_line_of_the_board_begins_with_what_sorts() -> None:
    async with bench(size=(160, 48)) as sorting:
        assert sorting.key_line.startswith(
            "space mark  t throw  A new pile  enter compare  r rename  e define  M merge  H L carry  0 park  Z snapshot"
        )
        await sorting.press("g", "2")
        assert sorting.key_line.startswith("enter compare  space mark  t throw  M merge  a new code  r rename")
