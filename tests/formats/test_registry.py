"""One table tells which files are read and which are not yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.errors import Mistake
from tui.formats.registry import read, readable


@pytest.mark.parametrize("name", ["L07.txt", "a b.MD", "notes.markdown", "x.text"])
def test_text_and_markdown_are_readable(name: str) -> None:
    assert readable(name)
    assert readable(Path("folder") / name)


@pytest.mark.parametrize("name", ["L07.docx", "L07.PDF", "L07", "L07.xyz", ".txt", "a.json"])
def test_other_files_are_not(name: str) -> None:
    assert not readable(name)


def test_a_format_of_later_is_refused_with_the_way_out() -> None:
    with pytest.raises(Mistake) as caught:
        read("folder/L07.DOCX", b"PK\x03\x04")
    assert str(caught.value) == "L07.DOCX: docx is not read yet; save as UTF-8 text."


@pytest.mark.parametrize("name", ["L07.xyz", "L07"])
def test_an_unknown_ending_is_told_what_is_read(name: str) -> None:
    with pytest.raises(Mistake, match=r"not a format that is read \(\.txt"):
        read(name, b"words")


def test_the_ending_decides_whether_marks_are_resolved() -> None:
    assert read("a.txt", b"*so* it was").text == "*so* it was"
    assert read("a.md", b"*so* it was").text == "so it was"
