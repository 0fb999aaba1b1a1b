"""The project itself: title, aim, stance, numbers, settings."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import project_shape
from tui.model.settings import SETTINGS, said, setting_typed


@example("postil project")
@click.group("project", invoke_without_command=True)
@json_option
@click.pass_context
def project_command(context: click.Context, as_json: bool) -> None:
    """Show the project's title, aim and settings, or set one."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store:
        project = store.project
        shape = project_shape(project)
        settings = [(key, said(project, key)) for key in sorted(SETTINGS)]
    if as_json:
        output.show_json(shape)
        return
    del shape["settings"]
    output.show_table(("", ""), [*((key, value) for key, value in shape.items() if value not in (None, "")), *settings])


@example('postil project set omission "[…]"')
@project_command.command("set")
@click.argument("key")
@click.argument("value")
def project_set(key: str, value: str) -> None:
    """Set the title, aim, stance, numbers invited and declined, or a setting.

    Settings: counted (coders whose units count, separated by commas, or all), omission (// or […]), uncovered_words,
    participants_word, counts (numbers or words), reasons (yes or no). An empty value takes the default back.
    """
    with place().writing() as store:
        receipt = store.commit(setting_typed(store.project, key, value))
    output.tell_done(receipt)
