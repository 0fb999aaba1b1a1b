"""Transcripts on their way in: the name each gets, who speaks in it, and the edits that make sources of them.

The command line and the app bring transcripts in by this one way: guess, let the user put it right, make the edits.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from tui.errors import Mistake
from tui.formats.parsed import PARTICIPANT, Parsed
from tui.formats.preview import Preview, describe
from tui.formats.transcripts.names import Kind, kind_of
from tui.model.cast import Cast
from tui.model.edits.sources import ImportSource
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.project import Project
from tui.model.transaction import Edit


@dataclass
class Speaker:
    """A label (`None`: speech without one), its role, and the participant it is, by name or id; empty for nobody."""

    label: str | None
    role: str
    participant: str
    turns: int
    words: int
    first_words: str


@dataclass
class Incoming:
    """A file that was read, with the name that its source gets and who speaks in it."""

    name: str
    origin: str
    parsed: Parsed
    preview: Preview
    speakers: list[Speaker] = field(default_factory=list)

    @property
    def hash(self) -> str:
        """What names its text in a project."""
        return hashlib.sha256(self.parsed.text.encode()).hexdigest()

    def answering(self) -> list[Speaker]:
        """Return the speakers who are participants."""
        return [speaker for speaker in self.speakers if speaker.role == PARTICIPANT]


def arriving(files: Iterable[tuple[PurePath, Parsed]], project: Project, name: str | None = None) -> list[Incoming]:
    """Return what files would become, with a guess at who speaks; a source is named after its file unless told.

    Raises:
        Mistake: a text or a name is in the project already, or comes twice.
    """
    incoming = [incoming_of(path, parsed, name) for path, parsed in files]
    _refuse_doubles(incoming, project)
    shared = Counter(speaker.label for each in incoming for speaker in each.answering())
    cast = Cast(project)
    for each in incoming:
        for speaker in each.speakers:
            if speaker.label is not None:
                guess(speaker, each, cast, is_shared=shared[speaker.label] > 1)
    return incoming


def edits_of(incoming: Sequence[Incoming], project: Project) -> list[Edit]:
    """Return the edits that make sources of the files, after those that make participants of names that are new.

    Raises:
        Mistake: a text or a name is in the project already, or comes twice.
    """
    _refuse_doubles(incoming, project)
    cast = Cast(project)
    sources = [ImportSource(new_id(), fields_of(each, cast)) for each in incoming]
    return [*cast.edits, *sources]


def sentence_of(incoming: Sequence[Incoming]) -> str:
    """Return what history calls bringing them in."""
    return f"import {incoming[0].name}" if len(incoming) == 1 else f"import {len(incoming)} sources"


def incoming_of(path: PurePath, parsed: Parsed, name: str | None = None) -> Incoming:
    """Return what one file would become, without a guess at which participants speak.

    Raises:
        Mistake: the file's name is no text and no other is given.
    """
    called = unicodedata.normalize("NFC", name or path.stem)
    if any("\ud800" <= letter <= "\udfff" for letter in called):
        raise Mistake(f"The name of {path} is not text in UTF-8; --name gives its source one.")
    preview = describe(parsed)
    speakers = [
        Speaker(seen.label, seen.role, "", seen.turns, seen.words, seen.first_words) for seen in preview.speakers
    ]
    return Incoming(called, path.name.encode("utf-8", "replace").decode(), parsed, preview, speakers)


def guess(speaker: Speaker, source: Incoming, cast: Cast, *, is_shared: bool) -> None:
    """Say which participant a label is.

    One that is a participant's name is that participant, whatever else was guessed. One that might be anybody, as
    `A`, `Participant` and `Speaker 1` are, or that several files have, stands for whoever answers in its source.
    """
    label = speaker.label or ""
    if cast.knows(label):
        speaker.role, speaker.participant = PARTICIPANT, label
    elif speaker.role == PARTICIPANT:
        kind = kind_of(label)
        is_anybody = is_shared or kind is Kind.ROLE or (kind is Kind.LETTER and label.isalpha())
        if not is_anybody:
            speaker.participant = label
        else:
            is_alone = len(source.answering()) == 1
            speaker.participant = source.name if is_alone else f"{source.name} {label}"


def _refuse_doubles(incoming: Iterable[Incoming], project: Project) -> None:
    texts = {str(source.get("text")): str(source.get("name")) for source in project.alive("sources")}
    names = {folded(str(source.get("name"))): str(source.get("name")) for source in project.alive("sources")}
    for each in incoming:
        digest = each.hash
        if digest in texts:
            raise Mistake(f"{each.origin} is imported already: its text is that of {texts[digest]}.")
        if folded(each.name) in names:
            taken = names[folded(each.name)]
            raise Mistake(f"There is a source {taken} already; --name gives {each.origin} another.")
        texts[digest] = names[folded(each.name)] = each.name


def fields_of(each: Incoming, cast: Cast) -> dict[str, Any]:
    """Return the fields of the source that a file becomes; participants who are new are made by the cast's edits."""
    parsed = each.parsed
    fields: dict[str, Any] = {
        "name": each.name,
        "text": each.hash,
        "language": parsed.language,
        "words": parsed.words,
        "turns": [list(turn) for turn in parsed.turns],
        "stamps": [list(stamp) for stamp in parsed.stamps],
        "origin": each.origin,
    }
    speakers: dict[str, Any] = {}
    for speaker in each.speakers:
        part: dict[str, Any] = {"role": speaker.role}
        if speaker.role == PARTICIPANT and speaker.participant:
            part["participant"] = cast.participant(speaker.participant)
        if speaker.label is None:
            fields["participant"] = part.get("participant")
        else:
            speakers[speaker.label] = part
    return {**fields, "speakers": speakers}
