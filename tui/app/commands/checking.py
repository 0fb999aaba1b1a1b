"""What can be done in the check."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

CHECKING = (
    command("go_to_this", "go to what was found", "go there", line="go there", rank=10, check="enter"),
    command(
        "accept",
        "leave a finding, with a reason",
        "leave it, because",
        line="leave it, because",
        rank=15,
        why=reasons.can_write,
        about="what was found may stand",
        check="m",
    ),
    command(
        "ask_again",
        "ask about an accepted finding again",
        "ask again",
        why=reasons.can_write,
        check="d",
    ),
    command("one_rule", "only this rule", "only this rule, all", line="one rule", rank=45, check="f"),
    command("unfold_rule", "each finding of this rule", "unfold, fold", check="l right"),
    command("fold_rule", "the findings of this rule in one row", "unfold, fold", check="h left"),
)
