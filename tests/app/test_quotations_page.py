"""Choosing quotations among a pile's units, the balance of voices in view."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, codes_of, do, marked, node
from tui.app.screens.quotations import QuotationsPage
from tui.app.screens.summary import SummaryPage
from tui.model.edits.project import SetSetting
from tui.model.edits.quotations import SetQuotation
from tui.model.edits.units import ApplyCode, Condense
from tui.model.project import Project
from tui.reports.quoted import quotation_shapes

OUTLINE = "- waits / # Conditions / ## Liability / - who signs / - unfair / ## Standards / - tested"


def project() -> tuple[Project, list[str]]:
    """Three units of Liability by two people, one of Standards, one unsorted."""
    one = a_project(
        OUTLINE,
        L07="INT: Why? / L07: We wait long. Nobody decides. It is unfair.",
        L08="INT: And you? / L08: I signed for it. They tested it.",
        L09="INT: And you? / L09: Nothing.",
    )
    for name in ("L07", "L08", "L09"):
        one.put("participants", name.lower(), {"id": name.lower(), "name": f"Leader {name[2]}"})
    one.put("participants", "l08", {**one.need("participants", "l08"), "attributes": {"role": "manager"}})
    units = [
        marked(one, "Nobody decides.", "who signs"),
        marked(one, "It is unfair.", "unfair"),
        marked(one, "I signed for it.", "who signs", source="L08"),
        marked(one, "They tested it.", "tested", source="L08"),
        marked(one, "We wait long.", "waits"),
    ]
    return one, units


@asynccontextmanager
async def choosing(one: Project, path: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
    """Open the screen on a node, as `*` in the codebook does."""
    async with reader(one, size, pane="codebook", node=node(one, path)) as reading:
        await reading.press("*")
        assert isinstance(reading.app.page, QuotationsPage)
        yield reading


def quoted(one: Project, units: list[str]) -> list[bool]:
    return [bool(one.need("units", unit).get("quoted")) for unit in units]


def printed_order(one: Project) -> list[str]:
    return [shape["id"] for shape in quotation_shapes(one)]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_piles_units_are_listed_and_chosen_and_taken_off_with_one_key(size: tuple[int, int]) -> None:
    one, units = project()
    async with choosing(one, "Liability", size) as reading:
        text = "\n".join(reading.rows)
        assert "0 chosen of 3 units" in text
        assert all(words in text for words in ("Nobody decides.", "I signed for it.", "who signs", "L08:2"))
        assert "They tested it." not in text
        await reading.press("*")
        assert quoted(one, units) == [True, False, False, False, False]
        assert "1 chosen of 3 units" in reading.rows[1]
        assert "› 1* Nobody decides." in reading.row_of("Nobody decides.")
        await reading.press("*")
        assert not any(quoted(one, units))


async def test_the_marked_are_chosen_in_one_step() -> None:
    one, units = project()
    async with choosing(one, "Liability") as reading:
        await reading.press("space", "space", "*")
        assert quoted(one, units)[:3] == [True, True, False]
        assert len(reading.app.session.store.appended) == 1  # type: ignore[attr-defined]


async def test_the_balance_says_who_is_quoted_where_and_who_never() -> None:
    one, units = project()
    do(one, SetSetting("participants_word", "leaders"), SetQuotation(units[0], True), SetQuotation(units[3], True))
    async with choosing(one, "Liability") as reading:
        text = "\n".join(reading.rows)
        assert "2 quotations of 2 of 3 leaders   here 1: Leader 7" in text
        assert "never   Leader 9" in text
        assert "a 1  b 1" in reading.row_of("piles ")
        assert "Leader 8, 1×" in text
        await reading.press("j", "*")
        assert "here 2: Leader 7 ×2" in "\n".join(reading.rows)
        assert "quoted  Leader 7 ×2, 8" in "\n".join(reading.rows)


async def test_quotations_are_put_in_order_and_the_summary_follows() -> None:
    one, units = project()
    do(one, *(SetQuotation(unit, True) for unit in units[:3]))
    async with choosing(one, "Liability") as reading:
        assert printed_order(one) == [units[0], units[1], units[2]]
        await reading.press("J")
        assert printed_order(one) == [units[1], units[0], units[2]]
        assert "2* Nobody decides." in reading.row_of("Nobody decides.")
        await reading.press("tab")
        assert reading.app.page.ids == [units[1], units[0], units[2]]  # type: ignore[attr-defined]
        await reading.press("K")
        assert printed_order(one) == [units[0], units[1], units[2]]
        await reading.press("K")
        assert "It is the first one." in reading.key_line


async def test_what_is_no_quotation_has_no_order() -> None:
    one, _ = project()
    async with choosing(one, "Liability") as reading:
        await reading.press("J")
        assert "* chooses one" in reading.key_line
        assert reading.app.session.store.appended == []  # type: ignore[attr-defined]


async def test_of_a_category_each_pile_keeps_its_own_order() -> None:
    one, units = project()
    do(one, *(SetQuotation(unit, True) for unit in units[:4]))
    async with choosing(one, "Conditions") as reading:
        page = reading.app.page
        assert list(page.ids) == units[:4]  # type: ignore[attr-defined]
        await reading.press("j", "j", "J")
        assert "It is the last one." in reading.key_line
        await reading.press("K")
        assert printed_order(one) == [units[0], units[2], units[1], units[3]]


async def test_a_unit_of_two_piles_is_listed_once_with_its_number_in_the_first() -> None:
    one, units = project()
    do(one, ApplyCode(units[3], node(one, "unfair")), *(SetQuotation(unit, True) for unit in units[:4]))
    async with choosing(one, "Conditions") as reading:
        assert sorted(reading.app.page.ids) == sorted(units[:4])  # type: ignore[attr-defined]
        assert "4* They tested it." in reading.row_of("They tested it.")
        assert printed_order(one).count(units[3]) == 2
        assert "4 quotations of" in reading.row_of("quotations of")


async def test_only_some_participants_are_shown_and_the_hidden_are_said() -> None:
    one, units = project()
    async with choosing(one, "Liability") as reading:
        await reading.press("f")
        await reading.type("manager")
        await reading.press("tab", "enter")
        assert list(reading.app.page.ids) == [units[2]]  # type: ignore[attr-defined]
        assert "only manager" in reading.rows[1]
        assert any("2 units hidden" in row for row in reading.rows)
        await reading.press("ctrl+c")
        assert len(reading.app.page.ids) == 3  # type: ignore[attr-defined]


async def test_words_filter_the_units_and_condensed_forms_stand_for_them() -> None:
    one, units = project()
    do(one, Condense(units[0], "no decision"))
    async with choosing(one, "Liability") as reading:
        await reading.press("j", "z")
        assert "no decision" in "\n".join(reading.rows)
        assert "Nobody decides." not in "\n".join(reading.rows)
        await reading.press("/")
        await reading.type("no decision")
        await reading.press("enter")
        assert list(reading.app.page.ids) == [units[0]]  # type: ignore[attr-defined]


async def test_enter_goes_to_the_text_and_back_to_the_row_as_it_was_looked_at() -> None:
    one, units = project()
    do(one, *(SetQuotation(unit, True) for unit in units[:3]))
    async with choosing(one, "Liability") as reading:
        await reading.press("tab", "j", "j", "enter")
        assert reading.desk.source == "L08"
        await reading.press("'", "'")
        page = reading.app.page
        assert isinstance(page, QuotationsPage)
        assert (page.here, page.shows_chosen) == (units[2], True)


async def test_e_opens_the_card_and_words_it() -> None:
    one, units = project()
    async with choosing(one, "Liability") as reading:
        await reading.press("e")
        assert any("Quotation ─" in row for row in reading.rows)
        await reading.press("backspace", "ctrl+d")
        assert one.need("units", units[0])["edited"] == "Nobody decides"
        assert quoted(one, units)[0]


async def test_a_colleagues_unit_is_quoted_after_asking() -> None:
    one, _ = project()
    one.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    theirs = marked(one, "We wait long.", "unfair", coder="jon-ek")
    async with choosing(one, "unfair") as reading:
        reading.app.page.stand_on(theirs)  # type: ignore[attr-defined]
        await reading.press("*")
        assert "Quote what is Jon Ek’s?" in reading.key_line
        assert "quoted" not in one.need("units", theirs)
        await reading.press("y")
        assert one.need("units", theirs)["quoted"]


async def test_units_of_coders_who_do_not_count_are_not_offered() -> None:
    one, units = project()
    one.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    marked(one, "We wait long.", "unfair", coder="jon-ek")
    do(one, SetSetting("counted", [CODER]))
    async with choosing(one, "Liability") as reading:
        assert list(reading.app.page.ids) == units[:3]  # type: ignore[attr-defined]


async def test_undo_takes_the_choice_back_and_stands_on_it() -> None:
    one, units = project()
    async with choosing(one, "Liability") as reading:
        await reading.press("*", "j", "u")
        assert not any(quoted(one, units))
        assert reading.app.page.here == units[0]  # type: ignore[attr-defined]


async def test_an_unsorted_code_has_quotations_too() -> None:
    one, units = project()
    async with choosing(one, "waits") as reading:
        await reading.press("*")
        assert quoted(one, units)[4]
        assert codes_of(one, units[4]) == ["waits"]
        assert "1* We wait long." in reading.row_of("We wait long.")


async def test_from_the_summary_a_sections_units_are_chosen_among_and_the_summary_follows() -> None:
    one, units = project()
    async with reader(one) as reading:
        reading.app.open_page(SummaryPage(reading.app.session))
        await reading.press("*")
        assert "no units of its own" in reading.key_line
        await reading.press("J", "J", "*", "*")
        assert quoted(one, units)[0]
        await reading.press("q")
        assert isinstance(reading.app.page, SummaryPage)
        assert any("Nobody decides." in row for row in reading.rows)
