"""The quotation card: words said are edited, not retyped, and what becomes of them is seen while it is written."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import a_project, do, marked
from tui.app.glyphs import ASCII, FULL
from tui.app.layout.departing import departing_lines
from tui.app.sheets.quotation import last_translator, quotation_card
from tui.model.edits.quotations import SetQuotation, WriteQuotation
from tui.model.edits.spans import ChangeSpans
from tui.model.project import Project

SPOKEN = "Well, since then nobody goes alone."


def project() -> tuple[Project, str]:
    one = a_project("- alone", L09=f"INT: And? / L09: {SPOKEN} So it is. / INT: Mm. / L09: It is as it is.")
    one.put("sources", "L09", {**one.need("sources", "L09"), "language": "sv"})
    unit = marked(one, SPOKEN, "alone")
    do(one, SetQuotation(unit, True))
    return one, unit


async def card(reading: Reader, unit: str, *keys: str) -> None:
    """Open the card and press keys in it."""
    quotation_card(reading.app.page, unit)
    await reading.press(*keys)


def field(reading: Reader, label: str) -> str:
    """Return the first line of a field of the card."""
    return (
        next(row[68:] if len(row) > 100 else row for row in reading.rows if f"{label}   " in row)
        .split(label)[1]
        .strip()
    )


async def test_the_words_said_are_there_to_be_edited_and_kept_as_they_are_they_leave_nothing() -> None:
    one, unit = project()
    async with reader(one) as reading:
        await card(reading, unit, "ctrl+d")
        assert "edited" not in one.need("units", unit)
        assert not any("Quotation" in row for row in reading.rows)
        assert reading.app.session.store.appended == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_departures_are_shown_while_one_types_and_kept(size: tuple[int, int]) -> None:
    one, unit = project()
    async with reader(one, size) as reading:
        await card(reading, unit, "backspace")
        await reading.type(" [here].")
        shown = "\n".join(reading.rows)
        assert "changed   “alone.” > “alone [here].”" in shown
        await reading.press("ctrl+d")
        assert one.need("units", unit)["edited"] == "Well, since then nobody goes alone [here]."


async def test_what_nobody_said_is_told_before_it_is_kept_and_refused() -> None:
    one, unit = project()
    async with reader(one) as reading:
        await card(reading, unit)
        await reading.type(" ever")
        assert any("not said: “ever”." in row for row in reading.rows)
        await reading.press("ctrl+d")
        assert "“ever” was not said there" in reading.key_line
        assert any("Quotation" in row for row in reading.rows)
        assert "edited" not in one.need("units", unit)


async def test_a_draft_waits_on_the_card() -> None:
    one, unit = project()
    async with reader(one) as reading:
        await card(reading, unit, "backspace", "ctrl+c")
        assert "draft is kept" in reading.key_line
        await card(reading, unit)
        assert any("changed   “alone.” > “alone”" in row for row in reading.rows)


async def test_a_translation_is_signed_with_the_last_translator_and_today() -> None:
    one, unit = project()
    other = marked(one, "It is as it is.")
    do(one, WriteQuotation(other, translation="So ist es.", translator="Ida Moe", translated="2026-03-01"))
    async with reader(one) as reading:
        await card(reading, unit, "tab")
        assert field(reading, "translation") == "from Swedish"
        assert field(reading, "translator") == "Ida Moe"
        await reading.type("Niemand geht allein.")
        await reading.press("ctrl+d")
        document = one.need("units", unit)
        assert document["translation"] == "Niemand geht allein."
        assert (document["translator"], document["translated"]) == ("Ida Moe", date.today().isoformat())


async def test_translator_and_day_are_an_offer_until_there_is_a_translation() -> None:
    one, unit = project()
    do(one, WriteQuotation(marked(one, "It is as it is."), translation="So.", translator="Ida Moe"))
    async with reader(one) as reading:
        await card(reading, unit, "tab")
        shown = reading.app.page.sheet
        assert shown is not None

        def role_of(words: str) -> str:
            lines = [shown.body(y) for y in range(shown.down - 1)]
            return next(role for line in lines for text, role in line if text == words)

        assert (role_of("Ida Moe"), role_of(date.today().isoformat())) == ("muted", "muted")
        await reading.type("Nie.")
        assert (role_of("Ida Moe"), role_of(date.today().isoformat())) == ("text", "text")
        await reading.press("ctrl+u", "ctrl+d")
        assert reading.app.session.store.appended == []  # type: ignore[attr-defined]
        assert not {"translator", "translated"} & one.need("units", unit).keys()


async def test_without_a_translation_nobody_has_translated() -> None:
    one, unit = project()
    do(one, WriteQuotation(unit, translation="Niemand.", translator="Ida Moe", translated="2026-03-01"))
    async with reader(one) as reading:
        await card(reading, unit, "tab", "ctrl+u", "ctrl+d")
        assert not {"translation", "translator", "translated"} & one.need("units", unit).keys()


async def test_what_is_no_date_keeps_the_card_open() -> None:
    one, unit = project()
    async with reader(one) as reading:
        await card(reading, unit, "tab")
        await reading.type("Niemand.")
        await reading.press("tab", "tab", "ctrl+u")
        await reading.type("soon")
        await reading.press("ctrl+d")
        assert "A date is written" in reading.key_line
        assert "translation" not in one.need("units", unit)


async def test_the_attribution_shows_who_will_stand_there_with_the_projects_attributes() -> None:
    one, unit = project()
    one.put("participants", "l09", {"id": "l09", "name": "Leader 9", "attributes": {"role": "manager"}})
    one.put("project", "p", {"id": "p", "title": "T", "settings": {"attributed": ["role"]}})
    async with reader(one) as reading:
        await card(reading, unit)
        assert field(reading, "attributed") == "Leader 9, manager"
        await reading.press("ctrl+d")
        assert "attribution" not in one.need("units", unit)


async def test_an_edited_form_of_other_words_says_so_and_is_of_these_once_kept() -> None:
    one, unit = project()
    do(one, WriteQuotation(unit, edited="Since then nobody goes alone."))
    start, end = one.need("units", unit)["spans"][0]
    do(one, ChangeSpans(unit, ((start, end + len(" So it is.")),)))
    async with reader(one) as reading:
        await card(reading, unit)
        assert any("made from other words" in row for row in reading.rows)
        await reading.press("ctrl+d")
        from tui.model.quoting import is_outdated

        assert not is_outdated(one, one.need("units", unit))


async def test_what_is_no_quotation_yet_becomes_one_when_its_card_is_kept() -> None:
    one, unit = project()
    do(one, SetQuotation(unit, False))
    async with reader(one) as reading:
        await card(reading, unit, "ctrl+d")
        assert one.need("units", unit)["quoted"]
        assert len(reading.app.session.store.appended) == 1  # type: ignore[attr-defined]


def test_who_translated_last_is_by_the_day() -> None:
    one, unit = project()
    assert last_translator(one) == ""
    do(one, WriteQuotation(unit, translation="x", translator="Ida", translated="2026-03-01"))
    do(one, WriteQuotation(marked(one, "So it is."), translation="y", translator="Olle", translated="2026-02-01"))
    assert last_translator(one) == "Ida"


@pytest.mark.parametrize(
    ("edited", "said"),
    [
        ("Since then nobody goes alone.", ["changed   “Well, since” > “Since”"]),
        ("// since then nobody goes alone.", ["left out  “Well,”"]),
        ("since then nobody goes alone.", ["left out  “Well,”, unmarked"]),
        ("Well, since then [in our region] nobody goes alone.", ["put in    “[in our region]”"]),
        (SPOKEN, ["nowhere: it is printed as it was said"]),
        ("", ["nowhere: it is printed as it was said"]),
    ],
)
def test_every_departure_is_told_in_words(edited: str, said: list[str]) -> None:
    lines = departing_lines(SPOKEN, edited, "//", 60, FULL)
    assert ["".join(text for text, _ in line) for line in lines] == said


def test_departures_need_neither_colour_nor_more_than_ascii() -> None:
    lines = departing_lines("a b", "[x] b c", "//", 60, ASCII)
    assert ["".join(text for text, _ in line) for line in lines] == [
        'not said: "c". What you add stands in [brackets].',
        'changed   "a" > "[x]"',
        'put in    "c"',
    ]
