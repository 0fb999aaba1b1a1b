"""What is written: columns, JSON that a terminal survives, words about work that takes long."""

from __future__ import annotations

import io
import json
import sys
import threading

import pytest

from tui.cli import output
from tui.cli.columns import cells_wide, columns


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal, and when something is written to it."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)
        self.was_written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, words: str) -> int:
        count = super().write(words)
        self.was_written.set()
        return count

    @property
    def sent(self) -> str:
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue().decode()


def terminal_for(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in place of both streams; to be called in the test, as pytest changes them before it."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_columns_are_as_wide_as_what_stands_in_them_in_cells() -> None:
    rows = [("日本", 7), ("e\u0301", 1200), (None, 3)]
    lines = list(columns(("name", "n"), rows, right=frozenset({1}), width=None))
    assert lines == ["name     n", "日本     7", "e\u0301     1200", "         3"]
    assert {cells_wide(line) for line in lines} == {10}


def test_an_indent_is_kept_and_line_ends_are_not() -> None:
    assert list(columns(("a",), [("  two\nlines",)], right=frozenset(), width=None)) == ["a", "  two lines"]


def test_lines_are_cut_at_the_width_with_a_mark() -> None:
    assert list(columns(("a",), [("日本語",)], right=frozenset(), width=4)) == ["a", "日…"]


def test_on_a_terminal_the_widest_columns_give_way_to_the_words_in_the_last() -> None:
    rows = [("x1", "a code with a name that goes on and on without an end", "what was said by somebody")]
    head, row = columns(("unit", "codes", "words"), rows, right=frozenset(), width=60)
    assert row == "x1    a code with a name that goe…  what was said by somebo…"
    assert head.index("words") == row.index("what was said")
    assert (
        list(columns(("a", "b"), [("short", "long " * 20)], right=frozenset(), width=20))[1] == "short  long long lo…"
    )


def test_a_terminal_that_is_narrower_than_all_of_them_still_gets_lines_that_fit() -> None:
    for width in range(1, 60):
        lines = columns(
            ("unit", "codes", "n", "words"), [("x" * 30, "y" * 30, 7, "z" * 30)], right=frozenset({2}), width=width
        )
        assert all(cells_wide(line) <= width for line in lines)


def test_in_a_pipe_only_the_last_column_is_as_wide_as_it_likes() -> None:
    row = ("a" * 200, "b" * 200)
    _, line = columns(("codes", "words"), [row], right=frozenset(), width=None)
    assert line == "a" * 59 + "…  " + "b" * 200


def test_json_for_a_terminal_is_the_same_document_without_what_would_drive_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = terminal_for(monkeypatch)
    words = {"text": "a\x1b]52;c;\x07\u202e\x9b \U000e0041 “é” 😀\u2028"}
    output.show_json([words])
    assert json.loads(terminal.sent) == [words]
    for sign in "\x1b\x07\u202e\x9b\U000e0041\u2028":
        assert sign not in terminal.sent
    assert "“é” 😀" in terminal.sent


def test_work_that_takes_long_is_named_and_the_words_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    with output.at_work("Reading"):
        assert terminal.was_written.wait(20)
    assert terminal.sent == "Reading…\r\x1b[K"


def test_work_that_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    with output.at_work("Reading"):
        pass
    assert terminal.sent == ""


def test_a_locale_that_lacks_a_letter_gets_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    output.show("för")
    stream.flush()
    assert stream.buffer.getvalue() == b"f?r\n"  # type: ignore[attr-defined]
