"""The units that a text rests on, to be read beside it while it is written: quotations first, then condensed forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.app.glyphs import Glyphs
from tui.app.layout.compared import Compared
from tui.app.layout.feet import counted, tone_of, words_of
from tui.app.layout.pieces import EMPTY, Line, Piece, wrapped
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.reports.quotations import attribution, chosen, wordings

_NUMBER = 4


class Item(NamedTuple):
    """A heading, a quotation with its number among those of its pile, or another unit."""

    words: str
    unit: Document | None = None
    number: int = 0
    role: str = "strong"


class Beside:
    """The units at and below a node that one may see and that count, from one that stands on top."""

    def __init__(self, project: Project, coder: str, node: str) -> None:
        """Gather the units of a node."""
        self._project = project
        self._node = node
        self._compared = Compared(project, coder)
        self._revision = -1
        self.items: Sequence[Item] = ()
        self.units = self.quotations = 0
        """How many units there are, and how many of them are quotations."""
        self.top = 0
        self.follow()

    def follow(self) -> None:
        """Gather the units anew where the project has changed."""
        if self._revision == self._project.revision:
            return
        self._revision = self._project.revision
        book = self._project.codebook
        seen = self._compared.all(self._node) if self._node in book.nodes else ()
        units = [unit for unit in seen if self._project.counts_coder(unit.get("coder"))]
        self.items = [*self._quoted(units), *self._others(units)]
        self.units = len(units)
        self.quotations = sum(1 for unit in units if unit.get("quoted"))
        self.move(0)

    def move(self, by: int) -> None:
        """Go on by so many units, or back."""
        self.top = max(0, min(len(self.items) - 1, self.top + by))

    def fact(self) -> str:
        """Return how many units and quotations there are."""
        return f"{counted(self.units, 'units')}, {counted(self.quotations, 'quotations')}"

    def _quoted(self, units: Sequence[Document]) -> Iterator[Item]:
        """Yield the quotations by pile, in the order they are printed."""
        book = self._project.codebook
        here = {unit["id"] for unit in units}
        below = book.codes(self._node)
        homes = list(dict.fromkeys(book.pile_of(code) or code for code in below))
        for home in homes:
            codes = [code for code in below if (book.pile_of(code) or code) == home]
            quoted = [unit for unit in chosen(self._project, codes, book.nodes[home]) if unit["id"] in here]
            if quoted and len(homes) > 1:
                yield Item(safe(book.nodes[home].title), role=tone_of(self._project, home))
            for number, unit in enumerate(quoted, 1):
                yield Item("", unit, number)

    def _others(self, units: Sequence[Document]) -> Iterator[Item]:
        """Yield the other units by their first code here, in the order of the codebook."""
        book = self._project.codebook
        places = {code: place for place, code in enumerate(book.codes(self._node))}
        by_code: dict[str, list[Document]] = {}
        for unit in units:
            if not unit.get("quoted"):
                code = min((code for code in book.codes_of(unit) if code in places), key=places.__getitem__)
                by_code.setdefault(code, []).append(unit)
        for code in sorted(by_code, key=places.__getitem__):
            yield Item(f"{safe(book.nodes[code].title)}  {len(by_code[code]):,}", role=tone_of(self._project, code))
            for unit in by_code[code]:
                yield Item("", unit)

    def lines(self, width: int, height: int, glyphs: Glyphs) -> list[Line]:
        """Return so many lines from the unit on top on."""
        if not self.items:
            return [((" no units yet", "muted"),)]
        lines: list[Line] = []
        for item in self.items[self.top : self.top + height]:
            lines += self._item(item, width, glyphs)
            if len(lines) >= height:
                break
        return lines[:height]

    def _item(self, item: Item, width: int, glyphs: Glyphs) -> list[Line]:
        """Return a heading; a quotation as it is printed; or a unit condensed, who speaks behind it."""
        if item.unit is None:
            return [((f" {item.words}", item.role),), EMPTY]
        room = max(10, width - _NUMBER - 2)
        who = safe(attribution(self._project, item.unit, locates=True))
        if item.number:
            first, *more = (safe(" ".join(words.split())) for words in wordings(self._project, item.unit))
            texts: list[Piece] = [(line, "text") for line in wrapped(first, room)]
            texts += [(line, "muted") for words in more for line in wrapped(words, room)]
            texts += [(line, "muted") for line in wrapped(who, room)]
            lead = f" {item.number}*"
        else:
            said = safe(str(item.unit.get("condensed") or "")) or words_of(self._project, item.unit)
            texts = _with_who(wrapped(said, room), who, room)
            lead = f" {glyphs.dot}"
        first_lead: Piece = (lead.ljust(_NUMBER), "accent")
        indent: Piece = (" " * _NUMBER, "text")
        return [*((first_lead if not at else indent, text) for at, text in enumerate(texts)), EMPTY]


def _with_who(lines: list[str], who: str, room: int) -> list[Piece]:
    """Return a unit's words, and who speaks in a line below them."""
    return [*((line, "text") for line in lines), *((line, "muted") for line in wrapped(who, room))]
