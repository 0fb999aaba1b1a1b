"""What can be done with units that were coded under an older definition."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

MOVED = (
    command(
        "still_fits",
        "still fits the definition",
        "still fits its code’s new definition",
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
        "its units coded under an older definition",
        line="look again",
        rank=15,
        why=reasons.waits_below,
        about="one after another",
        sorting="y",
    ),
)
