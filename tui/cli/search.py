"""`postil search`: keyword in context, and a code for every hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain

import click

from tui.analysis.search import CONTEXT, Hit, keyword_in_context
from tui.cli import output
from tui.cli.columns import cells_wide
from tui.cli.options import example, json_option
from tui.cli.orders import Batch, Order
from tui.cli.place import place
from tui.model.documents import Document
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.reports.quotations import sources_in_order
from tui.reports.tree import counted


@example('postil search -E "sign(s|ed)?"')
@click.command("search")
@click.argument("pattern")
@click.option("-E", "--expression", is_flag=True, help="PATTERN is a regular expression.")
@click.option("--source", metavar="S", help="Only in this source.")
@click.option("--code", "path", metavar="PATH", help="Code every hit.")
@click.option("--make", is_flag=True, help="Make the piles of PATH too.")
@json_option
def search_command(
    pattern: str, expression: bool, source: str | None, path: str | None, make: bool, as_json: bool
) -> None:
    """Find words in all sources, in their context.

    Lower case finds upper case too; upper case means it. Labels and time stamps are not searched. In an expression ^
    and $ are the beginning and the end of a turn.
    """
    where = place()
    with where.reading() if path is None else where.writing() as store:
        project = store.project
        sources = [project.find("sources", source)] if source is not None else sources_in_order(project)
        identifiers = [str(one["id"]) for one in sources]
        found = keyword_in_context(project, pattern, identifiers, is_expression=expression)
        if as_json:
            with output.at_work("Searching"):
                hits = list(found)
            output.show_json([asdict(hit) for hit in hits])
        else:
            hits = _shown(project, sources, found)
        output.tell(f"{counted(len(hits), 'hit')}.")
        if path is not None and hits:
            batch = Batch(project, store.coder or "")
            edits: list[Edit] = []
            for hit in hits:
                edits += batch.edits(Order(hit.source, spans=((hit.start, hit.end),), paths=(path,), make=make))[1]
            receipt = store.commit(*edits, sentence=f"code the hits of a search as {path}")
            batch.tell()
            output.tell_done(receipt)


def _shown(project: Project, sources: Iterable[Document], found: Iterator[Hit]) -> list[Hit]:
    """Show hits as they are found, with room for the place of any; return them all."""
    width = max((cells_wide(f"{one['name']}:{len(one.get('turns') or ' ')}") for one in sources), default=0)
    hits: list[Hit] = []
    with output.at_work("Searching"):
        first = next(found, None)
    for hit in chain([first] if first is not None else [], found):
        output.show(_line(project.transcript(hit.source).place(hit.start), hit, width))
        hits.append(hit)
    return hits


def _line(where: str, hit: Hit, width: int) -> str:
    """Return a hit behind its place, the words that were found in the same column as in every other line."""
    place_room, left_room = " " * (width - cells_wide(where)), " " * (CONTEXT - cells_wide(hit.left))
    return f"{where}{place_room}  {left_room}{hit.left}{hit.hit}{hit.right}"
