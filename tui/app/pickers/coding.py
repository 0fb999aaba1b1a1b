"""The picker as it codes a unit: it answers with all codes that the unit is to have then."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from tui.app.pickers import nodes
from tui.app.pickers.picker import Taken
from tui.model.edits.codebook import CreateNode
from tui.model.ids import new_id
from tui.model.nodes import CODE

if TYPE_CHECKING:
    from tui.app.screens.page import Page


def code_picker(
    page: Page,
    title: str,
    take: Callable[[list[str], str | None], None],
    *,
    present: Collection[str] = (),
    typed: str = "",
    is_offered: bool = False,
) -> None:
    """Open the picker of codes.

    Args:
        page: The page it is to lie on.
        title: What is coded, for the title rule.
        take: Called with the codes that are to stand on the unit then (those present stay, unless their tick was taken
            away), and the name of a code to be made, if any.
        present: The codes that the unit has; they stand ticked.
        typed: What stands in the query from the beginning.
        is_offered: Whether that is only offered, so that typing replaces it.
    """

    def taken(found: Taken) -> None:
        codes = list(found.ids) if found.by_ticks else [*present, *(each for each in found.ids if each not in present)]
        name, more = (found.new[0], found.new[1:]) if found.new else (None, ())
        if not more:
            take(codes, name)
            return
        # of several new codes all but one are made first
        made = [new_id() for _ in more]
        edits = [CreateNode(new, CODE, each) for new, each in zip(made, more, strict=True)]
        page.session.do(*edits, then=lambda receipt: page.session.soon(lambda: take([*codes, *made], name)))

    page.open_sheet(nodes.code_picker(page, title, taken, present=present, typed=typed, is_offered=is_offered))
