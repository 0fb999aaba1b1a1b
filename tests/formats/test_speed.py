"""A megabyte takes a second at most, and hostile text no more than its size deserves."""

from __future__ import annotations

import contextlib
import time

import pytest

from tui.errors import Mistake
from tui.formats.registry import read

TALK = (
    "**Anna Ek:** Well, I was there, and I *saw* it; nobody asked me \\[laughs\\] what it was. [0:12] So I left.\n\n"
    "**Jon Ås:** And what did you see?\n\nA paragraph of somebody who goes on talking about this and that.\n\n"
)


def seconds(name: str, data: bytes) -> float:
    begin = time.process_time()
    with contextlib.suppress(Mistake):
        read(name, data)
    return time.process_time() - begin


@pytest.mark.parametrize("name", ["talk.txt", "talk.md"])
def test_a_megabyte_is_read_in_a_second_or_two(name: str) -> None:
    data = (TALK * (1_000_000 // len(TALK) + 1)).encode()
    # Half of this on a machine that does nothing else.
    assert min(seconds(name, data) for _ in range(2)) < 2.0


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "<!--",
        '<a "',
        "<script>",
        "(",
        "`a``b```c",
        "**a ",
        "*a_b",
        "![",
        "&#x27;",
        "[a](",
        "> ",
        "e\u0301",
        "[0:01]",
        "::",
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_marks_without_end_take_no_more_than_their_size_deserves(name: str, piece: str) -> None:
    assert seconds(name, piece.encode() * 20_000) < 2.0
