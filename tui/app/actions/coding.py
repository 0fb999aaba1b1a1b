"""Giving codes to what is selected, to the current unit, to a sentence; condensing it; taking codes off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.acting import (
    SELECTION,
    beginning,
    give,
    last_given,
    let_go,
    made,
    of_quick_key,
    own_unit,
    set_codes,
    target,
)
from tui.app.condensing import ask_to_condense
from tui.model.edits.codebook import CreateNode
from tui.model.edits.units import ApplyCode, Condense, Recode, RemoveUnit, TakeCodeOff
from tui.model.ids import new_id
from tui.model.nodes import CODE
from tui.model.text import pairs_of

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.transaction import Edit

_QUOTED = {('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"), ("”", "”"), ("»", "«")}


def code(page: MainScreen, key: str) -> None:
    """Choose codes for what is acted on; those it has stand ticked."""
    _pick(page, "")


def in_vivo(page: MainScreen, key: str) -> None:
    """Choose a code, the speaker's own words typed already; what is long for a name is offered to be typed over."""
    found = target(page, or_sentence=True, held=True)
    reading = page.transcript.reading
    if found is not None and reading is not None:
        words = reading.transcript.shown(found.spans, str(page.project.setting("omission")))
        from tui.app.pickers.nodes import name_remark

        name = as_name(words)
        _pick(page, name, is_offered=bool(name_remark(name)))


def as_name(words: str) -> str:
    """Return a speaker's words as a code is called: without the marks that belong to the sentence around them."""
    name = words.rstrip(".,;:")
    opened, closed = name[:1], name[-1:]
    if len(name) > 2 and (opened, closed) in _QUOTED and not any(mark in name[1:-1] for mark in (opened, closed)):
        name = name[1:-1].rstrip(".,;:")
    return name or words


def _pick(page: MainScreen, typed: str, *, is_offered: bool = False) -> None:
    from tui.app.pickers.coding import code_picker

    found = target(page, or_sentence=True, held=True)
    if found is None:
        return
    present = frozenset(page.project.codebook.codes_of(found.own)) if found.own is not None else frozenset[str]()
    title = "Code the selection" if found.what == SELECTION else "Code the unit"

    def take(codes: list[str], new_name: str | None) -> None:
        set_codes(page, found, codes, new_name)

    code_picker(page, title, take, present=present, typed=typed, is_offered=is_offered)


def code_again(page: MainScreen, key: str) -> None:
    """Give the code that was given last."""
    last = last_given(page, "enter")
    if last is not None:
        _give(page, last)


def quick_code(page: MainScreen, key: str) -> None:
    """Give the code of a digit."""
    chosen = of_quick_key(page, key)
    if chosen is not None:
        _give(page, chosen)


def _give(page: MainScreen, chosen: str) -> None:
    found = target(page, or_sentence=True, held=True)
    if found is not None:
        give(page, found, [chosen])


def condense(page: MainScreen, key: str) -> None:
    """Write it in fewer words; what is no unit yet becomes one."""
    found, reading = target(page, or_sentence=True, held=True), page.transcript.reading
    if found is None or reading is None:
        return
    if found.unit is not None and not found.is_own:
        own_unit(page)
        return
    unit = found.unit
    before = str(unit.get("condensed") or "") if unit is not None else ""

    def edit_of(condensed: str) -> Edit | None:
        if unit is not None:
            return Condense(str(unit["id"]), condensed)
        return made(page, found, (), condensed) if condensed.strip() else None

    ask_to_condense(
        page,
        reading.transcript.shown(found.spans, omission=""),
        edit_of,
        prompt=f"Condense {beginning(page, found.spans)} to" if before else "Condense to",
        before=before,
        draft=f"condense {unit['id'] if unit is not None else (page.desk.source, pairs_of(found.spans))}",
        unit=str(unit["id"]) if unit is not None else "",
        then=lambda: let_go(page),
    )


def recode(page: MainScreen, key: str) -> None:
    """Let the chosen code replace the unit's; of several, ask which."""
    unit = own_unit(page)
    if unit is not None:
        recode_unit(page, unit)


def recode_unit(page: Page, unit: Document) -> None:
    """Let the chosen code replace a unit's, of several the one asked for; to a unit without codes it is given."""
    codes = page.project.codebook.codes_of(unit)
    identifier = str(unit["id"])
    if len(codes) > 1:
        which_code(page, "Recode which", codes, lambda old: _replace(page, identifier, old))
    else:
        _replace(page, identifier, codes[0] if codes else None)


def _replace(page: Page, unit: str, old: str | None) -> None:
    from tui.app.pickers.coding import code_picker

    title = f"Recode {page.project.codebook.nodes[old].title}" if old is not None else "Code the unit"

    def take(codes: list[str], new_name: str | None) -> None:
        edits: list[Edit] = []
        wanted = list(codes)
        if new_name is not None:
            wanted.insert(0, new_id())
            edits.append(CreateNode(wanted[0], CODE, new_name))
        if not wanted:
            return
        edits += [Recode(unit, old, wanted[0]), *(ApplyCode(unit, other) for other in wanted[1:])]
        page.session.do(*edits, then=lambda receipt: page.desk.gave(wanted[0]))

    code_picker(page, title, take)


def take_code_off(page: MainScreen, key: str) -> None:
    """Take one code off, of several the one asked for; a unit without codes goes away."""
    unit = own_unit(page)
    if unit is not None:
        take_off(page, unit, lambda: let_go(page))


def take_off(page: Page, unit: Document, then: Callable[[], None]) -> None:
    """Take one code off a unit, of several the one asked for, or the unit away where it has none."""
    codes = page.project.codebook.codes_of(unit)
    identifier = str(unit["id"])

    def do(edit: Edit) -> None:
        page.session.do(edit, then=lambda receipt: then())

    if len(codes) > 1:
        which_code(page, "Take off", codes, lambda chosen: do(TakeCodeOff(identifier, chosen)))
    else:
        do(TakeCodeOff(identifier, codes[0]) if codes else RemoveUnit(identifier))


def which_code(page: Page, prompt: str, codes: tuple[str, ...], then: Callable[[str], None]) -> None:
    """Ask which of a unit's codes is meant, by digits."""

    def choose(chosen: str) -> Callable[[], None]:
        return lambda: then(chosen)

    names = page.project.codebook.nodes
    page.choose(prompt, {str(at): (names[each].title, choose(each)) for at, each in enumerate(codes[:9], 1)})
