"""The project itself: title, aim, stance, numbers, settings."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import project_shape
from tui.model.edits.guide import SetGuide
from tui.model.guide import guide, rewritten
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
    topics = [(f"topic {topic['number']}", topic["words"]) for topic in shape.pop("guide")]
    output.show_table(
        ("", ""), [*((key, value) for key, value in shape.items() if value not in (None, "")), *topics, *settings]
    )


@example('postil project set omission "[…]"')
@project_command.command("set")
@click.argument("key")
@click.argument("value")
def project_set(key: str, value: str) -> None:
    """Set the title, aim, stance, numbers invited and declined, or a setting.

    Settings: counted (coders whose units count, separated by commas, or all), omission (// or […]), uncovered_words,
    participants_word, counts (numbers or words), reasons (yes or no), blind (yes or no). An empty value takes the
    default back.
    """
    with place().writing() as store:
        receipt = store.commit(setting_typed(store.project, key, value))
    output.tell_done(receipt)


@example('postil project guide "Your work" "What AI can do for care"')
@project_command.command("guide")
@click.argument("topics", nargs=-1, metavar="[TOPIC]…")
def project_guide(topics: tuple[str, ...]) -> None:
    """List the topics of the interview guide, or write all of them anew in the order they are asked about.

    A topic keeps its turns where its words are the old ones or, of changed words, where it stands in the old place.
    """
    if not topics:
        with place().reading() as store:
            rows = [(topic.number, topic.words) for topic in guide(store.project)]
        output.show_table(("", "topic"), rows, right=[0])
        return
    with place().writing() as store:
        receipt = store.commit(SetGuide(rewritten(store.project, topics)))
    output.tell_done(receipt)
