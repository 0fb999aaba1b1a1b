"""Where things stand in a project's folder, and what they are called."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from tui.errors import Mistake

CHECKPOINT = "project.json"
JOURNALS, TEXTS, STATES = "journal", "texts", "state"
JOURNAL_ENDING, MINE_ENDING = ".jsonl", ".mine"
FOUNDING = "project"
"""The journal that only holds the project's beginning is named so; nobody continues it."""

GIT_ATTRIBUTES = "journal/*.jsonl -text merge=union\ntexts/** -text\n"
GIT_IGNORE = "project.json\njournal/*.mine\njournal/*.torn.*\nstate/\n.*.tmp\n*.damaged.*\n"

_LONGEST_NAME = 48
_TEXT_NAME = re.compile(r"[0-9a-f]{64}\.txt")


def is_project(folder: Path) -> bool:
    """Tell whether a folder holds a project.

    Raises:
        Mistake: this user may not look into it.
    """
    try:
        return (folder / JOURNALS).is_dir()
    except PermissionError as error:
        raise Mistake(f"You may not look into {folder}; ask its owner for access.") from error


def in_this_locale(name: str) -> str:
    """Return the name of a file as this locale takes it: on the disk it is UTF-8, whatever the locale can hold."""
    return name if name.isascii() else os.fsdecode(name.encode("utf-8", "surrogateescape"))


def as_it_is(name: str) -> str:
    """Return the name of a file with its own letters, whatever this locale made of them."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "surrogateescape")


def journal_path(folder: Path, journal: str) -> Path:
    """Return the file of a journal, `maria.5f02ab`."""
    return folder / JOURNALS / in_this_locale(journal + JOURNAL_ENDING)


def mine_path(folder: Path, journal: str) -> Path:
    """Return the file that says whose a journal is."""
    return folder / JOURNALS / in_this_locale(journal + MINE_ENDING)


def state_path(folder: Path, journal: str) -> Path:
    """Return the file that keeps where the writer of a journal was."""
    return folder / STATES / in_this_locale(journal + ".json")


def text_path(folder: Path, digest: str) -> Path:
    """Return the file of a text."""
    return folder / TEXTS / (digest + ".txt")


def new_journal_name(folder: Path, coder: str) -> str:
    """Return a name for a new journal of a coder, drawn so that two machines will hardly draw the same."""
    while True:
        name = f"{coder[:_LONGEST_NAME]}.{secrets.token_hex(3)}"
        if not journal_path(folder, name).exists():
            return name


def coder_in(journal: str) -> str:
    """Return the coder whose name a journal bears; the founding journal is nobody's."""
    coder = journal.rpartition(".")[0]
    return "" if coder == FOUNDING else coder


def journal_names(folder: Path) -> list[str]:
    """Return the names of all journals that are there, sorted."""
    entries = (as_it_is(path.name) for path in (folder / JOURNALS).iterdir())
    return sorted(
        name[: -len(JOURNAL_ENDING)] for name in entries if name.endswith(JOURNAL_ENDING) and not name.startswith(".")
    )


def text_names(folder: Path) -> list[str]:
    """Return the hashes of all texts that are there, sorted."""
    if not (folder / TEXTS).is_dir():
        return []
    return sorted(path.stem for path in (folder / TEXTS).iterdir() if _TEXT_NAME.fullmatch(path.name))
