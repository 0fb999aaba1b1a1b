"""What is found in all sources: counted for each source, opened, and coded one by one or all at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.app.at_transcript import Reader, reader
from tests.builders import CODER, a_project, do, marked, node, undo
from tui.app.found import Numbers, Places
from tui.app.screens.hits import HitsPage
from tui.model.edits.project import AddCoder, SetQuickKey
from tui.model.project import Project


def project() -> Project:
    one = a_project(
        "# Conditions / ## Liability / - who signs / - waits",
        L07="INT: Do you wait? / L07: We wait and wait. Nobody decides. Then we wait again.",
        L08="INT: And you? / L08: I paid. I could not wait any longer.",
    )
    do(one, SetQuickKey(CODER, "1", node(one, "who signs")))
    return one


@asynccontextmanager
async def found(one: Project, words: str = "wait", *keys: str) -> AsyncIterator[Reader]:
    async with reader(one, find="") as reading:
        await reading.press("g", "/", *keys)
        await reading.type(words)
        await reading.press("enter")
        await reading.until("sources ─" if not keys else "hit")
        yield reading


def coded(one: Project) -> dict[str, list[str]]:
    return {
        one.transcript(unit["source"]).text[slice(*unit["spans"][0])]: [
            one.codebook.nodes[code].name for code in one.codebook.codes_of(unit)
        ]
        for unit in one.alive("units")
    }


async def test_every_source_says_how_often() -> None:
    async with found(project()) as at:
        assert "5 hits in 2 sources" in at.rows[1]
        assert any("L07   4 hits" in row for row in at.rows)
        assert any("L08   1 hit" in row for row in at.rows)


async def test_one_hit_is_coded_by_its_sentence_and_the_next_is_gone_to() -> None:
    async with found(project()) as at:
        await at.press("j", "1")
        assert coded(at.project) == {"We wait and wait.": ["who signs"]}
        assert "code 1 sentence found as who signs" in at.key_line
        await at.press("j", ".")
        assert coded(at.project)["Then we wait again."] == ["who signs"]


async def test_all_are_coded_in_one_step_that_can_be_undone_but_not_what_the_interviewer_says() -> None:
    one = project()
    before = marked(one, "Then we wait again.", "who signs")
    async with found(one) as at:
        await at.press("v", "t")
        assert any("Code 3 sentences (1 of the interviewer stay)" in row for row in at.rows)
        await at.type("waits")
        await at.press("enter")
        assert coded(one) == {
            "We wait and wait.": ["waits"],
            "Then we wait again.": ["who signs", "waits"],
            "I could not wait any longer.": ["waits"],
        }
        assert one.get("units", before) is not None
        assert len(at.app.session.store.appended) == 1  # type: ignore[attr-defined]
        line = at.app.session.store.appended[0]  # type: ignore[attr-defined]
        undo(one, type("Composed", (), {"operations": line.ops})())
        assert coded(one) == {"Then we wait again.": ["who signs"]}


async def test_a_sentence_that_is_coded_so_already_is_not_coded_again() -> None:
    one = project()
    marked(one, "We wait and wait.", "who signs")
    async with found(one) as at:
        await at.press("j", "1")
        assert "already" in at.key_line
        assert len(list(one.alive("units"))) == 1


async def test_what_the_interviewer_says_is_left_alone_and_said() -> None:
    async with found(project()) as at:
        await at.press("1")
        assert "interviewer" in at.key_line
        await at.press("t")
        assert at.app.page.sheet is None
        assert not list(at.project.alive("units"))


async def test_an_expression_is_searched_for_after_tab() -> None:
    async with found(project(), "wait (and|any)", "tab") as at:
        await at.until("2 hits in 2 sources")
        await at.press("enter")
        assert at.at.startswith("wait and wait")
        assert at.desk.find_expression
        await at.until("1 found")


async def test_an_expression_that_runs_away_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.analysis.expression.PATIENCE", 0.3)
    one = a_project(L07="L07: " + "a" * 60 + "! Well.")
    async with reader(one) as at:
        await at.press("g", "/", "tab")
        await at.type("(a+)+$")
        await at.press("enter")
        await at.until("was stopped")


async def test_a_memo_is_written_on_the_passage_without_a_code() -> None:
    async with found(project()) as at:
        await at.press("j", "m")
        await at.type("again and again")
        await at.press("ctrl+d")
        memo = next(at.project.alive("memos"))
        assert memo["on"]["kind"] == "passage"
        assert not list(at.project.alive("units"))


async def test_a_hit_inside_a_unit_is_done_to_as_the_unit() -> None:
    one = project()
    unit = marked(one, "Then we wait again.", "who signs")
    async with found(one) as at:
        await at.press("G", "k", "*")
        assert one.need("units", unit)["quoted"] is True
        await at.press("c")
        await at.type("waits again")
        await at.press("enter")
        assert one.need("units", unit)["condensed"] == "waits again"
        await at.press("a", "t")
        assert one.codebook.nodes[node(one, "who signs")].document["anchors"] == {unit: "typical"}
        await at.press("r")
        await at.type("waits")
        await at.press("enter")
        assert coded(one) == {"Then we wait again.": ["waits"]}
        await at.press("m")
        await at.type("whose wait?")
        await at.press("ctrl+d")
        assert [memo["text"] for memo in one.memos_on("unit", unit)] == ["whose wait?"]
        await at.press("d")
        assert coded(one) == {"Then we wait again.": []}
        await at.press("d")
        assert coded(one) == {}


async def test_marked_hits_of_one_unit_are_one_and_those_in_none_stay() -> None:
    one = project()
    unit = marked(one, "We wait and wait.", "who signs")
    async with found(one) as at:
        await at.press("v", "*")
        assert one.need("units", unit)["quoted"] is True
        assert len(list(one.alive("units"))) == 1


async def test_condensing_a_hit_in_no_unit_makes_one_of_its_sentence() -> None:
    async with found(project()) as at:
        await at.press("j", "c")
        await at.type("waiting")
        await at.press("enter")
        assert [unit["condensed"] for unit in at.project.alive("units")] == ["waiting"]
        assert coded(at.project) == {"We wait and wait.": []}


@pytest.mark.parametrize("key", ["r", "d", "*", "S", "a"])
async def test_a_hit_in_no_unit_says_what_makes_one(key: str) -> None:
    async with found(project()) as at:
        await at.press("j", key)
        assert at.key_line.startswith("No unit here: t makes one of the sentence, with a code.")


async def test_a_hit_in_a_colleagues_unit_changes_nothing() -> None:
    one = project()
    do(one, AddCoder("jon-ek", "Jon Ek"))
    marked(one, "Then we wait again.", "who signs", coder="jon-ek")
    async with found(one) as at:
        await at.press("G", "k", "d")
        assert at.key_line.startswith("This unit is a colleague’s.")
        assert coded(one) == {"Then we wait again.": ["who signs"]}


async def test_the_last_words_are_offered_to_be_typed_over_or_taken_as_they_are() -> None:
    async with reader(project()) as at:
        await at.press("/")
        await at.type("wait")
        await at.press("enter", "g", "/")
        assert at.key_line.startswith("Search all sources wait")
        await at.type("paid")
        await at.press("enter")
        await at.until("1 hit in 1 source")
        await at.press("q", "g", "/", "enter")
        await at.until("5 hits in 2 sources")


async def test_a_mark_is_seen_under_the_cursor_too() -> None:
    async with found(project()) as at:
        await at.press("G", "v")
        page = at.app.page
        assert isinstance(page, HitsPage)
        assert len(page.marked) == len([row for row in at.rows if row.startswith("●")]) == 5
        await at.press("v")
        assert len([row for row in at.rows if row.startswith("›")]) == 1


async def test_from_a_hit_one_comes_back_to_the_hits_as_they_were() -> None:
    async with found(project()) as at:
        await at.press("/")
        await at.type("L07")
        await at.press("enter", "j", "space", "enter")
        assert at.at.startswith("wait. Nobody")
        await at.press("'", "'")
        assert "5 hits in 2 sources, 4 of 5 with “L07”" in at.rows[1]
        page = at.app.page
        assert isinstance(page, HitsPage)
        assert (page.at, len(page.marked)) == (2, 1)


async def test_very_many_hits_are_listed_to_the_last_one_and_filtered() -> None:
    one = a_project(L07="L07: " + "We wait. " * 20_000, L08="L08: " + "They wait on. " * 5_000)
    async with found(one) as at:
        await at.until("25,000 hits in 2 sources")
        await at.press("G")
        assert "They wait on." in "\n".join(at.rows)
        await at.press("g", "g")
        assert any("L07   20,000 hits" in row for row in at.rows)
        await at.press("/")
        await at.type("they")
        await at.press("enter")
        assert "5000 of 25000" in "\n".join(at.rows).replace(",", "")
        await at.press("enter")
        assert at.desk.source == "L08"


def test_places_know_their_sources_and_their_words() -> None:
    one = project()
    places = Places(one)
    places.add("L07", [(one.transcript("L07").text.index("wait and"), one.transcript("L07").text.index(" and wait"))])
    places.add("L09", [])
    text = one.transcript("L08").text
    places.add("L08", [(text.index(word), text.index(word) + len(word)) for word in ("paid", "wait")])
    assert (len(places), places.sources) == (3, 2)
    assert [places.source(number) for number in range(3)] == ["L07", "L08", "L08"]
    assert [places.count_beside(number) for number in range(3)] == [1, 2, 2]
    assert [places.hit(number).hit for number in range(3)] == ["wait", "paid", "wait"]
    assert places.hit(1).left == "I "


def test_numbers_stand_for_themselves() -> None:
    numbers = Numbers(3)
    assert list(numbers) == ["0", "1", "2"]
    assert numbers[1:] == ["1", "2"]
    assert numbers.index("2") == 2
    assert "2" in numbers
    assert "3" not in numbers
    assert "two" not in numbers
    with pytest.raises(ValueError, match="3"):
        numbers.index("3")
