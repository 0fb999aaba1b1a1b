"""Snapshots of the category system: taken, listed, restored, and compared with each other and with now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import click

from tui.analysis.difference import Step, steps_between, told
from tui.analysis.makers import Maker, makers
from tui.analysis.versions import Version, latest, now, snapshots, version_named
from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import is_at_terminal, place
from tui.cli.shapes import Shape, snapshot_shape
from tui.cli.written import Out, to_file
from tui.errors import Mistake
from tui.model.edits.snapshots import RestoreSnapshot, TakeSnapshot, restored
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.reasons import require_reason_to_restore
from tui.reports.difference import difference

_COUNTED = ("categories", "sub_categories", "codes", "themes")


@example('postil snapshot "before merging" --memo "Liability and Standards overlap."')
@click.command("snapshot")
@click.argument("name", required=False)
@click.option("--memo", metavar="TEXT", default="", help="Why now, and what is still open.")
@click.option("--restore", metavar="NAME", help="Let the category system be as this snapshot has it.")
@click.option("--reason", metavar="TEXT", default="", help="With --restore: why.")
@click.option("--dry-run", is_flag=True, help="With --restore: show what would happen, and change nothing.")
@click.option("--yes", is_flag=True, help="With --restore: ask nothing.")
@json_option
def snapshot_command(
    name: str | None, memo: str, restore: str | None, reason: str, dry_run: bool, yes: bool, as_json: bool
) -> None:
    """Keep the category system under a name, or list what was kept.

    Restoring is one step, which "postil undo" takes back, and no unit loses its code: codes made since stay, unsorted,
    if they have units; piles and themes made since go; what was merged since stands again with its own units.
    """
    if (dry_run or yes or reason) and restore is None:
        raise click.UsageError("--reason, --dry-run and --yes belong to --restore.")
    if restore is not None:
        if name is not None or memo:
            raise click.UsageError("--restore takes no new name and no memo.")
        _restore(restore, reason, dry_run=dry_run, yes=yes)
    elif name is None:
        if memo:
            raise click.UsageError("A memo needs a snapshot: give its name too.")
        _list(as_json=as_json)
    else:
        identifier = new_id()
        with place().writing() as store:
            receipt = store.commit(TakeSnapshot(identifier, name, memo, store.coder or ""))
        output.tell_done(receipt)
        output.show(identifier)


def _list(*, as_json: bool) -> None:
    with place().reading() as store:
        shapes = [snapshot_shape(version) for version in snapshots(store.project)]
    if as_json:
        output.show_json(shapes)
        return
    rows = [
        (
            one["id"][-6:],
            str(one["at"]).replace("T", " ").removesuffix("Z"),
            one["name"],
            *(one[level] for level in _COUNTED),
            one["memo"] or "",
        )
        for one in shapes
    ]
    heads = ("id", "taken", "name", "categories", "sub-categories", "codes", "themes", "memo")
    output.show_table(heads, rows, right=range(3, 7))


def _restore(words: str, reason: str, *, dry_run: bool, yes: bool) -> None:
    where = place()
    with where.reading() if dry_run else where.writing() as store:
        project = store.project
        version = version_named(project, words)
        if version.is_now:
            raise Mistake("What stands now needs no restoring; name a snapshot.")
        steps = steps_between(now(project).nodes, restored(project, version.id))
        _show(told(steps), {})
        if not steps:
            output.tell(f"Nothing to change: it is as {version.shown} has it.")
        if dry_run or not steps:
            return
        require_reason_to_restore(project, reason)
        if not yes and not is_at_terminal():
            raise Mistake("Nothing was changed. --yes restores it without asking, --dry-run only looks.")
        if not yes and not click.confirm(f"Restore {version.shown}?", err=True):
            raise Mistake("Nothing was changed.")
        receipt = store.commit(RestoreSnapshot(version.id, reason))
    output.tell_done(receipt)


@example('postil diff "after four interviews" now')
@click.command("diff")
@click.argument("first", metavar="[A]", required=False)
@click.argument("second", metavar="[B]", required=False)
@click.option("--md", is_flag=True, help="As markdown.")
@to_file
@json_option
def diff_command(first: str | None, second: str | None, md: bool, out: Out, as_json: bool) -> None:
    """Show what became of the category system, in words.

    From snapshot A to snapshot B: A is the latest unless it is named, B is what stands now; "now" names that too. With
    -o the file is markdown.
    """
    if as_json and (md or out.path is not None):
        raise click.UsageError("--json goes to standard output and is no markdown.")
    with place().reading() as store:
        project = store.project
        versions = _chosen(project, first, second)
        if md or out.path is not None:
            out.write(store, lambda: difference(project, *versions, store.history("nodes", "snapshots")))
            return
        steps = told(steps_between(versions[0].nodes, versions[1].nodes))
        made = makers(steps, store.history("nodes", "snapshots"), versions[0].id, versions[1].id)
    if as_json:
        output.show_json([_shape(step, made.get(place)) for place, step in enumerate(steps)])
        return
    output.tell(f"From {versions[0].shown} to {versions[1].shown}: {_counted(steps)}.")
    _show(steps, made)


def _chosen(project: Project, first: str | None, second: str | None) -> tuple[Version, Version]:
    return (
        latest(project) if first is None else version_named(project, first),
        now(project) if second is None else version_named(project, second),
    )


def _counted(steps: list[Step]) -> str:
    counts = Counter(step.what for step in steps)
    return ", ".join(f"{number} {what}" for what, number in counts.items()) or "nothing differs"


def _show(steps: list[Step], made: Mapping[int, Maker]) -> None:
    """Show steps, with who made them and when where that is known."""
    rows = [(step.what, step.name, step.words) for step in steps]
    if made:
        told_by = [made.get(place) or Maker("", "") for place in range(len(steps))]
        rows_by = [(*row, by.coder, by.at[:10]) for row, by in zip(rows, told_by, strict=True)]
        output.show_table(("what", "name", "", "by", "on"), rows_by)
    elif rows:
        output.show_table(("what", "name", ""), rows)


def _shape(step: Step, maker: Maker | None) -> Shape:
    """Return a step as JSON: `part` says which of its names, or which part of the definition, is another."""
    return {
        "what": step.what,
        "node": step.node,
        "name": step.name,
        "before": step.before,
        "after": step.after,
        "part": step.part or None,
        "words": step.words,
        "coder": maker.coder if maker else None,
        "at": maker.at if maker else None,
    }
