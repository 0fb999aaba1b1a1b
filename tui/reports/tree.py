"""The few kinds of block a report is made of: what stands in it, never how it is written down.

Text in a block is plain text as it was typed or spoken. Nothing in it means anything: escaping is the writer's.
`about` names the units and nodes a block comes from, by their ids; it is not written, and two blocks that say the same
are equal whatever they are about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tui import __version__

_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    text: str
    about: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a newline in it is a line break. `lead` are the strong words it begins with."""

    text: str
    lead: str = ""
    about: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation: its paragraphs, and who said it (empty where nobody is named)."""

    paragraphs: tuple[str, ...]
    attribution: str = ""
    about: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row of column heads, then rows of as many cells; `about` has what each row comes from."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    about: tuple[tuple[str, ...], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one line each, in no order that matters."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """Lines whose white space matters: a tree drawn in text, or a figure in a language that draws it.

    `about` has what each line comes from.
    """

    lines: tuple[str, ...]
    language: str = ""
    about: tuple[tuple[str, ...], ...] = field(default=(), compare=False)


Block = Heading | Paragraph | Quote | Table | Items | Literal


def below(levels: int, blocks: Iterable[Block]) -> list[Block]:
    """Blocks with their headings so many levels lower, to stand inside another report."""
    return [
        replace(block, level=min(block.level + levels, _LOWEST)) if isinstance(block, Heading) else block
        for block in blocks
    ]


def paragraphs(text: str | None, about: tuple[str, ...] = ()) -> list[Paragraph]:
    """A written text (a narrative, a memo) as paragraphs: blank lines part them."""
    parts = (text or "").replace("\r\n", "\n").split("\n\n")
    return [Paragraph(part.strip(), about=about) for part in parts if part.strip()]


def listed(names: Iterable[str], joint: str = "and") -> str:
    """Names in one sentence: `a`, `a and b`, `a, b and c`."""
    known = list(names)
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} {joint} {known[-1]}"


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its word: `1 unit`, `26 units`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def origin(head: str) -> Paragraph:
    """The last line of an export: the version that wrote it and the head of the history it was written from."""
    return Paragraph(f"Postil {__version__}, history {head or 'empty'}.")
