"""Which reader reads which file: one table from endings to formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from tui.errors import Mistake
from tui.formats.parsed import Parsed
from tui.formats.transcripts import markdown, text

Reader = Callable[[str, bytes, "str | None"], Parsed]
"""Takes a file's name, its bytes and a pattern for labels."""

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
_LATER = ".docx .odt .rtf .pdf .vtt .srt .tsv .csv .doc .html .htm .qdpx .qdc"
_NOT_READ_YET = frozenset(_LATER.split())


def readable(path: PurePath | str) -> bool:
    """Tell whether a file's ending names a format that can be read."""
    return PurePath(path).suffix.casefold() in READERS


def read(path: PurePath | str, data: bytes, labels: str | None = None) -> Parsed:
    """Return the transcript in a file, given its name and bytes.

    `labels` is a regular expression for the labels of speakers. Raises `Mistake` with a sentence that names the file.
    """
    name = PurePath(path).name
    ending = PurePath(path).suffix.casefold()
    reader = READERS.get(ending)
    if reader is not None:
        return reader(name, data, labels)
    if ending in _NOT_READ_YET:
        raise Mistake(f"{name}: {ending[1:]} is not read yet; save as UTF-8 text.")
    what = f"{ending} is" if ending else "a name without an ending is"
    raise Mistake(f"{name}: {what} not a format that is read ({', '.join(READERS)}).")
