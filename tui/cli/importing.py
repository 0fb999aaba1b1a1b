"""Bringing transcripts in: any number of files as one step, refused as a whole where one of them cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from tui.cli import output
from tui.cli.newcomers import tell_new
from tui.cli.options import example, pairs
from tui.cli.place import place
from tui.errors import Mistake
from tui.formats import files
from tui.formats.incoming import Incoming, Speaker, arriving, edits_of, sentence_of
from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT, Parsed
from tui.reports.tree import counted


@example('postil import N01.txt --participant "Nurse 1" --interviewer INT')
@click.command("import")
@click.argument("paths", metavar="FILE|FOLDER...", nargs=-1, required=True)
@click.option("--participant", metavar="P", help="Who was interviewed; a new name makes a participant.")
@click.option("--labels", metavar="PATTERN", help="A regular expression for the labels of speakers.")
@click.option("--speaker", "speakers", metavar="LABEL=PARTICIPANT", multiple=True, help="Who a label is.")
@click.option("--interviewer", "interviewers", metavar="LABEL", multiple=True, help="A label that asks the questions.")
@click.option("--name", metavar="N", help="The source's name, else the file's without its ending.")
@click.option("--dry-run", is_flag=True, help="Show what would become of the files, and change nothing.")
def import_command(
    paths: Sequence[str],
    participant: str | None,
    labels: str | None,
    speakers: Sequence[str],
    interviewers: Sequence[str],
    name: str | None,
    dry_run: bool,
) -> None:
    """Bring transcripts in.

    Of a folder, every file that can be read is taken. All files are one step: one undo takes them back, and where
    one of them cannot be brought in none is. A label that is the name of a participant is that participant;
    another label that answers makes one of its name, or of the source's where it might be anybody's (A, Participant).
    """
    if "" in paths:
        raise Mistake("One of the names of files is empty; “.” is the present folder.")
    with output.at_work("Reading the files"):
        found, left = files.named(map(Path, paths))
        if name is not None and len(found) != 1:
            raise Mistake(f"--name names one source; these are {len(found)} files.")
        read = [(path, files.read(path, labels)) for path in found]
    if left:
        output.tell(f"Left out: {', '.join(path.name for path in left)}.")
    where = place()
    with where.reading() if dry_run else where.writing() as store:
        incoming = arriving(read, store.project, name)
        _put_right(incoming, participant, pairs(speakers, "LABEL=PARTICIPANT"), interviewers)
        if not dry_run:
            edits = edits_of(incoming, store.project)
            with output.at_work("Saving the texts"):
                for each in incoming:
                    store.add_text(each.parsed.text)
                store.commit(*edits, sentence=sentence_of(incoming))
            tell_new(edits)
    for each in incoming:
        for note in each.parsed.notes:
            output.tell(f"{each.origin}: {note}")
        if dry_run:
            _show(each)
        else:
            output.show(f"{each.name}: {_size(each.parsed)}")


def _put_right(
    incoming: Sequence[Incoming],
    participant: str | None,
    named: Sequence[tuple[str, str]],
    interviewers: Iterable[str],
) -> None:
    """Let what the user says of labels stand over what was guessed.

    Raises:
        Mistake: no turn has the label, or `participant` fits more than one speaker of a source.
    """
    said = {**dict(named), **dict.fromkeys(interviewers, INTERVIEWER)}
    known = {speaker.label for each in incoming for speaker in each.speakers if speaker.label is not None}
    for label in said:
        if label not in known:
            there_are = f"There are: {', '.join(sorted(known))}." if known else "No speaker was found; see --labels."
            raise Mistake(f"No turn is labelled “{label}”. {there_are}")
    for each in incoming:
        for speaker in each.speakers:
            if speaker.label in said:
                _say(speaker, said[speaker.label])
        if participant is not None:
            _say(_only_one(each), participant)


def _say(speaker: Speaker, who: str) -> None:
    is_participant = who not in (INTERVIEWER, NEITHER)
    speaker.role, speaker.participant = (PARTICIPANT, who) if is_participant else (who, "")


def _only_one(each: Incoming) -> Speaker:
    answering = each.answering()
    if len(answering) == 1:
        return answering[0]
    who = ", ".join(str(speaker.label) for speaker in answering)
    told = f"several speakers answer ({who})" if answering else "nobody answers"
    raise Mistake(f"{each.origin}: {told}; say who is who with --speaker LABEL=PARTICIPANT and --interviewer LABEL.")


def _show(each: Incoming) -> None:
    """Show what a file would become."""
    parsed = each.parsed
    output.show(f"{each.name}: {_size(parsed)}, {parsed.kind}, language {parsed.language or 'unknown'}")
    rows = [
        ("", one.label or "(no label)", one.role, one.participant, one.turns, one.words, one.first_words)
        for one in each.speakers
    ]
    output.show_table(("", "label", "role", "participant", "turns", "words", "begins"), rows, right=[4, 5])


def _size(parsed: Parsed) -> str:
    speakers = counted(len(parsed.speakers), "speaker") if parsed.speakers else "no speakers"
    return f"{counted(parsed.words, 'word')}, {counted(len(parsed.turns), 'turn')}, {speakers}"
