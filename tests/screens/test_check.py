"""What the check looks like: groups of questions, a finding unfolded, one left with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.app.at_check import checked, coded, go_to
from tests.app.bench import Bench
from tui.app.app import PostilApp
from tui.app.terminal import Terminal

Comparison = Callable[..., bool]


def test_the_check_asks_by_the_groups_of_the_method(snap_compare: Comparison, tmp_path: Path) -> None:
    store = coded(tmp_path / "study")
    app = PostilApp(store, Terminal("dark", "full"))

    async def look(pilot: Pilot[Any]) -> None:
        at = Bench(app, pilot)
        await pilot.pause()
        await checked(at)
        await go_to(at, "without a definition")
        await at.press("enter", "j")

    assert snap_compare(app, terminal_size=(120, 40), run_before=look)
    store.close()
