"""Memos: notes on anything, listed, written, changed, taken away."""

from __future__ import annotations

import sys
from typing import Any

import click

from tui.cli import output
from tui.cli.codebook import found
from tui.cli.options import example, json_option, span
from tui.cli.place import place
from tui.cli.shapes import memo_shapes
from tui.errors import Mistake
from tui.model.edits.memos import EditMemo, RemoveMemo, WriteMemo
from tui.model.ids import new_id
from tui.model.memos import KINDS, SUBJECTS, titled
from tui.model.nodes import LEVELS
from tui.model.project import Project

PASSAGE = "passage"


@example("postil memos --kind decision")
@click.group("memos", invoke_without_command=True)
@click.option("--kind", type=click.Choice(KINDS), help="Only of this kind.")
@json_option
@click.pass_context
def memos_command(context: click.Context, kind: str | None, as_json: bool) -> None:
    """List memos."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store:
        project = store.project
        memos = [memo for memo in project.alive("memos") if kind in (None, memo.get("kind"))]
        shapes = list(memo_shapes(memos))
        on = [titled(project, shape["on"]) for shape in shapes] if not as_json else []
    if as_json:
        output.show_json(shapes)
        return
    rows = [
        (shape["id"][-6:], shape["at"][:10], shape["coder"], shape["kind"], what, shape["text"])
        for shape, what in zip(shapes, on, strict=True)
    ]
    output.show_table(("memo", "day", "coder", "kind", "on", "words"), rows)


@example('postil memos add "Here the law turns into an excuse." --on code "who signs"')
@memos_command.command("add")
@click.argument("text")
@click.option("--on", "subject", metavar="KIND ID", nargs=2, default=("project", "-"), help="What it is on.")
@click.option("--span", "spans", metavar="A:B", multiple=True, help="Where in the source, for a passage.")
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True, help="What sort of memo.")
def memos_add(text: str, subject: tuple[str, str], spans: tuple[str, ...], kind: str) -> None:
    """Write a memo; `-` as TEXT reads it from standard input.

    KIND is project, source, passage (of a source, with --span), participant, unit, code, sub-category, category or
    theme. Without --on it is on the project.
    """
    with place().writing() as store:
        on = _subject(store.project, subject, spans)
        identifier = new_id()
        words = _standard_input() if text == "-" else text
        receipt = store.commit(WriteMemo(identifier, on, kind, store.coder or "", words))
    output.tell_done(receipt)
    output.show(identifier)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistake("What comes from standard input is not text in UTF-8.") from None


def _subject(project: Project, subject: tuple[str, str], spans: tuple[str, ...]) -> dict[str, Any]:
    """Return what a memo is on as its document says it."""
    kind, words = subject
    if kind not in SUBJECTS:
        raise Mistake(f"A memo is on one of {', '.join(SUBJECTS)}, not on “{kind}”.")
    if spans and kind != PASSAGE:
        raise Mistake("--span goes with --on passage SOURCE.")
    if kind == "project":
        return {"kind": kind, "id": project.id}
    if kind in LEVELS:
        return {"kind": kind, "id": found(project, words, kind)}
    if kind == PASSAGE:
        if not spans:
            raise Mistake("A passage needs --span A:B.")
        return {"kind": kind, "id": project.find("sources", words)["id"], "spans": [list(span(one)) for one in spans]}
    return {"kind": kind, "id": project.find(f"{kind}s", words)["id"]}


@example('postil memos set 4f2k9q "Here the law is an excuse." --kind decision')
@memos_command.command("set")
@click.argument("memo")
@click.argument("text")
@click.option("--kind", type=click.Choice(KINDS), help="Another sort of memo.")
def memos_set(memo: str, text: str, kind: str | None) -> None:
    """Write a memo anew."""
    with place().writing() as store:
        receipt = store.commit(EditMemo(store.project.find("memos", memo)["id"], text, kind))
    output.tell_done(receipt)


@example("postil memos remove 4f2k9q")
@memos_command.command("remove")
@click.argument("memo")
def memos_remove(memo: str) -> None:
    """Take a memo away."""
    with place().writing() as store:
        receipt = store.commit(RemoveMemo(store.project.find("memos", memo)["id"]))
    output.tell_done(receipt)
