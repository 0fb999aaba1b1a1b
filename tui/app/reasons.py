"""Why a command cannot be done now: each function answers with one line, or with nothing where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def always(page: Page) -> str:
    """Nothing stands in the way, ever."""
    return ""


def can_write(page: Page) -> str:
    """The project can be written to, and it is known who writes."""
    return page.session.cannot_write


def has_open_source(page: Page) -> str:
    """A transcript is open."""
    return "" if page.project.get("sources", page.desk.source) else "No source is open: o opens one."


def codes_here(page: Page) -> str:
    """A transcript is open, and it may be coded."""
    return has_open_source(page) or can_write(page)


def has_nodes(page: Page) -> str:
    """There is a code or a pile."""
    return "" if page.project.codebook.nodes else "No codes yet: in the transcript, enter gives a passage its first."


def sorts_here(page: Page) -> str:
    """There is something to sort, and it may be sorted."""
    return has_nodes(page) or can_write(page)


def has_node(page: Page) -> str:
    """The cursor is on a code or a pile that may be changed."""
    return can_write(page) or ("" if page.desk.node or page.desk.marked else "Nothing is under the cursor.")


def mends(page: Page) -> str:
    """Something in the files is to be mended, and may be."""
    return can_write(page) or ("" if getattr(page, "has_problems", False) else "There is nothing to mend.")


def has_two(page: Page) -> str:
    """Two nodes are compared."""
    return "" if len(getattr(page, "sides", ())) > 1 else "Only one is shown: mark two, then enter compares them."


def waits_here(page: Page) -> str:
    """The unit that is acted on was coded under an older definition, and may be settled."""
    transcript = getattr(page, "transcript", None)
    unit = transcript.unit_here() if transcript is not None else page.project.get("units", getattr(page, "here", ""))
    waits = unit is not None and page.project.moved.codes_of(unit)
    return can_write(page) or ("" if waits else "This unit was not coded under an older definition.")


def waits_below(page: Page) -> str:
    """At or below the code or pile under the cursor, units wait because a definition moved."""
    waits = page.project.moved.count(page.desk.node) if page.desk.node else 0
    return "" if waits else "Nothing here was coded under an older definition."


def on_a_snapshot(page: Page) -> str:
    """The cursor is on a snapshot, not on what stands now."""
    here = str(getattr(page, "snapshot", "") or getattr(page, "here", ""))
    return "" if page.project.get("snapshots", here) else "This stands now: choose a snapshot."


def restores(page: Page) -> str:
    """There is a snapshot here, and it may be restored."""
    return can_write(page) or on_a_snapshot(page)
