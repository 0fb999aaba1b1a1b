"""The category summary as it stands now: what the export will say, and what is still missing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tui.app.layout.feet import tone_of
from tui.app.screens.document import DocumentPage, Section
from tui.model.nodes import CATEGORY, SUB_CATEGORY
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.reports.summary import summary
from tui.reports.tree import Block, Heading, Quote


class SummaryPage(DocumentPage):
    """The summary, a section a category, a sub-category or a theme."""

    context: ClassVar[str] = "summary"
    name_shown = "Summary"
    file_shown = "summary.md"

    def made(self) -> Sequence[Section]:
        """Return the sections of the summary with the nodes they are about."""
        return list(_sections(self.project))

    def facts(self) -> list[str]:
        """Return how many words the summary has."""
        words = sum(len(str(getattr(block, "text", "")).split()) for each in self.sections for block in each.blocks)
        quoted = sum(
            len(text.split())
            for each in self.sections
            for block in each.blocks
            if isinstance(block, Quote)
            for text in block.paragraphs
        )
        return [*super().facts(), f"{words + quoted:,} words"]

    def open_row(self) -> None:
        """Go to the category or the pile on the board."""
        if self.section is not None and self.section.node:
            self.desk.pane, self.desk.node = "board", self.section.node
            self.app.show_main()


def _sections(project: Project) -> Iterator[Section]:
    """Cut the summary at its headings."""
    blocks: list[Block] = []
    for block in summary(project):
        if isinstance(block, Heading) and blocks:
            yield _section(project, blocks)
            blocks = []
        blocks.append(block)
    if blocks:
        yield _section(project, blocks)


def _section(project: Project, blocks: list[Block]) -> Section:
    book = project.codebook
    heading = blocks[0]
    title = heading.text if isinstance(heading, Heading) else ""
    level = heading.level if isinstance(heading, Heading) else 1
    about = heading.about if isinstance(heading, Heading) else ()
    node = book.nodes.get(about[0]) if about else None
    if node is None:
        return Section("Category system" if level == 1 else safe(title), blocks, begins_group=level <= 2)
    missing = ""
    if node.level == SUB_CATEGORY or book.letter(node.id):
        missing = "" if node.document.get("narrative") else "no text"
        if not missing and not any(isinstance(block, Quote) for block in blocks):
            missing = "no quote"
    return Section(
        safe(node.short or node.title),
        blocks,
        node=node.id,
        letter=book.letter(node.id) if node.level != CATEGORY else "",
        hue=tone_of(project, node.id),
        missing=missing,
        begins_group=node.level == CATEGORY,
    )
