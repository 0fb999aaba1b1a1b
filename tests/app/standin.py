"""A store without a disk, for tests of screens: what it is told to append is kept in a list."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from tui.errors import Mistake
from tui.model.project import Project
from tui.model.transaction import compose


@dataclass
class Line:
    """A transaction as the stand-in keeps it."""

    ops: list[Any]
    do: str
    n: int = 1
    undoes: bool = False
    documents: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Kept:
    """What is kept from one session to the next, in memory."""

    values: dict[str, Any] = field(default_factory=dict)

    def read(self) -> dict[str, Any]:
        """Return what was kept."""
        return dict(self.values)

    def write(self, values: Mapping[str, Any]) -> bool:
        """Keep values."""
        self.values = dict(values)
        return True


@dataclass
class StandIn:
    """The store's door, in memory."""

    project: Project
    coder: str | None = "lena-pohl"
    read_only: str = ""
    is_elsewhere: bool = False
    state: Kept = field(default_factory=Kept)
    appended: list[Line] = field(default_factory=list)
    undone: list[Line] = field(default_factory=list)
    before_append: Callable[[], None] = lambda: None

    def build(self, edits: Sequence[Any], sentence: str | None = None) -> Line | None:
        """Compose the edits."""
        composed = compose(self.project, edits, sentence)
        return Line(composed.operations, composed.sentence) if composed.operations else None

    def append(self, line: Line) -> None:
        """Keep a line; `before_append` may wait or raise."""
        self.before_append()
        self.appended.append(line)

    def apply(self, line: Line) -> Line:
        """Put what the line says into the project."""
        from tui.model.documents import patched

        for table, identifier, _, after in line.ops:
            present = self.project.tables[table].get(identifier)
            self.project.put(table, identifier, None if after is None else patched(present, table, identifier, after))
        line.documents = frozenset((op[0], op[1]) for op in line.ops)
        return line

    def undo_line(self) -> Line:
        """Turn the last line round that was not undone yet."""
        left = [line for line in self.appended if not line.undoes and line not in self.undone]
        if not left:
            raise Mistake("Nothing to undo.")
        self.undone.append(left[-1])
        turned = [[table, identifier, after, before] for table, identifier, before, after in reversed(left[-1].ops)]
        return Line(turned, f"undo: {left[-1].do}", undoes=True)

    def redo_line(self) -> Line:
        """There is nothing to do again in a stand-in."""
        raise Mistake("Nothing to do again.")

    def add_text(self, text: str) -> str:
        """Keep a text."""
        digest = sha256(text.encode()).hexdigest()
        texts = dict(self.project.texts)
        texts[digest] = text
        self.project.texts = texts
        return digest

    def poll(self) -> None:
        """Nobody else writes."""

    def changed_since(self, table: str, identifier: str, revision: int) -> str:
        """Nobody else writes."""
        return ""

    def history(self, *tables: str) -> Iterator[Any]:
        """Tell of nothing that happened."""
        return iter(())

    def conflicts(self) -> list[Any]:
        """Nobody else writes."""
        return []

    def close(self) -> None:
        """Nothing to let go."""


def wait(seconds: float) -> Callable[[], None]:
    """Return a disk that takes so long."""
    return lambda: time.sleep(seconds)
