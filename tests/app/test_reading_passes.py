"""Passes record themselves: begun when one reads on in a source for the first time, closed at its end."""

from __future__ import annotations

from pathlib import Path

from tests.app.at_transcript import reader
from tests.app.study import opened, study
from tests.builders import CODER, a_project, do, marked
from tui.model.edits.project import BeginPass, EndPass, SetSetting
from tui.model.ids import new_id
from tui.model.passes import open_pass
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


def with_jon() -> Project:
    one = a_project(L07=LONG)
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, "The end.", coder="jon")
    one.put("passes", "jons", {"id": "jons", "coder": "jon", "source": "L07", "number": 1, "recorded": True})
    return one


async def test_reading_is_recorded_beside_a_colleague_and_hides_nobodys_units() -> None:
    one = with_jon()
    async with reader(one) as reading:
        await reading.press("j", "j")
        assert passes(one) == [("L07", "jon", 1, False), ("L07", CODER, 1, False)]
        assert "hidden" not in "\n".join(reading.rows)


async def test_two_who_begin_a_pass_code_apart_until_both_have_closed_it() -> None:
    one = with_jon()
    async with reader(one) as reading:
        await reading.press("j", ":", *"begin a pass", "enter")
        assert passes(one) == [("L07", "jon", 1, False), ("L07", CODER, 1, False)]
        assert "hidden" not in "\n".join(reading.rows)
        do(one, BeginPass(new_id(), "jon", "L07"))
        await reading.press("j")
        assert "1 unit of JE hidden until both close L07" in "\n".join(reading.rows)
        for _ in range(60):
            await reading.press("space")
            if "read to its end" in reading.key_line:
                break
        assert "L07 read to its end: :close the pass when you have coded it" in reading.key_line
        assert ("L07", CODER, 1, False) in passes(one)
        do(one, EndPass("jons"))
        await reading.press(":", *"close the pass", "enter")
        assert ("L07", CODER, 1, True) in passes(one)
        assert "hidden" not in "\n".join(reading.rows)


async def test_in_a_project_coded_apart_nothing_of_others_is_seen_before_both_have_closed_the_source() -> None:
    one = with_jon()
    do(one, SetSetting("blind", True))
    async with reader(one) as reading:
        assert "1 unit of JE hidden until both close L07" in "\n".join(reading.rows)
        await reading.press("j")
        do(one, EndPass(open_pass(one, "L07", CODER)["id"]))  # type: ignore[index]
        await reading.press("j")
        assert "1 unit of JE hidden until both close L07" in "\n".join(reading.rows)
        do(one, EndPass("jons"))
        await reading.press("j")
        assert "hidden" not in "\n".join(reading.rows)


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


async def test_closing_a_pass_before_the_end_asks_and_does_not_say_that_it_was_read() -> None:
    one = a_project(L07="INT: Why? / L07: We waited. / INT: And then? / L07: The end.")
    async with reader(one) as reading:
        await reading.press(":", *"begin a pass", "enter", ":", *"close the pass", "enter")
        assert "turn 1 of 4: close all the same?" in reading.key_line
        assert passes(one) == [("L07", CODER, 1, False)]
        await reading.press("ctrl+c")
        assert passes(one) == [("L07", CODER, 1, False)]
        await reading.press(":", *"close the pass", "enter", "enter")
        assert passes(one) == [("L07", CODER, 1, True)]
        assert "close the pass through L07" in reading.key_line


async def test_closing_a_pass_read_to_its_end_asks_nothing_wherever_one_is() -> None:
    one = a_project(L07=LONG)
    async with reader(one) as reading:
        await reading.press(":", *"begin a pass", "enter")
        for _ in range(60):
            await reading.press("space")
            if "read to its end" in reading.key_line:
                break
        await reading.press("g", "g", ":", *"close the pass", "enter")
        assert passes(one) == [("L07", CODER, 1, True)]
        assert "read L07 to its end" in reading.key_line
