"""Splitting, from codebook, board and comparison: a sheet says what goes and what stays while the new one is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.actions.merging import with_reason
from tui.app.actions.whose import after_asking_whose
from tui.app.layout.feet import counted
from tui.app.sheets.foreseen import Foreseen, Ways
from tui.errors import PostilError
from tui.model.edits.shaping import SplitNode
from tui.model.edits.sorting import MoveNodes
from tui.model.edits.units import Recode
from tui.model.ids import new_id
from tui.model.names import NameTaken
from tui.model.nodes import CODE, SUB_CATEGORY
from tui.model.preview_words import Said, split_words
from tui.model.safe_text import safe
from tui.model.split_preview import split_preview

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.transaction import Edit


def name_split(page: Page, node: str, members: Sequence[str], then: Callable[[str], None]) -> None:
    """Show what splitting these units, codes or sub-categories off would do, and ask what the new one is called.

    `then` gets the new node once it is done, or the one of that name they were thrown to instead.
    """
    if members:
        splitting = _Splitting(page, node, tuple(members), then)
        page.open_sheet(splitting.sheet)
        splitting.ask_name()


class _Splitting:
    """A split that is being looked at: what goes, and the sheet that says what that does."""

    def __init__(self, page: Page, node: str, members: tuple[str, ...], then: Callable[[str], None]) -> None:
        self._page = page
        self._node = node
        self._members = members
        self._then = then
        self._level = page.project.codebook.nodes[node].level
        title = f"Split “{safe(page.project.codebook.nodes[node].title)}”"
        self.sheet = Foreseen(title, self._said, self._ways)

    def _said(self) -> Sequence[Said]:
        if self._node not in self._page.project.codebook.nodes:
            return [("gone", "it was merged or deleted meanwhile")]
        return split_words(self._page.project, split_preview(self._page.project, self._node, self._members))

    def _ways(self) -> Ways:
        return {"enter": ("name it", self.ask_name)}

    @property
    def _of(self) -> str:
        """What goes: `3 units`, `2 codes`; of a category perhaps codes and sub-categories."""
        nodes = self._page.project.codebook.nodes
        levels = {nodes[member].level for member in self._members if member in nodes}
        if self._level == CODE:
            return counted(len(self._members), "units")
        if levels == {SUB_CATEGORY}:
            number = len(self._members)
            return "1 sub-category" if number == 1 else f"{number} sub-categories"
        return counted(len(self._members), "codes" if levels == {CODE} else "members")

    def ask_name(self) -> None:
        """Ask what the new one is called; stepping back from that lets all of it be."""
        prompt = f"New {self._level} of {self._of}, called"
        draft = f"name split {self._node}"
        self._page.ask(prompt, self._named, word="split off", left=self.sheet.close, draft=draft)

    def _named(self, name: str) -> None:
        why, draft = "Split off, because", f"split {self._node}"
        with_reason(self._page, self._level, why, lambda reason: self._ask_whose(name, reason), draft=draft)

    def _ask_whose(self, name: str, reason: str) -> None:
        units = self._members if self._level == CODE else ()
        after_asking_whose(self._page, units, "Recode", lambda: self._do(name, reason))

    def _do(self, name: str, reason: str) -> None:
        new = new_id()
        edit = SplitNode(self._node, new, name, self._members, reason)

        def refused(error: PostilError) -> bool:
            if isinstance(error, NameTaken) and not error.newcomer:
                self.sheet.close()
                self._offer_the_one_there(error.node)
                return True
            return False

        if self._page.session.do(edit, then=lambda receipt: self._then(new), refused=refused):
            self.sheet.close()

    def _offer_the_one_there(self, there: str) -> None:
        """Where the name is taken beside it, offer to throw what was to be split off to the one that has it."""
        page = self._page
        title = page.project.codebook.nodes[there].title

        def throw() -> None:
            edits: list[Edit] = [MoveNodes(self._members, there)]
            if self._level == CODE:
                edits = [Recode(unit, self._node, there) for unit in self._members]
            sentence = f"throw {self._of} to {title}"
            page.session.do(*edits, then=lambda receipt: self._then(there), sentence=sentence)

        prompt = f"“{title}” is there already. Throw them to it?"
        page.choose(prompt, {"y": ("throw", throw), "n": ("leave it", lambda: None)})
