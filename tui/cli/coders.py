"""Who codes."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import coder_shapes


@example("postil coders")
@click.command("coders")
@json_option
def coders_command(as_json: bool) -> None:
    """List who codes."""
    with place().reading() as store:
        shapes = coder_shapes(store.project)
    if as_json:
        output.show_json(shapes)
        return
    rows = [(one["name"], one["initials"], one["units"], "" if one["counted"] else "not counted") for one in shapes]
    output.show_table(("coder", "initials", "units", ""), rows, right=[2])
