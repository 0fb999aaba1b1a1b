"""Merging, from codebook, board and comparison: a sheet says what it would do, and `enter` does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.pickers.nodes import code_picker
from tui.app.sheets.foreseen import Foreseen, Ways
from tui.model.edits.shaping import MergeNodes
from tui.model.merge_preview import MergeOf, MergePreview, merge_edits, merge_preview
from tui.model.nodes import CODE, THEME
from tui.model.preview_words import Said, merge_words
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_NAMED = 2


def choose_and_merge(page: Page, code: str, then: Callable[[str], None]) -> None:
    """Choose the code that another one is merged into, then show what that would do."""
    title = f"Merge “{page.project.codebook.nodes[code].title}” into"
    picker = code_picker(
        page,
        title,
        lambda taken: show_merge(page, [code], taken.ids[0], then),
        several=False,
        new=False,
        without=(code,),
        back="back",
    )
    page.open_sheet(picker)


def show_merge(page: Page, merged: Sequence[str], into: str, then: Callable[[str], None]) -> None:
    """Show what merging nodes into another would do; `then` gets the one that stays once it is done."""
    nodes = page.project.codebook.nodes
    if any(nodes[node].level != nodes[into].level for node in merged):
        page.say(f"Only what is of one level can be merged; this is a {nodes[into].level}.")
    else:
        page.open_sheet(_Merging(page, MergeOf(tuple(merged), into), then).sheet)


class _Merging:
    """A merge that is being looked at: how it would be done, and the sheet that says so."""

    def __init__(self, page: Page, how: MergeOf, then: Callable[[str], None]) -> None:
        self._page = page
        self._how = how
        self._then = then
        self._known: tuple[int, MergeOf, MergePreview] | None = None
        self.sheet = Foreseen("", self._said, self._ways)
        self._say_title()

    @property
    def _preview(self) -> MergePreview:
        """What it would do, worked out once for each way of doing it and each state of the project."""
        revision = self._page.project.revision
        if self._known is None or self._known[:2] != (revision, self._how):
            self._known = (revision, self._how, merge_preview(self._page.project, self._how))
        return self._known[2]

    def _gone(self) -> bool:
        """Tell whether what was to be merged is there no longer, as a colleague merged or deleted it meanwhile."""
        nodes = self._page.project.codebook.nodes
        return any(node not in nodes for node in (self._how.into, *self._how.ids))

    def _said(self) -> Sequence[Said]:
        if self._gone():
            return [("gone", "one of them was merged or deleted meanwhile")]
        return merge_words(self._page.project, self._preview)

    def _say_title(self) -> None:
        titles = [self._page.project.codebook.nodes[node].title for node in (*self._how.ids, self._how.into)]
        names = ", ".join(f"“{safe(title)}”" for title in titles[:-1][:_NAMED])
        more = f" and {len(titles) - 1 - _NAMED} more" if len(titles) - 1 > _NAMED else ""
        self.sheet.title = f"Merge {names}{more} into “{safe(titles[-1])}”"

    def _ways(self) -> Ways:
        if self._gone():
            return {}
        preview = self._preview
        ways = {"enter": ("merge", self._ask_why)}
        if len(self._definitions()) > 1:
            ways["tab"] = ("another definition", self._next_definition)
        if any(each.coder == self._page.session.coder for each in preview.overlaps):
            ways["o"] = ("keep yours apart" if self._how.join_of else "join yours that overlap", self._other_overlaps)
        if len(self._how.ids) == 1:
            ways["s"] = ("the other stays", self._swap)
        return ways

    def _definitions(self) -> list[tuple[str | None, bool]]:
        """Return the ways in which it may be defined: as each that is defined, or as one behind the other."""
        defined = [part.id for part in (self._preview.into, *self._preview.merged) if part.defined]
        return [*((node, False) for node in defined), *([(defined[0], True)] if len(defined) > 1 else [])]

    def _next_definition(self) -> None:
        ways = self._definitions()
        now = (self._how.definition_of or ways[0][0], self._how.appended)
        chosen, appended = ways[(ways.index(now) + 1) % len(ways) if now in ways else 0]
        self._how = replace(self._how, definition_of=chosen, appended=appended)

    def _other_overlaps(self) -> None:
        self._how = replace(self._how, join_of=None if self._how.join_of else self._page.session.coder)

    def _swap(self) -> None:
        self._how = MergeOf((self._how.into,), self._how.ids[0], join_of=self._how.join_of)
        self._say_title()

    def _ask_why(self) -> None:
        with_reason(self._page, self._preview.level, "Merged, because", self._do, draft=f"merge {self._how.into}")

    def _do(self, reason: str) -> None:
        page, how = self._page, self._how
        self.sheet.close()
        if self._gone():
            page.say("One of them was merged or deleted meanwhile.")
            return
        sentence = MergeNodes(how.ids, how.into, reason=reason).sentence(page.project)
        edits = merge_edits(page.project, how, reason)
        page.session.do(*edits, then=lambda receipt: self._then(how.into), sentence=sentence)


def with_reason(page: Page, level: str, prompt: str, do: Callable[[str], None], *, draft: str = "") -> None:
    """Ask why where the project wants a reason above the level of codes; then do it."""
    if level in (CODE, THEME) or not page.project.setting("reasons"):
        do("")
    else:
        page.ask(prompt, do, word="do it", draft=draft)
