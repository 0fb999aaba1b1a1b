"""Transcripts on their way in: the files a path names, what each would become, who speaks in it, and the edits."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.errors import Mistake
from tui.formats import registry
from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT, Parsed
from tui.formats.preview import Preview, describe
from tui.model.edits.participants import AddParticipant
from tui.model.edits.sources import ImportSource
from tui.model.ids import new_id
from tui.model.names import folded, natural
from tui.model.project import Project
from tui.model.transaction import Edit

ROLES = (PARTICIPANT, INTERVIEWER, NEITHER)


@dataclass(slots=True)
class Speaker:
    """A label (`None`: speech without one), what it does, and the name of the participant it is."""

    label: str | None
    role: str
    participant: str
    turns: int
    words: int


@dataclass(slots=True)
class Incoming:
    """A file that was read, with the name its source gets and who speaks in it."""

    path: Path
    name: str
    parsed: Parsed
    preview: Preview
    speakers: list[Speaker] = field(default_factory=list)


def files_named(words: str, here: Path) -> list[Path]:
    """Return the files that a path names: a file, those of a folder that can be read, or those a pattern fits.

    Raises:
        Mistake: there are none.
    """
    path = Path(words).expanduser()
    path = path if path.is_absolute() else here / path
    if path.is_dir():
        found = [each for each in path.iterdir() if each.is_file() and registry.readable(each)]
    elif any(mark in words for mark in "*?["):
        found = [each for each in path.parent.glob(path.name) if each.is_file()]
    else:
        found = [path] if path.is_file() else []
    if not found:
        what = "holds no file that can be read" if path.is_dir() else "is no file"
        raise Mistake(f"{path} {what}; Postil reads {', '.join(registry.READERS)}.")
    return sorted(found, key=lambda each: natural(each.name))


def completed(words: str, here: Path) -> str:
    """Return a path with as much added as there is no choice in; a folder gets its slash."""
    folder, _, begun = words.rpartition("/")
    base = Path(folder + "/").expanduser() if folder or words.startswith("/") else Path()
    base = base if base.is_absolute() else here / base
    try:
        fitting = sorted(each.name + ("/" if each.is_dir() else "") for each in base.iterdir() if each.name.startswith(begun) and (begun or each.name[0] != "."))
    except OSError:
        return words
    if not fitting:
        return words
    common = fitting[0]
    for name in fitting[1:]:
        while not name.startswith(common):
            common = common[:-1]
    return f"{folder}/{common}" if folder or words.startswith("/") else common


def read(paths: Sequence[Path], project: Project) -> list[Incoming]:
    """Return what the files would become, with a first guess at who speaks.

    Raises:
        Mistake: a file cannot be read; the message names it.
    """
    incoming = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as problem:
            raise Mistake(f"{path} could not be read: {problem.strerror or problem}.") from problem
        parsed = registry.read(path.name, data)
        incoming.append(Incoming(path, unicodedata.normalize("NFC", path.stem), parsed, describe(parsed)))
    labels = Counter(speaker.label for each in incoming for speaker in each.preview.speakers if speaker.role == PARTICIPANT)
    for each in incoming:
        each.speakers = _cast(each, project, labels)
    return incoming


def _cast(each: Incoming, project: Project, labels: Counter[str | None]) -> list[Speaker]:
    """Guess who speaks: a label that is a participant's name is that one, else a label of its own names a new one.

    A label that several files share (`P`, `Speaker 1`) names nobody; then the file does, where only one answers.
    """
    known = {folded(one.get("name") or ""): str(one.get("name")) for one in project.alive("participants")}
    answering = [speaker for speaker in each.preview.speakers if speaker.role == PARTICIPANT or folded(speaker.label or "") in known]
    speakers = []
    for speaker in each.preview.speakers:
        role, participant = speaker.role, ""
        if folded(speaker.label or "") in known:
            role, participant = PARTICIPANT, known[folded(speaker.label or "")]
        elif role == PARTICIPANT and speaker.label is not None and labels[speaker.label] == 1:
            participant = speaker.label
        elif role == PARTICIPANT and len(answering) == 1:
            participant = each.name
        speakers.append(Speaker(speaker.label, role, participant, speaker.turns, speaker.words))
    return speakers


def texts_of(incoming: Sequence[Incoming]) -> list[str]:
    """Return the texts to be kept before the edits are made."""
    return [each.parsed.text for each in incoming]


def edits_of(incoming: Sequence[Incoming], project: Project) -> list[Edit]:
    """Return the edits that make sources of the files, and participants of the names that are new.

    Raises:
        Mistake: a text is in the project already, or comes twice.
    """
    texts = {str(source.get("text")): str(source.get("name")) for source in project.alive("sources")}
    participants = {folded(one.get("name") or ""): str(one["id"]) for one in project.alive("participants")}
    made: list[Edit] = []
    sources: list[Edit] = []
    for each in incoming:
        digest = hashlib.sha256(each.parsed.text.encode()).hexdigest()
        if digest in texts:
            raise Mistake(f"{each.path.name} is imported already: its text is that of {texts[digest]}.")
        texts[digest] = each.name
        for speaker in each.speakers:
            if speaker.role == PARTICIPANT and speaker.participant and folded(speaker.participant) not in participants:
                participants[folded(speaker.participant)] = identifier = new_id()
                made.append(AddParticipant(identifier, speaker.participant, {}))
        sources.append(ImportSource(new_id(), _fields(each, digest, participants)))
    return [*made, *sources]


def _fields(each: Incoming, digest: str, participants: dict[str, str]) -> dict[str, object]:
    parsed = each.parsed
    speakers = {}
    fields: dict[str, object] = {
        "name": each.name,
        "text": digest,
        "language": parsed.language,
        "words": parsed.words,
        "turns": [list(turn) for turn in parsed.turns],
        "stamps": [list(stamp) for stamp in parsed.stamps],
        "origin": each.path.name,
    }
    for speaker in each.speakers:
        who = participants.get(folded(speaker.participant)) if speaker.role == PARTICIPANT and speaker.participant else None
        if speaker.label is None:
            fields["participant"] = who
        else:
            speakers[speaker.label] = {"role": speaker.role, **({"participant": who} if who else {})}
    return {**fields, "speakers": speakers}
