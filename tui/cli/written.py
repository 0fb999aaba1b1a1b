"""Reports on their way out: to standard output, or to a file that is replaced only when told so; in which form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from tui.cli import output
from tui.reports import markdown
from tui.reports.records import Records, csv_records, json_records
from tui.reports.tree import Block, origin
from tui.store.exported import save
from tui.store.project import Store

MARKDOWN, CSV, JSON = "md", "csv", "json"

_Command = Callable[..., None]
_TO_FILE = (
    click.option("-o", "--output", "path", metavar="FILE", type=click.Path(path_type=Path), help="Write this file."),
    click.option("--force", is_flag=True, help="Replace the file where it is there already."),
    click.option("--bare", is_flag=True, help="Leave out the last line, which names version and history."),
)
_FORMS = {
    MARKDOWN: "As markdown.",
    CSV: "As comma-separated values, for a spreadsheet; no cell can become a formula.",
    JSON: "As JSON, the same rows for other programs.",
}


class Out(NamedTuple):
    """Where a report goes and in which form."""

    path: Path | None
    force: bool
    bare: bool
    form: str = MARKDOWN

    def write(
        self, store: Store, blocks: Callable[[], Sequence[Block]], records: Callable[[], Records] | None = None
    ) -> None:
        """Write blocks as markdown, signed unless bare; or records, where rows were asked for."""
        if self.form == MARKDOWN or records is None:
            signed = [*blocks(), *([] if self.bare else [origin(store.head())])]
            self._written(markdown.write(signed))
        else:
            self._written(csv_records(records()) if self.form == CSV else json_records(records()))

    def _written(self, text: str) -> None:
        if self.path is None:
            output.show_document(text)
        else:
            save(self.path, text.encode("utf-8", "replace"), replaces=self.force)
            output.tell(f"Wrote {self.path}.")


def to_file(command: _Command) -> _Command:
    """Let a command write markdown: it takes `-o`, `--force` and `--bare`, and is given them as one `out`."""

    @wraps(command)
    def run(path: Path | None, force: bool, bare: bool, **rest: Any) -> None:
        command(out=Out(path, force, bare), **rest)

    return _with(run, _TO_FILE)


def tabular(form: str = MARKDOWN) -> Callable[[_Command], _Command]:
    """Let a command write markdown or rows: `--md`, `--csv`, `--json`, else by the file's ending, else in this form."""

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def run(path: Path | None, force: bool, bare: bool, **rest: Any) -> None:
            asked = [each for each in _FORMS if rest.pop(f"as_{each}")]
            if len(asked) > 1:
                raise click.UsageError(f"Either --{asked[0]} or --{asked[1]}.")
            ending = path.suffix[1:].lower() if path is not None else ""
            chosen = asked[0] if asked else ending if ending in _FORMS else form
            command(out=Out(path, force, bare, chosen), **rest)

        flags = [click.option(f"--{each}", f"as_{each}", is_flag=True, help=said) for each, said in _FORMS.items()]
        return _with(run, (*_TO_FILE, *flags))

    return decorate


def _with(command: _Command, options: Sequence[Callable[[_Command], _Command]]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command
