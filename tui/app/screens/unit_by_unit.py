"""Splitting a code unit by unit: each unit in full among the words around it; one key sends it and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.layout.document import wrapped_pieces
from tui.app.layout.feet import counted, speaker
from tui.app.layout.pieces import EMPTY, Line, Piece, cropped, cut, ends, wrapped
from tui.app.layout.rules import Titled, title_rule, under_rule
from tui.app.layout.side import name_of, place_of
from tui.app.screens.page import Page
from tui.model.parting import Heap
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session
    from tui.model.documents import Document

WIDEST = 72
MOST_HEAPS = 9
_AROUND = 320
"""How many characters of the turn are shown before and after the unit."""
_TEXT_AT = 5


class UnitByUnitPage(Page):
    """The units of one code, one at a time, and the codes they go to."""

    context: ClassVar[str] = "unit_by_unit"

    def __init__(self, session: Session, code: str, units: Sequence[str]) -> None:
        """Go through these units of a code, or on where one left off."""
        super().__init__(session)
        self.units = list(units)
        self.heaps = [Heap(code, self.project.codebook.nodes[code].title)]
        self.given: dict[str, int] = {}
        self.sent: list[tuple[str, int | None]] = []
        """The decisions so far: the unit, and which heap it was given before."""
        self.at = 0
        self.top = 0
        self.edited_last = False
        """Whether the last thing that can be taken back is an edit (a memo, a condensed form), not a decision."""
        self._new = False
        self._lines: list[Line] = []
        self._take_up()

    # what is there

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "everywhere")

    @property
    def code(self) -> str:
        """The code that is split."""
        return self.heaps[0].code

    @property
    def here(self) -> str:
        """The id of the unit that is shown; empty where none is left."""
        return self.units[self.at] if self.units else ""

    @property
    def undecided(self) -> list[str]:
        """The units that nothing was said of yet."""
        return [unit for unit in self.units if unit not in self.given]

    def count(self, number: int) -> int:
        """Return how many units a heap has been given; the first has those that nothing was said of, too."""
        given = sum(1 for unit in self.units if self.given.get(unit) == number)
        return given + (len(self.undecided) if number == 0 else 0)

    # deciding

    def send(self, number: int) -> None:
        """Give the unit to a heap, and go on to the next that nothing was said of."""
        if self.here:
            self.edited_last = False
            self.sent.append((self.here, self.given.get(self.here)))
            self.given[self.here] = number
            self._go_on()
            self._note()

    def add_heap(self, heap: Heap) -> None:
        """Let units go to one more code, this one first."""
        known = next((number for number, one in enumerate(self.heaps) if one.code == heap.code), None)
        if known is None:
            self.heaps.append(heap)
            known = len(self.heaps) - 1
        self.send(known)

    def take_back(self) -> bool:
        """Take the last decision back and stand on its unit; answers whether there was one."""
        while self.sent:
            unit, before = self.sent.pop()
            if unit not in self.units:
                continue
            if before is None:
                self.given.pop(unit, None)
            else:
                self.given[unit] = before
            self.at, self.top = self.units.index(unit), 0
            self._note()
            return True
        return False

    def note(self, words: str, undo: bool = False, redo: bool = False) -> None:
        """Have a message shown; one of an edit says that `u` takes back that edit."""
        super().note(words, undo, redo)
        self.edited_last = self.edited_last or undo

    def move(self, by: int) -> None:
        """Look at another unit without deciding."""
        self.at = max(0, min(len(self.units) - 1, self.at + by))
        self.top = 0

    def _go_on(self) -> None:
        order = [*range(self.at + 1, len(self.units)), *range(self.at)]
        self.at = next((number for number in order if self.units[number] not in self.given), self.at)
        self.top = 0

    # what was begun waits

    @property
    def draft(self) -> str:
        """The key under which the decisions wait until they are done."""
        return f"unit by unit {self.code}"

    def _take_up(self) -> None:
        waiting = self.session.drafts.waiting(self.draft)
        if not isinstance(waiting, dict):
            return
        nodes = self.project.codebook.nodes
        heaps = [Heap(str(code), str(name), bool(new)) for code, name, new in waiting.get("heaps", [])]
        if any(not heap.is_new and heap.code not in nodes for heap in heaps):
            return
        self.heaps += heaps
        numbers = range(len(self.heaps))
        given = {str(unit): number for unit, number in waiting.get("given", {}).items() if number in numbers}
        self.given = {unit: number for unit, number in given.items() if unit in self.units}
        self.at = next((number for number, unit in enumerate(self.units) if unit not in self.given), 0)

    def _note(self) -> None:
        heaps = [[heap.code, heap.name, heap.is_new] for heap in self.heaps[1:]]
        self._new = self.session.drafts.put(self.draft, {"heaps": heaps, "given": dict(self.given)})

    def put_by(self) -> bool:
        """Have what was decided kept, for the case that the line is lost; answers whether anything is new."""
        new, self._new = self._new, False
        return new

    def still_there(self) -> bool:
        """Leave out units that do not have the code any more; answers whether there is anything to split."""
        have = {unit["id"] for unit in self.project.units_with(self.code)}
        here = self.here
        self.units = [unit for unit in self.units if unit in have]
        self.at = self.units.index(here) if here in self.units else max(0, min(self.at, len(self.units) - 1))
        return self.code in self.project.codebook.nodes and bool(self.units)

    # drawing

    def trail(self) -> list[Piece]:
        """Return what this page is."""
        return [(f" {self.glyphs.here} ", "muted"), ("Split unit by unit", "bright")]

    @property
    def _rule_row(self) -> int:
        foot_rows = max(3, len(self.heaps)) + 1
        return self.down - 1 - (1 if self.down >= 30 else 0) - foot_rows - 1

    @property
    def room(self) -> int:
        """How many lines there are for the unit."""
        return max(1, self._rule_row - 2)

    def prepare_frame(self) -> None:
        """Lay the unit out."""
        self._lines = self._unit_lines() if self.still_there() else [((" It has no units any more.", "muted"),)]
        self.top = max(0, min(self.top, len(self._lines) - self.room))

    def inner_line(self, y: int) -> Line:
        """Return title rule, the unit among its words, the rule, and the codes it may go to."""
        rule_row = self._rule_row
        if y == 1:
            decided = len(self.units) - len(self.undecided)
            fact = f"unit {self.at + 1} of {len(self.units)}, {decided} decided"
            name = safe(self.heaps[0].name)
            return title_rule([Titled(name, fact, 0, self.across, self.sheet is None)], self.across, self.glyphs)
        if y < rule_row:
            at = self.top + y - 2
            return self._lines[at] if at < len(self._lines) else EMPTY
        if y == rule_row:
            below = len(self._lines) - self.top - self.room
            return under_rule([(0, self.across, f"{below} more" if below > 0 else "")], self.glyphs)
        number = y - rule_row - 1
        if number < len(self.heaps):
            return cropped(self._heap_line(number), self.across)
        return (
            ((" +", "accent"), (" new code   ", "muted"), ("/", "accent"), (" a code there is", "muted"))
            if (number == len(self.heaps))
            else EMPTY
        )

    def _heap_line(self, number: int) -> Line:
        heap = self.heaps[number]
        here = self.given.get(self.here) == number
        said = "stays" if number == 0 else "new" if heap.is_new else "there already"
        node = self.project.codebook.nodes.get(heap.code)
        about = f"{said}: {safe(node.definition)}" if node is not None and node.definition else said
        wide = min(40, self.across // 2)
        name = cut(safe(heap.name), wide, self.glyphs.more).ljust(wide)
        role = "strong" if here else "text"
        lead: list[Piece] = [(self.glyphs.here if here else " ", "accent"), (f"{number + 1} ", "accent")]
        counts = f"{self.count(number):>5,}  "
        room = self.across - wide - 3 - len(counts)
        return (*lead, (name, role), (counts, "muted"), (cut(about, room, self.glyphs.more), "muted"))

    def _unit_lines(self) -> list[Line]:
        unit = self.project.need("units", self.here)
        width = min(WIDEST, self.across - _TEXT_AT - 2)
        before, words, after = self._in_its_turn(unit)
        pieces: list[Piece] = [(before, "muted"), (words, "text@lit"), (after, "muted")]
        indent: Piece = (" " * _TEXT_AT, "text")
        place = place_of(self.project, unit, max(12, self.across // 3), self.glyphs.more)
        who = safe(speaker(self.project, unit))
        head = ends([indent, (place, "strong")], [(who, "muted")], min(self.across - 1, width + _TEXT_AT))
        lines: list[Line] = [EMPTY, head, EMPTY]
        lines += [(indent, *line) for line in wrapped_pieces([piece for piece in pieces if piece[0]], width)]
        condensed = safe(str(unit.get("condensed") or ""))
        if condensed:
            lines += [EMPTY, *(((" " * _TEXT_AT, "text"), (line, "muted")) for line in wrapped(condensed, width))]
        return [*lines, *self._also(unit, width)]

    def _also(self, unit: Document, width: int) -> list[Line]:
        """Return which other codes the unit has, and whose it is where it is a colleague's."""
        book = self.project.codebook
        others = [safe(book.nodes[code].title) for code in book.codes_of(unit) if code != self.code]
        said = [f"also {', '.join(others)}"] if others else []
        if unit.get("coder") != self.session.coder:
            said.append(f"marked by {name_of(self.project, str(unit.get('coder') or ''))}")
        lines = [((" " * _TEXT_AT, "text"), (cut(words, width, self.glyphs.more), "muted")) for words in said]
        return [EMPTY, *lines] if lines else []

    def _in_its_turn(self, unit: Document) -> tuple[str, str, str]:
        """Return what is said before the unit in its turn, the unit's words, and what is said after it."""
        transcript = self.project.transcript(unit["source"])
        turns = self.project.turns(unit["source"])
        start, end = unit["spans"][0][0], unit["spans"][-1][1]
        first, last = turns.before(start), turns.before(end - 1)
        begins = max(first.speech if first is not None else start, start - _AROUND)
        stops = min(last.end if last is not None else end, end + _AROUND)
        more = self.glyphs.more
        before = transcript.shown([[begins, start]], "") if begins < start else ""
        after = transcript.shown([[end, stops]], "") if end < stops else ""
        cut_before = first is not None and begins > first.speech
        cut_after = last is not None and stops < last.end
        words = transcript.shown(unit["spans"], str(self.project.setting("omission")))
        before = f"{more}{before.partition(' ')[2]}" if cut_before else before
        after = f"{after.rpartition(' ')[0]}{more}" if cut_after else after
        gaps = [" " if transcript.text[at : at + 1].isspace() else "" for at in (start - 1, end)]
        return safe(before) + gaps[0], safe(words), gaps[1] + safe(after)


def heap_words(page: UnitByUnitPage) -> list[tuple[str, str]]:
    """Return what splitting would do as it is decided now: a label and a line each."""
    said = []
    for number, heap in enumerate(page.heaps):
        chosen = (page.project.get("units", unit) for unit in page.units if page.given.get(unit, 0) == number)
        units = [unit for unit in chosen if unit is not None]
        people = {who for unit in units for who in page.project.participants_of(unit)}
        noun = str(page.project.setting("participants_word"))
        share = f"{counted(len(units), 'units')} of {counted(len(people), noun)}"
        what = "stays" if number == 0 else "new code" if heap.is_new else "there now"
        said.append((what, f"“{heap.name}” {share}"))
    left = len(page.undecided)
    if left:
        said.append(("undecided", f"{counted(left, 'units')} of those that stay"))
    return said
