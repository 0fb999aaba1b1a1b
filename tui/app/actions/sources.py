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
    from tui.app.attributes import choose_attributes

    def show(attributes: list[str]) -> None:
        page.show_only(attributes)

    choose_attributes(page, "Show only sources of", page.wanted, show)


def import_sources(page: SourcesPage, key: str) -> None:
    """Ask for transcripts and bring them in."""
    from tui.app.sheets.importing import ask_for_files

    ask_for_files(page)


def amend_source(page: SourcesPage, key: str) -> None:
    """Give the source under the cursor a corrected text."""
    from tui.app.sheets.amending import ask_for_corrected

    if page.here:
        ask_for_corrected(page, page.here)


def source_facts(page: SourcesPage, key: str) -> None:
    """Edit the facts of the source under the cursor, and who its speakers are; of several marked, their facts."""
    from tui.app.sheets.facts import source_form, sources_form

    if len(page.marked) > 1:
        page.open_sheet(sources_form(page, page.marked))
    elif page.here:
        page.open_sheet(source_form(page, page.chosen[0]))


def begin_pass(page: SourcesPage, key: str) -> None:
    """Begin a pass through the marked sources, or the one under the cursor."""
    from tui.app.actions.passes import begin_passes

    begin_passes(page, page.chosen)


def end_pass(page: SourcesPage, key: str) -> None:
    """Close the pass through the marked sources, or the one under the cursor."""
    from tui.app.actions.passes import end_passes

    end_passes(page, page.chosen)


def remove_source(page: SourcesPage, key: str) -> None:
    """Take away the marked sources, or the one under the cursor, after asking; those that have units stay."""
    from tui.app.layout.feet import counted
    from tui.model.edits.sources import RemoveSource
    from tui.model.safe_text import safe

    free = [source for source in page.chosen if not page.project.units_in(source)]
    staying = len(page.chosen) - len(free)
    names = {source: safe(str(page.project.need("sources", source).get("name") or "")) for source in page.chosen}
    if not free:
        if staying:
            page.say(f"{names[page.chosen[0]]} has units and stays: only postil sources remove takes those along.")
        return

    def remove() -> None:
        sentence = f"remove {len(free)} sources" if len(free) > 1 else None
        page.session.do(*map(RemoveSource, free), then=lambda receipt: page.marked.clear(), sentence=sentence)

    what = names[free[0]] if len(free) == 1 else counted(len(free), "sources")
    stay = f" ({counted(staying, 'others')} with units stay)" if staying else ""
    page.choose(f"Take {what} away?{stay}", {"y": ("take away", remove), "n": ("leave it", lambda: None)})
