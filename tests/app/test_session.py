"""Edits on their way to the disk: keys wait behind them in order, and what is not saved is said."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.app.bench import Bench, bench
from tests.app.study import opened, study
from tests.builders import a_project
from tui.errors import NotSaved
from tui.model.edits.codebook import CreateNode, RenameNode
from tui.model.ids import new_id
from tui.store.project import Store


async def slow_edit(at: Bench, name: str = "who decides") -> threading.Event:
    """Begin an edit on a disk that answers only when the event is set."""
    answered = threading.Event()
    at.app.session.store.before_append = lambda: answered.wait(5) and None  # type: ignore[attr-defined]
    assert at.app.session.do(CreateNode(new_id(), "code", name))
    return answered


async def until(at: Bench, happens: object) -> None:
    for _ in range(200):
        await at.pilot.pause(0.01)
        if happens():  # type: ignore[operator]
            return
    raise AssertionError("it did not happen")


async def test_keys_wait_behind_an_edit_in_order() -> None:
    async with bench(pane="transcript") as at:
        answered = await slow_edit(at)
        await at.pilot.press("g", "2", "g", "3", "z")
        assert at.desk.pane == "transcript"
        answered.set()
        await until(at, lambda: at.desk.pane == "board")
        assert at.desk.zoomed


async def test_nothing_is_shown_before_it_is_on_the_disk() -> None:
    async with bench(a_project(), pane="transcript") as at:
        answered = await slow_edit(at)
        assert not at.book.codes()
        answered.set()
        await until(at, lambda: bool(at.book.codes()))


async def test_a_slow_disk_is_told_of() -> None:
    async with bench(a_project(), pane="transcript") as at:
        answered = await slow_edit(at)
        assert "saving" not in at.rows[0]
        await until(at, lambda: "saving…" in at.rows[0])
        answered.set()
        await until(at, lambda: "saved ✓" in at.rows[0])


async def test_an_edit_that_is_not_saved_is_said_and_not_shown() -> None:
    async with bench(a_project(), pane="transcript") as at:

        def full() -> None:
            raise NotSaved("the disk is full; free some space, then do it again")

        at.app.session.store.before_append = full  # type: ignore[attr-defined]
        at.app.session.do(CreateNode(new_id(), "code", "who decides"))
        await at.app.session.settled()
        await at.pilot.pause()
        assert at.key_line.startswith("NOT SAVED: the disk is full")
        assert "NOT SAVED" in at.rows[0]
        assert not at.book.codes()
        at.app.session.store.before_append = lambda: None  # type: ignore[attr-defined]
        at.app.session.do(CreateNode(new_id(), "code", "who decides"))
        await at.app.session.settled()
        assert "saved" in at.app.session.status


async def test_a_mistake_is_said_and_nothing_is_under_way() -> None:
    async with bench(a_project(), pane="transcript") as at:
        assert not at.app.session.do(RenameNode("nobody", "x"))
        await at.pilot.pause()
        assert at.key_line != ""
        assert not at.app.session.saving


async def test_what_colleagues_write_appears_by_itself(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    async with opened(store) as at:
        colleague = Store.open(tmp_path / "study")
        colleague.sit("jon-ek")
        colleague.commit(CreateNode(new_id(), "code", "who pays"))
        colleague.close()
        at.app.session.poll()
        assert "who pays" in {node.title for node in at.book.nodes.values()}


async def test_undo_and_redo_say_what_they_did(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        at.app.session.do(CreateNode(new_id(), "code", "who pays"))
        await at.press("u")
        assert at.key_line.startswith("Undone: create code who pays") or "who pays" in at.key_line
        assert "who pays" not in {node.title for node in at.book.nodes.values()}
        await at.press("U")
        assert "who pays" in {node.title for node in at.book.nodes.values()}


async def test_one_finds_oneself_where_one_was(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    async with opened(study(folder)) as at:
        await at.press("enter", "J", "tab", "z")
        cursor, source = at.desk.cursor, at.desk.source
    again = Store.open(folder)
    again.sit("lena-pohl")
    async with opened(again) as at:
        assert (at.desk.source, at.desk.cursor, at.desk.pane, at.desk.zoomed) == (source, cursor, "codebook", True)
        assert "Codebook" in at.rows[1]


@pytest.mark.parametrize("kept", [None, [], {"desk": 7}, {"desk": {"cursor": "x", "places": [1], "pane": "attic"}}])
def test_what_was_kept_of_a_desk_may_be_anything(kept: object) -> None:
    from tui.app.desk import Desk

    desk = Desk.from_json(kept.get("desk") if isinstance(kept, dict) else kept)
    assert (desk.cursor, desk.pane, desk.places) == (0, "transcript", [])
