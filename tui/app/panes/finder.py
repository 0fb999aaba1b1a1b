"""Where what is looked for stands in the open text: words at once, an expression aside, as it may run away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.errors import PostilError
from tui.model.finding import found
from tui.model.text import Span

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.model.project import Project
    from tui.model.sources import Transcript

PAUSE = 0.15
"""Seconds without a key after which an expression that is being typed is tried."""
_KEPT = 8

Then = Callable[[str], None]
_Key = tuple[str, str, str]


class Finder:
    """Finds in one text at a time, and remembers the last few answers."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._places: dict[_Key, tuple[Span, ...]] = {}
        self._problems: dict[_Key, str] = {}
        self._wanted: _Key | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def places(self, project: Project, transcript: Transcript, desk: Desk) -> Sequence[Span]:
        """Return what is found, in order; of an expression nothing until it has been looked for."""
        if not desk.find_expression:
            return found(transcript.text, desk.find)
        return self._places.get(_key(project, transcript, desk), ())

    def look_once(self, project: Project, transcript: Transcript, desk: Desk, then: Callable[[], None]) -> None:
        """Look for an expression that was asked for elsewhere, in a text where that has not been done yet."""
        key = _key(project, transcript, desk)
        if desk.find_expression and desk.find and key not in (self._wanted, *self._places, *self._problems):
            self.look(project, transcript, desk, lambda problem: then())

    def look(self, project: Project, transcript: Transcript, desk: Desk, then: Then, pause: float = 0.0) -> None:
        """Look for what the desk asks for, and call `then` with what is wrong with it; later for an expression.

        Nothing is called where something else is asked for meanwhile.
        """
        key = _key(project, transcript, desk)
        self._wanted = key
        if not desk.find_expression or not desk.find or key in self._places or key in self._problems:
            then(self._problems.get(key, "") if desk.find_expression else "")
            return
        task = asyncio.get_running_loop().create_task(self._looked(project, key, then, pause))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _looked(self, project: Project, key: _Key, then: Then, pause: float) -> None:
        await asyncio.sleep(pause)
        if key != self._wanted:
            return
        loop = asyncio.get_running_loop()
        try:
            self._places[key] = await loop.run_in_executor(None, _matched, project, key[0], key[2])
        except PostilError as error:
            self._problems[key] = str(error)
        for kept in (self._places, self._problems):
            while len(kept) > _KEPT:
                del kept[next(iter(kept))]
        if key == self._wanted:
            then(self._problems.get(key, ""))


def _key(project: Project, transcript: Transcript, desk: Desk) -> _Key:
    source = project.get("sources", transcript.id) or {}
    return transcript.id, str(source.get("text")), desk.find


def _matched(project: Project, source: str, expression: str) -> tuple[Span, ...]:
    from tui.analysis.search import keyword_in_context

    hits = keyword_in_context(project, expression, [source], is_expression=True)
    return tuple(Span(hit.start, hit.end) for hit in hits)
