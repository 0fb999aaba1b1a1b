"""Participants: who was interviewed, under which pseudonym, with which attributes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli import output
from tui.cli.options import example, json_option, pairs
from tui.cli.place import place
from tui.cli.shapes import participant_shapes
from tui.errors import Mistake
from tui.formats import participants_csv
from tui.model.edits.participants import AddParticipant, RemoveParticipant, RenameParticipant, SetAttributes
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.project import Project
from tui.model.transaction import Edit


@example("postil participants")
@click.group("participants", invoke_without_command=True)
@json_option
@click.pass_context
def participants_command(context: click.Context, as_json: bool) -> None:
    """List the participants and their attributes."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store, output.at_work("Counting"):
        shapes = participant_shapes(store.project)
        names = {one["id"]: one.get("name") or "" for one in store.project.alive("sources")}
    if as_json:
        output.show_json(shapes)
        return
    keys = list(dict.fromkeys(key for one in shapes for key in one["attributes"]))
    rows = [
        (
            one["name"],
            *(one["attributes"].get(key, "") for key in keys),
            one["units"],
            ", ".join(names[source] for source in one["sources"]) or "not heard yet",
        )
        for one in shapes
    ]
    output.show_table(("participant", *keys, "units", "sources"), rows, right=[len(keys) + 1])


@example('postil participants add "Leader 28" role=manager context="primary care"')
@participants_command.command("add")
@click.argument("name", required=False)
@click.argument("attributes", metavar="[KEY=VALUE]...", nargs=-1)
@click.option("--from", "table", metavar="CSV", type=click.Path(path_type=Path), help="A table: a name and attributes.")
def participants_add(name: str | None, attributes: Sequence[str], table: Path | None) -> None:
    """Add a participant, or all of a table.

    Of a table, those who are there already get its attributes.
    """
    if (name is None) == (table is None):
        raise click.UsageError("Name one participant, or a table with --from.")
    with place().writing() as store:
        if table is not None:
            edits = _of_table(store.project, table)
            receipt = store.commit(*edits, sentence=f"add participants from {table.name}")
        else:
            identifier = new_id()
            receipt = store.commit(AddParticipant(identifier, name or "", dict(pairs(attributes, "KEY=VALUE"))))
            output.show(identifier)
    output.tell_done(receipt)


def _of_table(project: Project, table: Path) -> list[Edit]:
    try:
        rows = participants_csv.read(table.name, table.read_bytes())
    except OSError as problem:
        raise Mistake(f"{table} could not be read: {problem.strerror or problem}.") from problem
    known = {folded(one.get("name") or ""): str(one["id"]) for one in project.alive("participants")}
    return [
        SetAttributes(known[folded(row.name)], row.attributes)
        if folded(row.name) in known
        else AddParticipant(new_id(), row.name, row.attributes)
        for row in rows
    ]


@example('postil participants set "Leader 7" role=politician')
@participants_command.command("set")
@click.argument("participant")
@click.argument("attributes", metavar="KEY=VALUE...", nargs=-1, required=True)
def participants_set(participant: str, attributes: Sequence[str]) -> None:
    """Set attributes; an empty value takes one away."""
    with place().writing() as store:
        found = store.project.find("participants", participant)
        given = {key: value or None for key, value in pairs(attributes, "KEY=VALUE")}
        receipt = store.commit(SetAttributes(found["id"], given))
    output.tell_done(receipt)


@example('postil participants rename "Leader 7" "Leader 8"')
@participants_command.command("rename")
@click.argument("participant")
@click.argument("name")
def participants_rename(participant: str, name: str) -> None:
    """Give a participant another pseudonym."""
    with place().writing() as store:
        receipt = store.commit(RenameParticipant(store.project.find("participants", participant)["id"], name))
    output.tell_done(receipt)


@example('postil participants remove "Leader 27"')
@participants_command.command("remove")
@click.argument("participant")
def participants_remove(participant: str) -> None:
    """Take a participant out who speaks nowhere."""
    with place().writing() as store:
        receipt = store.commit(RemoveParticipant(store.project.find("participants", participant)["id"]))
    output.tell_done(receipt)
