"""What keys do in codebook and board alike: the functions of the table's rows, gathered from where they are written."""

from tui.app.actions.levels import demote, promote, remove
from tui.app.actions.moving import (
    choose_quotations,
    compare,
    find,
    mark,
    next_of_its_units,
    redo,
    row_down,
    row_up,
    to_pile,
    tray_order,
    undo,
)
from tui.app.actions.naming import new_code, new_pile, quick_key, rename
from tui.app.actions.placing import park, reorder_down, reorder_up
from tui.app.actions.shaping import merge, split
from tui.app.actions.themes import themes
from tui.app.actions.throwing import throw, throw_back, throw_new, throw_picker

__all__ = [
    "choose_quotations",
    "compare",
    "demote",
    "find",
    "mark",
    "merge",
    "new_code",
    "new_pile",
    "next_of_its_units",
    "park",
    "promote",
    "quick_key",
    "redo",
    "remove",
    "rename",
    "reorder_down",
    "reorder_up",
    "row_down",
    "row_up",
    "split",
    "themes",
    "throw",
    "throw_back",
    "throw_new",
    "throw_picker",
    "to_pile",
    "tray_order",
    "undo",
]
