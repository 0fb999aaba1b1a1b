"""The text of a category, a sub-category or a theme in the results, written beside the units it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.layout.beside import Beside
from tui.app.layout.pieces import EMPTY, Line, filled
from tui.app.layout.rules import Titled, title_rule
from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.codebook import DefineNode
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_BESIDE = 110
"""The width from which the units stand beside the text; below, `tab` shows them in its place."""
_WIDEST = 72
_BACK = ("tab", "shift+tab", "ctrl+c", "escape", "q", "enter", "ctrl+j")
_MOVES = {
    "j": 1,
    "down": 1,
    "k": -1,
    "up": -1,
    "pagedown": 5,
    "pageup": -5,
    "space": 5,
    "g": -1_000_000,
    "G": 1_000_000,
}


def write_narrative(page: Page, node: str, name: str) -> None:
    """Open the text of a node."""
    before = str(page.project.codebook.nodes[node].document.get("narrative") or "")

    def keep(values: Values) -> object:
        words = values["narrative"]
        if node not in page.project.codebook.nodes:
            page.say("It is gone: it was deleted or merged meanwhile.")
            return False
        return page.session.do(DefineNode(node, {"narrative": words or None})) if words != before.strip() else True

    page.open_sheet(NarrativeSheet(page, node, name, before, keep))


class NarrativeSheet(Form):
    """A long text over the whole screen, its units beside it or a key away; they scroll while one writes."""

    whole = True

    def __init__(self, page: Page, node: str, name: str, before: str, keep: Callable[[Values], object]) -> None:
        """Write on with a text; `keep` gets it when it is to be kept."""
        fields = [FormField("narrative", "", before, several_lines=True)]
        super().__init__(f"Text of {name}", fields, keep, draft=f"narrative {node}", of=("nodes", node))
        self.beside = Beside(page.project, page.session.coder, node)
        self.reads = False
        """Whether the keys scroll the units, not the text."""
        self._lines: list[Line] = []
        self._units: list[Line] = []
        self._above = 0

    @property
    def _is_wide(self) -> bool:
        return self.across >= _BESIDE

    @property
    def _left(self) -> int:
        """How wide the text's side is."""
        return min(_WIDEST + 4, self.across // 2) if self._is_wide else self.across

    def fact(self) -> str:
        """Return how many words the text has."""
        words = len(self.fields[0].editor.text.split())
        return f"{words:,} word{'' if words == 1 else 's'}"

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        if self.reads:
            return [("j k", "scroll"), ("PgDn PgUp", "page"), ("tab", "back to the text"), ("^D", "keep and close")]
        scrolling = [("^N ^P", "scroll the units")] if self._is_wide else []
        return [("tab", "its units"), *scrolling, ("^D", "keep and close"), ("^C", "close, draft kept")]

    def press(self, key: str, character: str | None) -> None:
        """Write; or scroll the units: `ctrl+n` and `ctrl+p` while one writes, the motions after `tab`."""
        if key in ("ctrl+n", "ctrl+p"):
            self.beside.move(1 if key == "ctrl+n" else -1)
        elif key == "ctrl+d":
            self.keep()
        elif self.reads:
            if key in _BACK:
                self.reads = False
            else:
                self.beside.move(_MOVES.get(key, _MOVES.get(character or "", 0)))
        elif key == "tab":
            self.reads = True
        else:
            super().press(key, character)

    def paste(self, text: str) -> None:
        """Put pasted text into the text, where that has the keys."""
        if not self.reads:
            super().paste(text)

    def prepare(self) -> None:
        """Lay out the text with its cursor in view, and the units from the one on top on."""
        self.beside.follow()
        height = self.down - 1
        editor = self.fields[0].editor
        lines = editor.lines(min(_WIDEST, self._left - 4), not self.reads)
        cursor = editor.cursor_line()
        self._above = max(0, min(self._above, cursor, len(lines) - height))
        if cursor >= self._above + height - 1:
            self._above = cursor - height + 2
        self._lines = [((" ", "text"), *line) for line in lines[self._above : self._above + height - 1]]
        wide = self.across - self._left - 1 if self._is_wide else self.across
        self._units = self.beside.lines(wide, height - 1, self.page.glyphs)

    def line(self, y: int) -> Line:
        """Return the title rule, the text, and beside it the units."""
        if y == 0:
            return self._titles()
        at = y - 2
        text = self._lines[at] if 0 <= at < len(self._lines) else EMPTY
        units = self._units[at] if 0 <= at < len(self._units) else EMPTY
        if not self._is_wide:
            return units if self.reads else text
        return (*filled(text, self._left), (self.page.glyphs.vertical, "rule"), *units)

    def _titles(self) -> Line:
        title, glyphs = safe(self.title), self.page.glyphs
        if not self._is_wide:
            shown = Titled(f"Units: {title[8:]}", self.beside.fact(), 0, self.across, True)
            return title_rule(
                [shown if self.reads else Titled(title, self.fact(), 0, self.across, True)], self.across, glyphs
            )
        left = Titled(title, self.fact(), 0, self._left, not self.reads)
        right = Titled("Units", self.beside.fact(), self._left + 1, self.across - self._left - 1, self.reads)
        return title_rule([left, right], self.across, glyphs)
