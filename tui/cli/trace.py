"""`postil trace`: each line of an export back to the words it came from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.errors import Mistake
from tui.model.project import Project
from tui.reports.quotations import counted_units, participants_in, place_of
from tui.reports.traced import Line, head_of, traced

_WORDS = 48


@example("postil trace results.md")
@click.command("trace")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def trace_command(file: Path, as_json: bool) -> None:
    """Lead each line of an export back to the words it came from.

    The file is markdown. The report is made anew as of the history that its last line names; without one, as of now.
    """
    text = _read(file)
    with place().reading() as store, output.at_work("Tracing"):
        head = head_of(text)
        project = store.project if not head or head == store.head() else store.at(head)
        name, lines = traced(project, text, partial(store.history, until=head))
        shapes = [_shape(project, line) for line in lines if line.text.strip()]
    if as_json:
        output.show_json({"report": name, "head": head or None, "lines": shapes})
        return
    known = [shape for shape in shapes if shape["about"] or shape["units"] or not shape["ours"]]
    rows = [(shape["line"], _whence(shape), _cut(shape["text"])) for shape in known]
    output.show_table(("line", "from", "words"), rows, right=[0])
    when = f"as of history {head}" if head else "beside the project as it is now"
    output.tell(f"{file.name} is a {name}, {when}.")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as problem:
        raise Mistake(f"{file} cannot be read: {problem.strerror or problem}.") from None
    except UnicodeError:
        raise Mistake(f"{file} is no text in UTF-8, as exports are.") from None


def _shape(project: Project, line: Line) -> dict[str, Any]:
    """Return a line with what it is about: nodes by path, units by place and spans."""
    book = project.codebook
    nodes = list(dict.fromkeys(book.resolve(one) or one for one in line.about if one in project.tables["nodes"]))
    codes = list(dict.fromkeys(code for node in nodes if node in book.nodes for code in book.codes(node)))
    named = [unit for one in line.about if (unit := project.get("units", one)) is not None]
    return {
        "line": line.number,
        "text": line.text,
        "ours": line.is_ours,
        "about": [book.path(node) for node in nodes if node in book.nodes],
        "units": [_unit(project, unit) for unit in (*named, *(counted_units(project, codes) if codes else ()))],
    }


def _unit(project: Project, unit: dict[str, Any]) -> dict[str, Any]:
    transcript = project.transcript(unit["source"])
    return {
        "id": unit["id"],
        "source": unit["source"],
        "place": place_of(project, unit),
        "participant": participants_in(project, unit) or None,
        "spans": unit["spans"],
        "text": [transcript.text[start:end] for start, end in unit["spans"]],
    }


def _whence(shape: dict[str, Any]) -> str:
    """Return where a line is from in a few words."""
    if not shape["ours"]:
        return "not from the project"
    units: Sequence[dict[str, Any]] = shape["units"]
    if shape["about"]:
        named = ", ".join(path.rpartition(" / ")[2] for path in shape["about"])
        return f"{named}: {len(units)} unit{'' if len(units) == 1 else 's'}"
    return "; ".join(f"{unit['place']} {' '.join(f'{start}:{end}' for start, end in unit['spans'])}" for unit in units)


def _cut(text: str) -> str:
    return text if len(text) <= _WORDS else text[: _WORDS - 1].rstrip() + "…"
