"""What can be done where units are compared, and where a code is split unit by unit, besides what lists do."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

COMPARISON = (
    command(
        "filter_units",
        "only some participants or coders",
        "only some participants, coders",
        line="only some",
        rank=45,
        about="by attributes, by name, by who coded",
        comparison="f",
        quotations="f",
    ),
    command("order_units", "order of the units", "order of the units", line="order", rank=50, comparison="s"),
    command(
        "briefly",
        "condensed forms alone",
        "condensed forms alone, in full",
        line="condensed alone",
        rank=52,
        comparison="z",
        quotations="z",
    ),
    command(
        "split_units",
        "split the marked units off",
        "split the marked off, or unit by unit",
        line="split",
        rank=32,
        why=reasons.can_write,
        comparison="S",
    ),
    command(
        "merge_sides",
        "merge the two",
        "merge the other side into this",
        line="merge",
        rank=26,
        why=reasons.can_write,
        comparison="M",
    ),
)

UNIT_BY_UNIT = (
    command(
        "send_to",
        "send the unit to a code",
        "send it to code 1, 2 …; 1: it stays",
        line="send",
        rank=10,
        why=reasons.can_write,
        unit_by_unit="1 2 3 4 5 6 7 8 9",
    ),
    command(
        "send_to_new",
        "send the unit to a new code",
        "send it to a new code, one there is",
        line="new code",
        rank=20,
        why=reasons.can_write,
        unit_by_unit="+",
    ),
    command(
        "send_to_another",
        "send the unit to a code there is",
        "send it to a new code, one there is",
        line="a code there is",
        rank=25,
        why=reasons.can_write,
        unit_by_unit="/",
    ),
    command("next_to_decide", "next unit", "next unit, one before", line="skip", rank=30, unit_by_unit="space j down"),
    command("one_before", "unit before", "next unit, one before", unit_by_unit="k up"),
    command(
        "take_back", "take the last decision back", "take the last back", line="take back", rank=35, unit_by_unit="u"
    ),
    command(
        "split_now",
        "split as decided",
        "split as decided: shown first",
        line="split",
        rank=15,
        why=reasons.can_write,
        unit_by_unit="enter",
    ),
    command("scroll_on", "more of a long unit", "more of a long unit", unit_by_unit="ctrl+d pagedown"),
    command("scroll_back", "its beginning", "more of a long unit", unit_by_unit="ctrl+u pageup"),
)
