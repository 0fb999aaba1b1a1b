"""Who codes."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import coder_shapes
from tui.errors import Mistake
from tui.model.edits.project import RemoveCoder
from tui.store.history import HistoryEntry


@example("postil coders")
@click.group("coders", invoke_without_command=True)
@json_option
@click.pass_context
def coders_command(context: click.Context, as_json: bool) -> None:
    """List who codes."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store:
        shapes = coder_shapes(store.project)
    if as_json:
        output.show_json(shapes)
        return
    rows = [(one["name"], one["initials"], one["units"], "" if one["counted"] else "not counted") for one in shapes]
    output.show_table(("coder", "initials", "units", ""), rows, right=[2])


@example("postil coders remove Lina")
@coders_command.command("remove")
@click.argument("coder")
def coders_remove(coder: str) -> None:
    """Take a coder out who has changed nothing here: a name mistyped."""
    with place().writing() as store:
        found = store.project.find("coders", coder)
        if any(entry.coder == found["id"] and not _is_about(entry, found["id"]) for entry in store.history()):
            raise Mistake(f"{found['name']} has changed things here, so {found['name']} stays: history names them.")
        receipt = store.commit(RemoveCoder(found["id"]))
    output.tell_done(receipt)


def _is_about(entry: HistoryEntry, coder: str) -> bool:
    """Tell whether a transaction is about the coder alone."""
    return all((table, identifier) == ("coders", coder) for table, identifier, *_ in entry.ops)
