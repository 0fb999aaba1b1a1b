"""Sub-commands of `postil codebook` that merge, split, and make more or less of a node; quick keys and examples."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli import output
from tui.cli.codebook import codebook_command, found
from tui.cli.options import example
from tui.cli.place import place
from tui.model.edits.project import SetQuickKey
from tui.model.edits.quotations import ChooseAnchor
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.edits.sorting import ReorderNode
from tui.model.ids import new_id
from tui.model.merge_preview import MergeOf, merge_edits, merge_preview
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY
from tui.model.preview_words import Said, merge_words, split_words
from tui.model.split_preview import split_preview
from tui.model.transaction import compose


@example('postil codebook merge "no box for it" --into "burden of proof" --reason "one thing, two names"')
@codebook_command.command("merge")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--into", metavar="PATH", required=True, help="What stays.")
@click.option("--definition-of", metavar="PATH", help="Whose definition stays, if not that one's.")
@click.option("--append-definitions", "appended", is_flag=True, help="Let the others' definitions stand behind it.")
@click.option("--join", is_flag=True, help="Make one of your units that overlap and have the same code then.")
@click.option("--reason", metavar="TEXT", default="", help="Why.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
def codebook_merge(
    paths: Sequence[str], into: str, definition_of: str | None, appended: bool, join: bool, reason: str, dry_run: bool
) -> None:
    """Merge codes, or piles of one level, into another; units keep their code under its name."""
    where = place()
    with where.reading() if dry_run else where.writing() as store:
        project = store.project
        nodes, stays = [found(project, path) for path in paths], found(project, into)
        chosen = found(project, definition_of) if definition_of is not None else None
        coder = store.coder or where.coder_id(store) or store.last_coder()
        how = MergeOf(nodes, stays, chosen, appended, coder if join else None)
        edits = merge_edits(project, how, reason or ("-" if dry_run else ""))
        if dry_run:
            compose(project, edits)  # what stands in its way is a mistake here as well
            _show_preview(merge_words(project, merge_preview(project, how)))
            return
        receipt = store.commit(*edits, sentence=MergeNodes(nodes, stays, reason=reason).sentence(project))
    output.tell_done(receipt)


@example('postil codebook split "Liability" "Information sharing" "no box for it" --reason "another matter"')
@codebook_command.command("split")
@click.argument("path")
@click.argument("name")
@click.argument("members", metavar="UNIT|PATH...", nargs=-1, required=True)
@click.option("--reason", metavar="TEXT", default="", help="Why.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
def codebook_split(path: str, name: str, members: Sequence[str], reason: str, dry_run: bool) -> None:
    """Split NAME off a code, with some of its units, or off a pile, with some of what lies in it."""
    where = place()
    with where.reading() if dry_run else where.writing() as store:
        project = store.project
        node = found(project, path, CODE, SUB_CATEGORY, CATEGORY)
        if project.codebook.nodes[node].is_code:
            going = [str(project.find("units", unit)["id"]) for unit in members]
        else:
            going = [found(project, member) for member in members]
        edit = SplitNode(node, new_id(), name, going, reason or ("-" if dry_run else ""))
        if dry_run:
            compose(project, [edit])
            _show_preview(split_words(project, split_preview(project, node, going)))
            return
        receipt = store.commit(edit)
    output.tell_done(receipt)


def _show_preview(said: Sequence[Said]) -> None:
    """Write what would happen, a line each behind what it is about."""
    wide = max(len(label) for label, _ in said)
    for label, words in said:
        output.show(f"{label.ljust(wide)}  {words}")


@example('postil codebook promote "who signs"')
@codebook_command.command("promote")
@click.argument("path")
def codebook_promote(path: str) -> None:
    """Make a sub-category around a code, or a category of a sub-category."""
    with place().writing() as store:
        receipt = store.commit(PromoteNode(found(store.project, path), new_id()))
    output.tell_done(receipt)


@example('postil codebook demote "Liability" --into "who signs" --reason "one thing after all"')
@codebook_command.command("demote")
@click.argument("path")
@click.option("--into", metavar="PATH", help="The category it goes to, or the code that the others merge into.")
@click.option("--reason", metavar="TEXT", default="", help="Why.")
def codebook_demote(path: str, into: str | None, reason: str) -> None:
    """Make a sub-category of a category, or one code of a sub-category."""
    with place().writing() as store:
        target = found(store.project, into) if into is not None else None
        receipt = store.commit(DemoteNode(found(store.project, path), target, reason))
    output.tell_done(receipt)


@example('postil codebook reorder "no box for it" --before "who signs"')
@codebook_command.command("reorder")
@click.argument("path")
@click.option("--before", metavar="PATH", help="Which of its neighbours it goes before, else to the end.")
def codebook_reorder(path: str, before: str | None) -> None:
    """Move a node among those it lies beside; reports follow this order."""
    with place().writing() as store:
        project = store.project
        other = found(project, before) if before is not None else None
        receipt = store.commit(ReorderNode(found(project, path), other))
    output.tell_done(receipt)


@example('postil codebook key 1 "who signs"')
@codebook_command.command("key")
@click.argument("digit", type=click.Choice([str(digit) for digit in range(1, 10)]))
@click.argument("path", required=False)
def codebook_key(digit: str, path: str | None) -> None:
    """Give a code a quick key of yours, or without PATH take the key away."""
    with place().writing() as store:
        code = found(store.project, path, CODE) if path is not None else None
        receipt = store.commit(SetQuickKey(store.coder or "", digit, code))
    output.tell_done(receipt)


@example('postil codebook example "who signs" 4f2k9q --borderline')
@codebook_command.command("example")
@click.argument("path")
@click.argument("unit")
@click.option("--borderline", "kind", flag_value="borderline", help="A case that only just belongs.")
@click.option("--not-any-more", "kind", flag_value="", help="Take the example away.")
def codebook_example(path: str, unit: str, kind: str | None) -> None:
    """Choose a unit as a typical example of a code or pile, or as a borderline one."""
    with place().writing() as store:
        node = found(store.project, path)
        chosen = str(store.project.find("units", unit)["id"])
        receipt = store.commit(ChooseAnchor(node, chosen, "typical" if kind is None else kind or None))
    output.tell_done(receipt)
