"""What opens over a page, and the page of keys: pictures, few and telling."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.screens.test_screens import TO_L07, lena, looking
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.edits.codebook import DefineNode
from tui.store.project import Store

__all__ = ["lena"]

Comparison = Callable[..., bool]


def test_coding_a_sentence_opens_the_picker_from_the_bottom(snap_compare: Comparison, lena: Store) -> None:
    app = PostilApp(lena, Terminal("dark", "full"))
    keys = (*TO_L07, "J", "s", "enter", "w", "h", "o")
    assert snap_compare(app, terminal_size=(80, 24), run_before=looking(keys, ("who answers", "Code the selection")))


def test_the_definition_card_lies_on_codebook_and_board(snap_compare: Comparison, lena: Store) -> None:
    app = PostilApp(lena, Terminal("light", "full"))
    keys = (*TO_L07, "g", "2", "j", "j", "j", "j", "e")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, ("Definition card", "brief", "not for")))


def test_every_key_stands_on_one_page(snap_compare: Comparison, lena: Store) -> None:
    app = PostilApp(lena, Terminal("light", "full"))
    sees = ("you are here", "select sentence, paragraph, turn", "throw: then", "one step back")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking((*TO_L07, "?"), sees))


def test_a_definition_that_moved_stands_above_what_was_coded_under_the_older_one(
    snap_compare: Comparison, lena: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.moved.day_and_time", lambda at: "2026-11-24 09:10")
    code = lena.project.codebook.find_path("who answers")
    texts = {
        "definition": "Who is held to account for a decision that a tool has taken part in.",
        "exclude": "Who decided to buy the tool: settled elsewhere. The moment of signing: a name on it.",
    }
    lena.commit(DefineNode(code, texts))
    app = PostilApp(lena, Terminal("dark", "full"))
    keys = (":", *"that moved", "enter", "n")
    sees = ("as it was", "Who [stands] for a decision", "to look at again", "y still fits")
    assert snap_compare(app, terminal_size=(120, 40), run_before=looking(keys, sees))
