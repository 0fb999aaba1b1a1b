"""What a key of the transcript acts on: the selection, else the current unit, else the sentence under the cursor.

An edit that gives codes or words to something that is no unit of one's own yet makes one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.desk import Place
from tui.app.layout.units_shown import initials_of
from tui.model import motions, selection
from tui.model.documents import Document
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import ApplyCode, MarkUnit, TakeCodeOff
from tui.model.ids import new_id
from tui.model.names import one_line
from tui.model.nodes import CODE
from tui.model.selection import is_interviewers
from tui.model.text import Span, pairs_of, spans_of, united
from tui.model.units import unit_at

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.app.screens.page import Page
    from tui.model.transaction import Edit
    from tui.store.project import Receipt

SELECTION, UNIT = "selection", "unit"
_BEGINNING = 15
"""How many characters tell which words are meant."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted on: spans of the open source, and the unit that has just these, where there is one."""

    what: str
    spans: Sequence[Span]
    unit: Document | None
    is_own: bool

    @property
    def own(self) -> Document | None:
        """The unit, where it is one's own."""
        return self.unit if self.is_own else None


def target(page: MainScreen, *, or_sentence: bool = False, held: bool = False) -> Target | None:
    """Return what a key acts on, or say what is missing.

    With `or_sentence` the sentence under the cursor is selected where there is nothing else, so that one sees what will
    be coded; with `held` the spans in hand count.
    """
    desk, pane = page.desk, page.transcript
    if desk.ends is not None:
        page.say("An end is in hand: enter keeps it, ctrl+c lets it be.")
        return None
    if desk.selection is None and not (held and desk.held):
        unit = pane.unit_here()
        if unit is not None:
            return _of_unit(page, unit)
        reading = pane.reading
        if not or_sentence or reading is None:
            page.say(_no_unit_here(page))
            return None
        desk.selection = selection.sentence(reading, desk.cursor)
    spans = united([*(desk.held if held else ()), *pane.selected()])
    if not spans:
        page.say("Nothing that a participant says is selected.")
        return None
    own = unit_at(page.project, desk.source, spans, page.session.coder)
    return Target(SELECTION, spans, own, own is not None)


def _no_unit_here(page: MainScreen) -> str:
    """Return what to do where no unit is: directly after coding, the way back to what was coded."""
    shown, desk = page.transcript.page, page.desk
    units = [each for each in shown.units.marked if each.is_relevant] if shown is not None else []
    before = [each.id for each in units if each.spans[0].start <= desk.cursor]
    if before and before[-1] == desk.made:
        return "No unit here: H goes to the unit just made."
    return "No unit here: s selects the sentence, H and L go to a unit."


def beginning(page: MainScreen, spans: Sequence[Span]) -> str:
    """Return how the words of some spans begin, quoted, to say what a question is about."""
    words = page.project.transcript(page.desk.source).shown(spans)
    kept = words
    while len(kept) > _BEGINNING and " " in kept:
        kept = kept.rpartition(" ")[0]
    if len(kept) > _BEGINNING:
        kept = kept[:_BEGINNING]
    glyphs = page.glyphs
    return f"{glyphs.opening}{kept}{glyphs.more if kept != words else ''}{glyphs.closing}"


def _of_unit(page: MainScreen, unit: Document) -> Target:
    """Return the unit as what is acted on; for a colleague's, one's own with the same spans where there is one."""
    spans = spans_of(unit["spans"])
    if unit.get("coder") == page.session.coder:
        return Target(UNIT, spans, unit, True)
    own = unit_at(page.project, page.desk.source, spans, page.session.coder)
    return Target(UNIT, spans, unit if own is None else own, own is not None)


def own_unit(page: MainScreen) -> Document | None:
    """Return the unit of one's own that a key acts on, or say what is missing."""
    found = target(page)
    if found is None:
        return None
    if found.unit is None:
        page.say("No unit has just this selection: enter makes one of it.")
        return None
    if not found.is_own:
        whose = initials_of(page.project, str(found.unit.get("coder")))
        page.say(f"This unit is {whose}’s: enter makes one of your own of it.")
        return None
    return found.unit


def made(page: MainScreen, what: Target, codes: Sequence[str], condensed: str | None = None) -> MarkUnit:
    """Return the edit that makes a unit of one's own."""
    return MarkUnit(new_id(), page.desk.source, pairs_of(what.spans), page.session.coder, tuple(codes), condensed)


def give(page: MainScreen, what: Target, codes: Sequence[str], new_name: str | None = None) -> None:
    """Let codes stand on a unit beside those it has, or make the unit with them; a new code is made first."""
    edits: list[Edit] = []
    wanted = list(codes)
    if new_name is not None:
        code = new_id()
        edits.append(CreateNode(code, CODE, new_name))
        wanted.append(code)
    own = what.own
    present = page.project.codebook.codes_of(own) if own is not None else ()
    missing = [code for code in wanted if code not in present]
    if own is None:
        edits.append(made(page, what, missing))
    else:
        edits += [ApplyCode(str(own["id"]), code) for code in missing]
    if own is not None and not missing:
        let_go(page)
        page.say("It has that code already.")
        return
    others = [code for code in codes if code in missing]
    page.session.do(*edits, then=_after(page, what, missing, own is None), sentence=_sentence(new_name, others))


def set_codes(page: MainScreen, what: Target, codes: Sequence[str], new_name: str | None) -> None:
    """Let just these codes stand on a unit of one's own, or make the unit with them."""
    own = what.own
    present = page.project.codebook.codes_of(own) if own is not None else ()
    gone = [code for code in present if code not in codes]
    if own is None or not gone:
        give(page, what, codes, new_name)
        return
    edits: list[Edit] = [TakeCodeOff(str(own["id"]), code) for code in gone]
    missing = [code for code in codes if code not in present]
    if new_name is not None:
        code = new_id()
        edits.append(CreateNode(code, CODE, new_name))
        missing.append(code)
    edits += [ApplyCode(str(own["id"]), code) for code in missing]
    page.session.do(*edits, then=_after(page, what, missing, False), sentence=_sentence(new_name, codes))


def _sentence(new_name: str | None, others: Sequence[str]) -> str | None:
    """Return what making a code and giving it is called, where that is all that is done."""
    return f"apply the new code {one_line(new_name)}" if new_name is not None and not others else None


def last_given(page: Page, chooses: str) -> str | None:
    """Return the code that was given last, or what it was merged into; without one, say which key chooses one."""
    last = page.project.codebook.resolve(page.desk.last_code) if page.desk.last_code else None
    if last is None:
        page.say(f"No code was given yet: {chooses} chooses one.")
    return last


def of_quick_key(page: Page, digit: str) -> str | None:
    """Return the code that one's own quick key stands for, or say that it stands for none."""
    coder = page.project.get("coders", page.session.coder)
    code = page.project.codebook.quick(coder).get(digit) if coder is not None else None
    if code is None:
        page.say(f"No code has the key {digit} yet: = in the codebook gives it one.")
    return code


def let_go(page: MainScreen) -> None:
    """End the selection and let go of the spans in hand."""
    page.desk.selection, page.desk.held = None, []


def _after(page: MainScreen, what: Target, codes: Sequence[str], is_new: bool) -> Callable[[Receipt], None]:
    """Return what follows when codes are given: the selection ends, and after a new unit one reads on."""

    def go_on(receipt: Receipt) -> None:
        for code in reversed(codes):
            page.desk.gave(code)
        if is_new:
            new = unit_at(page.project, page.desk.source, what.spans, page.session.coder)
            page.desk.made = str(new["id"]) if new is not None else ""
        if what.what == SELECTION:
            let_go(page)
            if is_new:
                read_on(page, what.spans)
        reading = page.transcript.reading
        if is_new and reading is not None and is_interviewers(reading.transcript, what.spans):
            page.say(f"{receipt.told}, inside a turn of the interviewer", undo=True)

    return go_on


def read_on(page: MainScreen, spans: Sequence[Span]) -> None:
    """Put the cursor on the next sentence that a participant says after some spans; at the end it stays."""
    reading = page.transcript.reading
    if reading is None or not spans:
        return
    following = motions.next_participants_sentence(reading, spans[-1].end)
    page.transcript.leap_to(spans[-1].end - 1 if following is None else following)
    page.desk.led_to = Place(page.desk.source, page.desk.cursor)
