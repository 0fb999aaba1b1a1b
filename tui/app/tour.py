"""The tour of the demo: ten keys from reading to the exported summary, each tried where it is used.

The steps are data. Where the tour stands is kept with the desk, so that it goes on where it was left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.screens.page import Page


class Step(NamedTuple):
    """A key to try: the commands that do it, where (a context), the key, what it is for, what is said where it is."""

    commands: tuple[str, ...]
    where: str
    key: str
    what: str
    said: str


STEPS = (
    Step(("list_open",), "sources", "enter", "open an interview", "enter opens the interview under the cursor"),
    Step(("next_turn",), "transcript", "J", "read on, turn by turn", "J goes to what is said next, K back"),
    Step(("select_sentence",), "transcript", "s", "select a sentence", "s selects the sentence; again: one more"),
    Step(
        ("code",), "transcript", "enter", "give it a code", "enter offers codes: a few letters find one, enter takes it"
    ),
    Step(
        ("condense",),
        "transcript",
        "c",
        "say it in fewer words",
        "c marks this sentence and says it in fewer words: type, enter keeps",
    ),
    Step(("to_board",), "panes", "g3", "go to the board", "g and then 3 goes to the board, where codes lie in piles"),
    Step(
        ("throw", "throw_new", "throw_back", "throw_picker"),
        "board",
        "t",
        "throw a code onto a pile",
        "t throws the code under the cursor: then a pile’s letter",
    ),
    Step(("compare",), "board", "enter", "compare", "enter lays all its units side by side, whoever said them"),
    Step(("undo",), "everywhere", "u", "take it back", "u takes back what you did last, be it the throw or the code"),
    Step(("export",), "everywhere", "E", "write the summary", "E exports: the category summaries, for the paper"),
)
DONE = "That was the tour. ? shows the keys of where you are, : finds all the rest."


def at(desk: Desk) -> int:
    """Return the step at which the tour stands, or was left."""
    found = desk.tour_left if desk.tour is None else desk.tour
    return found if 0 <= found < len(STEPS) else 0


def step_of(page: Page) -> Step | None:
    """Return the step the tour stands at, nothing where none is on."""
    number = page.desk.tour
    return STEPS[number] if number is not None and 0 <= number < len(STEPS) else None


def words_of(page: Page) -> str:
    """Return what the tour says on a page: the step's words, or how one gets to where it can be tried."""
    step = step_of(page)
    if step is None:
        return DONE if page.desk.tour is not None else ""
    number = f"{STEPS.index(step) + 1}/{len(STEPS)}"
    if step.where == "everywhere" or step.where in page.contexts:
        return f"{number}  {step.said}"
    return f"{number}  {_WAYS.get(step.where, _BACK) if page.bare else _BACK}"


_BACK = "q goes back to where the tour goes on"
_WAYS = {
    "sources": "o opens the list of interviews, where the tour goes on",
    "transcript": "g and then 1 goes to the transcript, where the tour goes on",
    "board": "g and then 3 goes to the board, where the tour goes on",
}


def did(page: Page, command: str) -> None:
    """Go on to the next step where a command was the one to try; after the last, say so until the next key."""
    step = step_of(page)
    if step is None:
        page.desk.tour = None
    elif command in step.commands:
        page.desk.tour = STEPS.index(step) + 1
