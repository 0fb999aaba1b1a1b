"""The codebook on the command line: shown as a tree, shaped by sub-commands in `shaping`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from tui.cli import output
from tui.cli.options import example, json_option, pairs
from tui.cli.place import place
from tui.cli.shapes import codebook_shapes
from tui.errors import Mistake
from tui.model.edits.codebook import (
    CreateNode,
    DefineNode,
    ParkNode,
    RemoveNode,
    RenameNode,
    SetMembers,
    ShortenNode,
    UnparkNode,
)
from tui.model.edits.sorting import GroupPiles, MoveNodes
from tui.model.ids import new_id
from tui.model.nodes import LEVELS, PILES, SUB_CATEGORY, THEME
from tui.model.paths import SEPARATOR, parts
from tui.model.project import Project
from tui.model.transaction import Edit

UNSORTED = "-"
"""In place of a pile: out of all piles."""


@example("postil codebook")
@click.group("codebook", invoke_without_command=True)
@json_option
@click.pass_context
def codebook_command(context: click.Context, as_json: bool) -> None:
    """Show codes, sub-categories, categories and themes.

    A PATH names one of them: `code`, `Sub / code` or `Category / Sub / code`, read from the right; an id does too.
    """
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store:
        shapes = codebook_shapes(store.project, place().coder_id(store) or store.last_coder())
    if as_json:
        output.show_json(shapes)
        return
    rows = [row for shape in shapes for row in _rows(shape, 0)]
    output.show_table(("", "name", "participants", "units", ""), rows, right=[2, 3])


def _rows(shape: dict[str, Any], depth: int) -> Iterator[tuple[object, ...]]:
    """Yield a node's row and those below it: letter or quick key, name, counts, what is to be known of it."""
    said = f"parked: {shape['parked']}" if shape["parked"] else ""
    if shape["level"] == "code" and depth == 0 and not said:
        said = "unsorted"
    elif shape["level"] == THEME:
        said = f"theme of {len(shape['members'])}"
    if shape["level"] == "code" and shape["moved"]:
        again = f"{shape['moved']} to look at again"
        said = f"{said}, {again}" if said else again
    name = "  " * depth + (shape["name"] or f"(unnamed {shape['level']})")
    yield shape["letter"] or shape["quick_key"] or "", name, shape["participants"], shape["units"], said
    for child in shape["children"]:
        yield from _rows(child, depth + 1)


def found(project: Project, path: str, *levels: str) -> str:
    """Return the id of the node a path means."""
    return project.codebook.find_path(path, levels or None)


def pile_of_path(project: Project, path: str) -> str | None:
    """Return the id of the pile a path means; `-` is none."""
    return None if path == UNSORTED else found(project, path, *PILES)


@example('postil codebook add "Liability / waits for someone" --definition "Nobody decides."')
@codebook_command.command("add")
@click.argument("path")
@click.option("--level", type=click.Choice(LEVELS), default="code", show_default=True, help="What it is to be.")
@click.option("--definition", metavar="TEXT", help="What it means, briefly.")
def codebook_add(path: str, level: str, definition: str | None) -> None:
    """Add a code, or with --level a sub-category, category or theme.

    What stands before the last ` / ` names the pile it goes to, which must be there.
    """
    with place().writing() as store:
        *above, name = parts(path)
        parent = found(store.project, SEPARATOR.join(above), *PILES) if above else None
        identifier = new_id()
        edits: list[Edit] = [CreateNode(identifier, level, name, parent)]
        if definition:
            edits.append(DefineNode(identifier, {"definition": definition}))
        receipt = store.commit(*edits)
    output.tell_done(receipt)
    output.show(identifier)


@example('postil codebook rename "who signs" "who answers for it"')
@codebook_command.command("rename")
@click.argument("path")
@click.argument("name")
@click.option("--short", metavar="NAME", help="A short name too, for narrow places.")
def codebook_rename(path: str, name: str, short: str | None) -> None:
    """Give a code or a pile another name."""
    with place().writing() as store:
        node = found(store.project, path)
        receipt = store.commit(RenameNode(node, name), *([ShortenNode(node, short)] if short is not None else []))
    output.tell_done(receipt)


@example('postil codebook move "who signs" "burden of proof" "Liability"')
@codebook_command.command("move")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.argument("pile")
def codebook_move(paths: Sequence[str], pile: str) -> None:
    """Move codes to a pile, or sub-categories to a category; `-` is back to what is unsorted."""
    with place().writing() as store:
        nodes = [found(store.project, path) for path in paths]
        receipt = store.commit(MoveNodes(nodes, pile_of_path(store.project, pile)))
    output.tell_done(receipt)


@example('postil codebook group "What stays inside" "Liability" "Quality"')
@codebook_command.command("group")
@click.argument("name")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
def codebook_group(name: str, paths: Sequence[str]) -> None:
    """Make a category over sub-categories."""
    with place().writing() as store:
        piles = [found(store.project, path, SUB_CATEGORY) for path in paths]
        receipt = store.commit(GroupPiles(new_id(), name, piles))
    output.tell_done(receipt)


@example('postil codebook theme "Alone with it" "Liability" "who signs"')
@codebook_command.command("theme")
@click.argument("theme")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--add", "how", flag_value="add", help="Besides what it holds already.")
@click.option("--without", "how", flag_value="without", help="What it holds already, but for these.")
def codebook_theme(theme: str, paths: Sequence[str], how: str | None) -> None:
    """Say what a theme holds together: just these; a theme that is not there yet is made."""
    with place().writing() as store:
        project = store.project
        named = [found(project, path, *(level for level in LEVELS if level != THEME)) for path in paths]
        known = project.codebook.named(theme, None, THEME)
        if known is None and how is not None:
            raise Mistake(f"There is no theme “{theme}”; without --add and --without it is made.")
        identifier = known or new_id()
        present = project.codebook.members(known) if known else ()
        members = {"add": [*present, *named], "without": [one for one in present if one not in named]}
        edits: list[Edit] = [] if known else [CreateNode(identifier, THEME, theme)]
        receipt = store.commit(*edits, SetMembers(identifier, members.get(how or "", named)))
    output.tell_done(receipt)


@example('postil codebook park "who signs" "two things in one"')
@codebook_command.command("park")
@click.argument("path")
@click.argument("reason")
def codebook_park(path: str, reason: str) -> None:
    """Set a code aside, with a reason."""
    with place().writing() as store:
        receipt = store.commit(ParkNode(found(store.project, path, "code"), reason))
    output.tell_done(receipt)


@example('postil codebook unpark "too vague"')
@codebook_command.command("unpark")
@click.argument("path")
def codebook_unpark(path: str) -> None:
    """Take a parked code back to where it was."""
    with place().writing() as store:
        receipt = store.commit(UnparkNode(found(store.project, path, "code")))
    output.tell_done(receipt)


@example('postil codebook define "who signs" --definition "Who stands for it." --exclude "Who bought it."')
@codebook_command.command("define")
@click.argument("path")
@click.option("--definition", metavar="TEXT", help="What it means, briefly.")
@click.option("--full", metavar="TEXT", help="The same at length.")
@click.option("--include", metavar="TEXT", help="When to use it.")
@click.option("--exclude", metavar="TEXT", help="When not to use it.")
@click.option("--narrative", metavar="TEXT", help="A pile's text in the summary.")
@click.option("--notes", metavar="TEXT", help="Why it is one thing.")
@click.option("--short", metavar="NAME", help="A short name for narrow places.")
@click.option("--differs", metavar="PATH=WHY", multiple=True, help="What tells it from another.")
@click.option("--wording", is_flag=True, help="Only the wording changes: no unit is to be looked at again.")
def codebook_define(path: str, short: str | None, differs: Sequence[str], wording: bool, **written: str | None) -> None:
    """Write a definition; no words clear a part.

    Where a code was defined otherwise, the units coded so far are to be looked at again: `postil units --moved`.
    """
    with place().writing() as store:
        node = found(store.project, path)
        fields = {part: words for part, words in written.items() if words is not None}
        for other, because in pairs(differs, "PATH=WHY"):
            fields[f"differs/{found(store.project, other)}"] = because
        edits: list[Edit] = [DefineNode(node, fields, moved=not wording)] if fields else []
        if short is not None:
            edits.append(ShortenNode(node, short))
        if not edits:
            raise click.UsageError("Say what to write: --definition, --full, --include, --exclude …")
        receipt = store.commit(*edits)
    output.tell_done(receipt)


@example('postil codebook remove "waits"')
@codebook_command.command("remove")
@click.argument("path")
@click.option("--reason", metavar="TEXT", default="", help="Why.")
def codebook_remove(path: str, reason: str) -> None:
    """Delete a code without units, an empty pile, or a theme."""
    with place().writing() as store:
        receipt = store.commit(RemoveNode(found(store.project, path), reason))
    output.tell_done(receipt)
