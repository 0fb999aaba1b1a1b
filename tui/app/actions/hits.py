"""What keys do with what was found: the sentences that hold the hits are coded, as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.acting import last_given, of_quick_key
from tui.app.actions import unit_table
from tui.app.actions.marked import condense_prompt, memo_on
from tui.app.actions.unit_table import anchor, quote_unit, recode_units, split_one, take_off
from tui.app.condensing import ask_to_condense
from tui.app.pickers.nodes import code_picker
from tui.app.pickers.picker import Taken
from tui.app.screens.hits import HitsPage
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import ApplyCode, MarkUnit
from tui.model.ids import new_id
from tui.model.nodes import CODE
from tui.model.reading import reading_of
from tui.model.selection import cut, is_interviewers
from tui.model.text import Span, pairs_of
from tui.model.units import unit_at

__all__ = ["anchor", "quote_unit", "recode_units", "split_one", "take_off"]

if TYPE_CHECKING:
    from tui.analysis.search import Hit
    from tui.model.transaction import Edit
    from tui.store.project import Receipt

_Passage = tuple[str, tuple[Span, ...]]


def code_hits(page: HitsPage, key: str) -> None:
    """Choose the code for the sentence of this hit, or of each of the marked ones."""
    passages, left = _passages(page)
    if not passages:
        page.say("The interviewer says this: open it to code it all the same." if left else "Nothing was found.")
        return

    def take(taken: Taken) -> None:
        _code(page, passages, taken.ids, taken.new)

    stay = f" ({left} of the interviewer stay)" if left else ""
    title = f"Code {len(passages)} sentence{'' if len(passages) == 1 else 's'}{stay}"
    page.open_sheet(code_picker(page, title, take, back="back"))


def code_again(page: HitsPage, key: str) -> None:
    """Give the code that was given last."""
    last = last_given(page, "t")
    if last is not None:
        _give(page, last)


def quick_code(page: HitsPage, key: str) -> None:
    """Give the code of a digit."""
    chosen = of_quick_key(page, key)
    if chosen is not None:
        _give(page, chosen)


def condense_unit(page: HitsPage, key: str) -> None:
    """Write the unit that the hit lies in in fewer words; what is no unit yet, its sentence, becomes one."""
    if not page.here or page.unit(page.here) is not None:
        unit_table.condense_unit(page, key)
        return
    source, spans = _passage(page, page.hit(page.here))

    def edit_of(condensed: str) -> Edit | None:
        return MarkUnit(new_id(), source, pairs_of(spans), page.session.coder, (), condensed) if condensed else None

    ask_to_condense(
        page,
        page.project.transcript(source).shown(spans, omission=""),
        edit_of,
        prompt=condense_prompt(page.here, page.marked),
        draft=f"condense {(source, pairs_of(spans))}",
    )


def memo(page: HitsPage, key: str) -> None:
    """Write a memo on the unit that the hit lies in, else on its sentence."""
    from tui.app.sheets.memo import open_memo
    from tui.model.safe_text import safe

    unit = page.unit(page.here) if page.here else None
    if unit is not None:
        memo_on(page, str(unit["id"]), [])
    elif page.here:
        hit = page.hit(page.here)
        source, spans = _passage(page, hit)
        place = page.project.transcript(source).place(hit.start)
        on = {"kind": "passage", "id": source, "spans": pairs_of(spans)}
        open_memo(page, on, f"passage {safe(place)}")


def _give(page: HitsPage, code: str) -> None:
    passages, left = _passages(page)
    if passages:
        _code(page, passages, [code], ())
    else:
        page.say("The interviewer says this: open it to code it all the same." if left else "Nothing was found.")


def _passage(page: HitsPage, hit: Hit) -> _Passage:
    """Return the sentence that holds a hit, or the sentences it runs over, as a unit would get it."""
    reading = reading_of(page.project.transcript(hit.source))
    start, end = reading.sentence_at(hit.start).start, reading.sentence_at(hit.end - 1).end
    return hit.source, tuple(cut(reading.transcript, start, end))


def _passages(page: HitsPage) -> tuple[list[_Passage], int]:
    """Return what participants say around the chosen hits, each once, and how many an interviewer says."""
    found: dict[_Passage, None] = {}
    left = 0
    for identifier in page.chosen:
        source, spans = _passage(page, page.hit(identifier))
        if not spans or is_interviewers(page.project.transcript(source), spans):
            left += 1
        else:
            found[source, spans] = None
    return list(found), left


def _code(page: HitsPage, passages: Sequence[_Passage], codes: Sequence[str], names: Sequence[str]) -> None:
    """Let codes stand on every passage; one's own unit that lies just there is taken, else one is made."""
    new = [new_id() for _ in names]
    wanted = (*codes, *new)
    if not wanted:
        return
    edits: list[Edit] = [CreateNode(code, CODE, name) for code, name in zip(new, names, strict=True)]
    coder, book = page.session.coder, page.project.codebook
    number = 0
    for source, spans in passages:
        own = unit_at(page.project, source, spans, coder)
        if own is None:
            edits.append(MarkUnit(new_id(), source, pairs_of(spans), coder, wanted))
            number += 1
            continue
        missing = [code for code in wanted if code not in book.codes_of(own)]
        edits += [ApplyCode(str(own["id"]), code) for code in missing]
        number += bool(missing)
    if not number:
        page.say("They have that code already.")
        return
    named = " · ".join([*(book.nodes[code].title for code in codes), *names])

    def coded(receipt: Receipt) -> None:
        for code in reversed(wanted):
            page.desk.gave(code)
        if page.marked:
            page.marked.clear()
        else:
            page.move(1)

    sentence = f"code {number} sentence{'' if number == 1 else 's'} found as {named}"
    page.session.do(*edits, then=coded, sentence=sentence)
