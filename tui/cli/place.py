"""Where a command works and who works there: the project's folder and its coder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from tui.cli import output
from tui.errors import Mistake
from tui.model.ids import coder_id
from tui.store.layout import is_project
from tui.store.project import Store


class Place(NamedTuple):
    """What was said on the command line, or in the environment, about the project and the coder."""

    named: Path | None
    coder: str | None

    def folder(self) -> Path:
        """Return the project's folder.

        Raises:
            Mistake: there is no project where one was named, or around the current folder.
        """
        if self.named is not None:
            if not is_project(self.named):
                raise Mistake(f"{self.named} is not a project. “postil new {self.named} --title …” makes one.")
            return self.named
        found = self.around()
        if found is None:
            raise Mistake(self.nothing_here())
        return found

    def nothing_here(self) -> str:
        """Return what to say where no project was named and none is around."""
        return "There is no project here. Name one with -C DIR, or make one: “postil new DIR --title …”."

    def around(self) -> Path | None:
        """Return the project that holds the current folder, if any."""
        here = Path.cwd()
        return next((folder for folder in (here, *here.parents) if is_project(folder)), None)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the project to be read."""
        with output.at_work("Reading the project"):
            store = Store.open(self.folder(), write=False)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Open the project to be changed, by the coder who was named or who last worked here.

        Raises:
            Mistake: nobody was named and nobody is known.
        """
        with output.at_work("Reading the project"):
            store = Store.open(self.folder())
        try:
            said = self.sit(store)
            if said:
                output.tell(said)
            yield store
        finally:
            store.close()

    def coder_id(self, store: Store) -> str | None:
        """Return the id of the coder who was named: of a known one, else as the name gives it."""
        if self.coder is None:
            return None
        named = (one["id"] for one in store.project.alive("coders") if self.coder in (one.get("name"), one["id"]))
        return next(named, None) or coder_id(self.coder)

    def sit(self, store: Store) -> str:
        """Let the coder write who was named, else who last worked here; a name that is new makes a coder, and is said.

        Raises:
            Mistake: nobody was named and nobody is known, or the name holds no letter.
        """
        if self.coder is None:
            last = store.last_coder()
            if last is None:
                raise Mistake("Who codes? Name yourself once: --coder NAME, or POSTIL_CODER.")
            store.sit(last)
            return ""
        identifier = self.coder_id(store)
        if not identifier:
            raise Mistake(f"“{self.coder}” holds no letter or digit; a coder needs a name.")
        store.sit(identifier)
        if store.project.get("coders", identifier) is None and not store.read_only:
            from tui.model.edits.project import AddCoder

            longer = _longer(store, identifier)
            store.commit(AddCoder(identifier, self.coder))
            return f"New coder: {self.coder}.{_hint(longer, self.coder)}"
        return ""


def _longer(store: Store, identifier: str) -> list[str]:
    """Return the names of coders that begin as a new one's: perhaps one of them was meant."""
    return sorted(str(one.get("name")) for one in store.project.alive("coders") if one["id"].startswith(identifier))


def _hint(longer: list[str], name: str) -> str:
    if not longer:
        return ""
    return f" There is a coder {' or '.join(longer)}; postil coders remove “{name}” takes the new one away."


def place() -> Place:
    """Return the place of the command that is running."""
    found = click.get_current_context().find_object(Place)
    if found is None:
        raise Mistake("There is no project here.")
    return found


def is_at_terminal() -> bool:
    """Tell whether somebody sits at both ends: keys come in and a screen shows what goes out."""
    return sys.stdin.isatty() and sys.stdout.isatty()
