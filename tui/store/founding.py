"""Making a new project: its folder, and the journal that says what the project is."""

from __future__ import annotations

from pathlib import Path

from tui.errors import Mistake, NotSaved
from tui.model.documents import Document
from tui.model.ids import new_id
from tui.model.title_page import stance_of, title_of
from tui.store.durable import not_saved, replace, sync_folder
from tui.store.layout import (
    FOUNDING,
    GIT_ATTRIBUTES,
    GIT_IGNORE,
    JOURNALS,
    STATES,
    TEXTS,
    is_project,
    journal_path,
    new_journal_name,
)
from tui.store.line import now
from tui.store.rights import folder_mode, make_folder
from tui.store.seat import begin


def create(folder: Path, *, title: str, aim: str = "", stance: str = "", group: bool = False) -> None:
    """Make a project in a folder, which may be there already if it is empty.

    Raises:
        Mistake: there is something in the folder, or its name, the title or the stance is not what it should be.
        NotSaved: it could not be written.
    """
    title, stance = title_of(title), stance_of(stance)
    if len(folder.name.splitlines()) > 1:
        raise Mistake("The name of a folder is one line; this one has a line break.")
    if is_project(folder):
        raise Mistake(f"There is a project in {folder} already.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Mistake(f"{folder} is not an empty folder. Name one that is not there yet.")
    mode = folder_mode(group=group)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for path in (folder, folder / TEXTS, folder / STATES):
            make_folder(path, mode)
        replace(folder / ".gitattributes", [GIT_ATTRIBUTES.encode()], 0o660)
        replace(folder / ".gitignore", [GIT_IGNORE.encode()], 0o660)
        # The journals' folder is what makes the folder a project, so it comes last.
        make_folder(folder / JOURNALS, mode)
        document: Document = {"title": title, "aim": aim, "stance": stance, "group": group}
        _begin_history(folder, {field: value for field, value in document.items() if value})
        sync_folder(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise not_saved("the project", folder, error) from error


def _begin_history(folder: Path, document: Document) -> None:
    """Write the project's own document into a journal of nobody's, closed at once so that it is never polled."""
    identifier, name = new_id(), new_journal_name(folder, FOUNDING)
    journal = begin(folder, name, "", identifier)
    try:
        sentence = f"begin the project {document.get('title', '')}"
        journal.append({"n": 1, "at": now(), "do": sentence, "ops": [["project", identifier, None, document]]})
        journal.append({"n": 2, "at": now(), "closed": True})
    except NotSaved:
        journal_path(folder, name).unlink(missing_ok=True)
        (folder / JOURNALS).rmdir()
        raise
    finally:
        journal.close()
