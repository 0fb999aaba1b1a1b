"""How many keys coding takes, besides the words that are typed."""

from __future__ import annotations

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, codes_of, do, marked, node
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetQuickKey
from tui.model.edits.units import Condense
from tui.model.ids import new_id
from tui.model.project import Project

MOST_KEYS = 8


def project() -> Project:
    one = a_project(
        "# Conditions / ## Liability / - who signs / - unfair",
        L07="INT: Why? / L07: We wait for a year. Nobody decides. It goes on.",
    )
    do(one, SetQuickKey(CODER, "1", node(one, "who signs")))
    return one


async def work(reading: Reader, *what: str) -> int:
    """Press keys and type words, which are written in quotes; return how many keys were pressed."""
    keys = 0
    for each in what:
        if each.startswith('"'):
            await reading.type(each.strip('"'))
        else:
            keys += 1
            await reading.press(each)
    return keys


async def test_from_reading_to_a_coded_and_condensed_unit() -> None:
    one = project()
    async with reader(one) as reading:
        pressed = await work(reading, ")", "c", '"waiting for a decision"', "enter", "enter", '"unf"', "enter")
        unit = next(one.alive("units"))
        assert unit["condensed"] == "waiting for a decision"
        assert reading.units() == [(["We wait for a year."], ["unfair"])]
        assert pressed <= MOST_KEYS


async def test_two_sentences_with_a_new_code_condensed() -> None:
    one = project()
    async with reader(one) as reading:
        pressed = await work(
            reading, "J", "s", "s", "c", '"a year without a decision"', "enter", "enter", '"endless"', "enter"
        )
        assert reading.units() == [(["We wait for a year. Nobody decides."], ["endless"])]
        assert next(one.alive("units"))["condensed"] == "a year without a decision"
        assert pressed <= MOST_KEYS


async def test_a_sentence_is_quick_coded_in_two_keys_and_the_next_in_one() -> None:
    async with reader(project()) as reading:
        await reading.press(")", "1")
        assert reading.units() == [(["We wait for a year."], ["who signs"])]
        await reading.press(".")
        assert reading.units()[1] == (["Nobody decides."], ["who signs"])


async def test_recoding_keeps_memo_condensed_form_and_quotation() -> None:
    one = project()
    unit = marked(one, "Nobody decides.", "who signs")
    do(one, Condense(unit, "no decision"), WriteMemo(new_id(), {"kind": "unit", "id": unit}, "analytic", CODER, "why?"))
    async with reader(one) as reading:
        await reading.press("L", "*", "r")
        await reading.type("unfair")
        await reading.press("enter")
        assert codes_of(one, unit) == ["unfair"]
        document = one.need("units", unit)
        assert document["condensed"] == "no decision"
        assert document["quoted"] is True
        assert [memo["text"] for memo in one.memos_on("unit", unit)] == ["why?"]
