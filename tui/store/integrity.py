"""Everything the store promises, verified: every line, every chain, every text, and the checkpoint against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from tui.model.documents import Document
from tui.model.project import Project
from tui.store import checkpoint, rights
from tui.store.fold import Fold
from tui.store.journals import Journals, Reader
from tui.store.layout import CHECKPOINT, JOURNALS, text_names, text_path
from tui.store.line import sum_in
from tui.store.reading import read_from, sift, understood


@dataclass(frozen=True)
class Problem:
    """Something that is not as it should be."""

    what: str
    where: str
    repair: str
    """What mends it, in words."""
    warns: bool = False
    """Whether nothing is lost or wrong by it: it is told, and the project is sound all the same."""


_FROM_A_COPY = "Bring in a colleague's copy of the journal, or let postil check --repair take what the checkpoint has."
_ASK = "Ask its owner, or whoever looks after the server."
_TAKE_OUT = "Take it out of the folder."
_TEXT_COPY = "Copy the file from a colleague's project."


def check(folder: Path, project: Project) -> list[Problem]:
    """Return what is wrong with a project's files; nothing is changed."""
    journals = Journals(folder)
    fold = Fold.replay(journals.read_everything())
    return [
        *_readable(journals, project.id),
        *_chains(journals),
        *_texts(folder, project, journals),
        *_waiting(folder, project),
        *_checkpoint(folder),
        *_memory(fold, project, journals),
        *(Problem(told, str(folder), _ASK, warns=True) for told in rights.warnings(folder)),
    ]


def _readable(journals: Journals, project: str) -> Iterator[Problem]:
    for reader in journals:
        if reader.problem:
            yield Problem(f"The journal {reader.name} is not read: {reader.problem}.", reader.path, _FROM_A_COPY)
        if reader.strange:
            yield Problem(f"{reader.strange} lines of {reader.name} cannot be understood.", reader.path, _FROM_A_COPY)
        for damage in reader.damaged:
            where = f"{reader.path}, byte {damage.start}"
            yield Problem(f"A line of {len(damage.raw)} bytes is damaged and skipped.", where, _FROM_A_COPY)
        if reader.project and reader.project != project:
            yield Problem(f"The journal {reader.name} belongs to another project.", reader.path, _TAKE_OUT)


def _chains(journals: Journals) -> Iterator[Problem]:
    """Find lines that name a line before them which is nowhere."""
    sums: set[str] = {""}
    follows: list[tuple[Reader, int, str]] = []
    for reader in journals:
        if reader.blind or reader.problem:
            continue
        lines = sift(read_from(Path(reader.path), 0, reader.position), 0).lines
        sums.update(map(sum_in, lines))
        follows += ((reader, record["n"], str(record.get("prev", ""))) for record in understood(lines)[0])
        if not reader.project:
            yield Problem(f"The journal {reader.name} has lost its first line.", reader.path, _FROM_A_COPY)
    for reader, number, previous in follows:
        if previous not in sums:
            yield Problem(f"A line before number {number} is missing.", reader.path, _FROM_A_COPY)


def _texts(folder: Path, project: Project, journals: Journals) -> Iterator[Problem]:
    named = {source["text"]: source.get("name", "") for source in project.alive("sources") if source.get("text")}
    ever = {source.get("text") for source in project.tables["sources"].values()}
    there = text_names(folder)
    for digest in sorted(set(named) - set(there)):
        where = str(text_path(folder, digest))
        yield Problem(f"The transcript of {named[digest]} is not here.", where, _TEXT_COPY)
    for digest in there:
        path = text_path(folder, digest)
        try:
            data = path.read_bytes()
        except OSError:
            yield Problem("A transcript may not be read.", str(path), "Ask its owner to open the project once.")
            continue
        if sha256(data).hexdigest() != digest:
            yield Problem(f"The transcript of {named.get(digest, 'no source')} is damaged.", str(path), _TEXT_COPY)
        elif digest not in ever and not _was_named(journals, digest):
            yield Problem("A transcript belongs to no source.", str(path), "Delete the file if nobody misses it.")


def _was_named(journals: Journals, digest: str) -> bool:
    """Tell whether a text was a source's before it was amended, or before that was undone: undo may want it back."""
    needle = digest.encode()
    return any(needle in read_from(Path(each.path), 0, each.position) for each in journals if not each.problem)


def _waiting(folder: Path, project: Project) -> Iterator[Problem]:
    """Find units that count in another text of their source, one that is not here: nobody can say where they lie."""
    for digest, waiting in groupby(sorted(project.amended.waiting(), key=_text_of), key=_text_of):
        units = list(waiting)
        name = (project.get("sources", units[0]["source"]) or {}).get("name", "a source")
        many = f"{len(units)} units of {name} wait for the text they count in."
        what = many if len(units) > 1 else f"A unit of {name} waits for the text it counts in."
        yield Problem(what, str(text_path(folder, digest)), _TEXT_COPY)


def _text_of(unit: Document) -> str:
    return str(unit["text"])


def _checkpoint(folder: Path) -> Iterator[Problem]:
    path = folder / CHECKPOINT
    if not path.exists():
        return
    found = checkpoint.read(folder)
    if found is None:
        what = "The checkpoint is not as Postil wrote it and is not used."
        yield Problem(what, str(path), "postil check --repair writes it anew.")
        return
    for name in checkpoint.agree(folder, found.marks):
        where = str(folder / JOURNALS / f"{name}.jsonl")
        yield Problem(f"The journal {name} no longer holds all that the checkpoint was made from.", where, _FROM_A_COPY)


def _memory(fold: Fold, project: Project, journals: Journals) -> Iterator[Problem]:
    if journals.skipped:
        return
    for table, documents in fold.tables.items():
        for identifier, document in documents.items():
            if project.tables[table].get(identifier) != document:
                what = f"What is shown of {table} {identifier} is not what the journals say."
                yield Problem(what, table, "Open the project anew.")
                return
