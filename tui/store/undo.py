"""Undo and redo, read from the coder's own journals: they survive restarts and whatever colleagues do.

Both are transactions of their own that turn before and after round. A step whose fields somebody has changed since is
refused with the reason and passed over, so that the next undo takes the step before it. That a pass through a source
was begun is passed over silently.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import Mistake
from tui.model.documents import Operation, value_at
from tui.model.project import Project
from tui.store.history import newest_first
from tui.store.journals import Journals, Reader
from tui.store.line import Line, now

Reference = tuple[int, str]


class Undo:
    """One coder's way back and forth."""

    def __init__(self, project: Project, journals: Journals, coder: str) -> None:
        self._project = project
        self._journals = journals
        self._coder = coder
        self._passed: set[Reference] = set()
        """Steps that were refused, for this session."""

    def undo(self, n: int) -> Line:
        """Return a line, numbered `n`, that takes back the coder's last step.

        Raises:
            Mistake: there is none, or it is refused: then it is passed over from now on.
        """
        for line in self._steps():
            return self._turned(line, n, "undo")
        raise Mistake("There is nothing to undo.")

    def redo(self, n: int) -> Line:
        """Return a line, numbered `n`, that brings back what was last taken back.

        Raises:
            Mistake: nothing was, or something was done since, or it is refused.
        """
        used: set[Reference] = set()
        for line in self._own():
            if _begins_reading(line):
                continue
            if line.redo is not None:
                used.add(line.redo)
            elif line.undo is None:
                break
            elif line_reference(line) not in used and line_reference(line) not in self._passed:
                return self._turned(line, n, "redo")
        raise Mistake("There is nothing to redo.")

    def _own(self) -> Iterator[Line]:
        return (line for line, _ in newest_first(self._readers()))

    def _readers(self) -> list[Reader]:
        return [reader for reader in self._journals if reader.coder == self._coder]

    def _steps(self) -> Iterator[Line]:
        """Yield the steps that stand, those brought back among them, the newest first."""
        gone: set[Reference] = set()
        for line in self._own():
            if line.undo is not None:
                gone.add(line.undo)
                continue
            if line_reference(line) in gone or line_reference(line) in self._passed or _begins_reading(line):
                continue
            yield line

    def _turned(self, line: Line, n: int, how: str) -> Line:
        reason = self._refusal(line)
        if reason:
            self._passed.add(line_reference(line))
            done = "undone" if how == "undo" else "redone"
            raise Mistake(f"“{_plain(line.do)}” was not {done}: {reason} The next {how} passes over it.")
        turned = Line(n, now(), f"{how}: {_plain(line.do)}", [_turned_round(operation) for operation in line.ops])
        if how == "undo":
            turned.undo = line_reference(line)
        else:
            turned.redo = line_reference(line)
        return turned

    def _refusal(self, line: Line) -> str:
        """Return why a step cannot be taken back, empty where it can."""
        made: set[str] = set()
        for table, identifier, before, after in line.ops:
            document = self._project.tables[table].get(identifier)
            if before is None:
                if document is None or document.get("removed"):
                    return "it was removed since."
                made.add(identifier)
                continue
            for path, value in after.items():
                if value_at(document, table, path) != value:
                    return f"{self._who_changed(line, table, identifier, path)} changed it since."
        return self._use_since(line, made) if made else ""

    def _use_since(self, line: Line, made: set[str]) -> str:
        """Return who changed or used documents since a line made them, leaving out what was taken back."""
        needles = {identifier.encode() for identifier in made}
        standing = {line_reference(step) for step in self._steps_since(line)}
        for later, raw in newest_first(self._journals):
            if later.order <= line.order:
                break
            coder = self._journals.readers[later.journal].coder
            if coder == self._coder and line_reference(later) not in standing:
                continue
            if any(needle in raw for needle in needles):
                changed = any(operation[1] in made for operation in later.ops)
                return f"{self._name(coder)} {'changed' if changed else 'used'} it since."
        return ""

    def _steps_since(self, made: Line) -> Iterator[Line]:
        passed, self._passed = self._passed, set()
        try:
            for line in self._steps():
                if line.order <= made.order:
                    return
                yield line
        finally:
            self._passed = passed

    def _who_changed(self, since: Line, table: str, identifier: str, path: str) -> str:
        for line, raw in newest_first(self._journals):
            if line.order <= since.order:
                break
            if identifier.encode() in raw and any(
                operation[:2] == [table, identifier] and path in operation[3] for operation in line.ops
            ):
                return self._name(self._journals.readers[line.journal].coder)
        return "somebody"

    def _name(self, coder: str) -> str:
        if coder == self._coder:
            return "you"
        return str((self._project.tables["coders"].get(coder) or {}).get("name") or coder or "somebody")


def line_reference(line: Line) -> Reference:
    """Return how other lines name this one."""
    return line.n, line.journal


def _begins_reading(line: Line) -> bool:
    """Tell whether a line does nothing but begin passes: that records itself, and is no step to take back."""
    return all(table == "passes" and before is None for table, _, before, _ in line.ops)


def _plain(sentence: str) -> str:
    for prefix in ("undo: ", "redo: "):
        sentence = sentence.removeprefix(prefix)
    return sentence


def _turned_round(operation: Operation) -> Operation:
    table, identifier, before, after = operation
    if before is None:
        return [table, identifier, {"removed": None}, {"removed": True}]
    return [table, identifier, after, before]
