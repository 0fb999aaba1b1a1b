"""`postil code`: one meaning unit, or many from a file of JSON lines in one transaction."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tui.cli import output
from tui.cli.options import example, span
from tui.cli.orders import Batch, Order
from tui.cli.place import place
from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.store.project import Store

_GIVEN = "postil.given"


class _InOrder(click.Command):
    """Keeps in which order the options were given, so that `--nth` is of the quote before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order of the options on the way."""
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_GIVEN] = [parameter.name for parameter in given]
        return super().parse_args(ctx, args)


@example('postil code L07 --quote "the doctor signs" --as "Liability / who signs"')
@click.command("code", cls=_InOrder)
@click.argument("source", required=False)
@click.option("--quote", "quotes", metavar="TEXT", multiple=True, help="The words, exactly as they stand.")
@click.option("--nth", type=click.IntRange(min=1), metavar="N", multiple=True, help="Which place of that quote.")
@click.option("--span", "spans", metavar="A:B", multiple=True, help="A range of the text, half-open code points.")
@click.option("--as", "paths", metavar="PATH", multiple=True, help="The code; one that is not there yet is made.")
@click.option("--make", is_flag=True, help="Make the piles of PATH too.")
@click.option("--condensed", metavar="TEXT", help="The unit in fewer words.")
@click.option("--memo", metavar="TEXT", help="A memo on the unit.")
@click.option("--quotation", is_flag=True, help="Choose it as a quotation.")
@click.option("--from", "lines", metavar="FILE", help="JSON lines, a unit each, all in one step; - is standard input.")
def code_command(
    source: str | None,
    quotes: Sequence[str],
    nth: Sequence[int],
    spans: Sequence[str],
    paths: Sequence[str],
    lines: str | None,
    **more: Any,
) -> None:
    """Mark a meaning unit and give it a code.

    Several quotes or spans make one unit that is not in one piece. Labels, the interviewer's turns in between, outer
    time stamps and white space are left out, as when it is selected in the app. The unit's id is printed; the same
    again changes nothing. A line of --from holds the same: source, quote (and nth) or spans, as, make, condensed,
    memo, quotation; quote, nth and as may be lists.
    """
    if lines is not None:
        if source is not None or quotes or spans:
            raise click.UsageError("--from takes everything from its lines; name nothing else.")
        orders = dict(_read(lines))
    else:
        if source is None or not (quotes or spans):
            raise click.UsageError("Name a source and --quote or --span, or a file with --from.")
        order = Order(source, tuple(quotes), _places_meant(quotes, nth), tuple(map(span, spans)), tuple(paths), **more)
        orders = {0: order}
    with place().writing() as store, output.at_work("Coding"):
        made = _code(store, orders)
    for identifier in made:
        output.show(identifier)


def _places_meant(quotes: Sequence[str], nth: Sequence[int]) -> tuple[int | None, ...]:
    """Return for every quote which of its places is meant: as many numbers as quotes, or each behind its quote."""
    if len(nth) in (0, len(quotes)):
        return tuple(nth)
    meant: list[int | None] = []
    numbers = iter(nth)
    for name in click.get_current_context().meta[_GIVEN]:
        if name == "quotes":
            meant.append(None)
        elif name == "nth":
            if not meant or meant[-1] is not None:
                raise click.UsageError("--nth says which place of the quote before it is meant.")
            meant[-1] = next(numbers)
    return tuple(meant)


def _read(lines: str) -> Iterator[tuple[int, Order]]:
    """Yield the orders of a file with the numbers of their lines; an error names its line."""
    try:
        data = sys.stdin.buffer.read() if lines == "-" else Path(lines).read_bytes()
    except OSError as problem:
        raise Mistake(f"{lines} could not be read: {problem.strerror or problem}.") from problem
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                yield number, Order.of(json.loads(line.decode("utf-8-sig")))
            except (Mistake, ValueError, RecursionError) as problem:
                raise _at_line(number, problem) from problem


def _code(store: Store, orders: Mapping[int, Order]) -> list[str]:
    """Code everything in one transaction and return the units' ids, those that were there already among them."""
    batch = Batch(store.project, store.coder or "")
    edits: list[Edit] = []
    units: list[str] = []
    for number, order in orders.items():
        try:
            unit, more = batch.edits(order)
        except Mistake as mistake:
            raise _at_line(number, mistake) from mistake
        edits += [_OfLine(number, edit) for edit in more]
        units.append(unit)
    sentence = f"code {len(set(units))} units" if len(orders) > 1 else batch.sentence
    receipt = store.commit(*edits, sentence=sentence) if edits else None
    if receipt is None:
        output.tell("Nothing to change.")
    else:
        batch.tell()
    return units


@dataclass(frozen=True, slots=True)
class _OfLine:
    """An edit that a line of a file asked for: what is wrong with it is said with the line's number."""

    number: int
    edit: Edit

    def changes(self, project: Project) -> Sequence[Change]:
        """Return the edit's changes."""
        try:
            return self.edit.changes(project)
        except Mistake as mistake:
            raise _at_line(self.number, mistake) from mistake

    def sentence(self, project: Project) -> str:
        """Return the edit's sentence."""
        return self.edit.sentence(project)


def _at_line(number: int, problem: Exception) -> Mistake:
    """Return a mistake that names its line; line 0 is the command line itself."""
    if not number:
        return problem if isinstance(problem, Mistake) else Mistake(str(problem))
    said = str(problem) if isinstance(problem, Mistake) else f"this is not JSON ({problem})."
    return Mistake(f"Line {number}: {said} Nothing was coded.")
