"""Markdown read back by a reader that knows nothing of how it was written: the structure found in it, and the words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.reports import markdown
from tui.reports.tree import Block, Heading, Items, Paragraph, Quote, Table

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
    "---\ntitle: x\n---",
    "$$\\alpha$$ and $x$",
    "a[^1]\n\n[^1]: note",
    "\u202egnihtemos\u2066 else",
    "| a | b |\n|---|---|\n| c | d |",
    "<img src=x onerror=alert(1)>\n\n<div>",
    "<?php ?> <!DOCTYPE html> <![CDATA[x]]>",
    "term\n: meaning",
    "::: note\ninside\n:::",
    '=HYPERLINK("http://e.vil")',
]

words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.sampled_from("ab1.)( \n\t\\`*_[]<>&|~#-+=:!{}'\"$^@/;"), max_size=24),
    st.text(max_size=24),
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
        depth = int(token.nesting)
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


def structure(blocks: Iterable[Block]) -> list[Any]:
    """The structure that a reader is meant to find; blocks without words are none."""
    return [block for block in map(expected, blocks) if block]
