"""Whatever names and transcripts hold, the document that is read back is the one that was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.reports import markdown
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- hidden",
    "&lt;b&gt; &amp; &#60; &nosuch; AT&T",
    "![x](http://e.vil/x.png)",
    "[a]: http://e.vil",
    "[…] and [then](x)",
    "*b* **b** _i_ __i__ a_b_c ~~s~~ `c` ``c",
    "# heading",
    "heading #",
    "a\n---",
    "a\n===",
    "a | b\n--- | ---",
    "a\n:-:",
    "- item\n+ item\n* item",
    "1. first\n22) second\n(3) third\na. fourth",
    "> quoted",
    "```\ncode",
    "~~~\ncode",
    "    indented",
    "line\\\nbreak  \nbreak",
    "back\\slash \\| pipe",
    "a|b\\|c\\\\|",
    "\\",
    "tab\tand\u2028line\u0085next\x00\x1b[31m",
    "<https://e.vil> https://e.vil/a_b_c",
    "***\n___\n- - -",
    "{#id} $x$ @key ^[note]",
    "\ud800",
    "שלום (א)",
    "\u00a0padded\u00a0",
]

words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.sampled_from("ab1.)( \n\t\\`*_[]<>&|~#-+=:!{}'\"$^@/;"), max_size=24),
    st.text(max_size=24),
)

blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), words),
    st.builds(Paragraph, words, st.sampled_from(["", "Include", "*"])),
    st.builds(Quote, st.lists(words, max_size=3).map(tuple), words),
    st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.tuples(*[words] * width),
            st.lists(st.tuples(*[words] * width), max_size=3).map(tuple),
        )
    ),
    st.builds(Items, st.lists(words, max_size=3).map(tuple)),
    st.builds(Literal, st.lists(words.filter(lambda line: "\n" not in line), max_size=3).map(tuple)),
)


def said(text: str) -> str:
    """The text as a reader is meant to see it: its lines, white space folded."""
    return "\n".join(markdown.lines_of(text))


def one_line(text: str) -> str:
    return " ".join(markdown.lines_of(text))


def expected(block: Block) -> Any:
    if isinstance(block, Heading):
        return ("heading", block.level, one_line(block.text)) if one_line(block.text) else None
    if isinstance(block, Paragraph):
        whole = " ".join(part for part in (one_line(block.lead), said(block.text)) if part)
        return ("paragraph", whole) if whole else None
    if isinstance(block, Quote):
        parts = [said(part) for part in (*block.paragraphs, block.attribution) if said(part)]
        return ("quote", parts) if parts else None
    if isinstance(block, Table):
        return ("table", [[one_line(cell) for cell in row] for row in (block.heads, *block.rows)])
    if isinstance(block, Items):
        entries = [one_line(entry) for entry in block.entries if one_line(entry)]
        return ("items", entries) if entries else None
    return ("literal", [markdown.literal_line(line) for line in block.lines]) if block.lines else None


def visible(token: Token) -> str:
    """What an inline token shows; anything but words, breaks and strong words fails."""
    shown = []
    for child in token.children or []:
        if child.type == "text":
            shown.append(child.content)
        elif child.type in ("hardbreak", "softbreak"):
            shown.append("\n")
        else:
            assert child.type in ("strong_open", "strong_close", "text_special"), child
    return "".join(shown)


def read_back(document: str) -> list[Any]:
    """The structure that a reader of markdown finds in the document."""
    found: list[Any] = []
    tokens = READER.parse(document)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = at + 1
        depth = token.nesting
        while depth:
            depth += tokens[end].nesting
            end += 1
        inside = tokens[at:end]
        texts = [visible(inner) for inner in inside if inner.type == "inline"]
        kinds = {inner.type for inner in inside}
        if token.type == "heading_open":
            found.append(("heading", int(token.tag[1:]), "".join(texts)))
        elif token.type == "paragraph_open":
            found.append(("paragraph", "".join(texts)))
        elif token.type == "blockquote_open":
            assert kinds <= {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
            found.append(("quote", texts))
        elif token.type == "bullet_list_open":
            assert sum(inner.type == "bullet_list_open" for inner in inside) == 1
            found.append(("items", texts))
        elif token.type == "table_open":
            width = sum(inner.type == "th_open" for inner in inside)
            found.append(("table", [texts[start : start + width] for start in range(0, len(texts), width)]))
        elif token.type == "fence":
            found.append(("literal", token.content.split("\n")[:-1]))
        else:
            raise AssertionError(f"nobody wrote a {token.type}: {token.content!r}")
        at = end
    return found


@settings(max_examples=400, deadline=None)
@given(st.lists(blocks, max_size=4))
def test_what_is_read_back_is_what_was_written(written: list[Block]) -> None:
    assert read_back(markdown.write(written)) == [block for block in map(expected, written) if block]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["heading", "paragraph", "quote", "table", "items", "literal"])
def test_hostile_words_stay_words_in_every_block(text: str, kind: str) -> None:
    made: dict[str, Block] = {
        "heading": Heading(2, text),
        "paragraph": Paragraph(text),
        "quote": Quote((text, text), text),
        "table": Table((text, "b"), ((text, text), ("", text))),
        "items": Items((text, text)),
        "literal": Literal(tuple(text.split("\n"))),
    }
    document = [Heading(1, "before"), made[kind], Paragraph("after")]
    output = markdown.write(document)
    assert read_back(output) == [block for block in map(expected, document) if block]
    if kind != "literal":
        assert "<" not in output


def test_ordinary_speech_is_written_as_it_was_said() -> None:
    spoken = "Well - 20 (or 30) of us, I think: who signs? The doctor's pen; L07:12 // that's it… 5 > 4 & so on!"
    assert markdown.write([Paragraph(spoken)]) == spoken + "\n"


def test_a_quotation_keeps_its_paragraphs_and_ends_with_who_said_it() -> None:
    assert markdown.write([Quote(("First.", "Second."), "Leader 7")]) == "> First.\n>\n> Second.\n>\n> Leader 7\n"


def test_numbers_stand_to_the_right_in_a_table() -> None:
    table = Table(("name", "units"), (("a", "1"),), numeric=frozenset({1}))
    assert markdown.write([table]) == "| name | units |\n| --- | --: |\n| a | 1 |\n"


def test_two_lists_in_a_row_stay_two() -> None:
    assert len(read_back(markdown.write([Items(("a",)), Items(("b",))]))) == 2


def test_a_report_of_nothing_is_empty() -> None:
    assert markdown.write([Paragraph("  \n "), Heading(1, "")]) == ""


TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "transcripts"
TEXTS = sorted(path for ending in ("txt", "md", "srt", "vtt", "tsv") for path in TRANSCRIPTS.glob(f"*.{ending}"))


@pytest.mark.skipif(not TEXTS, reason="real transcripts lie beside the checkout, and are not there")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_real_transcripts_come_back_as_they_were(path: Path) -> None:
    paragraphs = path.read_text(encoding="utf-8", errors="replace").split("\n\n")[:1500]
    document: list[Block] = []
    for paragraph in paragraphs:
        document += [Paragraph(paragraph), Quote((paragraph,), "who said it"), Items((paragraph,))]
    document.append(Table(("said",), tuple((paragraph,) for paragraph in paragraphs)))
    assert read_back(markdown.write(document)) == [block for block in map(expected, document) if block]
