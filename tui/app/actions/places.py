"""Going to places in the transcript: units, uncovered passages, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.desk import Place
from tui.app.layout.units_shown import blind_to
from tui.model import motions
from tui.model.coverage import uncovered
from tui.model.documents import Document
from tui.model.text import spans_of
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


def previous_unit(page: MainScreen, key: str) -> None:
    """Go to the unit before."""
    _step(page, -1)


def next_unit(page: MainScreen, key: str) -> None:
    """Go to the next unit."""
    _step(page, 1)


def _step(page: MainScreen, by: int) -> None:
    shown = page.transcript.page
    units = [each for each in shown.units.marked if each.is_relevant] if shown is not None else []
    here = page.transcript.unit_here()
    at = next((index for index, each in enumerate(units) if here is not None and each.id == here["id"]), None)
    if at is None:
        before = sum(1 for each in units if each.spans[0].start <= page.desk.cursor)
        at = before - 1 if by > 0 else before
    if 0 <= at + by < len(units):
        unit = units[at + by]
        page.transcript.leap_to(unit.spans[0].start, unit.id)
    else:
        page.say("No more units that way." if units else "No units here yet.")


def unit_here(page: MainScreen, key: str) -> None:
    """Light the next of the units under the cursor."""
    shown = page.transcript.page
    here = [str(unit["id"]) for unit in shown.units.at(page.desk.cursor)] if shown is not None else []
    lit = page.transcript.unit_here()
    if len(here) < 2 or lit is None:
        page.say("No other unit here.")
        return
    page.desk.current = here[(here.index(str(lit["id"])) + 1) % len(here)]


def same_code(page: MainScreen, key: str) -> None:
    """Go to the next unit with the same code, in any source."""
    lit, project = page.transcript.unit_here(), page.project
    codes = project.codebook.codes_of(lit) if lit is not None else ()
    if lit is None or not codes:
        page.say("No unit with a code here.")
        return
    units = _in_order(page, [unit for unit in project.units_with(codes[0]) if is_unit(unit)])
    at = next(index for index, unit in enumerate(units) if unit["id"] == lit["id"])
    following = units[(at + 1) % len(units)]
    name = project.codebook.nodes[codes[0]].title
    if following["id"] == lit["id"]:
        page.say(f"This is the only unit with {name}.")
        return
    go_to_unit(page, following)
    page.say(f"{name}: {(at + 1) % len(units) + 1} of {len(units)}")


def go_to_unit(page: MainScreen, unit: Document) -> None:
    """Open a unit's source and put the cursor on it; the place left can be returned to."""
    page.desk.go(str(unit["source"]), spans_of(unit["spans"])[0].start)
    page.desk.current = str(unit["id"])


def _in_order(page: MainScreen, units: Sequence[Document]) -> list[Document]:
    names = {source["id"]: str(source.get("name") or "") for source in page.project.alive("sources")}
    return sorted(units, key=lambda unit: (names.get(unit["source"], ""), unit["spans"], unit["id"]))


def next_uncovered(page: MainScreen, key: str) -> None:
    """Go to the next passage that a participant says and no unit covers."""
    _go_uncovered(page, forwards=True)


def previous_uncovered(page: MainScreen, key: str) -> None:
    """Go to the uncovered passage before."""
    _go_uncovered(page, forwards=False)


def _go_uncovered(page: MainScreen, *, forwards: bool) -> None:
    reading, desk = page.transcript.reading, page.desk
    if reading is None:
        return
    unseen = blind_to(page.project, desk.source, page.session.coder)
    passages = uncovered(page.project, reading.transcript, unseen=unseen)
    to = motions.first(passages, desk.cursor) if forwards else motions.last(passages, desk.cursor)
    led_to, desk.led_to = desk.led_to, None
    if forwards and led_to == Place(desk.source, desk.cursor):
        here = next((end for start, end in passages if start <= desk.cursor < end), None)
        if here is not None:
            page.transcript.leap_to(desk.cursor, passage_end=here - 1)
            page.say("The next uncovered passage is here; once more goes on.")
            return
    if to is None:
        page.say(f"No uncovered passage {'follows' if forwards else 'before this'}." if passages else "All is covered.")
    else:
        page.transcript.leap_to(to.start, passage_end=to.end - 1)


def last_place(page: MainScreen, key: str = "") -> None:
    """Go back to the last place one leapt from."""
    place = page.desk.back()
    while place is not None and place.reopens is None and page.project.get("sources", place.source) is None:
        place = page.desk.back()
    if place is None:
        page.say("No place to go back to.")
        return
    if page.project.get("sources", place.source) is not None:
        places = list(page.desk.places)
        page.desk.go(place.source, place.cursor)
        page.desk.places = places
    if place.reopens is not None:
        place.reopens()
