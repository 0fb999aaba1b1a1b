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
from tui.store.integrity import Problem

UNSOUND = Damaged.status


@example("postil check --method")
@click.command("check")
@click.option("--method", "shows_method", is_flag=True, help="List what the method's rules find: no errors.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@json_option
@click.pass_context
def check_command(context: click.Context, shows_method: bool, repair: bool, as_json: bool) -> None:
    """Verify everything the project promises.

    Journals, texts and checkpoint are read to their last byte. The exit status is 3 where something is unsound;
    warnings, of files that others may read and the like, and what the rules of the method find do not change it.
    """
    if repair:
        with place().writing() as store, output.at_work("Repairing"):
            for done in store.repair():
                output.tell(done)
    with place().reading() as store, output.at_work("Checking"):
        found = store.check()
        method = findings(store.project)
        conflicts = len(store.conflicts())
    problems, warnings = ([_shape(one) for one in found if one.warns is warns] for warns in (False, True))
    if as_json:
        shape = {"sound": not problems, "problems": problems, "warnings": warnings}
        output.show_json({**shape, "method": [asdict(one) for one in method]})
    else:
        for said, those in (("", problems), ("Warning: ", warnings)):
            for one in those:
                output.show(f"{said}{one['where']}: {one['what']} {one['repair']}".rstrip())
        if shows_method:
            output.show_table(("rule", "where", "what"), [(one.rule, one.where, one.what) for one in method])
        elif method:
            output.show(f"{counted(len(method), 'finding')} of the method; --method lists them.")
        if conflicts:
            output.show(f"{counted(conflicts, 'conflict')} between coders to settle in the app.")
        output.show("Unsound." if problems else "Sound.")
    if problems:
        context.exit(UNSOUND)


def _shape(found: Problem) -> dict[str, str]:
    return {"what": found.what, "where": str(found.where), "repair": found.repair}
