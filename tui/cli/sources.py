"""Sources: what there is, who speaks in them, their facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from tui.cli import output
from tui.cli.newcomers import tell_new
from tui.cli.options import example, json_option, pairs
from tui.cli.place import place
from tui.cli.shapes import source_shapes
from tui.errors import Mistake
from tui.model.cast import Cast
from tui.model.edits.guide import SetTopic
from tui.model.edits.sources import CorrectTurn, RemoveSource, RenameSource, SetFacts, SetSpeaker
from tui.model.guide import topic_numbered
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.model.turns import Turn


@example("postil sources --json")
@click.group("sources", invoke_without_command=True)
@json_option
@click.pass_context
def sources_command(context: click.Context, as_json: bool) -> None:
    """List the sources, their speakers and how much is coded."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store, output.at_work("Counting"):
        shapes = source_shapes(store.project)
        names = {one["id"]: one.get("name") or "" for one in store.project.alive("participants")}
    if as_json:
        output.show_json(shapes)
        return
    rows = [
        (one["name"], one["turns"], one["words"], one["units"], f"{one['coded_share']:.0%}", _speakers(one, names))
        for one in shapes
    ]
    output.show_table(("source", "turns", "words", "units", "coded", "speakers"), rows, right=[1, 2, 3, 4])


def _speakers(shape: dict[str, Any], names: dict[str, str]) -> str:
    parts = []
    for speaker in shape["speakers"]:
        who = names.get(speaker["participant"], "") or speaker["role"]
        parts.append(who if speaker["label"] in (None, who) else f"{speaker['label']} = {who}")
    return ", ".join(parts)


@example('postil sources set L07 --interviewer INT --speaker "L07=Leader 7" --date 2020-11-24 --minutes 62')
@sources_command.command("set")
@click.argument("source")
@click.option("--speaker", "speakers", metavar="LABEL=WHO", multiple=True, help="A participant, interviewer, neither.")
@click.option("--interviewer", "interviewers", metavar="LABEL", multiple=True, help="A label that asks the questions.")
@click.option("--participant", metavar="P", help="Who speaks where there are no labels.")
@click.option("--turn", type=click.IntRange(min=1), metavar="N", help="Only this turn; then --speaker WHO.")
@click.option("--topic", type=click.IntRange(min=0), metavar="K", help="With --turn: the guide's topic; 0: none.")
@click.option("--date", metavar="DATE", help="When it was: 2020-11-24, or less of it.")
@click.option("--mode", metavar="MODE", help="How: video call, telephone, face to face.")
@click.option("--minutes", type=click.IntRange(min=0), metavar="N", help="How long it took.")
@click.option("--language", metavar="CODE", help="Its language: en, sv …")
@click.option("--interviewed-by", metavar="NAME", help="Who asked.")
def sources_set(
    source: str,
    speakers: Sequence[str],
    interviewers: Sequence[str],
    participant: str | None,
    turn: int | None,
    topic: int | None,
    **facts: Any,
) -> None:
    """Say who a label is, who speaks in one turn, or when, how and how long the interview was."""
    with place().writing() as store:
        project = store.project
        identifier = str(project.find("sources", source)["id"])
        cast = Cast(project)
        given = {field: value for field, value in facts.items() if value is not None}
        if "interviewed_by" in given:
            given["interviewer"] = given.pop("interviewed_by")
        if participant is not None:
            given["participant"] = cast.participant(participant)
        edits: list[Edit]
        if turn is not None and topic is not None and not speakers:
            edits = [_about(project, identifier, turn, topic)]
        elif turn is not None:
            edits = _corrected(project, cast, identifier, turn, speakers)
        else:
            named = [*pairs(speakers, "LABEL=PARTICIPANT"), *((label, "interviewer") for label in interviewers)]
            edits = [_cast(cast, identifier, label, who) for label, who in named]
        if given:
            edits.append(SetFacts(identifier, given))
        if topic is not None and turn is None:
            raise click.UsageError("--topic takes a --turn.")
        if not edits:
            raise click.UsageError("Say what to set: --speaker, --turn, --date, --mode, --minutes …")
        name = project.need("sources", identifier).get("name")
        receipt = store.commit(*cast.edits, *edits, sentence=f"say who speaks in {name}" if cast.edits else None)
        tell_new(cast.edits)
    output.tell_done(receipt)


def _cast(cast: Cast, source: str, label: str, who: str) -> Edit:
    part = cast.part(who)
    return SetSpeaker(source, label, part["role"], part.get("participant"))


def _corrected(project: Project, cast: Cast, source: str, number: int, speakers: Sequence[str]) -> list[Edit]:
    """Return the edit that says who speaks in one turn: a participant, a role, or whoever another label is.

    The turn's own label takes an earlier correction back.
    """
    if len(speakers) != 1:
        raise click.UsageError("--turn takes one --speaker: a label, a participant, interviewer or neither.")
    turn = _turn(project, source, number)
    if speakers[0] == turn.label:
        return [CorrectTurn(source, turn.start, None)]
    labelled = (project.need("sources", source).get("speakers") or {}).get(speakers[0])
    part = labelled or cast.part(speakers[0])
    return [CorrectTurn(source, turn.start, part.get("role"), part.get("participant"))]


def _about(project: Project, source: str, number: int, topic: int) -> Edit:
    """Return the edit that says which topic of the guide a turn answers; topic 0 takes that back."""
    answered = topic_numbered(project, topic).id if topic else None
    return SetTopic(source, _turn(project, source, number).start, answered)


def _turn(project: Project, source: str, number: int) -> Turn:
    turns = project.turns(source)
    if number > len(turns):
        raise Mistake(f"There is no turn {number}; the last is {len(turns)}.")
    turn: Turn = turns[number - 1]
    return turn


@example('postil sources rename L07 "L07 second interview"')
@sources_command.command("rename")
@click.argument("source")
@click.argument("name")
def sources_rename(source: str, name: str) -> None:
    """Give a source another name; places are cited by it."""
    with place().writing() as store:
        receipt = store.commit(RenameSource(store.project.find("sources", source)["id"], name))
    output.tell_done(receipt)


@example("postil sources remove L07 --with-units")
@sources_command.command("remove")
@click.argument("source")
@click.option("--with-units", is_flag=True, help="Its meaning units too.")
def sources_remove(source: str, with_units: bool) -> None:
    """Take a source out of the project; undo brings it back."""
    with place().writing() as store:
        receipt = store.commit(RemoveSource(store.project.find("sources", source)["id"], with_units))
    output.tell_done(receipt)
