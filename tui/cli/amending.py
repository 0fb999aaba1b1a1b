"""Amending: a source gets a corrected text, and whoever amends it sees first what becomes of what is marked."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import output
from tui.cli.newcomers import tell_new
from tui.cli.options import example, json_option
from tui.cli.place import is_at_terminal
from tui.cli.place import place as here
from tui.errors import Mistake
from tui.formats import corrected
from tui.model.edits.amending import Amendment, amended
from tui.reports.amending import amendment_document, differing, fate, place
from tui.reports.tree import counted


@example("postil amend L07 L07.txt --dry-run")
@click.command("amend")
@click.argument("source")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--labels", metavar="PATTERN", help="A regular expression for the labels of speakers.")
@click.option("--dry-run", is_flag=True, help="Show what would become of what is marked, and change nothing.")
@click.option("--yes", is_flag=True, help="Ask nothing, also where words of units change or are gone.")
@json_option
def amend_command(source: str, path: Path, labels: str | None, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Give a source a corrected text.

    Units, passages that are not relevant, memos on passages and corrections of turns keep to their words. Those of
    which words change are listed first. Nothing is taken away: where words are gone, a unit keeps the nearest place
    and is marked uncertain until its ends are changed or "postil units confirm" says that it is right.
    """
    where = here()
    with where.reading() if dry_run else where.writing() as store:
        project = store.project
        document = project.find("sources", source)
        before = project.transcript(document["id"])
        with output.at_work("Comparing the texts"):
            parsed = corrected.read(path, before, labels)
            edit, cast = corrected.amendment(path, parsed, project, document)
            found = amended(project, edit.source, edit.fields, parsed.text)
        if as_json:
            output.show_json(amendment_document(found))
        if not edit.changes_text(project):
            output.tell("Nothing to change: this is the text that the source has.")
            return
        if not as_json:
            _show(found)
        if dry_run:
            return
        _ask(found, yes=yes)
        store.add_text(parsed.text)
        receipt = store.commit(*cast.edits, edit, sentence=edit.sentence(project))
        tell_new(cast.edits)
    output.tell_done(receipt)


def _ask(found: Amendment, *, yes: bool) -> None:
    """Have it confirmed that the words of passages change.

    Raises:
        Mistake: it was not.
    """
    otherwise = [passage for passage in found.passages if not passage.is_as_it_was]
    if yes or not (otherwise or found.lost_corrections):
        return
    if not is_at_terminal():
        raise Mistake("Nothing was changed: marked words would differ. --yes accepts that, --dry-run only looks.")
    if not click.confirm("Amend the source?", err=True):
        raise Mistake("Nothing was changed.")


def _show(found: Amendment) -> None:
    """Show what becomes of what is marked: a line for each passage that is not as it was."""
    otherwise = [passage for passage in found.passages if not passage.is_as_it_was]
    rows = [
        (
            passage.document["id"][-6:],
            place(found, passage),
            fate(passage),
            *differing(passage.before, passage.after),
        )
        for passage in otherwise
    ]
    if rows:
        output.show_table(("id", "place", "what", "words", "new words"), rows)
    for number in found.lost_corrections:
        output.show(f"Turn {number} is gone, of which you said who speaks.")
    same = len(found.passages) - len(otherwise)
    output.show(f"{counted(same, 'passage')} as before, {counted(len(otherwise), 'passage')} otherwise.")
