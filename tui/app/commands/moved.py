"""What can be done with units that were coded under an older definition."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

MOVED = (
    command(
        "still_fits",
        "still fits the definition",
        "still fits the new definition",
        line="still fits",
        rank=8,
        why=reasons.waits_here,
        about="a unit coded under an older one",
        moved="y enter",
        transcript="y",
        unit_table="y",
        comparison="y",
    ),
    command("look_later", "later", "later", line="later", rank=9, moved="n space"),
    command(
        "recode_moved",
        "another code instead",
        "another code instead",
        line="recode",
        rank=9,
        why=reasons.waits_here,
        moved="r t",
    ),
    command("next_code", "next code that moved", "next, previous code", line="next code", rank=30, moved="J"),
    command("previous_code", "previous code that moved", "next, previous code", moved="K"),
    command(
        "all_still_fit",
        "all still fit",
        "all still fit",
        line="all fit",
        rank=60,
        why=reasons.can_write,
        moved="Y",
    ),
    command(
        "look_again",
        "units coded under an older definition",
        "units to look at again",
        line="look again",
        rank=15,
        why=reasons.waits_below,
        about="one after another",
        sorting="y",
    ),
)
