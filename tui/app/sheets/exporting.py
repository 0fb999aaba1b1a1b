"""The way to an export: which, to which file, and whether one that is there may be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.completion import completed
from tui.app.exports import Export, exports, file_of, path_of, write
from tui.app.reasons import has_open_source
from tui.app.sheets.menu import Menu, MenuRow

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.screens.page import Page


def choose_export(page: Page) -> None:
    """Ask which export."""
    by_name = {export.name: export for export in exports()}
    rows = [
        MenuRow(name, name, export.about, file_of(export, page.project, page.desk.source))
        for name, export in by_name.items()
    ]
    page.open_sheet(Menu("Export", rows, lambda name: ask_for_file(page, by_name[name]), "choose"))


def ask_for_file(page: Page, export: Export) -> None:
    """Ask where an export goes, and write it there."""
    missing = has_open_source(page) if export.needs_source else ""
    if missing:
        page.say(missing)
        return
    folder = page.session.store.folder

    def named(words: str) -> None:
        if not words.strip():
            return
        path = path_of(words.strip(), folder)
        if path.exists():
            page.choose(
                f"{words.strip()} is there already.",
                {"y": ("replace it", lambda: _write(page, export, path)), "n": ("leave it", lambda: None)},
            )
        else:
            _write(page, export, path)

    page.ask(
        "Export to (.md, .csv, .json)" if export.records is not None else "Export to",
        named,
        text=file_of(export, page.project, page.desk.source),
        word="write",
        complete=lambda words: completed(words, folder),
    )


def _write(page: Page, export: Export, path: Path) -> None:
    text = export.text(page.session.store, page.desk.source, path)
    folder = page.session.store.folder
    page.session.work(lambda: write(path, text, folder), lambda _: page.app.say(f"Written: {path}"), "writing…")
