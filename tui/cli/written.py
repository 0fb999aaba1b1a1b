"""Reports on their way out: to standard output, or to a file that is replaced only when told so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli import output
from tui.reports import markdown
from tui.reports.tree import Block, origin
from tui.store.exported import save
from tui.store.project import Store

FILE = click.option("-o", "--output", "path", metavar="FILE", type=click.Path(path_type=Path), help="Write this file.")
FORCE = click.option("--force", is_flag=True, help="Replace the file where it is there already.")
BARE = click.option("--bare", is_flag=True, help="Leave out the last line, which names version and history.")


def write(text: str, path: Path | None, *, force: bool) -> None:
    """Write a text to a file, or to standard output where none is named."""
    if path is None:
        output.show_document(text)
    else:
        save(path, text.encode("utf-8", "replace"), replaces=force)
        output.tell(f"Wrote {path}.")


def report(store: Store, blocks: Sequence[Block], path: Path | None, *, force: bool, bare: bool) -> None:
    """Write blocks as markdown, signed unless bare."""
    signed = blocks if bare else [*blocks, origin(store.head())]
    write(markdown.write(signed), path, force=force)
