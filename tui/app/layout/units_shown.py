"""The units of a source that the transcript shows: whose, what stands for them in the gutter, and what is hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from tui.app.layout.gutter import Marked
from tui.app.theme import category
from tui.model.documents import Document
from tui.model.passes import blind_to as blind_to
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.text import Position, Span, spans_of, united
from tui.model.units import is_unit

NO_PILE = "-"
"""Stands for a code that lies in no pile and has no quick key."""


class Tone(NamedTuple):
    """What stands for a unit in the gutter: a letter and its role, and the role of its bars."""

    letter: str
    letter_role: str
    bar_role: str


class UnitsShown:
    """The units of one source, less those that a filter or a choice of coders hides."""

    def __init__(
        self,
        project: Project,
        source: str,
        coder: str,
        codes: Iterable[str] = (),
        coders: Iterable[str] = (),
        only: str = "",
        before: UnitsShown | None = None,
        within: Span | None = None,
    ) -> None:
        """Choose the units; no codes and no coders mean all of them. `only`: this one alone, whatever is hidden.

        From what was shown before, what is known of units that are the same is taken over. `within`: only those that
        reach into this part of the text.
        """
        self.project = project
        self.coder = coder
        self.marked: list[Marked] = []
        self.documents: dict[str, Document] = {}
        self.hidden = 0
        """How many units a filter hides."""
        self.unseen: dict[str, int] = {}
        """How many units of each of the blind colleagues are not shown."""
        self.blind = blind_to(project, source, coder)
        """The ids of the colleagues whose units are hidden until both have closed the source."""
        only_codes, only_coders = frozenset(codes), frozenset(coders)
        known = before if before is not None and before.coder == coder else None
        for document in self._offered(source, only, within):
            unit = is_unit(document)
            if unit and not only and not self._is_shown(document, only_codes, only_coders):
                self._count_hidden(str(document.get("coder")))
                continue
            identifier = document["id"]
            if known is not None and known.documents.get(identifier) is document:
                marked = known.by_id[identifier]
            else:
                marked = Marked(identifier, spans_of(document.get("spans")), document.get("coder") == coder, unit)
            if marked.spans:
                self.documents[identifier] = document
                self.marked.append(marked)
        self.not_relevant = united(span for each in self.marked if not each.is_relevant for span in each.spans)
        self.by_id: dict[str, Marked] = {each.id: each for each in self.marked}
        self._starts = [each.spans[0].start for each in self.marked]
        self._reaches = list(accumulate((each.spans[-1].end for each in self.marked), max))
        """How far the units up to each one reach."""
        self._tones: dict[str, Tone] = {}
        self._codebook = project.codebook
        """The codebook by which the tones were found."""
        self._found: tuple[Position, list[Marked]] = (-1, [])

    def at(self, position: Position) -> list[Document]:
        """Return the meaning units at a position, the one that is lit first: the shortest; of equals one's own."""
        here = [each for each in self._holding(position) if each.is_relevant]
        here.sort(key=lambda each: (sum(end - start for start, end in each.spans), not each.is_own, each.id))
        return [self.documents[each.id] for each in here]

    def not_relevant_at(self, position: Position) -> list[Document]:
        """Return the marks that say that a position is not relevant, one's own first."""
        here = [each for each in self._holding(position) if not each.is_relevant]
        return [self.documents[each.id] for each in sorted(here, key=lambda each: not each.is_own)]

    @property
    def coders(self) -> list[str]:
        """The ids of the coders whose units are shown, one's own first; none where there are only one's own."""
        others = sorted({str(self.documents[each.id].get("coder")) for each in self.marked if not each.is_own})
        return [*([self.coder] if self.coder else []), *others] if others else []

    def is_own(self, unit: str) -> bool:
        """Tell whether a unit is one's own."""
        return bool(self.documents[unit].get("coder") == self.coder)

    def codes(self, unit: str) -> str:
        """Return the names of a unit's codes, safe to be drawn."""
        book = self.project.codebook
        names = [book.nodes[code].title for code in book.codes_of(self.documents[unit])]
        return safe(" · ".join(names)) or "no code yet"

    def initials(self, unit: str) -> str:
        """Return the initials of a unit's coder."""
        return initials_of(self.project, str(self.documents[unit].get("coder")))

    def tone(self, unit: str) -> Tone:
        """Return what stands for a unit in the gutter."""
        if self._codebook is not self.project.codebook:
            self._codebook = self.project.codebook
            self._tones.clear()
        tone = self._tones.get(unit)
        if tone is None:
            tone = self._tones[unit] = self._tone_of(unit)
        return tone

    def _offered(self, source: str, only: str, within: Span | None) -> Iterable[Document]:
        """Return the units of the source that may be shown."""
        if not only:
            units = self.project.units_in(source)
            return units if within is None else [unit for unit in units if _reaches_into(unit, within)]
        document = self.project.get("units", only)
        return [document] if document is not None and document.get("source") == source else []

    def _holding(self, position: Position) -> list[Marked]:
        """Return the units and marks at a position; asked several times a key, looked for once."""
        if self._found[0] != position:
            here = []
            index = bisect_right(self._starts, position) - 1
            # Units lie in the order of their beginnings: before one that nothing reaches beyond, none does.
            while index >= 0 and self._reaches[index] > position:
                each = self.marked[index]
                if any(start <= position < end for start, end in each.spans):
                    here.append(each)
                index -= 1
            self._found = (position, here[::-1])
        return self._found[1]

    def _tone_of(self, unit: str) -> Tone:
        book = self.project.codebook
        codes = book.codes_of(self.documents[unit])
        if not codes:
            return Tone(NO_PILE, "muted", "muted")
        pile = book.pile_of(codes[0])
        if pile is None:
            return Tone(self._quick_key(codes[0]) or NO_PILE, "muted", "muted")
        top = book.category_of(pile)
        number = book.categories().index(top) if top is not None else -1
        return Tone(book.letter(pile)[:1] or NO_PILE, category(number, heading=True), category(number))

    def _quick_key(self, code: str) -> str:
        coder = self.project.get("coders", self.coder)
        quick = self.project.codebook.quick(coder) if coder is not None else {}
        return next((digit for digit, given in quick.items() if given == code), "")

    def _count_hidden(self, by: str) -> None:
        if by in self.blind:
            self.unseen[by] = self.unseen.get(by, 0) + 1
        else:
            self.hidden += 1

    def _is_shown(self, document: Document, codes: frozenset[str], coders: frozenset[str]) -> bool:
        by = document.get("coder")
        if by in self.blind or (coders and by not in coders):
            return False
        return not codes or any(code in codes for code in self.project.codebook.codes_of(document))


def _reaches_into(unit: Document, part: Span) -> bool:
    spans = unit.get("spans") or []
    return bool(spans) and spans[0][0] < part.end and spans[-1][1] > part.start


def initials_of(project: Project, coder: str) -> str:
    """Return a coder's initials, safe to be drawn."""
    document = project.get("coders", coder) or {}
    return safe(str(document.get("initials") or document.get("name") or coder))
