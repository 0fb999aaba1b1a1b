"""Definitions that moved: the older one beside the present, and one by one the units coded under the older.

A key each: it still fits, it is recoded, later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.feet import condensed, counted, speaker, tone_of, words_of
from tui.app.layout.moved_words import AGAIN
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, wrapped
from tui.app.layout.redefinition import redefinition_lines
from tui.app.layout.units_shown import blind_to, initials_of
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.names import natural
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.analysis.decisions import Entry
    from tui.app.session import Session
    from tui.model.documents import Document
    from tui.store.history import HistoryEntry

_PLACE = 11
_WIDEST_TEXT = 72
_MOST_LINES = 6


class MovedPage(ListPage):
    """The units that wait with one code; the last one settled, the next code follows."""

    context: ClassVar[str] = "moved"
    foot_rows = 1

    def __init__(self, session: Session, node: str = "") -> None:
        """Show what waits at and below a node, or everything; stand on the first unit of its first code."""
        super().__init__(session)
        self._node = node
        self.code = ""
        self.later: set[tuple[str, str]] = set()
        """What was put off while this page is open, by code and unit."""
        self.asked_about: set[str] = set()
        """The colleagues of whom one said that their units are to be settled too."""
        self._known: dict[str, tuple[list[str], list[str]]] = {}
        self._known_at = (-1, -1)
        self._redefined: Mapping[str, Entry] = {}
        """Who redefined which code last, and when, once the history was read."""
        self.next_code()

    def on_mount(self) -> None:
        """Read who redefined what, on the writer's thread."""
        super().on_mount()
        store = self.session.store
        self.session.work(lambda: list(store.history("nodes")), self._told, "reading…")

    def _told(self, entries: list[HistoryEntry]) -> None:
        from tui.analysis.decisions import redefined_last

        self._redefined = redefined_last(entries)
        self.redraw()

    # what is there

    @property
    def codes(self) -> list[str]:
        """The codes with which units wait here, in the order of the codebook."""
        book = self.project.codebook
        node = book.resolve(self._node) if self._node else None
        found = self.project.moved.codes(node if node in book.nodes else None)
        return [code for code in found if self._listed(code)[0]]

    def next_code(self, by: int = 0) -> None:
        """Go to the next code with which a unit waits, or back; by none: stay where one does, else to the nearest."""
        codes = self.codes
        if not codes:
            self.code = ""
            return
        if self.code in codes:
            number = codes.index(self.code)
        else:
            places = list(self.project.codebook.nodes)
            behind = places.index(self.code) if self.code in places else 0
            number = next((at for at, code in enumerate(codes) if places.index(code) >= behind), 0)
        there = codes[(number + by) % len(codes)]
        if there != self.code:
            self.code, self.at, self.top = there, 0, 0
        self._list()

    def unit(self, identifier: str) -> Document:
        """Return a unit's document."""
        return self.project.get("units", identifier) or self.project.tables["units"][identifier]

    def is_later(self, identifier: str) -> bool:
        """Tell whether a unit was put off here."""
        return (self.code, identifier) in self.later

    def next_open(self) -> bool:
        """Stand on the next unit that was not put off, of the following codes too; answers whether there is one."""
        here = [*self.ids[self.at :], *self.ids[: self.at]]
        for unit in here:
            if not self.is_later(unit):
                self.stand_on(unit)
                return True
        codes = self.codes
        start = codes.index(self.code) + 1 if self.code in codes else 0
        for code in [*codes[start:], *codes[:start]]:
            waiting = [unit for unit in self._listed(code)[0] if (code, unit) not in self.later]
            if waiting:
                self.code, self.at, self.top = code, 0, 0
                self._list()
                self.stand_on(waiting[0])
                return True
        return False

    def prepare_frame(self) -> None:
        """Let codebook and board stand on the code shown, as if one had gone there."""
        super().prepare_frame()
        if self.code:
            self.desk.node = self.code

    def all_ids(self) -> Sequence[str]:
        """Return the units that wait with the code shown, in the order of sources and texts."""
        if not self.code or not self._listed(self.code)[0]:
            self.code = next(iter(self.codes), "")
        return self._listed(self.code)[0] if self.code else ()

    def _listed(self, code: str) -> tuple[list[str], int]:
        """Return the units to be listed of a code, and how many are hidden: colleagues' one must not see yet."""
        revisions = self.project.revisions
        if self._known_at != (revisions["passes"], revisions["sources"]):
            self._known_at = revisions["passes"], revisions["sources"]
            self._known.clear()
        waiting = self.project.moved.waiting(code)
        if code in self._known:
            # After most keys there is one less: nothing needs to be put in order again.
            ids, hidden = ([unit for unit in each if unit in waiting] for each in self._known[code])
            if len(ids) + len(hidden) < len(waiting):
                del self._known[code]
            else:
                self._known[code] = ids, hidden
        if code not in self._known:
            self._known[code] = self._looked_up(code)
        ids, hidden = self._known[code]
        return ids, len(hidden)

    def _looked_up(self, code: str) -> tuple[list[str], list[str]]:
        """Return the units that wait with a code in order, and those of colleagues one must not see yet."""
        names: dict[str, object] = {}
        blind: dict[str, frozenset[str]] = {}
        shown: list[Document] = []
        hidden: list[Document] = []
        for unit in self.project.moved.units(code):
            source = str(unit["source"])
            if source not in names:
                names[source] = natural(str((self.project.get("sources", source) or {}).get("name") or ""))
                blind[source] = blind_to(self.project, source, self.session.coder)
            (hidden if unit.get("coder") in blind[source] else shown).append(unit)
        shown.sort(key=lambda unit: (names[str(unit["source"])], unit["spans"], unit["id"]))
        return [str(unit["id"]) for unit in shown], [str(unit["id"]) for unit in hidden]

    def words_of(self, identifier: str) -> str:
        """Return words and condensed form of a unit."""
        unit = self.unit(identifier)
        return f"{words_of(self.project, unit)} {unit.get('condensed') or ''}"

    # drawing

    @property
    def name_shown(self) -> str:  # type: ignore[override]
        """The code whose definition moved."""
        nodes = self.project.codebook.nodes
        return safe(nodes[self.code].title) if self.code in nodes else "Definitions that moved"

    def fact(self) -> str:
        """Return which of the units this is, how many were put off, and which of the codes."""
        if not self.ids:
            return ""
        later = sum(self.is_later(unit) for unit in self.ids)
        codes = self.codes
        said = [f"{self.at + 1:,} of {len(self.ids):,} {AGAIN}"]
        said += [f"{later} later"] if later else []
        said += [f"code {codes.index(self.code) + 1} of {len(codes)}"] if len(codes) > 1 and self.code in codes else []
        return f" {self.glyphs.dot} ".join(said)

    def heads(self, width: int) -> Sequence[Line]:
        """Return the older definition under which the unit under the cursor was coded, beside the present one."""
        if not self.code or not self.here:
            return [EMPTY]
        defined = self.project.moved.defined(self.code)
        older = defined.wordings.get(self.project.moved.older(self.unit(self.here), self.code), {})
        document = self.project.codebook.nodes[self.code].document
        rows = max(4, (self.down - 6) // 2)
        lines = redefinition_lines(older, document, width, rows, self.glyphs)
        return [*([EMPTY] if self.down >= 30 else []), *lines, EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a unit: its place and words, its condensed form, then who speaks, whose it is, what else it is."""
        unit = self.unit(identifier)
        room = min(width - _PLACE - 2, _WIDEST_TEXT)
        said = wrapped(words_of(self.project, unit), room)
        if len(said) > _MOST_LINES:
            said = [*said[: _MOST_LINES - 1], cut(" ".join(said[_MOST_LINES - 1 :]), room, self.glyphs.more)]
        lines: list[Line] = []
        for number, words in enumerate(said):
            lead = cut(self._place(unit), _PLACE - 2, self.glyphs.more) if not number else ""
            lines.append(((lead.ljust(_PLACE - 1), "strong" if identifier == self.here else "muted"), (words, "text")))
        indent: Piece = (" " * (_PLACE - 1), "text")
        if unit.get("condensed"):
            lines += [(indent, (words, "muted")) for words in wrapped(condensed(self.project, unit), room)[:2]]
        later: Line = (("later  ", "accent"),) if self.is_later(identifier) else EMPTY
        lines.append((indent, *later, (cut(self._about(unit), room - 7, self.glyphs.more), "muted")))
        return [*lines, EMPTY]

    def foot(self, width: int) -> Sequence[Line]:
        """Return what the code lies in, and who redefined it when."""
        if not self.code:
            return ()
        book, entry = self.project.codebook, self._redefined.get(self.code)
        letter = book.letter(book.pile_of(self.code) or self.code) if book.pile_of(self.code) else "-"
        since = ""
        if entry is not None:
            coder = self.project.tables["coders"].get(entry.coder) or {}
            since = f"redefined {day_and_time(entry.at)} by {coder.get('name') or entry.coder}"
        since = cut(safe(since), max(0, width // 2), self.glyphs.more)
        path = cut(safe(book.path(self.code)), max(10, width - len(since) - 8), self.glyphs.more)
        head: Piece = (f" {letter[:1] or ' '} ", tone_of(self.project, self.code))
        return [(head, (path, "strong"), (f"  {since}", "muted"))]

    def empty(self) -> Sequence[Line]:
        """Return that nothing waits, and what would make something wait."""
        return [
            ((f" Nothing {AGAIN}.", "text"),),
            EMPTY,
            *(
                ((f" {line}", "muted"),)
                for line in wrapped(
                    "When the definition of a code becomes another, the units coded under the older one come here.",
                    min(_WIDEST_TEXT, self.across - 2),
                )
            ),
        ]

    def trail(self) -> list[Piece]:
        """Return what this page is."""
        return [(f" {self.glyphs.here} ", "muted"), ("Definitions that moved", "bright")]

    def open_row(self) -> None:
        """Go to the unit in its transcript; the way back from there leads here again."""
        if not self.here:
            return
        unit, app = self.unit(self.here), self.app
        app.go(unit["source"], unit["spans"][0][0])
        self.desk.current = unit["id"]
        again = MovedPage(self.session, self._node)
        again.code, again.at, again.later = self.code, self.at, self.later
        self.desk.leads_back(lambda: app.open_page(again))

    def _unseen(self) -> str:
        hidden = self._listed(self.code)[1] if self.code else 0
        said = [super()._unseen(), f"{counted(hidden, 'units')} hidden" if hidden else ""]
        return ", ".join(part for part in said if part)

    def _place(self, unit: Document) -> str:
        turn = self.project.turns(unit["source"]).before(unit["spans"][0][0])
        name = safe(str((self.project.get("sources", unit["source"]) or {}).get("name") or ""))
        return f"{name}:{turn.number}" if turn is not None else name

    def _about(self, unit: Document) -> str:
        """Return who speaks, whose unit it is where that is a colleague's, and its other codes."""
        book = self.project.codebook
        others = [book.nodes[code].title for code in book.codes_of(unit) if code != self.code]
        said = [speaker(self.project, unit)]
        if unit.get("coder") != self.session.coder:
            said.append(initials_of(self.project, str(unit.get("coder"))))
        if others:
            said.append(f"also {', '.join(others)}")
        return safe(f" {self.glyphs.dot} ".join(part for part in said if part))
