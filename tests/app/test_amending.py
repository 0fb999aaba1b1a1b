"""Amending in the app: what becomes of what is marked is shown first, and units whose words changed are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.at_transcript import Reader, reader
from tests.app.bench import Bench
from tests.app.study import bring_in, opened, study
from tests.builders import a_project, do, marked, quotes_of
from tui.model.edits.amending import AmendSource
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.project import Project
from tui.store.project import Store

OLD = "INT: Who answers? / L07: I lie awake over that. Today the doctor signs. / INT: And then? / L07: It is unfair."
NEW = "INT: Who answers? / L07: I lie awake. Nobody knows. / INT: And then? / L07: It is unfair."
AGAIN = ":next unit, words"


def amended(**sources: str) -> tuple[Project, list[str]]:
    """Return a project whose sources have a corrected text, and the ids of their units whose words went."""
    project = a_project("# Conditions / ## Liability / - who signs / - unfair", **(sources or {"L07": OLD}))
    units = []
    for source in [*project.tables["sources"]]:
        units.append(marked(project, "Today the doctor signs.", "who signs", source=source))
        marked(project, "It is unfair.", "unfair", source=source)
        other = a_project(L07=NEW.replace("L07", source))
        project.texts = {**project.texts, f"new {source}": other.transcript("L07").text}
        fields = {"text": f"new {source}", "turns": other.need("sources", "L07")["turns"], "stamps": [], "words": 9}
        do(project, AmendSource(source, fields))
    assert all(project.need("units", unit)["uncertain"] for unit in units)
    return project, units


async def palette(reading: Reader, words: str) -> None:
    await reading.press(":")
    await reading.type(words)
    await reading.press("enter")


async def test_the_text_says_beside_and_below_it_that_words_of_a_unit_changed() -> None:
    project, units = amended()
    for glyphs in ("full", "ascii"):
        async with reader(project, glyphs=glyphs) as reading:
            await palette(reading, AGAIN[1:])
            assert reading.desk.current == units[0]
            assert "?" in reading.row_of("Nobody knows.").split("Nobody knows.")[1][:40]
            assert any("? words changed" in line for line in reading.rows[-8:])
            assert "?" not in reading.row_of("It is unfair.").split("It is unfair.")[1][:40]


async def test_one_goes_from_one_changed_unit_to_the_next_in_any_source_and_says_that_it_is_right() -> None:
    project, units = amended(L07=OLD, L08=OLD.replace("L07", "L08"))
    async with reader(project) as reading:
        await palette(reading, "next unit, words")
        assert (reading.desk.source, reading.desk.current) == ("L07", units[0])
        await palette(reading, "next unit, words")
        assert (reading.desk.source, reading.desk.current) == ("L08", units[1])
        await palette(reading, "next unit, words")
        assert reading.desk.current == units[0]
        await palette(reading, "right as it is")
        assert not project.need("units", units[0]).get("uncertain")
        assert "confirm a unit's place in L07" in reading.key_line.replace("’", "'")
        await palette(reading, "next unit, words")
        assert reading.desk.current == units[1]
        await palette(reading, "right as it is")
        await palette(reading, "next unit, words")
        assert "No unit has words changed" in reading.key_line


async def test_changed_units_of_all_sources_are_listed_confirmed_and_given_other_ends() -> None:
    project, units = amended(L07=OLD, L08=OLD.replace("L07", "L08"))
    for size in ((80, 24), (120, 40)):
        async with reader(project, size=size) as reading:
            await palette(reading, "units whose words")
            screen = "\n".join(reading.rows)
            assert "L07:2" in screen
            assert "L08:2" in screen
            assert screen.count("? words changed") == 2
            assert "coded before" in screen
            assert screen.count("Nobody knows.") == screen.count("Today the doctor") == 2
            assert "It is unfair" not in screen
            await reading.press("j", "e")
            assert reading.desk.source == "L08"
            assert "The unit’s" in "\n".join(reading.rows)
            await reading.press("ctrl+c")
    async with reader(project) as reading:
        await palette(reading, "units whose words")
        await reading.press("e", "enter")
        assert not project.need("units", units[0]).get("uncertain")
        await reading.press("'", "'")
        assert "words changed when the text was amended" in reading.rows[0]
        assert "y it is right" in reading.key_line
        await reading.press("y")
        assert not project.need("units", units[1]).get("uncertain")
        assert "No unit waits to be looked at" in "\n".join(reading.rows)


async def test_the_unit_table_says_which_units_words_changed() -> None:
    project, _ = amended()
    async with reader(project) as reading:
        await reading.press("T")
        assert "\n".join(reading.rows).count("? words changed") == 1
        await reading.press("/")
        await reading.type("words changed")
        await reading.press("enter")
        assert "1 of 2 with “words changed”" in "\n".join(reading.rows)


async def test_a_colleagues_unit_is_confirmed_by_the_colleague() -> None:
    project, units = amended()
    project.put("units", units[0], {**project.tables["units"][units[0]], "coder": "jon"})
    async with reader(project) as reading:
        await palette(reading, "next unit, words")
        await palette(reading, "right as it is")
        assert project.need("units", units[0])["uncertain"]


@pytest.fixture
def coded(tmp_path: Path) -> Store:
    store = study(tmp_path / "study", sources=0)
    source = bring_in(store, "L07", "INT: Who?\n\nL07: Today the doctor signs. It is unfair.\n")
    text = store.project.transcript(source).text
    for words in ("Today the doctor signs.", "It is unfair."):
        start = text.index(words)
        store.commit(MarkUnit(new_id(), source, [[start, start + len(words)]], "lena-pohl", ()))
    return store


async def amending(at: Bench, file: Path) -> None:
    await at.press(":")
    await at.type("amend the transcript")
    await at.press("enter", "ctrl+u")
    await at.type(str(file))
    await at.press("enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_corrected_text_is_shown_first_and_then_taken_as_one_step(
    coded: Store, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "corrected.txt"
    file.write_text("INT: Who?\n\nL07: Today the physician signs. It is unfair.\n", encoding="utf-8")
    unit = min(coded.project.tables["units"])
    async with opened(coded, size) as at:
        await amending(at, file)
        await at.until("1 as before, 1 otherwise")
        screen = "\n".join(at.rows)
        assert "unit: changed" in screen
        assert "Today the physician signs." in screen
        await at.press("ctrl+c")
        assert quotes_of(coded.project, unit) == ["Today the doctor signs."]
        await amending(at, file)
        await at.until("1 as before, 1 otherwise")
        await at.press("enter")
        await at.until("1 unit is to be looked at")
        assert quotes_of(coded.project, unit) == ["Today the physician signs."]
        await at.press("u")
        assert quotes_of(coded.project, unit) == ["Today the doctor signs."]


async def test_where_words_go_it_is_said_how_many_units_are_to_be_looked_at(coded: Store, tmp_path: Path) -> None:
    file = tmp_path / "corrected.txt"
    file.write_text("INT: Who?\n\nL07: Nobody. It is unfair.\n", encoding="utf-8")
    async with opened(coded, (120, 40)) as at:
        await amending(at, file)
        await at.until("1 as before, 1 otherwise")
        await at.press("enter")
        await at.until("1 unit is to be looked at; :units whose words changed lists them")


async def test_the_same_text_changes_nothing_and_a_missing_file_is_said(coded: Store, tmp_path: Path) -> None:
    file = tmp_path / "same.txt"
    file.write_text("INT: Who?\n\nL07: Today the doctor signs. It is unfair.\n", encoding="utf-8")
    async with opened(coded, (120, 40)) as at:
        await amending(at, file)
        await at.until("Nothing to change: this is the text that the source has.")
        await amending(at, tmp_path / "none.txt")
        await at.until("none.txt")
        assert at.app.page.sheet is None
