"""Everything the project promises, verified."""

from __future__ import annotations

from dataclasses import asdict

import click

from tui.analysis.method_rules import findings
from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.errors import Damaged
from tui.reports.tree import counted

UNSOUND = Damaged.status


@example("postil check --method")
@click.command("check")
@click.option("--method", "shows_method", is_flag=True, help="List what the method's rules find: no errors.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@json_option
@click.pass_context
def check_command(context: click.Context, shows_method: bool, repair: bool, as_json: bool) -> None:
    """Verify everything the project promises.

    Journals, texts and checkpoint are read to their last byte. The exit status is 3 where something is unsound; what
    the rules of the method find does not change it.
    """
    if repair:
        with place().writing() as store, output.at_work("Repairing"):
            for done in store.repair():
                output.tell(done)
    with place().reading() as store, output.at_work("Checking"):
        problems = [{"what": one.what, "where": str(one.where), "repair": one.repair} for one in store.check()]
        method = findings(store.project)
        conflicts = len(store.conflicts())
    if as_json:
        output.show_json({"sound": not problems, "problems": problems, "method": [asdict(one) for one in method]})
    else:
        for problem in problems:
            output.show(f"{problem['where']}: {problem['what']} {problem['repair']}".rstrip())
        if shows_method:
            output.show_table(("rule", "where", "what"), [(one.rule, one.where, one.what) for one in method])
        elif method:
            output.show(f"{counted(len(method), 'finding')} of the method; --method lists them.")
        if conflicts:
            output.show(f"{counted(conflicts, 'conflict')} between coders to settle in the app.")
        output.show("Unsound." if problems else "Sound.")
    if problems:
        context.exit(UNSOUND)
