"""The text of a section of the summary is written beside the units it rests on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, do, marked, node
from tui.app.glyphs import FULL
from tui.app.layout.beside import Beside
from tui.app.screens.summary import SummaryPage
from tui.model.edits.codebook import DefineNode
from tui.model.edits.project import SetSetting
from tui.model.edits.quotations import SetQuotation, WriteQuotation
from tui.model.edits.units import Condense
from tui.model.project import Project

OUTLINE = "# Conditions / ## Liability / - who signs / - unfair / ## Standards / - tested / * Alone: Liability"


def project() -> tuple[Project, list[str]]:
    one = a_project(
        OUTLINE,
        L07="INT: Why? / L07: We wait long. Nobody decides. It is unfair.",
        L08="INT: And you? / L08: I signed for it. They tested it.",
    )
    units = [
        marked(one, "It is unfair.", "unfair"),
        marked(one, "I signed for it.", "who signs", source="L08"),
        marked(one, "Nobody decides.", "who signs"),
        marked(one, "They tested it.", "tested", source="L08"),
    ]
    do(one, Condense(units[1], "signs alone"), SetQuotation(units[0], True))
    return one, units


@asynccontextmanager
async def writing(one: Project, sections: int, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
    """Open the text of a section of the summary, so many down."""
    async with reader(one, size) as reading:
        reading.app.open_page(SummaryPage(reading.app.session))
        await reading.press(*("J",) * sections, "e")
        yield reading


async def test_the_units_stand_beside_the_text_quotations_first_then_condensed_forms() -> None:
    one, _ = project()
    async with writing(one, 2) as reading:
        beside = [row[61:].strip() for row in reading.rows]
        shown = [
            beside.index(words)
            for words in ("1* It is unfair.", "who signs  2", "·  Nobody decides.", "·  signs alone")
        ]
        assert shown == sorted(shown)
        assert "L08 (L08:2)" in beside
        assert "3 units, 1 quotation" in reading.rows[1]
        assert not any("They tested it." in row for row in beside)


async def test_the_text_is_kept_as_the_narrative_and_the_units_scroll_while_one_writes() -> None:
    one, _ = project()
    async with writing(one, 2) as reading:
        await reading.type("Most had looked.")
        assert "3 words" in reading.rows[1]
        await reading.press("ctrl+n")
        assert not any("1* It is unfair." in row for row in reading.rows)
        assert any("Most had looked." in row for row in reading.rows)
        await reading.press("ctrl+p", "ctrl+d")
        assert one.need("nodes", node(one, "Liability"))["narrative"] == "Most had looked."
        assert any("Most had looked." in row for row in reading.rows)  # the summary follows


@pytest.mark.parametrize("section", ["Conditions", "Liability", "Standards", "Alone"])
async def test_categories_sub_categories_and_themes_have_a_text(section: str) -> None:
    one, _ = project()
    number = {"Conditions": 1, "Liability": 2, "Standards": 3, "Alone": 5}[section]
    async with writing(one, number) as reading:
        await reading.type("Yes.")
        await reading.press("ctrl+d")
        there = next(each for each in one.codebook.nodes.values() if each.title == section)
        assert there.document["narrative"] == "Yes."


async def test_on_a_small_screen_the_units_are_a_key_away_and_letters_do_not_write_there() -> None:
    one, _ = project()
    async with writing(one, 2, (80, 24)) as reading:
        await reading.type("Most")
        assert not any("1* It is unfair." in row for row in reading.rows)
        await reading.press("tab")
        assert any("1* It is unfair." in row for row in reading.rows)
        await reading.press("j", "z", "tab")
        await reading.type("ly")
        assert any("Mostly" in row for row in reading.rows)
        await reading.press("tab", "ctrl+d")
        assert one.need("nodes", node(one, "Liability"))["narrative"] == "Mostly"


async def test_the_draft_is_kept_and_comes_back() -> None:
    one, _ = project()
    async with writing(one, 2) as reading:
        await reading.type("Half a")
        await reading.press("ctrl+c")
        assert "narrative" not in one.need("nodes", node(one, "Liability"))
        await reading.press("e")
        assert any(row.startswith(" Half a") for row in reading.rows)


async def test_nothing_written_anew_is_no_edit() -> None:
    one, _ = project()
    do(one, DefineNode(node(one, "Liability"), {"narrative": "As it was."}))
    async with writing(one, 2) as reading:
        await reading.press("ctrl+d")
        assert reading.app.session.store.appended == []  # type: ignore[attr-defined]
        assert not any("Text of" in row for row in reading.rows)


async def test_the_cursor_of_a_long_text_stays_in_view() -> None:
    one, _ = project()
    async with writing(one, 2, (120, 24)) as reading:
        for number in range(40):
            await reading.type(f"line{number}")
            await reading.press("enter")
        assert any("line39" in row for row in reading.rows)
        await reading.press("pageup", "pageup", "pageup", "pageup", "pageup")
        assert any("line0" in row for row in reading.rows)


def test_a_quotation_stands_as_it_is_printed_with_its_translation_first() -> None:
    one, units = project()
    do(one, WriteQuotation(units[0], edited="[This] is unfair.", translation="Ungerecht."))
    lines = Beside(one, CODER, node(one, "Liability")).lines(50, 20, FULL)
    said = ["".join(text for text, _ in line).strip() for line in lines]
    assert said[:3] == ["1* Ungerecht.", "[This] is unfair.", "L07 (L07:2)"]


def test_a_category_names_the_piles_of_its_quotations_and_counts_only_units_that_count() -> None:
    one, units = project()
    one.put("coders", "jon-ek", {"id": "jon-ek", "name": "Jon Ek", "initials": "JE"})
    marked(one, "We wait long.", "unfair", coder="jon-ek")
    do(one, SetSetting("counted", [CODER]), SetQuotation(units[3], True))
    beside = Beside(one, CODER, node(one, "Conditions"))
    assert [item.words for item in beside.items if item.unit is None] == ["Liability", "Standards", "who signs  2"]
    assert beside.fact() == "4 units, 2 quotations"


def test_scrolling_ends_at_the_ends() -> None:
    one, _ = project()
    beside = Beside(one, CODER, node(one, "Liability"))
    beside.move(-5)
    assert beside.top == 0
    beside.move(500)
    assert beside.top == len(beside.items) - 1
