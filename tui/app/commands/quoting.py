"""What can be done where quotations are chosen, and from the summary."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

QUOTING = (
    command(
        "choose_or_take_off",
        "quotation, or no longer",
        "a quotation, or no longer",
        line="quotation",
        rank=10,
        why=reasons.can_write,
        about="this unit, or the marked",
        quotations="*",
    ),
    command(
        "quotation_words",
        "quotation card",
        "edited form, translation, attribution",
        line="card",
        rank=20,
        why=reasons.can_write,
        quotations="e",
    ),
    command(
        "quotation_later",
        "quotation later",
        "later, earlier in the order",
        line="order",
        rank=25,
        why=reasons.can_write,
        quotations="J",
    ),
    command(
        "quotation_earlier",
        "quotation earlier",
        "later, earlier in the order",
        why=reasons.can_write,
        quotations="K",
    ),
    command(
        "only_chosen",
        "quotations alone, in their order",
        "quotations alone, all units",
        line="chosen alone",
        rank=22,
        quotations="tab",
    ),
    command(
        "choose_quotations_here",
        "choose quotations of this section",
        "choose quotations",
        line="quotations",
        rank=35,
        summary="*",
    ),
)
