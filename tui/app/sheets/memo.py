"""A memo being written: on what, of which kind, and its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.memos import EditMemo, RemoveMemo, WriteMemo
from tui.model.ids import new_id
from tui.model.memos import KINDS

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document

_MOVING = frozenset(("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "ctrl+c", "escape"))


class MemoSheet(Form):
    """Writes one memo, or goes on with one that is there; a colleague's is read."""

    label_width = 8

    def __init__(
        self,
        on: Mapping[str, Any],
        words: str,
        memo: Document | None = None,
        *,
        is_own: bool = True,
        before: Sequence[Document] = (),
    ) -> None:
        """Write on something, named by `words`.

        `memo` is the one to go on with, or to read where it is not one's own; `before` are one's earlier ones on it.
        """
        self._on, self._memo, self._is_own, self._before = on, memo, is_own, before
        self.kind = str((memo or {}).get("kind") or KINDS[0])
        fields = [
            FormField("on", "on", words, written_here=False),
            FormField("kind", "kind", written_here=False, role="accent"),
            FormField("space", "", " ", written_here=False),
            FormField("text", "", str((memo or {}).get("text") or ""), several_lines=True),
        ]
        key = f"memo {memo['id']}" if memo else f"memo {on.get('kind')} {on.get('id')} {on.get('spans') or ''}"
        fact = f"{len(before) + 1} memos on this" if before and memo else ""
        more = {"tab": ("kind", self._next_kind)}
        super().__init__("Memo", fields, self._written, draft=key, fact=fact, more=more)
        self._show_kind()

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        if not self._is_own:
            return [("^N", "a memo of one’s own"), ("^C", "close")]
        *writing, closing = super().pairs()
        others = [("^N", "another")] if self._memo is not None else []
        others += [("^P", "earlier")] if self._before else []
        return [*writing, *others, closing]

    def press(self, key: str, character: str | None) -> None:
        """Write; `ctrl+n` begins another memo on the same thing, `ctrl+p` goes on with an earlier one.

        In a colleague's one only moves.
        """
        if key == "ctrl+n" and self._memo is not None:
            page = self.page
            self.leave()
            page.open_sheet(MemoSheet(self._on, self.fields[0].text))
        elif key == "ctrl+p" and self._before:
            page, words = self.page, self.fields[0].text
            self.leave()
            page.open_sheet(MemoSheet(self._on, words, self._before[-1], before=self._before[:-1]))
        elif self._is_own or key in _MOVING:
            super().press(key, character)
        elif key in ("ctrl+d", "q"):
            self.close()

    def paste(self, text: str) -> None:
        """Put pasted text into one's own memo."""
        if self._is_own:
            super().paste(text)

    def _next_kind(self) -> None:
        self.kind = KINDS[(KINDS.index(self.kind) + 1) % len(KINDS)] if self.kind in KINDS else KINDS[0]
        self._show_kind()

    def _show_kind(self) -> None:
        self.fields[1].text = self.kind

    def _written(self, values: Values) -> object:
        session, text = self.page.session, values["text"]
        if self._memo is None:
            return session.do(WriteMemo(new_id(), self._on, self.kind, session.coder, text)) if text else True
        if not text:
            return session.do(RemoveMemo(self._memo["id"]))
        if text != self._memo.get("text") or self.kind != self._memo.get("kind"):
            return session.do(EditMemo(self._memo["id"], text, self.kind))
        return True


def open_memo(page: Page, on: Mapping[str, Any], words: str) -> None:
    """Open the memo that one wrote on something last, else a new one."""
    own = [
        memo
        for memo in page.project.memos_on(str(on["kind"]), str(on["id"]))
        if memo.get("coder") == page.session.coder and (memo.get("on") or {}).get("spans") == on.get("spans")
    ]
    page.open_sheet(MemoSheet(on, words, own[-1] if own else None, before=own[:-1]))
