"""Units of colleagues: nothing is done to them before `y`, which is asked naming whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_NAMED = 3


def after_asking_whose(page: Page, units: Iterable[str], word: str, do: Callable[[], None]) -> None:
    """Do it at once to one's own units; where others' are among them, after asking, naming whose and how many."""
    counts: dict[str, int] = {}
    for unit in units:
        coder = str((page.project.get("units", unit) or {}).get("coder") or "")
        if coder != page.session.coder:
            counts[coder] = counts.get(coder, 0) + 1
    if not counts:
        do()
        return
    named = [f"{_name(page, coder)}’s" + (f" {number}" if number > 1 else "") for coder, number in counts.items()]
    whose = " and ".join(named[:_NAMED]) + (f" and {len(named) - _NAMED} others’" if named[_NAMED:] else "")
    page.choose(f"{word} what is {whose}?", {"y": ("yes", do), "n": ("leave it", lambda: None)})


def _name(page: Page, coder: str) -> str:
    return str((page.project.get("coders", coder) or {}).get("name") or coder)
