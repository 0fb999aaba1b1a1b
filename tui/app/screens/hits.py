"""What is found in all sources: each hit in its context, and `enter` goes there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.search import Hit, keyword_in_context
from tui.app.layout.pieces import EMPTY, Line, cut, padded
from tui.app.screens.list_page import ListPage
from tui.model.names import natural
from tui.model.safe_text import safe
from tui.model.text import Span

if TYPE_CHECKING:
    from tui.app.session import Session

_MOST = 5000
_NAME = 14


class HitsPage(ListPage):
    """The hits of one search, in the order of the sources and their texts."""

    context: ClassVar[str] = "hits"
    name_shown = "Found"
    foot_rows = 3

    def __init__(self, session: Session, words: str) -> None:
        """Search for some words."""
        super().__init__(session)
        self._words = words
        self._hits: dict[str, Hit] | None = None

    def on_mount(self) -> None:
        """Search, on the writer's thread: it reads every text."""
        super().on_mount()
        project = self.project
        sources = [
            source["id"]
            for source in sorted(project.alive("sources"), key=lambda one: natural(str(one.get("name") or "")))
        ]
        self.session.work(
            lambda: list(islice(keyword_in_context(project, self._words, sources), _MOST)), self._show, "searching…"
        )

    def _show(self, hits: list[Hit]) -> None:
        self._hits = {str(number): hit for number, hit in enumerate(hits)}
        self.redraw()

    def all_ids(self) -> Sequence[str]:
        """Return the hits."""
        return list(self._hits or {})

    def words_of(self, identifier: str) -> str:
        """Return a hit with the words around it."""
        hit = self._hit(identifier)
        return f"{self._place(hit)} {hit.left}{hit.hit}{hit.right}"

    def fact(self) -> str:
        """Return how many hits there are in how many sources."""
        if self._hits is None:
            return "searching…"
        sources = len({hit.source for hit in self._hits.values()})
        number = f"the first {_MOST:,}" if len(self._hits) == _MOST else f"{len(self._hits):,}"
        return f"{number} hit{'' if len(self._hits) == 1 else 's'} in {sources} source{'' if sources == 1 else 's'}"

    def trail(self) -> list[tuple[str, str]]:
        """Return what was searched for."""
        glyphs = self.glyphs
        return [(f" {glyphs.here} ", "muted"), (f"{glyphs.opening}{safe(self._words)}{glyphs.closing}", "bright")]

    def heads(self, width: int) -> Sequence[Line]:
        """Return a blank line."""
        return [EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a hit in the middle of its context."""
        hit = self._hit(identifier)
        beside = max(8, (width - _NAME - len(hit.hit) - 3) // 2)
        left = safe(" ".join(hit.left.split()))[-beside:]
        left = left.rjust(beside) if left.isascii() else padded(left, beside)
        gap = " " if hit.left[-1:].isspace() else ""
        return [
            (
                (padded(cut(safe(self._place(hit)), _NAME - 1, self.glyphs.more), _NAME), "muted"),
                (left[len(gap) :] + gap, "muted"),
                (safe(hit.hit.replace("\n", " ")), "match"),
                (safe((" " if hit.right[:1].isspace() else "") + " ".join(hit.right.split())), "muted"),
            )
        ]

    def foot(self, width: int) -> Sequence[Line]:
        """Return what the place is coded as."""
        if not self.here:
            return ()
        hit = self._hit(self.here)
        book = self.project.codebook
        here = Span(hit.start, hit.end)
        codes = dict.fromkeys(
            book.nodes[code].title
            for unit in self.project.units_in(hit.source, relevant_only=True)
            if any(start < here.end and here.start < end for start, end in unit["spans"])
            for code in book.codes_of(unit)
        )
        coded = f" {self.glyphs.dot} ".join(safe(code) for code in codes) or "not coded"
        return [((f" {safe(self._place(hit))}", "strong"), (f"  line {hit.line}   ", "muted"), (coded, "text"))]

    def empty(self) -> Sequence[Line]:
        """Return that nothing was found."""
        if self._hits is None:
            return [((" Reading every text…", "muted"),)]
        return [
            ((" Nothing found. Small letters find capitals too; labels and time stamps are not searched.", "text"),)
        ]

    def open_row(self) -> None:
        """Go to the hit in the transcript."""
        if self.here:
            hit = self._hit(self.here)
            self.app.go(hit.source, hit.start)
            self.desk.find = self._words

    def _hit(self, identifier: str) -> Hit:
        return (self._hits or {})[identifier]

    def _place(self, hit: Hit) -> str:
        return f"{(self.project.get('sources', hit.source) or {}).get('name') or ''}:{hit.turn}"
