"""What can be done once a transcript was corrected: bringing it in, and looking at the units whose words changed."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

AMENDING = (
    command(
        "confirm_places",
        "the unit is right as it is",
        "right as it is, the marked or this",
        line="it is right",
        rank=5,
        why=reasons.can_write,
        uncertain="y",
    ),
    command(
        "move_place",
        "move the unit’s ends",
        "move its ends, in the text",
        line="its ends",
        rank=6,
        why=reasons.can_write,
        uncertain="e",
    ),
    command(
        "amend_source",
        "amend the transcript",
        "",
        why=reasons.can_write,
        about="a corrected text; what is coded keeps to its words",
        panes="",
        sources="",
    ),
    command(
        "next_uncertain",
        "next unit, words changed",
        "",
        about="after the text was amended",
        panes="",
    ),
    command(
        "confirm_place",
        "the unit is right as it is",
        "",
        why=reasons.can_write,
        about="after the text was amended",
        panes="",
    ),
)
