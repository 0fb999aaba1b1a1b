"""Two codes side by side, what merging them would do, and one split unit by unit: pictures, few and telling."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.screens.test_screens import lena, looking
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.edits.codebook import DefineNode
from tui.store.project import Store

__all__ = ["lena"]

Comparison = Callable[..., bool]
BECAUSE = "“who answers” is who will be blamed; “a name on it” is who has said yes."


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tell times alike wherever the picture is made."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def at_the_codes(store: Store, theme: str, *marked: str) -> PostilApp:
    """Return the app in the codebook on a code, or with some marked."""
    find = store.project.codebook.find_path
    source = store.project.find("sources", "L07")["id"]
    store.state.write({"desk": {"source": source, "pane": "codebook", "node": find("who answers")}})
    app = PostilApp(store, Terminal(theme, "full"))
    app.session.desk.marked = [find(name) for name in marked]
    return app


def test_two_codes_stand_side_by_side(snap_compare: Comparison, lena: Store) -> None:
    app = at_the_codes(lena, "light", "who answers", "a name on it")
    sees = ("who answers", "a name on it", "1 marked, ", "They differ because")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(("enter", "j", "space"), sees))


def test_a_merge_says_first_what_it_would_do(snap_compare: Comparison, lena: Store) -> None:
    first, second = (lena.project.codebook.find_path(name) for name in ("who answers", "a name on it"))
    lena.commit(DefineNode(first, {f"differs/{second}": BECAUSE}))
    app = at_the_codes(lena, "dark", "who answers", "a name on it")
    sees = ("Merge “a name on it” into “who answers”", "units", "tab another definition")
    assert snap_compare(app, terminal_size=(80, 24), run_before=looking(("enter", "M"), sees))


def test_a_code_is_split_unit_by_unit(snap_compare: Comparison, lena: Store) -> None:
    app = at_the_codes(lena, "dark")
    keys = ("S", "enter", "+", *"blamed", "enter", "1", "2")
    sees = ("3 decided", "2 blamed", "+ new code")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, sees))
