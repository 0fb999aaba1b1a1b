"""`postil search`: keyword in context, and a code for every hit."""

from __future__ import annotations

from dataclasses import asdict

import click

from tui.analysis.search import CONTEXT, Hit, keyword_in_context
from tui.cli import output
from tui.cli.columns import cells_wide
from tui.cli.options import example, json_option
from tui.cli.orders import Batch, Order
from tui.cli.place import place
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
        with output.at_work("Searching"):
            hits = list(keyword_in_context(project, pattern, identifiers, is_expression=expression))
        if as_json:
            output.show_json([asdict(hit) for hit in hits])
        elif hits:
            output.show("\n".join(_lines(project, hits)))
        output.tell(f"{counted(len(hits), 'hit')}.")
        if path is not None and hits:
            batch = Batch(project, store.coder or "")
            edits: list[Edit] = []
            for hit in hits:
                edits += batch.edits(Order(hit.source, spans=((hit.start, hit.end),), paths=(path,), make=make))[1]
            receipt = store.commit(*edits, sentence=f"code the hits of a search as {path}")
            batch.tell()
            output.tell_done(receipt)


def _lines(project: Project, hits: list[Hit]) -> list[str]:
    """Return the hits under each other, the words that were found in one column."""
    places = [project.transcript(hit.source).place(hit.start) for hit in hits]
    width = max((cells_wide(where) for where in places), default=0)
    lines = []
    for where, hit in zip(places, hits, strict=True):
        place_room, left_room = " " * (width - cells_wide(where)), " " * (CONTEXT - cells_wide(hit.left))
        lines.append(f"{where}{place_room}  {left_room}{hit.left}{hit.hit}{hit.right}")
    return lines
