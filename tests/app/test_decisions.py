"""The list of decisions: who, when, what and why, and the way to what each is about."""

from __future__ import annotations

from pathlib import Path

from tests.app.study import opened, study
from tui.app.screens.decisions import DecisionsPage
from tui.model.edits.codebook import CreateNode
from tui.model.edits.memos import WriteMemo
from tui.model.edits.shaping import MergeNodes
from tui.model.ids import new_id
from tui.store.project import Store


def a_study(folder: Path) -> tuple[Store, str]:
    """Return a project in which two codes were merged, and a memo decides something; and the code that stands."""
    store = study(folder)
    code, other = store.project.codebook.find_path("who signs"), new_id()
    store.commit(CreateNode(other, "code", "who decides"))
    store.commit(MergeNodes((other,), code, reason="nobody tells them apart"))
    store.commit(WriteMemo(new_id(), {"kind": "project", "id": ""}, "decision", "lena-pohl", "We stop at six."))
    return store, code


async def test_decisions_say_who_when_what_and_why_and_lead_there_and_back(tmp_path: Path) -> None:
    store, code = a_study(tmp_path / "study")
    async with opened(store, (80, 24)) as at:
        await at.press(":")
        await at.type("decisions")
        await at.press("enter")
        await at.until("2 decisions")
        assert any("Lena Pohl     merged code “who decides” into “who signs”" in row for row in at.rows)
        assert any("nobody tells them apart" in row for row in at.rows)
        await at.press("enter")
        assert any("We stop at six." in row for row in at.rows)
        await at.press("ctrl+c", "j", "enter")
        assert at.desk.node == code
        assert at.desk.pane == "codebook"
        await at.press("'", "'")
        assert isinstance(at.app.page, DecisionsPage)


async def test_a_decision_taken_back_is_gone_from_the_list(tmp_path: Path) -> None:
    store, _ = a_study(tmp_path / "study")
    async with opened(store, (120, 40)) as at:
        await at.press(":")
        await at.type("decisions")
        await at.press("enter")
        await at.until("2 decisions")
        await at.press("/")
        await at.type("apart")
        await at.press("enter")
        await at.until("1 of 2 with")
        await at.press("u")
        await at.until("1 decision")
        await at.press("u")
        await at.until("0 decisions")
