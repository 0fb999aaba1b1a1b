"""The rows of the codebook, and how they are drawn."""

from rich.cells import cell_len

from tests.app.fiction import CODER, code_id, fiction, pile_id
from tui.app.layout.pieces import Line
from tui.app.layout.row_look import RowLook
from tui.app.layout.tree import Row, Tree, matching, with_headings
from tui.app.layout.tree_line import tree_line
from tui.model.project import Project


def tree_of(project: Project, *, folded: frozenset[str] = frozenset(), filtered: str = "") -> Tree:
    coder = project.need("coders", CODER)
    book = project.codebook
    kept = with_headings(book, matching(book, filtered)) if filtered else None
    quick = {code: digit for digit, code in project.codebook.quick(coder).items()}
    return Tree(project.codebook, project.tally, quick=quick, folded=folded, kept=kept)


def words(line: Line) -> str:
    return "".join(text for text, _ in line)


def drawn(tree: Tree, width: int, look: RowLook | None = None) -> list[str]:
    return [words(tree_line(row, tree, width, look or RowLook())).rstrip() for row in tree.rows()]


def roles(line: Line) -> dict[str, str]:
    return {text.strip(): role for text, role in line if text.strip()}


def test_codes_stand_below_their_piles_with_quick_keys_and_counts() -> None:
    rows = drawn(tree_of(fiction()), 29)
    start = rows.index(" Conditions external      58")
    assert rows[start : start + 7] == [
        " Conditions external      58",
        " a Liability and law      32",
        "   1 burden of proof      12",
        "   2 who signs             8",
        "     no box for it         4",
        "     patchwork of laws     3",
        "     data stops at the…    5",
    ]


def test_the_tray_comes_first_and_counts_its_codes() -> None:
    rows = drawn(tree_of(fiction()), 29)
    assert rows[:2] == [" - Unsorted                6", "     language of the vend… 4"]


def test_a_folded_pile_keeps_its_count_and_says_that_it_is_folded() -> None:
    rows = drawn(tree_of(fiction(), folded=frozenset({pile_id("f"), "category-tra"})), 29)
    assert " f Involving staff ▸      23" in rows
    assert rows[-1] == " Transformation ▸         64"
    assert not any("asked too late" in row for row in rows)


def test_where_there_is_room_the_brief_definition_stands_beside_the_name() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("who signs")), "definition": "who stands for the decision"}
    project.put("nodes", node["id"], node)
    rows = drawn(tree_of(project), 72)
    assert "   2 who signs                who stands for the decision" in "\n".join(rows)
    assert all(cell_len(row) <= 72 for row in rows)


def test_the_filter_keeps_what_matches_and_what_that_lies_in_whatever_is_folded() -> None:
    tree = tree_of(fiction(), folded=frozenset({pile_id("i")}), filtered="WHY")
    assert [row.id for row in tree.rows() if row.stands] == ["category-tra", pile_id("i"), code_id("wants to see why")]


def test_a_code_is_found_by_the_name_it_once_had() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("who signs")), "aliases": {"signatures": True}}
    project.put("nodes", node["id"], node)
    assert code_id("who signs") in {row.id for row in tree_of(project, filtered="signat").rows()}


def test_a_category_with_codes_of_its_own_has_its_letter_before_its_name() -> None:
    project = fiction()
    category = {"id": "category-rel", "level": "category", "name": "Relatives", "letter": "k", "order": "z"}
    project.put("nodes", category["id"], category)
    code = {**project.need("nodes", code_id("a quiet helper")), "parent": "category-rel"}
    project.put("nodes", code["id"], code)
    assert drawn(tree_of(project), 29)[-2:] == [" k Relatives               1", "     a quiet helper        1"]


def test_themes_come_last_with_their_members_letters() -> None:
    project = fiction()
    members = {pile_id("b"): True, pile_id("h"): True, "category-cap": True, code_id("who signs"): True}
    theme = {"id": "t", "level": "theme", "name": "Being seen by signs", "members": members, "order": "z"}
    project.put("nodes", "t", theme)
    rows = drawn(tree_of(project), 40)
    assert rows[-4:] == ["", " Themes", " Being seen by signs                150", " b d e f g h 1 code"]


def test_where_there_is_room_a_themes_members_are_named() -> None:
    project = fiction()
    members = {pile_id("b"): True, code_id("who signs"): True}
    project.put("nodes", "t", {"id": "t", "level": "theme", "name": "Signs", "members": members})
    assert drawn(tree_of(project), 70)[-1] == "   who signs, b Quality standards"


def test_parked_codes_stand_apart_and_are_not_unsorted() -> None:
    project = fiction()
    node = {**project.need("nodes", code_id("who signs")), "parked": "half of it is about data"}
    project.put("nodes", node["id"], node)
    assert drawn(tree_of(project), 29)[-3:] == ["", " 0 Parked                  1", "   2 who signs             8"]


def test_the_cursor_and_marks_are_shown_without_colour() -> None:
    tree = tree_of(fiction())
    look = RowLook(here=code_id("who signs"), marked={code_id("no box for it"), pile_id("b")}, focused=True)
    rows = drawn(tree, 29, look)
    assert "›  2 who signs             8" in rows
    assert "   ● no box for it         4" in rows
    assert "●b Quality standards      19" in rows


def test_the_row_ground_lies_under_the_cursor_only_where_the_pane_has_the_keys() -> None:
    tree = tree_of(fiction())
    row = next(row for row in tree.rows() if row.id == code_id("who signs"))
    focused = tree_line(row, tree, 29, RowLook(here=row.id, focused=True))
    assert {role.partition("@")[2] for _, role in focused} == {"row"}
    away = tree_line(row, tree, 29, RowLook(here=row.id))
    assert {role.partition("@")[2] for _, role in away} == {""}


def test_letters_are_lit_while_a_throw_waits() -> None:
    tree = tree_of(fiction())
    row = next(row for row in tree.rows() if row.id == pile_id("a"))
    assert roles(tree_line(row, tree, 29, RowLook(throwing=True)))["a"] == "text@title"
    assert roles(tree_line(row, tree, 29, RowLook()))["a"] == "heading-1"


def test_every_line_is_exactly_as_wide_as_the_pane() -> None:
    project = fiction()
    names = {"日本語の名前はここで長くなります": "o", "a\u0301" * 40: "p", "x" * 200: "q"}
    for name, order in names.items():
        project.put("nodes", name, {"id": name, "level": "code", "name": name, "order": order})
    tree = tree_of(project)
    for width in (28, 29, 30, 72, 120):
        for row in tree.rows():
            line = tree_line(row, tree, width, RowLook())
            if row.stands:
                assert cell_len(words(line)) == width, (row, width)


def test_a_row_says_whether_the_cursor_may_stand_on_it() -> None:
    assert Row("code", "x").stands
    assert not Row("blank").stands
