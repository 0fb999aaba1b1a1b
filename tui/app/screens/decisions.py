"""Decisions: who decided what, when and why, the newest first; each leads to the code or pile it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.pieces import EMPTY, Line, Piece, cut, wrapped
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.analysis.decisions import Decision
    from tui.app.session import Session
    from tui.store.history import HistoryEntry

_WHEN, _WHO = 18, 14
_WIDEST = 90
_MOST_LINES = 3


class DecisionsPage(ListPage):
    """Merges, splits, what was parked, retired or redefined, accepted findings, memos that say what was decided."""

    context: ClassVar[str] = "decisions"
    name_shown = "Decisions"
    foot_rows = 1

    def __init__(self, session: Session) -> None:
        """Begin with nothing read."""
        super().__init__(session)
        self._decisions: dict[str, Decision] | None = None
        self._read_at = -1

    def on_mount(self) -> None:
        """Read the history, on the writer's thread."""
        super().on_mount()
        self.read()

    def read(self) -> None:
        """Read the history again; what was shown stays until that is done."""
        self._read_at = self.project.revision
        store = self.session.store
        self.session.work(lambda: list(store.history("nodes")), self._show, "reading…")

    def _show(self, entries: list[HistoryEntry]) -> None:
        from tui.analysis.decisions import decisions

        found = decisions(self.project, entries)
        self._decisions = {str(number): decision for number, decision in enumerate(found)}
        self.redraw()

    def decision(self, identifier: str) -> Decision | None:
        """Return a decision listed."""
        return (self._decisions or {}).get(identifier)

    def prepare_frame(self) -> None:
        """Read again where something was changed from here, or by a colleague."""
        if self._decisions is not None and self._read_at != self.project.revision and not self.session.saving:
            self.read()
        super().prepare_frame()

    def all_ids(self) -> Sequence[str]:
        """Return the decisions, the newest first."""
        return list(self._decisions or {})

    def words_of(self, identifier: str) -> str:
        """Return who, what and why."""
        found = self.decision(identifier)
        return f"{self._coder(found.coder)} {found.what} {found.why}" if found is not None else ""

    def fact(self) -> str:
        """Return how many there are."""
        if self._decisions is None:
            return "reading…"
        number = len(self._decisions)
        return f"{number:,} decision{'' if number == 1 else 's'}"

    def heads(self, width: int) -> Sequence[Line]:
        """Return the column heads."""
        return [EMPTY, ((f" {'when':<{_WHEN}}{'who':<{_WHO}}what, and why", "muted"),)]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return when, who and what, below them why."""
        found = self.decision(identifier)
        if found is None:
            return [EMPTY]
        room = max(20, min(_WIDEST, width - _WHEN - _WHO - 2))
        who = cut(safe(self._coder(found.coder)), _WHO - 2, self.glyphs.more)
        lead: list[Piece] = [(f"{day_and_time(found.at):<{_WHEN}}", "muted"), (f"{who:<{_WHO}}", "text")]
        margin: Piece = (" " * (_WHEN + _WHO), "text")
        what = [(line, "strong") for line in self._limited(found.what, room)]
        why = [(line, "muted") for line in self._limited(found.why, room)] if found.why else []
        first, *rest = [*what, *why]
        return [(*lead, first), *((margin, piece) for piece in rest)]

    def foot(self, width: int) -> Sequence[Line]:
        """Return where what it is about lies now."""
        found = self.decision(self.here)
        if found is None:
            return ()
        node = self.node_of(found)
        path = self.project.codebook.path(node) if node else "it is not there any more" if found.nodes else ""
        return [((f" {cut(safe(path), width - 2, self.glyphs.more)}", "muted"),)]

    def empty(self) -> Sequence[Line]:
        """Return what would stand here."""
        if self._decisions is None:
            return []
        words = "Nothing has been decided yet: merges, splits, what is parked and memos that decide stand here."
        return [((f" {line}", "text"),) for line in wrapped(words, min(_WIDEST, self.across - 2))]

    def node_of(self, found: Decision) -> str:
        """Return the node that a decision is about as it stands now; empty where there is none any more."""
        book = self.project.codebook
        standing = (book.resolve(node) for node in found.nodes)
        return next((node for node in standing if node is not None and node in book.nodes), "")

    def open_row(self) -> None:
        """Read the memo it was written down in, or go to what it is about in the codebook or in the text."""
        found = self.decision(self.here)
        if found is None:
            return
        memo = self.project.get("memos", found.memo) if found.memo else None
        node = self.node_of(found)
        if memo is not None:
            from tui.app.sheets.memo import MemoSheet
            from tui.model.memos import titled

            on = dict(memo.get("on") or {})
            is_own = memo.get("coder") == self.session.coder
            self.open_sheet(MemoSheet(on, safe(titled(self.project, on)), memo, is_own=is_own))
        elif node:
            self.desk.remember()
            self.desk.pane, self.desk.node = "codebook", node
            self.app.show_main()
            self._leads_back()
        elif not self._goes_to_place(found):
            self.say("What it is about is not there any more.")

    def _goes_to_place(self, found: Decision) -> bool:
        """Go to the unit or the source a decision is about; answers whether there is one."""
        table, identifier = found.place
        document = self.project.get(table, identifier) if table else None
        if document is None:
            return False
        if table == "units":
            self.app.go(document["source"], document["spans"][0][0])
            self.desk.current = identifier
        else:
            self.app.go(identifier, 0)
        self._leads_back()
        return True

    def _leads_back(self) -> None:
        app, session = self.app, self.session
        self.desk.leads_back(lambda: app.open_page(DecisionsPage(session)))

    def _limited(self, words: str, room: int) -> list[str]:
        lines = wrapped(safe(" ".join(words.split())), room)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], cut(" ".join(lines[_MOST_LINES - 1 :]), room, self.glyphs.more)]
        return lines

    def _coder(self, identifier: str) -> str:
        return str((self.project.tables["coders"].get(identifier) or {}).get("name") or identifier or "Postil")
