"""Amending: a source gets a corrected text, and whoever amends it sees first what becomes of what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tui.cli import output
from tui.cli.newcomers import tell_new
from tui.cli.options import example
from tui.cli.place import is_at_terminal, place
from tui.errors import Mistake
from tui.formats import corrected
from tui.model.edits.amending import Amendment, Passage, amended
from tui.model.units import is_unit
from tui.reports.tree import counted

_AROUND = 3
"""Words shown on either side of what differs."""


@example("postil amend L07 L07.txt --dry-run")
@click.command("amend")
@click.argument("source")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--labels", metavar="PATTERN", help="A regular expression for the labels of speakers.")
@click.option("--dry-run", is_flag=True, help="Show what would become of what is marked, and change nothing.")
@click.option("--yes", is_flag=True, help="Ask nothing, also where words of units change or are gone.")
def amend_command(source: str, path: Path, labels: str | None, dry_run: bool, yes: bool) -> None:
    """Give a source a corrected text.

    Units, passages that are not relevant, memos on passages and corrections of turns keep to their words. Those of
    which words change are listed first. Nothing is taken away: where words are gone, a unit keeps the nearest place
    and is marked uncertain until its ends are changed or "postil units confirm" says that it is right.
    """
    where = place()
    with where.reading() if dry_run else where.writing() as store:
        project = store.project
        document = project.find("sources", source)
        before = project.transcript(document["id"])
        with output.at_work("Comparing the texts"):
            parsed = corrected.read(path, before, labels)
            edit, cast = corrected.amendment(path, parsed, project, document)
            found = amended(project, edit.source, edit.fields, parsed.text)
        if not edit.changes_text(project):
            output.tell("Nothing to change: this is the text that the source has.")
            return
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
    differing = [passage for passage in found.passages if not passage.is_as_it_was]
    if yes or not (differing or found.lost_corrections):
        return
    if not is_at_terminal():
        raise Mistake("Nothing was changed: marked words would differ. --yes accepts that, --dry-run only looks.")
    if not click.confirm("Amend the source?", err=True):
        raise Mistake("Nothing was changed.")


def _show(found: Amendment) -> None:
    """Show what becomes of what is marked: a line for each passage that is not as it was."""
    differing = [passage for passage in found.passages if not passage.is_as_it_was]
    rows = [
        (
            passage.document["id"][-6:],
            found.after.place(passage.anchored.spans[0].start),
            _fate(passage),
            *_differing(passage.before, passage.after),
        )
        for passage in differing
    ]
    if rows:
        output.show_table(("id", "place", "what", "words", "new words"), rows)
    for number in found.lost_corrections:
        output.show(f"Turn {number} is gone, of which you said who speaks.")
    same = len(found.passages) - len(differing)
    output.show(f"{counted(same, 'passage')} as before, {counted(len(differing), 'passage')} otherwise.")


def _fate(passage: Passage) -> str:
    kind = "memo" if passage.table == "memos" else "unit" if is_unit(passage.document) else "not relevant"
    said = [passage.anchored.fate]
    if passage.anchored.is_uncertain and passage.anchored.fate != "lost":
        said.append("uncertain")
    if passage.speakers_differ:
        said.append("other speaker")
    return f"{kind}: {', '.join(dict.fromkeys(said))}"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return where two versions of a passage differ, with a few words around."""
    old, new = before.split(), after.split()
    if old == new:
        return _shortened(old, 0, 0), "the same"
    first = last = 0
    while old[first : first + 1] == new[first : first + 1]:
        first += 1
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return _shortened(old, first, last), _shortened(new, first, last)


def _shortened(words: Sequence[str], first: int, last: int) -> str:
    return " ".join(_pieces(words, first, last))


def _pieces(words: Sequence[str], first: int, last: int) -> Iterator[str]:
    start, end = max(first - _AROUND, 0), min(len(words) - last + _AROUND, len(words))
    if start:
        yield "…"
    yield from words[start:end]
    if end < len(words):
        yield "…"
