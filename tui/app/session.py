"""Edits on their way to the disk: built on the loop, appended and synced on one writer thread, applied on the loop.

While an edit is being saved, keys wait behind it in order. Nothing here draws: a screen is told through `Watcher`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tui.app.desk import Desk
from tui.app.drafts import Drafts
from tui.errors import PostilError
from tui.store.project import Receipt

if TYPE_CHECKING:
    from tui.model.project import Project
    from tui.model.transaction import Edit
    from tui.store.history import Dispute
    from tui.store.line import Line
    from tui.store.project import Store
    from tui.store.shown import Touched

SLOW = 0.2
"""Seconds after which an edit that is not saved yet is said to be on its way."""

Then = Callable[["Receipt"], None]
Result = TypeVar("Result")


class Watcher(Protocol):
    """What a session tells the one who draws."""

    def say(self, words: str, undo: bool = False, redo: bool = False) -> None:
        """Have a message shown once `changed` is called, until the next key.

        `undo`: `u` takes back what it tells; `redo`: it tells of an undo, and `U` takes that back.
        """

    def changed(self) -> None:
        """Draw anew what has changed."""

    def faulted(self, error: Exception) -> None:
        """Take note of a fault of Postil's own."""


class Session:
    """The open project with its store, and the queue of what has been asked for while saving."""

    def __init__(self, store: Store, watcher: Watcher) -> None:
        """Begin where one was, with nothing under way."""
        self.store = store
        self.kept: dict[str, Any] = store.state.read()
        """What is kept from one session to the next: the desk, drafts, the choice of colours."""
        self.drafts = Drafts(self.kept)
        self.desk = Desk.from_json(self.kept.get("desk"))
        self.watcher = watcher
        self.saving = False
        self.slow = False
        self.doing = ""
        """What the writer's thread does where that is not saving an edit."""
        self.failed = ""
        """Why the last edit was not saved; empty where it was."""
        self.edited = False
        self._waiting: deque[Callable[[], None]] = deque()
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="postil-writer")
        self._task: asyncio.Task[None] | None = None

    @property
    def project(self) -> Project:
        """The project in memory."""
        return self.store.project

    @property
    def coder(self) -> str:
        """The id of the coder who writes; empty where nobody does."""
        return self.store.coder or ""

    @property
    def cannot_write(self) -> str:
        """Why nothing can be written; empty where it can."""
        if self.store.read_only:
            return f"Read only: {self.store.read_only}"
        return "" if self.store.coder else "Nobody codes yet. Name yourself with :who codes here"

    @property
    def status(self) -> str:
        """How it stands with saving, in a word or two."""
        if self.store.read_only:
            return "read only"
        if self.failed:
            return "NOT SAVED"
        if self.slow:
            return self.doing or "saving…"
        begun = self.edited or any(self.project.tables[table] for table in ("sources", "units", "nodes"))
        return "saved ✓" if begun else "nothing to save yet"

    def soon(self, task: Callable[[], None]) -> None:
        """Do something now, or in its turn when an edit is being saved."""
        if self.saving:
            self._waiting.append(task)
        else:
            task()

    def do(
        self,
        *edits: Edit,
        then: Then | None = None,
        say: bool = True,
        sentence: str | None = None,
        refused: Callable[[PostilError], bool] | None = None,
    ) -> bool:
        """Make one transaction of the edits; what is wrong with them is said. Answers whether something is under way.

        `then` is called when they are on the disk and in the project; `say`: tell their sentence. `refused` gets what
        is wrong first, and answers whether that settles it.
        """
        reason = self.cannot_write
        if reason:
            self.watcher.say(reason)
            return False
        try:
            line = self.store.build(edits, sentence)
        except PostilError as error:
            if refused is None or not refused(error):
                self.watcher.say(str(error))
            return False
        if line is None:
            return False

        def tell(receipt: Receipt) -> None:
            self.watcher.say(receipt.told, undo=True)

        self._save(line, then, tell if say else None)
        return True

    def undo(self, then: Then | None = None) -> None:
        """Take back one's last edit."""
        self._again(self.store.undo_line, "Undone: ", then, is_undo=True)

    def redo(self, then: Then | None = None) -> None:
        """Do again what was undone last."""
        self._again(self.store.redo_line, "Done again: ", then)

    def settle(self, conflict: Dispute, value: Any, then: Then | None = None) -> None:
        """Let a value stand where two were written at once."""
        self._again(lambda: self.store.settle_line(conflict, value), "", then)

    def work(self, task: Callable[[], Result], then: Callable[[Result], None], words: str = "") -> None:
        """Do something long on the writer's thread, and go on with what it found; keys wait as behind an edit.

        An error that a user can mend is said, and nothing more is done.
        """
        self.saving, self.doing = True, words
        self._task = asyncio.get_running_loop().create_task(self._worked(task, then))

    async def _worked(self, task: Callable[[], Result], then: Callable[[Result], None]) -> None:
        loop = asyncio.get_running_loop()
        late = loop.call_later(SLOW, self._is_slow)
        try:
            try:
                result = await loop.run_in_executor(self._writer, task)
            finally:
                self._ready(late)
            then(result)
        except PostilError as error:
            self.watcher.say(str(error))
        except Exception as error:  # noqa: BLE001  (a fault is told, not shown as a traceback)
            self.watcher.faulted(error)
        self._next()
        self.watcher.changed()

    def _ready(self, late: asyncio.TimerHandle) -> None:
        late.cancel()
        self.saving = self.slow = False
        self.doing = ""

    def poll(self) -> Touched | None:
        """Take in what colleagues have written meanwhile; not while saving."""
        if self.saving:
            return None
        try:
            touched = self.store.poll()
        except PostilError as error:
            self.watcher.say(str(error))
            self.watcher.changed()
            return None
        if touched:
            self.watcher.changed()
        return touched

    def keep_desk(self) -> None:
        """Write down where one is; failing to is no reason to disturb anybody."""
        self.kept["desk"] = self.desk.as_json()
        self.store.state.write(self.kept)

    async def settled(self) -> None:
        """Wait until nothing is being saved and nothing waits."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Save what is under way, note where one is, and let the project go."""
        await self.settled()
        self.keep_desk()
        self._writer.shutdown(wait=True)
        self.store.close()

    def _again(self, made: Callable[[], Line], words: str, then: Then | None, *, is_undo: bool = False) -> None:
        reason = self.cannot_write
        if reason:
            self.watcher.say(reason)
            return
        try:
            line = made()
        except PostilError as error:
            self.watcher.say(str(error))
            return

        def tell(receipt: Receipt) -> None:
            sentence = receipt.sentence.removeprefix("undo: ").removeprefix("redo: ")
            self.watcher.say(words + sentence, undo=not is_undo, redo=is_undo)

        self._save(line, then, tell)

    def _save(self, line: Line, then: Then | None, tell: Callable[[Receipt], None] | None) -> None:
        self.saving = True
        self._task = asyncio.get_running_loop().create_task(self._saved(line, then, tell))

    async def _saved(self, line: Line, then: Then | None, tell: Callable[[Receipt], None] | None) -> None:
        loop = asyncio.get_running_loop()
        late = loop.call_later(SLOW, self._is_slow)
        try:
            try:
                await loop.run_in_executor(self._writer, self.store.append, line)
            finally:
                self._ready(late)
            self._show(line, then, tell)
        except PostilError as error:
            self.failed = _not_saved(str(error))
            self.watcher.say(self.failed)
        except Exception as error:  # noqa: BLE001  (a fault is told, not shown as a traceback)
            self.watcher.faulted(error)
        self._next()
        self.watcher.changed()

    def _show(self, line: Line, then: Then | None, tell: Callable[[Receipt], None] | None) -> None:
        """Let the project hold what is on the disk now, and go on."""
        self.failed, self.edited = "", True
        receipt = Receipt(line.n, line.do, tuple(sorted(self.store.apply(line).documents)))
        if tell is not None:
            tell(receipt)
        if then is not None:
            try:
                then(receipt)
            except PostilError as error:
                self.watcher.say(str(error))

    def _is_slow(self) -> None:
        self.slow = True
        self.watcher.changed()

    def _next(self) -> None:
        while self._waiting and not self.saving:
            self._guarded(self._waiting.popleft())

    def _guarded(self, task: Callable[[], None]) -> None:
        try:
            task()
        except Exception as error:  # noqa: BLE001  (a fault of one key does not cost the others)
            self.watcher.faulted(error)


def _not_saved(words: str) -> str:
    """Return why an edit was not saved, beginning with that it was not."""
    return words if words.startswith("NOT SAVED") else f"NOT SAVED: {words}"
