"""What is found in all sources: each hit in its context with a count for each source, to be opened or coded."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.search import Hit, places_found
from tui.app.found import Numbers, Places
from tui.app.layout.feet import tone_of
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, padded
from tui.app.layout.units_shown import blind_to
from tui.app.screens.list_page import ListPage
from tui.errors import PostilError
from tui.model.documents import Document
from tui.model.names import in_order
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_MOST = 1_000_000
"""How many hits are listed: more than anybody looks at, as of a single letter."""
_PLACE = 7
_SOON = 0.1
"""Seconds after which what was found is shown while the search goes on."""

_InSource = tuple[str, Sequence[tuple[int, int]]]
"""A source's id and places of its text."""


class HitsPage(ListPage):
    """The hits of one search, in the order of the sources and their texts."""

    context: ClassVar[str] = "hits"
    name_shown = "Found"
    foot_rows = 3
    takes_marks = True
    no_unit = "No unit here: t makes one of the sentence, with a code."

    def __init__(self, session: Session, words: str, is_expression: bool = False) -> None:
        """Search for some words, or for what matches a regular expression."""
        super().__init__(session)
        self._words = words
        self._is_expression = is_expression
        self._places = Places(session.project)
        self._filtered: tuple[str, int, list[str]] = ("", 0, [])
        """What it is filtered by, how many hits were looked at, and those that stayed."""
        self._searching = True
        self._problem = ""
        self._left = threading.Event()

    # searching --------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Search aside, as it reads every text; keys are answered meanwhile."""
        super().on_mount()
        if not self._searching:
            return
        sources = in_order(self.project.alive("sources"))
        loop = asyncio.get_running_loop()

        def tell(found: list[_InSource], problem: str | None) -> None:
            with suppress(RuntimeError):  # the app has ended meanwhile
                loop.call_soon_threadsafe(self._add, found, problem)

        loop.run_in_executor(None, self._search, [source["id"] for source in sources], tell)

    def on_unmount(self) -> None:
        """Let the search end."""
        self._left.set()

    def _search(self, sources: Sequence[str], tell: Callable[[list[_InSource], str | None], None]) -> None:
        """Search all sources, on another thread; tell what is found now and then, and at the end what was wrong."""
        batch: list[_InSource] = []
        problem, told, room = "", monotonic(), _MOST
        try:
            for found in places_found(self.project, self._words, sources, is_expression=self._is_expression):
                if found.places:
                    batch.append((found.transcript.id, found.places[:room]))
                    room -= len(batch[-1][1])
                if batch and monotonic() - told > _SOON:
                    tell(batch, None)
                    batch, told = [], monotonic()
                if self._left.is_set():
                    return
                if room <= 0:
                    break
        except PostilError as error:
            problem = str(error)
        tell(batch, problem)

    def _add(self, found: list[_InSource], problem: str | None) -> None:
        """Show more hits; with a problem, or an empty one, the search has ended."""
        for source, places in found:
            self._places.add(source, places)
        if problem is not None:
            self._searching, self._problem = False, problem
        if problem and self.is_attached:
            self.say(problem)
        elif self.is_attached:
            self.redraw()

    # what is listed ---------------------------------------------------------------------------------------------

    def hit(self, identifier: str) -> Hit:
        """Return a hit."""
        return self._places.hit(int(identifier))

    def all_ids(self) -> Sequence[str]:
        """Return the hits, by their numbers."""
        return Numbers(len(self._places))

    def _list(self) -> None:
        """List the hits; of a filter only those are looked at that were not before."""
        if not self.filter:
            super()._list()
            return
        words, looked_at, kept = self._filtered if self._filtered[0] == self.filter else (self.filter, 0, [])
        folded, number = self.filter.casefold(), len(self._places)
        kept += [str(at) for at in range(looked_at, number) if folded in self.words_of(str(at)).casefold()]
        self._filtered = (words, number, kept)
        self.ids = list(kept)

    def words_of(self, identifier: str) -> str:
        """Return a hit with the words around it and its source's name."""
        hit = self.hit(identifier)
        return f"{self._called(hit.source)}:{hit.turn} {hit.left}{hit.hit}{hit.right}"

    def fact(self) -> str:
        """Return how many hits there are in how many sources."""
        hits, sources = len(self._places), self._places.sources
        number = f"the first {hits:,}" if hits == _MOST else f"{hits:,}"
        found = f"{number} hit{_s(hits)} in {sources:,} source{_s(sources)}"
        return f"{found}, searching…" if self._searching else found

    def trail(self) -> list[tuple[str, str]]:
        """Return what was searched for."""
        glyphs = self.glyphs
        what = f" {glyphs.dot} expression" if self._is_expression else ""
        sought = f"{glyphs.opening}{safe(self._words)}{glyphs.closing}"
        return [(f" {glyphs.here} ", "muted"), (sought, "bright"), (what, "muted")]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a hit in the middle of its context, with its turn and the letter of the pile it is coded in."""
        hit = self.hit(identifier)
        words = safe(hit.hit.replace("\n", " "))
        beside = max(8, (width - _PLACE - 3 - len(words) - 3) // 2)
        left = safe(" ".join(hit.left.split()))[-beside:]
        left = left.rjust(beside) if left.isascii() else " " * (beside - len(left)) + left
        gap = " " if hit.left[-1:].isspace() else ""
        return [
            (
                (padded(f":{hit.turn}", _PLACE), "muted"),
                self._letter(hit),
                (" ", "text"),
                (left[len(gap) :] + gap, "muted"),
                (words, "match"),
                (safe((" " if hit.right[:1].isspace() else "") + " ".join(hit.right.split())), "muted"),
            )
        ]

    def _drawn(self, number: int) -> list[Line]:
        """Put the source's name and how often it says it above its first hit."""
        lines = super()._drawn(number)
        here = int(self.ids[number])
        source, count = self._places.source(here), self._places.count_beside(here)
        if number and self._places.source(int(self.ids[number - 1])) == source:
            return lines
        name = cut(safe(self._called(source)), max(8, self.across - 16), self.glyphs.more)
        return [EMPTY, ((f" {name}", "strong"), (f"   {count:,} hit{_s(count)}", "muted")), *lines]

    def foot(self, width: int) -> Sequence[Line]:
        """Return where the hit is and what the place is coded as."""
        if not self.here:
            return ()
        hit, book = self.hit(self.here), self.project.codebook
        codes = dict.fromkeys(book.nodes[code].title for unit in self.units_over(hit) for code in book.codes_of(unit))
        coded = f" {self.glyphs.dot} ".join(safe(code) for code in codes) or "not coded"
        place = f" {safe(self._called(hit.source))}:{hit.turn}"
        return [((place, "strong"), (f"  line {hit.line}   ", "muted"), (coded, "text"))]

    def units_over(self, hit: Hit) -> list[Document]:
        """Return the units that hold some of a hit, of those one may see."""
        blind = blind_to(self.project, hit.source, self.session.coder)
        return [
            unit
            for unit in self.project.units_in(hit.source, relevant_only=True)
            if unit.get("coder") not in blind and any(s < hit.end and hit.start < e for s, e in unit["spans"])
        ]

    def unit(self, identifier: str) -> Document | None:
        """Return the shortest unit that holds some of a hit, one's own before colleagues'."""
        units = self.units_over(self.hit(identifier))
        own = [unit for unit in units if unit.get("coder") == self.session.coder]
        return min(own or units, key=lambda unit: sum(end - start for start, end in unit["spans"]), default=None)

    def empty(self) -> Sequence[Line]:
        """Return that nothing was found, or why."""
        if self._searching:
            return [EMPTY, ((" Reading every text…", "muted"),)]
        if self._problem:
            return [EMPTY, ((f" {safe(self._problem)}", "text"),)]
        hint = "Small letters find capitals too; labels and time stamps are not searched."
        return [EMPTY, ((f" Nothing found. {hint}", "text"),)]

    def open_row(self) -> None:
        """Go to the hit in the transcript."""
        if self.here:
            hit = self.hit(self.here)
            self.leave_for(lambda: self.app.go(hit.source, hit.start))
            self.desk.find, self.desk.find_expression = self._words, self._is_expression

    def again(self) -> HitsPage:
        """Return the page with the hits that were found, or to be searched for again where that had not ended."""
        page = HitsPage(self.session, self._words, self._is_expression)
        if not self._searching:
            page._places, page._searching = self._places, False
        return page

    def _letter(self, hit: Hit) -> Piece:
        book = self.project.codebook
        for unit in self.units_over(hit):
            codes = book.codes_of(unit)
            pile = book.pile_of(codes[0]) if codes else None
            letter = (book.letter(pile) if pile is not None else "")[:1] or "-"
            return letter, tone_of(self.project, codes[0]) if codes else "muted"
        return " ", "text"

    def _called(self, source: str) -> str:
        return str((self.project.get("sources", source) or {}).get("name") or "")


def _s(number: int) -> str:
    return "" if number == 1 else "s"
