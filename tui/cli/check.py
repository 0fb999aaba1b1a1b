"""Everything the project promises, verified."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.errors import Damaged

UNSOUND = Damaged.status


@example("postil check")
@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@json_option
@click.pass_context
def check_command(context: click.Context, repair: bool, as_json: bool) -> None:
    """Verify everything the project promises: journals, texts, checkpoint, codebook.

    The exit status is 3 where something is unsound.
    """
    if repair:
        with place().writing() as store, output.at_work("Repairing"):
            for done in store.repair():
                output.tell(done)
    with place().reading() as store, output.at_work("Checking"):
        problems = [{"what": one.what, "where": str(one.where), "repair": one.repair} for one in store.check()]
        book = store.project.codebook
        method = [
            {"rule": "codebook", "what": one.what, "where": book.path(one.node)}
            for one in book.problems
            if one.node in book.nodes
        ]
        conflicts = len(store.conflicts())
    if as_json:
        output.show_json({"sound": not problems, "problems": problems, "method": method})
    else:
        for one in problems:
            output.show(f"{one['where']}: {one['what']} {one['repair']}".rstrip())
        for finding in method:
            output.show(f"{finding['where']}: {finding['what']}")
        if conflicts:
            output.show(f"{conflicts} conflicts between coders wait to be settled in the app.")
        output.show("Unsound." if problems else "Sound.")
    if problems:
        context.exit(UNSOUND)
