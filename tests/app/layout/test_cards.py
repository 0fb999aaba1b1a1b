"""Where everything stands on the board."""

from rich.cells import cell_len

from tests.app.fiction import code_id, fiction, pile_id
from tests.app.layout.test_tree import tree_of
from tui.app.layout.card_line import board_line
from tui.app.layout.cards import Board, board
from tui.app.layout.pieces import Line
from tui.app.layout.row_look import RowLook
from tui.app.layout.tree import Tree
from tui.model.project import Project


def drawn(laid: Board, tree: Tree, look: RowLook | None = None) -> list[str]:
    return [_words(line).rstrip() for line in lines(laid, tree, look)]


def lines(laid: Board, tree: Tree, look: RowLook | None = None) -> list[Line]:
    tops = tuple(0 for _ in laid.stacks)
    height = max(len(stack.rows) for stack in laid.stacks)
    return [board_line(laid, tree, y, tops, look or RowLook()) for y in range(height)]


def _words(line: Line) -> str:
    return "".join(text for text, _ in line)


def loose(count: int) -> Project:
    """Return a project with so many piles that have no category."""
    project = fiction(sorted_into_piles=False)
    for number in range(count):
        project.put(
            "nodes",
            f"loose-{number}",
            {"id": f"loose-{number}", "level": "sub-category", "name": f"Pile {number}", "order": f"k{number:02d}"},
        )
    return project


def test_compact_only_the_pile_of_the_cursors_code_is_unfolded() -> None:
    tree = tree_of(fiction())
    here = code_id("who signs")
    rows = drawn(board(tree, 24, 31, sorting=False, here=here), tree, RowLook(here=here))
    assert rows[:2] == [" -  6 Unsorted", "    4 language of the…"]
    assert rows[8:17] == [
        " Conditions external  58",
        " a 32 Liability and law",
        "   12 burden of proof",
        "›   8 who signs",
        "    4 no box for it",
        "    3 patchwork of laws",
        "    5 data stops at the…",
        " b 19 Quality standards",
        " c  7 Higher education",
    ]


def test_compact_a_long_total_leaves_a_short_name_whole_and_stands_right_of_the_others() -> None:
    tree = tree_of(fiction())
    heads = [row for row in drawn(board(tree, 24, 31, sorting=False), tree) if row.startswith((" Cond", " Capa"))]
    assert heads == [" Conditions external  58", " Capacity for change 101"]
    heads = [row for row in drawn(board(tree, 25, 31, sorting=False), tree) if row.startswith((" Cond", " Capa"))]
    assert heads == [" Conditions external  58", " Capacity for change 101"]


def test_compact_the_trays_cards_give_way_where_there_is_no_room() -> None:
    tree = tree_of(fiction())
    rows = drawn(board(tree, 24, 20, sorting=False), tree)
    assert rows[:3] == [" -  6 Unsorted", "", " Conditions external  58"]


def test_sorting_the_tray_keeps_its_column_and_the_categories_flow_whole_through_the_others() -> None:
    tree = tree_of(fiction())
    laid = board(tree, 77, 30, sorting=True)
    assert [(stack.x, stack.width) for stack in laid.stacks] == [(0, 24), (25, 25), (51, 25)]
    rows = drawn(laid, tree)
    assert rows[:3] == [
        " -  6 Unsorted            Conditions external   58  Capacity for change  101",
        "    4 language of the…    a 32 Liability and law    d 40 Systematic steps",
        "    3 waits for someone     12 burden of proof        14 pilots that never…",
    ]
    assert rows[18] == " " * 52 + "Transformation        64"


def of_one_category() -> Project:
    """Return the project without the second and the third category; their codes are unsorted."""
    project = fiction()
    for node in list(project.tables["nodes"].values()):
        if node["level"] != "code" and "category-out" not in (node["id"], node["parent"]):
            project.put("nodes", node["id"], None)
    return project


def test_sorting_there_are_only_as_many_columns_as_the_piles_need() -> None:
    laid = board(tree_of(of_one_category()), 77, 30, sorting=True)
    assert [(stack.x, stack.width) for stack in laid.stacks] == [(0, 37), (38, 38)]
    assert [stack.width for stack in board(tree_of(fiction()), 120, 60, sorting=True).stacks] == [59, 59]
    assert len(board(tree_of(fiction()), 120, 36, sorting=True).stacks) == 3


def test_a_tray_without_codes_leaves_its_room_to_the_piles() -> None:
    project = fiction()
    for code in project.codebook.unsorted():
        project.put("nodes", code, {**project.need("nodes", code), "parent": pile_id("a")})
    laid = board(tree_of(project), 77, 31, sorting=True)
    assert [stack.width for stack in laid.stacks] == [16, 29, 29]
    assert drawn(laid, tree_of(project))[0].startswith(" -  0 Unsorted    Conditions external")


def test_as_many_columns_stay_as_are_said() -> None:
    assert len(board(tree_of(of_one_category()), 77, 30, sorting=True, columns=2).stacks) == 3


def test_piles_stand_apart_only_where_there_is_room_for_it() -> None:
    tree = tree_of(fiction())
    close = drawn(board(tree, 77, 30, sorting=True), tree)
    apart = drawn(board(tree, 77, 40, sorting=True), tree)
    assert close[7][26:42] == "b 19 Quality sta"
    assert apart[7][26:42].strip() == ""
    assert apart[8][26:42] == "b 19 Quality sta"


def test_from_150_columns_heads_carry_full_names_over_several_lines() -> None:
    tree = tree_of(fiction())
    rows = drawn(board(tree, 83, 39, sorting=True), tree)
    assert rows[0][28:] == "Conditions external to  58  Capacity for strategic 101"
    assert rows[1][28:] == "the healthcare system       change management"
    assert rows[2][28:52] == "a 32 Liability and law  "


def test_small_screens_have_the_tray_beside_a_list_of_piles() -> None:
    tree = tree_of(fiction())
    rows = drawn(board(tree, 72, 17, sorting=True, here=code_id("waits for someone")), tree)
    assert rows[0] == " -  6 Unsorted                 Conditions external                   58"
    assert rows[1] == "    4 language of the vendo…   a 32 Liability and law"
    assert rows[2] == "    3 waits for someone        b 19 Calibrating quality standards"


def test_a_card_may_stand_under_the_cursor_wherever_it_is() -> None:
    tree = tree_of(fiction())
    laid = board(tree, 77, 30, sorting=True)
    everything = {"unsorted", *tree.codebook.nodes}
    assert set(laid.places) == everything
    for node, (column, y) in laid.places.items():
        assert laid.stacks[column].rows[y].id == node


def test_a_category_with_cards_of_its_own_stands_as_a_pile_with_its_letter() -> None:
    project = fiction()
    project.put("nodes", "k", {"id": "k", "level": "category", "name": "Relatives", "letter": "k", "order": "z"})
    project.put("nodes", "c", {**project.need("nodes", code_id("a quiet helper")), "id": "c", "parent": "k"})
    tree = tree_of(project)
    assert " k  0 Relatives" in drawn(board(tree, 24, 40, sorting=False), tree)


def test_piles_without_a_category_stand_behind_the_categories() -> None:
    tree = tree_of(loose(2))
    rows = drawn(board(tree, 24, 60, sorting=False), tree)
    assert rows[-3:] == ["    0 Pile 0", "", "    0 Pile 1"]


def test_every_stack_is_exactly_as_wide_as_said() -> None:
    project = fiction()
    wide = {"id": "wide", "level": "code", "name": "日本語の名前はここで長くなります", "order": "a"}
    project.put("nodes", "wide", wide)
    tree = tree_of(project)
    for width, sorting in ((24, False), (54, False), (77, True), (83, True), (120, True), (72, True)):
        laid = board(tree, width, 31, sorting=sorting)
        for line in lines(laid, tree, RowLook(here="wide", focused=True)):
            assert cell_len(_words(line)) <= width
        first = lines(laid, tree)[0]
        assert cell_len(_words(first)) <= width


def test_counts_of_three_digits_widen_the_ledger_for_all() -> None:
    project = fiction()
    unit = next(iter(project.tables["units"].values()))
    for number in range(120):
        project.put("units", f"more-{number}", {**unit, "id": f"more-{number}"})
    tree = tree_of(project)
    rows = drawn(board(tree, 77, 40, sorting=True), tree)
    assert rows[1].startswith("   124 language of")
    assert " a  32 Liability and law" in rows[1]


def test_letters_are_lit_while_a_throw_waits() -> None:
    tree = tree_of(fiction())
    laid = board(tree, 77, 30, sorting=True)
    lit = [text for line in lines(laid, tree, RowLook(throwing=True)) for text, role in line if role == "text@title"]
    assert sorted(lit) == ["-", *"abcdefghi"]
    assert pile_id("a") in laid.places
