"""The list of sources: chosen by participants' attributes, what is hidden said, and where one was last."""

from __future__ import annotations

from tests.app.bench import Bench
from tests.app.screen import app_of, project_with_text
from tui.model.project import Project


def project() -> Project:
    one = project_with_text(6)
    for number, (role, place) in enumerate(
        [("manager", "hospital"), ("developer", "hospital"), ("manager", "primary care")] * 2, 1
    ):
        person = f"person{number:02}"
        one.put(
            "participants",
            person,
            {"id": person, "name": f"L {number}", "attributes": {"role": role, "context": place}},
        )
    return one


async def test_sources_are_chosen_by_attributes_and_what_is_hidden_is_said() -> None:
    app = app_of(project())
    async with app.run_test(size=(120, 40)) as pilot:
        at = Bench(app, pilot)
        await at.press("f")
        await at.type("manager")
        await at.press("enter")
        assert [app.session.project.need("sources", each)["name"] for each in app.page.ids] == ["L1", "L3", "L4", "L6"]  # type: ignore[attr-defined]
        assert "only manager: 4 sources, 2 hidden" in at.rows[1]
        await at.press("f")
        await at.type("hospital")
        await at.press("tab", "enter")
        assert len(app.page.ids) == 2  # type: ignore[attr-defined]
        await at.press("ctrl+c")
        assert len(app.page.ids) == 6  # type: ignore[attr-defined]
        assert "hidden" not in at.rows[1]


async def test_the_foot_says_where_one_was_last() -> None:
    app = app_of(project())
    async with app.run_test(size=(120, 40)) as pilot:
        at = Bench(app, pilot)
        assert not any("last at" in row for row in at.rows)
        await at.press("enter")
        await at.press(")", "o")
        assert any("last at turn 2" in row for row in at.rows)
