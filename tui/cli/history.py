"""What happened, and back: history, undo, redo."""

from __future__ import annotations

from itertools import islice

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place


@example("postil history -n 20")
@click.command("history")
@click.option("-n", "number", type=click.IntRange(min=1), metavar="N", help="Only the last N.")
@json_option
def history_command(number: int | None, as_json: bool) -> None:
    """Show what happened, newest first."""
    with place().reading() as store:
        shapes = [
            {
                "n": entry.n,
                "journal": entry.journal,
                "coder": entry.coder,
                "at": entry.at,
                "what": entry.what,
                "ops": len(entry.ops),
            }
            for entry in islice(store.history(), number)
        ]
    if as_json:
        output.show_json(shapes)
        return
    # Two may have used one number at the same time; with the journal, which begins with the coder, it names one line.
    rows = [(one["n"], one["journal"], str(one["at"]).replace("T", " ").rstrip("Z"), one["what"]) for one in shapes]
    output.show_table(("", "journal", "at", "what"), rows, right=[0])


@example("postil undo")
@click.command("undo")
def undo_command() -> None:
    """Take the last change back.

    What was taken back is printed. Only one's own changes are; what somebody changed since is passed over.
    """
    with place().writing() as store:
        receipt = store.undo()
    output.show(receipt.sentence)


@example("postil redo")
@click.command("redo")
def redo_command() -> None:
    """Make the change again that was taken back."""
    with place().writing() as store:
        receipt = store.redo()
    output.show(receipt.sentence)
