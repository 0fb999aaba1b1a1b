"""Versions of the category system: two compared in words, and one looked at as it was: pictures, few and telling."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.screens.test_screens import TO_L07, lena, looking
from tui.analysis.difference import Step
from tui.analysis.makers import Maker
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, RenameNode, SetMembers
from tui.model.edits.shaping import MergeNodes, PromoteNode
from tui.model.edits.sorting import MoveNodes
from tui.store.project import Store

__all__ = ["lena"]

Comparison = Callable[..., bool]
VERSIONS = (*TO_L07, ":", *"versions", "enter", "j")


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tell times alike wherever the picture is made."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def gone_on(store: Store) -> None:
    """Go on with the category system after the sample's snapshot."""
    book = store.project.codebook

    def one(name: str) -> str:
        return book.called(name)[0]

    new = "01zzzzzzzzzzzzzzzzzzzzzzz"
    for edit in (
        CreateNode(f"{new}1", "theme", "Who carries it alone"),
        SetMembers(f"{new}1", [one("a name on it"), one("half a person")]),
        MoveNodes([one("it saw it first")], book.find_path("Involving staff")),
        MergeNodes([one("allowed, not suited")], one("tested on whom")),
        PromoteNode(one("who answers"), f"{new}2"),
        RenameNode(one("old systems"), "systems older than the staff"),
        DefineNode(one("tested on whom"), {"exclude": "Trials of one's own."}),
        ParkNode(one("against the roof"), "one leader only, so far"),
    ):
        store.commit(edit)


def test_what_became_of_the_system_is_told_by_what_was_done(
    snap_compare: Comparison, lena: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_april(steps: Sequence[Step], *history: object) -> dict[int, Maker]:
        return dict.fromkeys(range(len(steps)), Maker(lena.coder or "", "2026-04-02T09:30:00Z"))

    gone_on(lena)
    monkeypatch.setattr("tui.app.screens.difference.makers", in_april)
    sees = ("“after the discussion” to now", "into tested on whom", "was old systems", "one leader only")
    app = PostilApp(lena, Terminal("dark", "full"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking((*VERSIONS, "enter"), sees))


def test_a_version_is_looked_at_as_it_was(snap_compare: Comparison, lena: Store) -> None:
    gone_on(lena)
    sees = ("read only “after the discussion” as it was", "allowed, not suited", "The tool was tried on")
    app = PostilApp(lena, Terminal("light", "full"))
    keys = (*VERSIONS, "v", *("j",) * 9)
    assert snap_compare(app, terminal_size=(80, 24), run_before=looking(keys, sees))


def test_restoring_is_shown_before_it_is_done(snap_compare: Comparison, lena: Store) -> None:
    gone_on(lena)
    sees = ("Restoring “after the discussion” would do this", "off tested on whom", "What was merged")
    app = PostilApp(lena, Terminal("dark", "full"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=looking((*VERSIONS, "R"), sees))
