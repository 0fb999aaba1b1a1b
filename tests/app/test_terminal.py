"""What a terminal can show, and where Postil does not start."""

from __future__ import annotations

import os

import pytest

from tui.app.terminal import Terminal, forget_textual_switches, refusal, terminal_of

UTF8 = {"LANG": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color", **UTF8}, Terminal("dark", "full")),
        ({"TERM": "tmux-256color", "COLORFGBG": "0;15", **UTF8}, Terminal("light", "full")),
        ({"TERM": "xterm", "COLORTERM": "truecolor", **UTF8}, Terminal("dark", "full")),
        ({"TERM": "xterm", **UTF8}, Terminal("ansi-dark", "plain")),
        ({"TERM": "linux", "COLORFGBG": "0;7", **UTF8}, Terminal("ansi-light", "plain")),
        ({"TERM": "xterm-256color", "LANG": "C"}, Terminal("dark", "ascii")),
        ({"TERM": "xterm-256color", "LC_ALL": "C", **UTF8}, Terminal("dark", "ascii")),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", **UTF8}, Terminal("none", "plain")),
        ({}, Terminal("ansi-dark", "ascii")),
    ],
)
def test_theme_and_marks_fit_the_terminal(environment: dict[str, str], expected: Terminal) -> None:
    assert terminal_of(environment) == expected


def test_a_choice_stands_where_the_terminal_can_show_it() -> None:
    assert terminal_of({"TERM": "xterm-256color", **UTF8}, "light").theme == "light"
    assert terminal_of({"TERM": "xterm", **UTF8}, "light").theme == "ansi-light"
    assert terminal_of({"TERM": "xterm-256color", "NO_COLOR": "1", **UTF8}, "light").theme == "none"


@pytest.mark.parametrize(
    ("environment", "size", "is_terminal", "platform", "word"),
    [
        ({"TERM": "dumb"}, (80, 24), True, "linux", "TERM=dumb"),
        ({}, (80, 24), True, "linux", "TERM"),
        ({"TERM": "xterm"}, (40, 24), True, "linux", "40 columns"),
        ({"TERM": "xterm"}, (80, 9), True, "linux", "9 rows"),
        ({"TERM": "xterm"}, (80, 24), False, "linux", "needs a terminal"),
        ({"TERM": "xterm"}, (80, 24), True, "win32", "Windows"),
    ],
)
def test_postil_refuses_with_a_sentence(
    environment: dict[str, str], size: tuple[int, int], is_terminal: bool, platform: str, word: str
) -> None:
    said = refusal(environment, size, is_terminal, platform)
    assert word in said
    assert said.endswith(("Postil.", ".", ")."))
    assert "\n" not in said


def test_postil_starts_everywhere_else() -> None:
    assert refusal({"TERM": "vt220"}, (80, 24), True, "linux") == ""


def test_what_the_environment_says_of_size_and_of_textual_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", dict.fromkeys(("COLUMNS", "LINES", "TEXTUAL_LOG", "TERM"), "80"))
    forget_textual_switches()
    assert set(os.environ) == {"TERM", "TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_SMOOTH_SCROLL"}
