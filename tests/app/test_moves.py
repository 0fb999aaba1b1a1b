"""Moves of the terminal's cursor: they lead where they should, and none is longer than going there at once."""

from __future__ import annotations

from itertools import product

from tests.app.screen import emulated
from tui.app.moves import move

WIDTH, HEIGHT = 14, 5
CELLS = [(y, x) for y in range(HEIGHT) for x in range(WIDTH)]


def test_every_move_leads_to_its_cell_and_scrolls_nothing() -> None:
    screen, stream = emulated(WIDTH, HEIGHT)
    stream.feed("\x1b[1;1Hfirst\x1b[5;1Hlast")
    for here, (y, x) in product(CELLS, CELLS):
        stream.feed(move(None, *here) + move(here, y, x))
        assert (screen.cursor.y, screen.cursor.x) == (y, x), (here, y, x)
    assert [row.rstrip() for row in screen.display] == ["first", "", "", "", "last"]


def test_no_move_is_longer_than_going_there_at_once() -> None:
    far = [(y, x) for y in (0, 1, 8, 9, 10, 38, 39) for x in (0, 1, 8, 9, 10, 98, 99, 119)]
    assert all(len(move(here, y, x)) <= len(move(None, y, x)) for here, (y, x) in product(far, far))


def test_going_on_to_the_mark_below_costs_a_fraction_of_what_going_there_at_once_would() -> None:
    assert len(move((20, 9), 21, 8)) == 2
    assert len(move(None, 21, 8)) == 7
