"""Passes record themselves: begun when one reads on in a source for the first time, closed at its end."""

from __future__ import annotations

from pathlib import Path

from tests.app.at_transcript import reader
from tests.app.study import opened, study
from tests.builders import CODER, a_project, marked
from tui.model.project import Project

LONG = "INT: Why? / L07: " + "We waited for a year. " * 300 + " / L07: The end."


def passes(project: Project) -> list[tuple[str, str, int, bool]]:
    return [(one["source"], one["coder"], one["number"], bool(one.get("ended"))) for one in project.alive("passes")]


async def test_a_pass_is_begun_by_reading_on_and_closed_at_the_end() -> None:
    async with reader(a_project(L07=LONG)) as reading:
        assert passes(reading.project) == []
        await reading.press("j")
        assert passes(reading.project) == [("L07", CODER, 1, False)]
        assert "pass 1" in reading.rows[0]
        while passes(reading.project) == [("L07", CODER, 1, False)]:
            await reading.press("space")
        assert passes(reading.project) == [("L07", CODER, 1, True)]
        assert "L07 read to its end: pass 1 is closed" in reading.key_line
        await reading.press("k", "j")
        assert passes(reading.project) == [("L07", CODER, 1, True)]


async def test_a_leap_to_the_end_is_not_reading() -> None:
    async with reader(a_project(L07=LONG)) as reading:
        await reading.press("j", "G")
        assert passes(reading.project) == [("L07", CODER, 1, False)]


async def test_where_a_colleague_codes_nothing_is_recorded_by_itself() -> None:
    one = a_project(L07=LONG)
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, "The end.", coder="jon")
    async with reader(one) as reading:
        await reading.press("j", "j")
        assert passes(one) == []


async def test_undo_passes_over_that_a_pass_was_begun(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    async with opened(store) as at:
        await at.press("enter")
        await at.press(")", "enter", "enter")
        assert len(list(at.project.alive("units"))) == 1
        assert len(passes(at.project)) == 1
        await at.press(")", "u")
        assert not list(at.project.alive("units"))
        assert len(passes(at.project)) == 1
        await at.press("(", "U")
        assert len(list(at.project.alive("units"))) == 1
