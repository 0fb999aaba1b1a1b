"""The table of units as a worksheet: coded and recoded down the list, of this source or of all, and back."""

from __future__ import annotations

from tests.app.at_transcript import reader
from tests.builders import CODER, a_project, codes_of, do, marked, node, quotes_of
from tui.app.screens.unit_table import UnitTablePage
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetQuickKey
from tui.model.edits.units import Condense
from tui.model.ids import new_id
from tui.model.project import Project


def project() -> tuple[Project, str, str, str]:
    one = a_project(
        "# Conditions / ## Liability / - who signs / - unfair / - waits",
        L07="INT: Why? / L07: We wait. Nobody decides. Then we wait again.",
        L08="INT: And you? / L08: I paid for it.",
    )
    do(one, SetQuickKey(CODER, "1", node(one, "who signs")))
    return (
        one,
        marked(one, "We wait.", "unfair"),
        marked(one, "Nobody decides.", "who signs", "unfair"),
        marked(one, "I paid for it.", source="L08"),
    )


async def test_one_goes_down_the_list_condensing_and_coding_without_leaving_it() -> None:
    one, first, second, _ = project()
    async with reader(one) as reading:
        await reading.press("T", "c")
        await reading.type("waiting")
        await reading.press("enter", "1", "j", "c")
        await reading.type("no decision")
        await reading.press("enter")
        assert one.need("units", first)["condensed"] == "waiting"
        assert one.need("units", second)["condensed"] == "no decision"
        assert codes_of(one, first) == ["who signs", "unfair"]
        assert "Units" in reading.rows[1]


async def test_of_several_codes_the_table_asks_which_is_replaced_and_memo_and_condensed_form_stay() -> None:
    one, _, second, _ = project()
    do(one, Condense(second, "no decision"))
    do(one, WriteMemo(new_id(), {"kind": "unit", "id": second}, "analytic", CODER, "why not?"))
    async with reader(one) as reading:
        await reading.press("T", "j", "r")
        assert "Recode which" in reading.key_line
        await reading.press("2")
        await reading.type("waits")
        await reading.press("enter")
        assert codes_of(one, second) == ["who signs", "waits"]
        assert one.need("units", second)["condensed"] == "no decision"
        assert [memo["text"] for memo in one.memos_on("unit", second)] == ["why not?"]


async def test_the_marked_get_a_quick_code_in_one_step() -> None:
    one, first, _, _ = project()
    async with reader(one) as reading:
        await reading.press("T", "space", "space", "1")
        assert codes_of(one, first) == ["who signs", "unfair"]
        assert len(reading.app.session.store.appended) == 1  # type: ignore[attr-defined]
        await reading.press("ctrl+c", "1")
        assert "already" in reading.key_line


async def test_the_marked_become_quotations_together_and_one_alone_is_condensed() -> None:
    one, first, second, _ = project()
    async with reader(one) as reading:
        await reading.press("T", "space", "space", "*")
        assert [bool(one.need("units", unit).get("quoted")) for unit in (first, second)] == [True, True]
        assert len(reading.app.session.store.appended) == 1  # type: ignore[attr-defined]
        await reading.press("k", "space", "c")
        assert reading.key_line.startswith("Condense this one alone to")


async def test_the_units_of_all_sources_are_shown_with_their_places_and_gone_to_and_one_comes_back() -> None:
    one, *_, third = project()
    async with reader(one) as reading:
        await reading.press("L", "T")
        assert "1 of 2" in reading.rows[1]
        await reading.press("tab")
        assert "1 of 3" in reading.rows[1]
        assert any("L08:2" in row and "I paid" in row for row in reading.rows)
        await reading.press("j", "j", ".")
        assert "No code was given yet" in reading.key_line
        await reading.press("1", "enter")
        assert codes_of(one, third) == ["who signs"]
        assert reading.at == "I paid for it."
        await reading.press("'", "'")
        assert reading.at.startswith("We wait.")


async def test_units_that_a_filter_hides_are_said_in_the_table_too() -> None:
    one, *_ = project()
    async with reader(one, codes_shown=[node(one, "who signs")]) as reading:
        await reading.press("T")
        assert "1 of 1" in reading.rows[1]
        assert any("1 unit hidden" in row for row in reading.rows)


async def test_a_unit_is_split_before_a_word_of_it_without_leaving_the_table() -> None:
    one = a_project("- unfair", L07="L07: We wait. Nobody decides, and then we wait again.")
    unit = marked(one, "We wait. Nobody decides, and then we wait again.", "unfair")
    for size in ((80, 24), (120, 40)):
        async with reader(one, size=size) as reading:
            await reading.press("T")
            await reading.press("S")
            assert any("Split the unit" in row and "2 and 7 words" in row for row in reading.rows)
            await reading.press("w", "ctrl+c")
            assert quotes_of(one, unit) == ["We wait. Nobody decides, and then we wait again."]
    async with reader(one) as reading:
        await reading.press("T", "S", "w", "l", "enter")
        assert reading.units() == [
            (["We wait. Nobody decides,"], ["unfair"]),
            (["and then we wait again."], ["unfair"]),
        ]
        await reading.press("S", "b", "(", "b", "enter")
        assert reading.units()[0][0] == ["We"]


async def test_a_unit_of_one_word_is_not_split() -> None:
    one = a_project("- unfair")
    marked(one, "doctor", "unfair")
    async with reader(one) as reading:
        await reading.press("T", "S")
        assert "A single word is not split." in reading.key_line


async def test_from_a_unit_one_comes_back_to_the_table_as_it_was() -> None:
    one, _, second, _ = project()
    async with reader(one) as reading:
        await reading.press("T", "space", "enter")
        assert reading.desk.current == second
        await reading.press("'", "'")
        assert "Units" in reading.rows[1]
        page = reading.app.page
        assert isinstance(page, UnitTablePage)
        assert (page.here, len(page.marked)) == (second, 1)


async def test_where_there_is_no_column_for_it_the_condensed_form_stands_below_the_list() -> None:
    one, first, _, _ = project()
    do(one, Condense(first, "waiting as ever"))
    async with reader(one, size=(80, 24)) as reading:
        await reading.press("T")
        assert any("condensed: waiting as ever" in row for row in reading.rows[-4:])
        await reading.press("j")
        assert "waiting as ever" not in "\n".join(reading.rows)
    async with reader(one, size=(120, 40)) as reading:
        await reading.press("T")
        assert "\n".join(reading.rows).count("waiting as ever") == 1
