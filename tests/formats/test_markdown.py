"""Markdown becomes what a reader sees, and nothing of it is lost."""

from __future__ import annotations

import pytest

from tui.errors import Mistake
from tui.formats.registry import read


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("[Anna]: yes, it was", "[Anna]: yes, it was"),
        ("one  \ntwo\\\nthree\nfour", "one\ntwo\nthree\nfour"),
        ("    It was **cold**.", "It was cold."),
        ("2019\\. That was it.\n\n2019. That was it.", "2019. That was it.\n\n2019. That was it."),
        ("* one\n* two\n\n1) three", "- one\n- two\n\n1) three"),
        ("&lt;b&gt; &#x1b;[31m red", "<b> \ufffd[31m red"),
        ("<script>alert(1)</script>\n\nwords", "words"),
        ("a <script>alert(1)</script> b", "a alert(1) b"),
        ("<div onclick=\"x('>')\">in</div>", "in"),
        ("<!-- never closed\n\nwords", "<!-- never closed\n\nwords"),
        ("a < b and c > d, <3 and <unintelligible>", "a < b and c > d, <3 and <unintelligible>"),
        ("# Title #\n\n## *Part* two", "Title\n\nPart two"),
        ("Title\n=====\n\nwords", "Title\n\nwords"),
        ("words\n---\nmore", "words\n\nmore"),
        ("![](x.png) [](y) [z](y)", "z"),
        ("~~~py\nx = 1\n~~~", "x = 1"),
        ("> one\n> > two", "one\n\ntwo"),
        ("-\n- two", "-\n- two"),
        ("`` a`b ``", "a`b"),
        ("<table><tr><td>a</td><td>b<br>c</td></tr></table>", "a | b\nc"),
        ("__a__ _b_ **c*", "a b *c"),
        ("#metoo and C# and 5 * 3 * 2", "#metoo and C# and 5 * 3 * 2"),
    ],
)
def test_marks_are_resolved(source: str, seen: str) -> None:
    assert read("x.md", source.encode()).text == seen


def test_a_paragraph_of_very_many_turns_is_resolved_line_by_line() -> None:
    text = read("x.md", b"**Anna:** *yes*\\\n**Ben:** no\n" * 1000).text
    assert "*" not in text
    assert "\\" not in text
    assert len(read("x.md", b"**Anna:** *yes*\n**Ben:** no\n" * 1000).turns) == 2000


def test_quotations_in_quotations_without_end_are_refused() -> None:
    with pytest.raises(Mistake, match=r"x\.md: lists and quotations lie more than 50 levels"):
        read("x.md", b"> " * 200 + b"words")


def test_a_document_of_comments_only_is_empty() -> None:
    with pytest.raises(Mistake, match="is empty"):
        read("x.md", b"<!-- nothing -->\n\n---\n")


def test_front_matter_that_is_no_yaml_stays() -> None:
    assert "It is what it is" in read("x.md", b"---\nIt is what it is.\n---\n\nwords").text
