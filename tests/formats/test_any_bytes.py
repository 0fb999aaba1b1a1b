"""Any bytes at all: a mistake told in one sentence, or a transcript on which everybody can build."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.invariants import check
from tui.errors import Mistake
from tui.formats import participants_csv
from tui.formats.preview import describe
from tui.formats.registry import read

T = TypeVar("T")
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKS = r"""INT:_|L07:|Anna Ek  0:44|**Ben:**_|[id1]_|[00:01:02]_|(0:12)|_10:30_|[00:01.0 --> 00:02.0]_|Q._|A -_|Who?
|I do._|He said:_|Date: 3 May|访谈者：|#_|-_|>_|1._|____|```|<td>|<!--|-->|&amp;|[a](b)|*|`|\\|---|=|Anf. 2 ANNA EK (C):
|[unintelligible 00:01:02]|#00:00:15-0#"""
PIECES = [mark.replace("_", " ") for mark in MARKS.replace("\n", "").split("|")]
PIECES += ["\n", "\n\n", "\r\n", "  \n", "\t", "_", "|a|b|\n|-|-|\n", "word " * 12]
PIECES += ["\u200f", "e\u0301", "\x1b[31m", "\x00", "\ufeff", "\u2028"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


def unless_mistaken(reading: Callable[[], T]) -> T | None:
    """Return what was read, or None after a mistake that is told in one sentence of one line."""
    told = ""
    try:
        return reading()
    except Mistake as mistake:
        told = str(mistake)
    assert told.endswith(".")
    assert "\n" not in told
    return None


def parsed_or_mistaken(name: str, data: bytes, labels: str | None = None) -> None:
    parsed = unless_mistaken(lambda: read(name, data, labels))
    if parsed is None:
        return
    check(parsed)
    assert sum(seen.turns for seen in describe(parsed).speakers) == len(parsed.turns)
    assert sum(seen.words for seen in describe(parsed).speakers) == parsed.words
    again = read("again.txt", parsed.text.encode())
    assert again.text == parsed.text


@pytest.mark.parametrize("name", ["any.txt", "any.md"])
@FEW
@given(data=st.binary(max_size=300))
def test_bytes_become_a_transcript_or_a_mistake(name: str, data: bytes) -> None:
    parsed_or_mistaken(name, data)


@pytest.mark.parametrize("name", ["any.txt", "any.md"])
@FEW
@given(text=st.text(max_size=300))
def test_text_becomes_a_transcript_or_a_mistake(name: str, text: str) -> None:
    parsed_or_mistaken(name, text.encode("utf-8", "replace"))


@pytest.mark.parametrize("name", ["any.txt", "any.md"])
@FEW
@given(text=TEXTS)
def test_pieces_of_transcripts_in_any_order_become_a_transcript(name: str, text: str) -> None:
    parsed_or_mistaken(name, text.encode())


@FEW
@given(text=TEXTS)
def test_a_pattern_for_labels_gives_a_transcript_too(text: str) -> None:
    parsed_or_mistaken("any.txt", text.encode(), r"\s*(?P<label>\w[\w ]*)[:.]")


@FEW
@given(text=TEXTS)
def test_a_text_read_twice_has_the_same_turns(text: str) -> None:
    once = unless_mistaken(lambda: read("once.txt", text.encode()))
    if once is None:
        return
    again = read("again.txt", once.text.encode())
    assert (again.text, again.turns, again.stamps) == (once.text, once.turns, once.stamps)


@FEW
@given(data=st.one_of(st.binary(max_size=200), st.text(alphabet='ab,;\t"\r\n', max_size=60).map(str.encode)))
def test_bytes_become_participants_or_a_mistake(data: bytes) -> None:
    rows = unless_mistaken(lambda: participants_csv.read("any.csv", data))
    if rows is None:
        return
    assert rows
    assert len({row.name.casefold() for row in rows}) == len(rows)
    assert all(row.name == row.name.strip() and row.name for row in rows)
    assert all(value for row in rows for value in row.attributes.values())
