"""Participants' attributes as something one chooses by: of one attribute any of the values, of several each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.app.pickers.rows import Choosable

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.project import Project

_PARTS = "\n"
"""Between the name and the value of an attribute in the id of a choice: neither can hold a line end."""


def values_offered(project: Project) -> Sequence[Choosable]:
    """Return every value that a participant has, with the attribute it is of and how many have it."""
    counts: dict[str, int] = {}
    for participant in project.alive("participants"):
        for name, value in (participant.get("attributes") or {}).items():
            if value:
                key = f"{name}{_PARTS}{value}"
                counts[key] = counts.get(key, 0) + 1
    return [
        Choosable(key, key.partition(_PARTS)[2], beside=f"{key.partition(_PARTS)[0]}, {counts[key]}")
        for key in sorted(counts)
    ]


def value_of(choice: str) -> str:
    """Return the value that a choice stands for."""
    return choice.partition(_PARTS)[2]


def has_all(project: Project, participant: str, wanted: Iterable[str]) -> bool:
    """Tell whether a participant has, of every attribute that is asked for, one of the values."""
    asked: dict[str, set[str]] = {}
    for choice in wanted:
        name, _, value = choice.partition(_PARTS)
        asked.setdefault(name, set()).add(value)
    attributes = (project.get("participants", participant) or {}).get("attributes") or {}
    return all(str(attributes.get(name) or "") in values for name, values in asked.items())


def is_of(project: Project, source: str, wanted: Collection[str]) -> bool:
    """Tell whether somebody who has all that is asked for speaks in a source; without any of it every source is so."""
    who = {turn.participant for turn in project.turns(source) if turn.participant} if wanted else set()
    return not wanted or any(has_all(project, participant, wanted) for participant in who)


def choose_attributes(page: Page, title: str, chosen: Collection[str], show: Callable[[list[str]], None]) -> None:
    """Let attributes be chosen; `show` gets them, none where none is left."""
    from tui.app.pickers.picker import Picker

    offered = values_offered(page.project)
    if not offered:
        page.say("No attributes yet: e edits facts and speakers, :participants theirs.")
        return
    page.open_sheet(
        Picker(
            title,
            offered,
            lambda taken: show(list(taken.ids)),
            several=True,
            ticked=chosen,
            word="show only these",
        )
    )
