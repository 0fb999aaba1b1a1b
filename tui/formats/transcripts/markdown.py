"""Markdown: its marks are resolved before the text is stored, so that the text is what a reader sees.

CommonMark with tables, less what eats words of a transcript: link definitions (`[Anna]: yes` is speech), code by
indentation, and underlined headings (a rule under a paragraph does not make it a heading).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tui.errors import Mistake
from tui.formats.limits import decoded, visible
from tui.formats.parsed import Parsed
from tui.formats.transcripts.assembly import parsed_from
from tui.formats.transcripts.blocks import Block, block_of, blocks_of, cleaned
from tui.formats.transcripts.html import is_html, shown_tag, words_of_html
from tui.formats.transcripts.layouts import name_in

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
_MARK = re.compile(r"[\\`*_~\[\]<>&]")
_MOST_MARKS = 2000
_UNDERLINE = re.compile(r"=+")
_BOLD_LABEL = re.compile(r"\*\*([^*:：\n]{1,60})(?:[:：]\s*\*\*|\*\*\s*[:：])")
_YAML_LINE = re.compile(r"[^\s:#-][^:]*:(?:\s.*)?|\s*#.*|\s+.*|-(?:\s.*)?|")


def read(name: str, data: bytes, labels: str | None = None) -> Parsed:
    """Return the transcript in a markdown file; raises `Mistake` where it cannot be read."""
    text, keys = _without_front_matter(visible(name, cleaned(decoded(name, data))))
    notes = [f"the front matter was left out ({', '.join(keys)})"] if keys else []
    made = _Blocks(name)
    blocks = made.of(_tokens(text))
    visible(name, "".join(line for block in blocks for line in block.lines))
    return parsed_from(blocks, "markdown", labels, notes, frozenset(made.marked))


def _tokens(text: str, *, html: bool = True) -> Sequence[Token]:
    """Return the blocks of a document, the marks among their words not read yet."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.disable(["code", "reference", "lheading", "inline", *([] if html else ["html_block"])])
    return parser.parse(text)


@cache
def _marks() -> MarkdownIt:
    """Return the reader of marks among words."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("strikethrough")


def _without_front_matter(text: str) -> tuple[str, list[str]]:
    """Return the text without YAML between lines of three hyphens at its beginning, and the names of its fields."""
    match = re.match(r"---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)", text[:50_000], re.DOTALL)
    if match is None or not all(_YAML_LINE.fullmatch(line) for line in match[1].split("\n")):
        return text, []
    keys = [line.partition(":")[0] for line in match[1].split("\n") if re.match(r"[^\s:#-][^:]*:", line)]
    return (text[match.end() :], keys) if keys else (text, [])


class _Blocks:
    """Makes blocks of a markdown parser's tokens, one pass from first to last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.marked: set[str] = set()
        """What stands in bold before a colon at the beginning of a paragraph."""
        self.lines: list[str] = []
        self.markers: list[str] = []
        self.lists: list[str] = []
        self.cells: list[str] | None = None

    def of(self, tokens: Iterable[Token]) -> list[Block]:
        """Return the blocks of a document."""
        is_heading = is_tight = False
        for token in tokens:
            if token.level >= _DEEPEST - 2:
                raise Mistake(
                    f"{self.name}: lists and quotations lie more than {_DEEPEST // 2} levels inside each other."
                )
            if token.type == "heading_open":
                is_heading = True
            elif token.type == "paragraph_open":
                is_heading, is_tight = False, token.hidden
            elif token.type == "inline":
                self._words(token, is_heading, is_tight)
            elif token.type in ("fence", "code_block"):
                self._add(token.content)
            elif token.type == "html_block" and not is_html(token.content):
                self.of(_tokens(token.content, html=False))
            elif token.type == "html_block":
                for block in blocks_of(cleaned(words_of_html(token.content))):
                    self._add("\n".join(block.lines))
            else:
                self._structure(token)
        self._flush()
        return self.blocks

    def _structure(self, token: Token) -> None:
        """Follow lists, their items and tables."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            if not self.lists and not self.markers:
                self._flush()
            self.lists.append(token.type)
        elif token.type == "list_item_open":
            self.markers.append(f"{token.info}{token.markup} " if token.info else "- ")
        elif token.type == "list_item_close":
            if self.markers:
                self._line("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
            if not self.lists:
                self._flush()
        elif token.type == "tr_open":
            self.cells = []
        elif token.type == "tr_close":
            row = " | ".join(self.cells or [])
            self.cells = None
            self._line(row)
        elif token.type in ("table_open", "table_close", "hr", "blockquote_open", "blockquote_close"):
            self._flush()

    def _words(self, token: Token, is_heading: bool, is_tight: bool) -> None:
        if token.content.startswith("**"):
            bold = _BOLD_LABEL.match(token.content)
            self.marked |= {name_in(bold[1])} if bold else set()
        words = "\n".join(line.strip() for line in _words_in(token.content).split("\n"))
        if self.cells is not None:
            self.cells.append(" ".join(words.split()))
            return
        lines = words.split("\n")
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[-1].strip()):
            is_heading, words = len(lines) == 2 and not token.content.startswith("**"), "\n".join(lines[:-1])
        if is_tight and self.lists:
            self._line(words)
        else:
            self._add(words, is_heading)

    def _line(self, words: str) -> None:
        """Add lines to the list or table at hand, the marks of the items they begin before them."""
        indent = "  " * max(0, len(self.lists) - max(1, len(self.markers)))
        self.lines.append(indent + "".join(self.markers) + words if self.markers else words)
        self.markers.clear()

    def _add(self, words: str, is_heading: bool = False) -> None:
        """Add a block of its own."""
        self._flush()
        words = "".join(self.markers) + words
        self.markers.clear()
        for part in blocks_of(cleaned(words)):
            self.blocks.append(Block(part.lines, is_heading))

    def _flush(self) -> None:
        block = block_of(cleaned("\n".join(self.lines)))
        self.lines.clear()
        if block is not None:
            self.blocks.append(block)


def _words_in(source: str) -> str:
    """Return the words of a paragraph.

    One with very many marks is read line by line, and a line that is all marks is kept as it is: pairing them would
    take for ever.
    """
    if not _MARK.search(source):
        return source
    if len(_MARK.findall(source)) > _MOST_MARKS:
        lines = source.split("\n")
        return source if len(lines) == 1 else "\n".join(_words_in(line.removesuffix("\\")) for line in lines)
    tokens: list[Token] = []
    marks = _marks()
    marks.inline.parse(source, marks, {}, tokens)
    return _words_of(tokens)


def _words_of(tokens: Iterable[Token]) -> str:
    """Return the words of inline marks: of links and images what is read, of code and escapes what they stand for."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(_words_of(token.children or []))
        elif token.type == "html_inline":
            pieces.append(shown_tag(token.content))
        else:
            pieces.append(token.content)
    return "".join(pieces)
