"""The codebook pane: folding, moving, filtering, following the text."""

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id, fiction, pile_id


def pane(sorting: Bench, left: int = 66, right: int = 95) -> list[str]:
    """Return the lines of the codebook pane at 120 columns."""
    return [row[left:right].rstrip() for row in sorting.rows[2:34]]


async def test_it_looks_as_drawn_beside_the_text() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        lines = pane(sorting)
        assert lines[0] == " - Unsorted                6"
        assert lines[8:12] == [
            " Conditions external      58",
            " a Liability and law      32",
            "   1 burden of proof      12",
            "›  2 who signs             8",
        ]
        assert sorting.rows[1][65:95] == "┬  Codebook ─────── 35 codes ─"


async def test_l_and_h_unfold_and_fold_and_h_on_a_code_goes_to_its_pile() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        await sorting.press("h")
        assert sorting.desk.node == pile_id("a")
        await sorting.press("h")
        assert "›a Liability and law ▸    32" in pane(sorting)
        assert not any("who signs" in line for line in pane(sorting))
        await sorting.press("h")
        assert sorting.desk.node == "category-out"
        await sorting.press("h")
        assert "›Conditions external ▸    58" in pane(sorting)
        await sorting.press("l", "l")
        assert sorting.desk.node == pile_id("a")
        await sorting.press("l", "l")
        assert sorting.desk.node == code_id("burden of proof")


async def test_the_tray_folds_too() -> None:
    async with bench(pane="codebook", node=code_id("waits for someone")) as sorting:
        await sorting.press("h", "h")
        assert pane(sorting)[0] == "›- Unsorted ▸              6"


async def test_j_and_k_pass_over_what_is_folded_and_what_is_blank() -> None:
    async with bench(pane="codebook", node=pile_id("a")) as sorting:
        await sorting.press("h", "j")
        assert sorting.desk.node == pile_id("b")
        await sorting.press("k", "k", "k")
        assert sorting.desk.node == code_id("evenings, weekends")


async def test_ends_and_pages() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        await sorting.press("G")
        assert sorting.desk.node == code_id("it never tires")
        assert pane(sorting)[30] == "›    it never tires        4"
        await sorting.press("g", "g")
        assert sorting.desk.node == "unsorted"
        await sorting.press("pagedown", "pageup")
        assert sorting.desk.node == "unsorted"


async def test_the_filter_shows_what_matches_as_it_is_typed_and_says_what_it_hides() -> None:
    async with bench(pane="codebook") as sorting:
        await sorting.press("/")
        await sorting.type("who")
        lines = [line for line in pane(sorting)[:31] if line]
        assert [line[5:20].strip() for line in lines if line[1:3] == "  "] == [
            "who signs",
            "tested on whom",
            "nobody owns the",
            "who reads the a",
        ]
        assert any("31 hidden by /who" in row for row in sorting.rows)
        await sorting.press("enter", "q")
        assert sorting.desk.filter == ""


async def test_leaving_the_filters_question_brings_back_what_was() -> None:
    async with bench(pane="codebook") as sorting:
        await sorting.press("/")
        await sorting.type("zzz")
        await sorting.press("ctrl+c")
        assert sorting.desk.filter == ""


async def test_marks_are_let_go_by_a_step_back() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        await sorting.press("space")
        assert "›  ● who signs             8" in pane(sorting)
        await sorting.press("space")
        assert sorting.desk.marked == []
        await sorting.press("space", "ctrl+c")
        assert sorting.desk.marked == []


async def test_the_text_is_followed_even_where_the_pane_has_not_the_keys() -> None:
    async with bench(pane="transcript") as sorting:
        assert not any(line.startswith("›") for line in pane(sorting))
        await sorting.press("L")
        unit = sorting.app.page.transcript.unit_here()  # type: ignore[attr-defined]
        [code] = sorting.book.codes_of(unit)
        name = sorting.book.nodes[code].title
        [line] = [line for line in pane(sorting) if line.startswith("›")]
        assert name[:10] in line


async def test_a_folded_pile_shows_the_texts_place_in_its_own_row() -> None:
    async with bench(pane="codebook", node=pile_id("a")) as sorting:
        await sorting.press("h")
        sorting.desk.node = code_id("who signs")
        sorting.app.page.redraw()
        await sorting.press()
        assert "›a Liability and law ▸    32" in pane(sorting)


async def test_on_a_small_screen_definitions_stand_beside() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("who signs")), "definition": "who stands for the decision"}
    project.put("nodes", node["id"], node)
    async with bench(project, size=(80, 24), pane="codebook", node=code_id("who signs")) as sorting:
        [row] = [row for row in sorting.rows if "2 who signs" in row]
        assert row[4:].startswith("›  2 who signs                who stands for the decision")
        assert sorting.rows[1].startswith("─T─┬  Codebook ───")
        assert sorting.rows[-4][5:].startswith("who signs   8 units, 1 leader")


async def test_the_foot_says_the_name_and_the_brief_definition() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        foot = [row[66:95].rstrip() for row in sorting.rows[34:38]]
        assert foot[:2] == [" who signs", " no definition yet"]


async def test_the_cursor_stays_where_it_was_when_its_row_goes() -> None:
    async with bench(fiction(units=False), pane="codebook", node=code_id("who signs")) as sorting:
        sorting.project.put("nodes", code_id("who signs"), None)
        sorting.app.page.redraw()
        assert sorting.desk.node == code_id("no box for it")


async def test_in_ascii_nothing_else_is_drawn() -> None:
    async with bench(pane="codebook", node=pile_id("a"), glyphs="ascii") as sorting:
        await sorting.press("space", "h")
        assert all(row.isascii() for row in sorting.rows), [row for row in sorting.rows if not row.isascii()]


async def test_next_of_its_units_is_shown_in_the_transcript() -> None:
    async with bench(pane="codebook", node=code_id("waits for someone")) as sorting:
        await sorting.press(",", ",")
        assert sorting.desk.current == "unit-code-waits-for-someone-01"
        assert sorting.desk.pane == "codebook"


async def test_a_letter_goes_to_its_pile_from_every_pane() -> None:
    async with bench(pane="codebook") as sorting:
        await sorting.press("'", "g")
        assert sorting.desk.node == pile_id("g")
        await sorting.press("'", "w")
        assert sorting.key_line.startswith("No pile has the letter w.")


async def test_all_piles_are_folded_at_once_and_unfolded_again() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as sorting:
        for shown in ("›a Liability and law ▸    32", "›  2 who signs             8"):
            await sorting.press(":")
            await sorting.type("fold all")
            await sorting.press("enter")
            assert shown in pane(sorting)
        await sorting.press(":")
        await sorting.type("fold all")
        await sorting.press("enter")
        assert [line for line in pane(sorting)[:8] if line] == [
            " - Unsorted ▸              6",
            " Conditions external      58",
            "›a Liability and law ▸    32",
            " b Quality standards ▸    19",
            " c Higher education ▸      7",
            " Capacity for change     101",
        ]
