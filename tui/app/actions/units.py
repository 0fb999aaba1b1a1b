"""What is done to the current unit: its ends, splitting, joining, quoting; and what is not relevant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.acting import let_go, own_unit, target
from tui.app.panes.transcript_open import ENDS
from tui.model import ends as moving
from tui.model.documents import Document
from tui.model.edits.quotations import SetQuotation
from tui.model.edits.spans import ChangeSpans, JoinUnits, SplitUnit
from tui.model.edits.units import MarkNotRelevant, MarkRelevant
from tui.model.ends import Ends
from tui.model.ids import new_id
from tui.model.reading import Reading
from tui.model.selection import FREE, Selection
from tui.model.text import Span, pairs_of, spans_of, united
from tui.model.units import cut, is_unit
from tui.model.words import without

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.model.transaction import Edit


def move_ends(page: MainScreen, key: str) -> None:
    """Take the nearer end of the unit in hand: motions move it until it is kept."""
    unit, reading = own_unit(page), page.transcript.reading
    if unit is None or reading is None:
        return
    _in_hand(page, reading, moving.nearest(str(unit["id"]), spans_of(unit["spans"]), page.desk.cursor))


def other_end(page: MainScreen, key: str) -> None:
    """Take the other end in hand, then those of the next span."""
    ends, reading = page.desk.ends, page.transcript.reading
    if isinstance(ends, Ends) and reading is not None:
        _in_hand(page, reading, moving.other(ends))


def drop_span(page: MainScreen, key: str) -> None:
    """Let this span go; the last one stays."""
    ends, reading = page.desk.ends, page.transcript.reading
    if not isinstance(ends, Ends) or reading is None:
        return
    left = moving.dropped(ends)
    if left is None:
        page.say("This is the unit’s only span; d takes a unit away after ctrl+c.")
    else:
        _in_hand(page, reading, left)


def keep_ends(page: MainScreen, key: str) -> None:
    """Let the unit lie where its ends are now."""
    ends, reading = page.desk.ends, page.transcript.reading
    page.desk.ends, page.desk.mode = None, ""
    if isinstance(ends, Ends) and reading is not None:
        spans = moving.kept(ends, reading.transcript)
        unit = page.project.get("units", ends.unit)
        is_settled = unit is not None and not unit.get("uncertain")  # else its ends are kept by being looked at
        if unit is not None and is_settled and pairs_of(spans_of(unit["spans"])) == pairs_of(spans):
            page.say("The ends are as they were.")
            return
        page.session.do(ChangeSpans(ends.unit, pairs_of(spans)))


def _in_hand(page: MainScreen, reading: Reading, ends: Ends) -> None:
    desk = page.desk
    desk.selection, desk.current = None, ends.unit
    desk.ends, desk.mode = ends, ENDS
    desk.cursor = ends.position(reading)


def split_unit(page: MainScreen, key: str) -> None:
    """Show where the unit would be split, at the cursor, and do it on `enter`."""
    desk = page.desk
    unit = own_unit(page)
    if unit is None:
        return
    first, second = cut(unit["spans"], desk.cursor)
    transcript = page.project.transcript(desk.source)
    if not transcript.word_count(first) or not transcript.word_count(second):
        page.say("Put the cursor where the second part shall begin.")
        return
    identifier, at = str(unit["id"]), desk.cursor
    desk.selection = Selection(second[0][0], second[-1][1], FREE, second[0][0])

    def split() -> None:
        desk.selection = None
        page.session.do(SplitUnit(identifier, at, new_id()))

    page.choose("The selected part becomes a unit of its own", {"enter": ("split", split)}, left=lambda: let_go(page))


def join_units(page: MainScreen, key: str) -> None:
    """Show what the spans in hand would make of the unit under the cursor, and do it on `enter`."""
    desk = page.desk
    if not desk.held:
        page.say("Nothing in hand: + takes a unit in hand, then M on another joins them.")
        return
    unit = own_unit(page)
    if unit is None:
        return
    others = [each for each in _units_in_hand(page) if each["id"] != unit["id"]]
    loose = without(desk.held, united(span for each in others for span in spans_of(each["spans"])))
    edits: list[Edit] = []
    if others:
        edits.append(JoinUnits(str(unit["id"]), [str(each["id"]) for each in others]))
    joined = [span for each in (unit, *others) for span in spans_of(each["spans"])]
    whole = united([*joined, *loose])
    if loose:
        edits.append(ChangeSpans(str(unit["id"]), pairs_of(whole)))
    words = page.project.transcript(desk.source).word_count(whole)

    def join() -> None:
        page.session.do(*edits, then=lambda receipt: let_go(page))

    page.choose(f"They become one unit of {words} words, codes kept", {"enter": ("merge", join)})


def _units_in_hand(page: MainScreen) -> list[Document]:
    """Return one's own units whose spans all are in hand."""
    held = page.desk.held
    return [
        unit
        for unit in page.project.units_in(page.desk.source)
        if is_unit(unit)
        and unit.get("coder") == page.session.coder
        and all(_is_in(span, held) for span in spans_of(unit["spans"]))
    ]


def _is_in(span: Span, held: Sequence[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in held)


def quotation(page: MainScreen, key: str) -> None:
    """Choose the unit as a quotation; where it is one, word it or take that back."""
    unit = own_unit(page)
    if unit is None:
        return
    identifier = str(unit["id"])
    if not unit.get("quoted"):
        page.session.do(SetQuotation(identifier, True), then=lambda receipt: let_go(page))
        return
    from tui.app.sheets.quotation import quotation_card

    quotation_card(page, identifier)


def not_relevant(page: MainScreen, key: str) -> None:
    """Mark what is selected as not relevant; on such a passage, let it be relevant again."""
    desk, shown = page.desk, page.transcript.page
    found = target(page) if desk.selection is not None else None
    if desk.selection is not None and found is None:
        return
    spans = found.spans if found is not None else []
    here = shown.units.not_relevant_at(spans[0].start if spans else desk.cursor) if shown is not None else []
    marks = [each for each in here if each.get("coder") == page.session.coder]
    within = [mark for mark in marks if all(_is_in(span, spans_of(mark["spans"])) for span in spans)]
    if within:
        page.session.do(MarkRelevant(str(within[0]["id"])), then=lambda receipt: let_go(page))
    elif not spans:
        page.say("Select first what is not relevant: s, p, P or v.")
    else:
        edit = MarkNotRelevant(new_id(), desk.source, pairs_of(spans), page.session.coder)
        page.session.do(edit, then=lambda receipt: let_go(page))
