"""What is typed to measure the comparison of two codes with 5,000 units each, and the bars of the answers."""

from __future__ import annotations

from tests.benchmarks.app_keys import CTRL_C, Keys

SIZE, SPENT = 2_500, 33


def comparison_keys(keys: Keys) -> None:
    """Open the comparison, move, mark, filter, order, throw, and look at what a merge would do."""
    opened = []
    for _ in range(5):
        opened += keys.type("\r")
        keys.program.settle()
        keys.type(CTRL_C)
    keys.row("compare a code of 5,000 units: it opens", opened, None, 300)
    keys.type(" j\r")
    keys.program.settle(1.5)  # the units' words are read while nobody waits
    keys.row("the next unit", keys.type("j" * 20 + "k" * 10), SIZE, SPENT)
    keys.row("a page of units", keys.type("\x1b[6~" for _ in range(10)), None, SPENT)
    keys.row("the other side", keys.type("\t" * 10), SIZE, SPENT)
    keys.row("mark", keys.type(" " * 10), SIZE, SPENT)
    letters = []
    for word in ("sim", "doc"):
        keys.type("/")
        letters += keys.type(word)
        keys.type(CTRL_C)
    keys.row("filter units by a letter", letters, SIZE, SPENT)
    keys.type(CTRL_C)  # the marks go
    thrown = []
    for _ in range(10):
        keys.type("t")
        keys.type("no box")
        thrown += keys.type("\r")
    keys.row("throw a unit to another code", thrown, SIZE, SPENT)
    keys.row("order by participant", keys.type("sp")[1:], None, 100)
    keys.row("what a merge would do", keys.type("M"), None, 300)
    keys.row("merge the two", keys.type("\r"), None, 300)
