"""Quotations chosen with the balance in view, a card, and a text beside its units: pictures, few and telling."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.test_screens import lena, looking
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.store.project import Store

__all__ = ["lena"]

Comparison = Callable[..., bool]


def in_the_codebook(store: Store, theme: str, node: str) -> PostilApp:
    """Return the app in the codebook on a node."""
    source = store.project.find("sources", "L07")["id"]
    there = store.project.codebook.find_path(node)
    store.state.write({"desk": {"source": source, "pane": "codebook", "node": there}})
    return PostilApp(store, Terminal(theme, "full"))


def test_quotations_are_chosen_with_the_balance_in_view(snap_compare: Comparison, lena: Store) -> None:
    app = in_the_codebook(lena, "dark", "Building trust for AI systems acceptance in clinical practice")
    sees = ("Quotations: ", "never", "quoted", "piles", " 1* ")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(("*", "tab", "j"), sees))


def test_a_text_is_written_beside_its_units(snap_compare: Comparison, lena: Store) -> None:
    app = in_the_codebook(lena, "light", "who answers")
    keys = (":", *"summary", "enter", "J", "J", "e", "ctrl+n")
    sees = ("Text of ", "Units ", "2* ", "^N ^P scroll the units")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, sees))
