"""What keys do in the list of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.sources import SourcesPage


def memo(page: SourcesPage, key: str) -> None:
    """Write a memo on the source under the cursor; on the project where there is none."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import of_project, of_source

    open_memo(page, *(of_source(page, page.here) if page.here else of_project(page)))


def filter_by_attributes(page: SourcesPage, key: str) -> None:
    """Choose the attributes whose sources alone are shown; with no tick left all are."""
    from tui.app.attributes import values_offered
    from tui.app.pickers.picker import Picker, Taken

    offered = values_offered(page.project)
    if not offered:
        page.say("No attributes yet: e edits facts and speakers, :participants theirs.")
        return

    def show(taken: Taken) -> None:
        page.attributes = list(taken.ids)

    page.open_sheet(
        Picker("Show only sources of", offered, show, several=True, ticked=page.attributes, word="show only these")
    )


def import_sources(page: SourcesPage, key: str) -> None:
    """Ask for transcripts and bring them in."""
    from tui.app.sheets.importing import ask_for_files

    ask_for_files(page)


def source_facts(page: SourcesPage, key: str) -> None:
    """Edit the facts of the source under the cursor, and who its speakers are."""
    from tui.app.sheets.facts import source_form

    if page.here:
        page.open_sheet(source_form(page, page.here))


def begin_pass(page: SourcesPage, key: str) -> None:
    """Begin a pass through the source under the cursor."""
    from tui.app.actions.passes import begin_pass_of

    if page.here:
        begin_pass_of(page, page.here)


def end_pass(page: SourcesPage, key: str) -> None:
    """Close the pass through the source under the cursor."""
    from tui.app.actions.passes import end_pass_of

    if page.here:
        end_pass_of(page, page.here)


def remove_source(page: SourcesPage, key: str) -> None:
    """Take away the source under the cursor, after asking; one that has units stays."""
    from tui.model.edits.sources import RemoveSource
    from tui.model.safe_text import safe

    source = page.project.get("sources", page.here) if page.here else None
    if source is None:
        return

    def remove() -> None:
        page.session.do(RemoveSource(source["id"]))

    name = safe(str(source.get("name") or ""))
    page.choose(f"Take {name} away?", {"y": ("take away", remove), "n": ("leave it", lambda: None)})
