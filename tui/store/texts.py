"""The texts of sources: files that never change, named by what they hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from tui.errors import Damaged
from tui.store.durable import not_saved, replace
from tui.store.layout import text_names, text_path

_MODE = 0o440


class Texts(Mapping[str, str]):
    """The texts of a project by their SHA-256, read when asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, str] = {}

    def __getitem__(self, digest: str) -> str:
        """Return a text.

        Raises:
            Damaged: it is not there, may not be read, or is not what it was.
        """
        text = self._kept.get(digest)
        if text is None:
            text = self._kept[digest] = self._read(digest)
        return text

    def __contains__(self, digest: object) -> bool:
        return isinstance(digest, str) and text_path(self._folder, digest).is_file()

    def __iter__(self) -> Iterator[str]:
        return iter(text_names(self._folder))

    def __len__(self) -> int:
        return len(text_names(self._folder))

    def add(self, text: str) -> str:
        """Have a text on disk, and its name too; return its hash.

        Raises:
            ValueError: it is not in NFC with LF for its line breaks.
            NotSaved: it could not be written.
        """
        if "\r" in text or not unicodedata.is_normalized("NFC", text):
            raise ValueError("texts are kept in NFC with LF for their line breaks")
        data = text.encode()
        digest = sha256(data).hexdigest()
        path = text_path(self._folder, digest)
        if not _holds(path, digest):
            try:
                replace(path, [data], _MODE)
            except OSError as error:
                raise not_saved("the transcript", path, error) from error
        self._kept[digest] = text
        return digest

    def _read(self, digest: str) -> str:
        path = text_path(self._folder, digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise Damaged(
                f"The transcript {path} is not here: its codings can be read, its words cannot. "
                "Copy the file from a colleague's project."
            ) from error
        except OSError as error:
            raise Damaged(f"The transcript {path} may not be read: {error.strerror}.") from error
        if sha256(data).hexdigest() != digest:
            raise Damaged(f"The transcript {path} was changed outside Postil; put back a copy of it.")
        return data.decode()


def _holds(path: Path, digest: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False
