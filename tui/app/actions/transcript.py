"""What keys do in the transcript: the functions of its commands, gathered from where they are."""

from tui.app.actions.coding import code, code_again, condense, in_vivo, quick_code, recode, take_code_off
from tui.app.actions.finding import find, find_next, find_previous
from tui.app.actions.motions import (
    character_left,
    character_right,
    line_down,
    line_up,
    next_paragraph,
    next_sentence,
    next_turn,
    next_word,
    page_on,
    previous_paragraph,
    previous_sentence,
    previous_turn,
    previous_word,
)
from tui.app.actions.places import (
    last_place,
    next_uncovered,
    next_unit,
    previous_uncovered,
    previous_unit,
    same_code,
    unit_here,
)
from tui.app.actions.selecting import hold_span, select_freely, select_paragraph, select_sentence, select_turn
from tui.app.actions.showing import show_only
from tui.app.actions.undoing import redo, undo
from tui.app.actions.units import join_units, move_ends, not_relevant, quotation, split_unit

__all__ = [
    "character_left",
    "character_right",
    "code",
    "code_again",
    "condense",
    "find",
    "find_next",
    "find_previous",
    "hold_span",
    "in_vivo",
    "join_units",
    "last_place",
    "line_down",
    "line_up",
    "move_ends",
    "next_paragraph",
    "next_sentence",
    "next_turn",
    "next_uncovered",
    "next_unit",
    "next_word",
    "not_relevant",
    "page_on",
    "previous_paragraph",
    "previous_sentence",
    "previous_turn",
    "previous_uncovered",
    "previous_unit",
    "previous_word",
    "quick_code",
    "quotation",
    "recode",
    "redo",
    "same_code",
    "select_freely",
    "select_paragraph",
    "select_sentence",
    "select_turn",
    "show_only",
    "split_unit",
    "take_code_off",
    "undo",
    "unit_here",
]
