"""The manual, a chapter a file, as it is shipped."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import ClassVar

from tui.app.screens.document import DocumentPage, Section
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph


class ManualPage(DocumentPage):
    """All chapters, one after the other."""

    context: ClassVar[str] = "manual"
    name_shown = "Manual"
    file_shown = "Manual"
    is_marked_up = True

    def made(self) -> Sequence[Section]:
        """Return the chapters in the order of their files."""
        folder = resources.files("tui.app").joinpath("help")
        texts = [each.read_text("utf-8") for each in sorted(folder.iterdir(), key=lambda each: each.name)]
        return [Section(_title(blocks), blocks, hue="strong") for blocks in map(blocks_of, texts)]


def _title(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks if isinstance(block, Heading)), "")


def blocks_of(text: str) -> list[Block]:
    """Read the markdown that the manual is written in: headings, paragraphs, lists, and lines between fences."""
    reading = _Reading()
    for line in text.split("\n"):
        reading.take(line)
    reading.close()
    return reading.blocks


class _Reading:
    """The blocks read so far, and the one that is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._paragraph: list[str] = []
        self._items: list[str] = []
        self._literal: list[str] | None = None

    def take(self, line: str) -> None:
        if line.startswith("```"):
            self.close()
            self._literal = [] if self._literal is None else None
        elif self._literal is not None:
            self._literal.append(line)
        elif line.startswith("#"):
            self.close()
            marks, _, words = line.partition(" ")
            self.blocks.append(Heading(len(marks), words))
        elif line.startswith("- "):
            if self._paragraph:
                self.close()
            self._items.append(line[2:])
        elif not line.strip():
            self.close()
        elif self._items and line.startswith("  "):
            self._items[-1] += " " + line.strip()
        else:
            self._paragraph.append(line.strip())

    def close(self) -> None:
        """Count what is being read as a block."""
        if self._items:
            self.blocks.append(Items(tuple(self._items)))
        if self._paragraph:
            self.blocks.append(Paragraph(" ".join(self._paragraph)))
        if self._literal:
            self.blocks.append(Literal(tuple(self._literal)))
        self._items, self._paragraph = [], []
