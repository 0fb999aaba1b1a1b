"""The project itself: title, aim, stance, numbers, settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import project_shape
from tui.errors import Mistake
from tui.model.edits.project import SetProject, SetSetting
from tui.model.project import Project

Reader = Callable[[Project, str], Any]


@example("postil project")
@click.group("project", invoke_without_command=True)
@json_option
@click.pass_context
def project_command(context: click.Context, as_json: bool) -> None:
    """Show the project's title, aim and settings, or set one."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store:
        shape = project_shape(store.project)
    if as_json:
        output.show_json(shape)
        return
    settings = shape.pop("settings")
    rows = [(key, value) for key, value in shape.items() if value not in (None, "")]
    output.show_table(("", ""), [*rows, *((key, _said(value)) for key, value in sorted(settings.items()))])


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
        if key in FIELDS:
            receipt = store.commit(SetProject({key: FIELDS[key](store.project, value) if value else None}))
        elif key in SETTINGS:
            receipt = store.commit(SetSetting(key, SETTINGS[key](store.project, value) if value else None))
        else:
            raise Mistake(f"There is no setting “{key}”. There are: {', '.join((*FIELDS, *SETTINGS))}.")
    output.tell_done(receipt)


def _words(_project: Project, value: str) -> str:
    return value


def _number(_project: Project, value: str) -> int:
    if not value.isdecimal():
        raise Mistake(f"“{value}” is not a whole number.")
    return int(value)


def _coders(project: Project, value: str) -> list[str] | None:
    if value == "all":
        return None
    return [str(project.find("coders", name.strip())["id"]) for name in value.split(",")]


def _yes(_project: Project, value: str) -> bool:
    if value not in ("yes", "no"):
        raise Mistake(f"This may be yes or no, not “{value}”.")
    return value == "yes"


FIELDS: dict[str, Reader] = {
    "title": _words,
    "aim": _words,
    "stance": _words,
    "invited": _number,
    "declined": _number,
}
SETTINGS: dict[str, Reader] = {
    "counted": _coders,
    "omission": _words,
    "uncovered_words": _number,
    "participants_word": _words,
    "counts": _words,
    "reasons": _yes,
}


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else "all" if value is None else str(value)
