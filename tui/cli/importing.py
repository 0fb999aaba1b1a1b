"""Bringing transcripts in: any number of files as one step, refused as a whole where one of them cannot be read."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tui.cli import output
from tui.cli.options import example, pairs
from tui.cli.place import place
from tui.cli.speakers import Cast
from tui.errors import Mistake
from tui.formats import registry
from tui.formats.parsed import Parsed
from tui.formats.preview import describe
from tui.model.edits.sources import ImportSource
from tui.model.ids import new_id
from tui.model.names import folded, natural
from tui.model.project import Project
from tui.reports.tree import counted


@dataclass(frozen=True)
class Incoming:
    """A file that was read and the name its source gets."""

    path: Path
    name: str
    parsed: Parsed

    @property
    def hash(self) -> str:
        """The name of its text in the project."""
        return hashlib.sha256(self.parsed.text.encode()).hexdigest()


@example('postil import N01.txt --participant "Nurse 1" --interviewer INT')
@click.command("import")
@click.argument("paths", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--participant", metavar="P", help="Who was interviewed; a new name makes a participant.")
@click.option("--labels", metavar="PATTERN", help="A regular expression for the labels of speakers.")
@click.option("--speaker", "speakers", metavar="LABEL=PARTICIPANT", multiple=True, help="Who a label is.")
@click.option("--interviewer", "interviewers", metavar="LABEL", multiple=True, help="A label that asks the questions.")
@click.option("--name", metavar="N", help="The source's name, else the file's without its ending.")
@click.option("--dry-run", is_flag=True, help="Show what would become of the files, and change nothing.")
def import_command(
    paths: Sequence[Path],
    participant: str | None,
    labels: str | None,
    speakers: Sequence[str],
    interviewers: Sequence[str],
    name: str | None,
    dry_run: bool,
) -> None:
    """Bring transcripts in.

    Of a folder, every file that can be read is taken. All files are one step: one undo takes them back, and where
    one of them cannot be brought in none is. A label that is the name of a participant is that participant.
    """
    with output.at_work("Reading the files"):
        files = files_of(paths)
        if name is not None and len(files) != 1:
            raise Mistake(f"--name names one source; these are {len(files)} files.")
        incoming = [_read(path, labels, name) for path in files]
    where = place()
    if dry_run:
        with where.reading() as store:
            _refuse_doubles(store.project, incoming)
        for each in incoming:
            _show(each)
        return
    named = pairs(speakers, "LABEL=PARTICIPANT")
    with where.writing() as store:
        _refuse_doubles(store.project, incoming)
        cast = Cast(store.project)
        edits = [_edit(cast, each, participant, named, interviewers) for each in incoming]
        _refuse_unknown_labels(incoming, [*(label for label, _ in named), *interviewers])
        with output.at_work("Saving the texts"):
            for each in incoming:
                store.add_text(each.parsed.text)
            sentence = f"import {incoming[0].name}" if len(incoming) == 1 else f"import {len(incoming)} sources"
            store.commit(*cast.edits, *edits, sentence=sentence)
        cast.tell()
    for each in incoming:
        for note in each.parsed.notes:
            output.tell(f"{each.path.name}: {note}")
        output.show(f"{each.name}: {_size(each.parsed)}")


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read: those named, and of folders all that have a reader, in the order of their names.

    Raises:
        Mistake: a path is not there, or a folder holds nothing that can be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(path.iterdir(), key=lambda each: natural(each.name))
            readable = [each for each in inside if each.is_file() and registry.readable(each)]
            if not readable:
                raise Mistake(f"{path} holds no file that can be read ({', '.join(registry.READERS)}).")
            left = [each.name for each in inside if each.is_file() and each not in readable and each.name[0] != "."]
            if left:
                output.tell(f"Left out of {path}: {', '.join(left)}.")
            found.update(dict.fromkeys(readable))
        elif path.exists():
            found[path] = None
        else:
            raise Mistake(f"There is no file {path}.")
    return list(found)


def _read(path: Path, labels: str | None, name: str | None) -> Incoming:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise Mistake(f"{path} could not be read: {problem.strerror or problem}.") from problem
    called = unicodedata.normalize("NFC", name or path.stem)
    if any("\ud800" <= letter <= "\udfff" for letter in called):
        raise Mistake(f"The name of {path} is not text in UTF-8; --name gives its source one.")
    return Incoming(path, called, registry.read(path.name, data, labels))


def _refuse_doubles(project: Project, incoming: Iterable[Incoming]) -> None:
    """Refuse a text that is in the project or comes twice, and a name that is taken."""
    texts = {str(source.get("text")): str(source.get("name")) for source in project.alive("sources")}
    names = {folded(str(source.get("name"))): str(source.get("name")) for source in project.alive("sources")}
    for each in incoming:
        if each.hash in texts:
            raise Mistake(f"{each.path} is imported already: its text is that of {texts[each.hash]}.")
        if folded(each.name) in names:
            raise Mistake(f"There is a source {names[folded(each.name)]} already; --name gives {each.path} another.")
        texts[each.hash] = names[folded(each.name)] = each.name


def _refuse_unknown_labels(incoming: Iterable[Incoming], labels: Iterable[str]) -> None:
    known = {label for each in incoming for label in each.parsed.speakers}
    for label in labels:
        if label not in known:
            there_are = f"There are: {', '.join(sorted(known))}." if known else "No speaker was found; see --labels."
            raise Mistake(f"No turn is labelled “{label}”. {there_are}")


def _edit(
    cast: Cast,
    each: Incoming,
    participant: str | None,
    named: Iterable[tuple[str, str]],
    interviewers: Sequence[str],
) -> ImportSource:
    """Return the edit that makes a source of a file, its speakers cast."""
    parsed = each.parsed
    speakers = {label: cast.role(label, role) for label, role in parsed.speakers.items()}
    for label, who in named:
        if label in speakers:
            speakers[label] = cast.part(who)
    for label in interviewers:
        if label in speakers:
            speakers[label] = {"role": "interviewer"}
    fields = {
        "name": each.name,
        "text": each.hash,
        "language": parsed.language,
        "words": parsed.words,
        "turns": [list(turn) for turn in parsed.turns],
        "stamps": [list(stamp) for stamp in parsed.stamps],
        "origin": each.path.name.encode("utf-8", "replace").decode(),
    }
    if participant is not None:
        identifier = cast.participant(participant)
        answering = [label for label, said in speakers.items() if said["role"] == "participant"]
        if len(answering) > 1:
            raise Mistake(
                f"{each.path}: several speakers answer ({', '.join(answering)}); say who is who with "
                "--speaker LABEL=PARTICIPANT and --interviewer LABEL."
            )
        for label in answering:
            speakers[label] = {"role": "participant", "participant": identifier}
        fields["participant"] = identifier
    return ImportSource(new_id(), {**fields, "speakers": speakers})


def _show(each: Incoming) -> None:
    """Show what a file would become."""
    preview = describe(each.parsed)
    output.show(f"{each.name}: {_size(each.parsed)}, {preview.kind}, language {preview.language or 'unknown'}")
    rows = [
        ("", speaker.label or "(no label)", speaker.role, speaker.turns, speaker.words, speaker.first_words)
        for speaker in preview.speakers
    ]
    output.show_table(("", "label", "role", "turns", "words", "begins"), rows, right=[3, 4])
    for note in preview.notes:
        output.tell(f"{each.path.name}: {note}")


def _size(parsed: Parsed) -> str:
    speakers = counted(len(parsed.speakers), "speaker") if parsed.speakers else "no speakers"
    return f"{counted(parsed.words, 'word')}, {counted(len(parsed.turns), 'turn')}, {speakers}"
