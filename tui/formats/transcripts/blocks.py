"""Blocks: a text as a list of paragraphs, between reading a file and knowing who speaks in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

# Whatever else breaks a line somewhere: old Macs, vertical tabs, form feeds, NEL, and Unicode's own two.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Escape sequences of terminals go whole, so that no "[31m" stays behind; then what is left of control characters.
_ESCAPES = re.compile("\x1b\\[[0-9;:?]*[ -/]*[@-~]|\x1b[@-Z\\\\-_]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")


class Block(NamedTuple):
    """A paragraph, a heading or a tight list: lines that no empty line divides."""

    lines: tuple[str, ...]
    is_heading: bool = False


class Line(NamedTuple):
    """A line of the assembled text, as half-open code points, with the block it belongs to."""

    start: int
    end: int
    block: int
    is_heading: bool


def cleaned(text: str) -> str:
    """Return the text as NFC with line feeds, tabs made spaces, without control characters and byte order marks."""
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", _ESCAPES.sub("", text)).replace("\t", " ")
    return unicodedata.normalize("NFC", text)


def block_of(text: str, is_heading: bool = False) -> Block | None:
    """Return the text's lines as one block, white space at line ends and empty lines left out; None if none is left."""
    lines = tuple(line.rstrip() for line in text.split("\n") if line.strip())
    return Block(lines, is_heading) if lines else None


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of plain, cleaned text: what empty lines divide."""
    parts = re.split(r"\n(?:[^\S\n]*\n)+", text.strip("\n"))
    return [block for block in map(block_of, parts) if block is not None]


def assembled(blocks: Iterable[Block]) -> tuple[str, list[Line]]:
    """Return the text of the blocks, one empty line between two, and its lines."""
    pieces: list[str] = []
    lines: list[Line] = []
    position = 0
    for number, block in enumerate(blocks):
        if number:
            pieces.append("\n")
            position += 1
        for line in block.lines:
            lines.append(Line(position, position + len(line), number, block.is_heading))
            pieces.append(line + "\n")
            position += len(line) + 1
    return "".join(pieces)[:-1], lines
