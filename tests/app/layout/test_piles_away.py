"""Piles that are out of view are named by letter while a letter is waited for."""

from tests.app.fiction import fiction, pile_id
from tests.app.layout.test_cards import drawn
from tests.app.layout.test_tree import tree_of
from tui.app.glyphs import FULL
from tui.app.layout.cards import board
from tui.app.layout.pieces import Line
from tui.app.layout.piles_away import piles_away
from tui.model.project import Project

PILES = [pile_id(letter) for letter in "defghi"]


def unnamed(*letters: str) -> Project:
    """Return the fiction with some piles that have no name yet."""
    project = fiction()
    for letter in letters:
        project.put("nodes", pile_id(letter), {**project.need("nodes", pile_id(letter)), "name": "", "short": ""})
    return project


def words(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_they_stand_in_columns_with_their_letters() -> None:
    assert words(list(piles_away(fiction().codebook, PILES, 77, 5, FULL))) == [
        " d Systematic steps       f Involving staff        h New roles",
        " e Allocating resources   g Collaboration          i Building trust",
    ]


def test_those_for_which_there_is_no_room_are_counted() -> None:
    assert words(list(piles_away(fiction().codebook, PILES, 52, 2, FULL))) == [
        " d Systematic steps        f Involving staff",
        " e Allocating resources    and 3 more",
    ]


def test_one_without_a_name_is_told_by_what_it_holds() -> None:
    lines = words(list(piles_away(unnamed("d").codebook, PILES[:1], 30, 5, FULL)))
    assert lines == [" d (pilots that never end)"]


def test_in_a_list_of_piles_one_without_a_name_is_told_by_what_it_holds() -> None:
    tree = tree_of(unnamed("a", "b"))
    rows = drawn(board(tree, 72, 17, sorting=True, here=pile_id("b")), tree)
    assert rows[1].endswith("a 32 (burden of proof)")
    assert rows[2].endswith("b 19 unnamed")
    assert rows[3].endswith("9 good enough to buy")
